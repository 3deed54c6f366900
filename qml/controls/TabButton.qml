// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: control

    property string keys: ""
    property bool isHere: false // its page is shown

    implicitWidth: implicitContentWidth + 24
    implicitHeight: parent ? parent.height : 40
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize
    font.weight: isHere ? Font.DemiBold : Font.Normal
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selected: isHere
    Keys.onReturnPressed: click()

    contentItem: Label {
        text: control.text
        font: control.font
        color: control.isHere || control.hovered ? Theme.text : Theme.muted
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    background: Item {
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: 8; rightMargin: 8 }
            height: 2
            radius: 1
            color: Theme.accent
            visible: control.isHere
        }
        FocusRing { isShown: control.visualFocus; anchors.margins: 4; radius: Theme.radius }
    }
    ToolTip { hint: control.text; keys: control.keys; isWanted: control.hovered && control.keys !== "" }
}
