// SPDX-License-Identifier: GPL-3.0-or-later
// One end of a connection.
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: row

    required property string name
    required property string type
    signal chosen()

    implicitHeight: Math.max(28, label.implicitHeight + 6)
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.name: name
    onClicked: chosen()
    Keys.onReturnPressed: chosen()

    background: Rectangle {
        radius: Theme.radius
        color: row.hovered ? Theme.hover : "transparent"
        FocusRing { isShown: row.visualFocus; anchors.margins: 0; radius: Theme.radius }
    }
    contentItem: Item {
        TypeIcon { x: 4; anchors.verticalCenter: parent.verticalCenter; type: row.type; implicitWidth: 14; implicitHeight: 14 }
        Label {
            id: label
            anchors { left: parent.left; leftMargin: 26; right: parent.right; verticalCenter: parent.verticalCenter }
            text: row.name
            font.pixelSize: 16
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
