// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a column: sorts by it, and is drawn or typed wider (Shift and the arrows).
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: control

    property bool isSorted: false
    property bool isDescending: false
    property bool isNumber: false
    signal widened(by: real)
    signal widthChosen()

    implicitHeight: 26
    font.family: Theme.fontFamily
    font.pixelSize: Theme.smallSize
    font.weight: isSorted ? Font.DemiBold : Font.Normal
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.ColumnHeader
    Accessible.name: text
    Accessible.description: isSorted ? (isDescending ? qsTr("sorted, largest first") : qsTr("sorted, smallest first")) : qsTr("not sorted")
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onPressed: (event) => {
        if ((event.modifiers & Qt.ShiftModifier) === 0 || event.key !== Qt.Key_Left && event.key !== Qt.Key_Right)
            return
        control.widened(event.key === Qt.Key_Left ? -16 : 16)
        control.widthChosen()
        event.accepted = true
    }

    contentItem: Item {
        Label {
            id: title
            text: control.text
            font: control.font
            color: control.isSorted || control.hovered ? Theme.text : Theme.muted
            elide: Text.ElideRight
            horizontalAlignment: control.isNumber ? Text.AlignRight : Text.AlignLeft
            anchors { left: parent.left; right: parent.right; leftMargin: 10; rightMargin: control.isSorted ? 24 : 10; verticalCenter: parent.verticalCenter }
            Accessible.ignored: true
        }
        Icon {
            visible: control.isSorted
            name: control.isDescending ? "down" : "up"
            size: 10
            color: Theme.muted
            anchors { right: parent.right; rightMargin: 9; verticalCenter: parent.verticalCenter }
        }
    }
    background: Rectangle {
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
        Rectangle { anchors { right: parent.right; top: parent.top; bottom: parent.bottom; topMargin: 6; bottomMargin: 6 } width: 1; color: Theme.line }
        FocusRing { isShown: control.visualFocus; anchors.margins: 1; radius: 4 }
    }
    MouseArea {
        id: edge
        objectName: "edge"
        property real pressedAt: 0
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: 9
        cursorShape: Qt.SplitHCursor
        preventStealing: true
        onPressed: (mouse) => pressedAt = mouse.x
        onPositionChanged: (mouse) => {
            if (pressed)
                control.widened(mouse.x - pressedAt)
        }
        onReleased: control.widthChosen()
    }
}
