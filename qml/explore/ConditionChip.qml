// SPDX-License-Identifier: GPL-3.0-or-later
// A condition under which the graph is seen; clicked, it is taken back.
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: chip

    signal taken()

    objectName: "chip"
    implicitWidth: Math.min(260, label.implicitWidth + 34)
    implicitHeight: 24
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    Accessible.description: qsTr("Take it back")
    onClicked: taken()
    Keys.onReturnPressed: click()
    Keys.onDeletePressed: click()

    background: Rectangle {
        radius: 12
        color: chip.down ? Theme.pressed : Theme.selected
        border.width: chip.hovered ? 1 : 0
        border.color: Theme.accent
        FocusRing { isShown: chip.visualFocus; anchors.margins: 0; radius: 12 }
    }
    contentItem: Item {
        Label {
            id: label
            anchors { left: parent.left; leftMargin: 10; verticalCenter: parent.verticalCenter }
            width: parent.width - 34
            text: chip.text
            font.pixelSize: Theme.smallSize
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Icon { anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter } name: "close"; size: 10; color: Theme.muted }
    }
    ToolTip { hint: qsTr("Take back: %1").arg(chip.text); isWanted: chip.hovered && label.truncated }
}
