// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.Dialog {
    id: control

    anchors.centerIn: T.Overlay.overlay
    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, 320)
    implicitHeight: implicitHeaderHeight + implicitContentHeight + topPadding + bottomPadding
    padding: 20
    topPadding: 4
    modal: true
    focus: true
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize

    header: Item {
        implicitHeight: 52
        Label {
            text: control.title
            font.pixelSize: 16
            font.weight: Font.DemiBold
            anchors { left: parent.left; leftMargin: 20; verticalCenter: parent.verticalCenter }
            Accessible.role: Accessible.Heading
        }
        ToolButton {
            iconName: "close"
            hint: qsTr("Close")
            keys: "Esc"
            anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
            onClicked: control.close()
        }
    }
    background: PopupGround { radius: 10 }
    T.Overlay.modal: Rectangle { color: Theme.shade }
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick } }
}
