// SPDX-License-Identifier: GPL-3.0-or-later
// One of several choices, of which one holds.
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: row

    property bool isChosen: false
    property string hint: ""

    implicitWidth: 200
    implicitHeight: 26
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.description: hint
    Accessible.checkable: true
    Accessible.checked: isChosen
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: 4
        color: row.hovered ? Theme.hover : "transparent"
        FocusRing { isShown: row.visualFocus; anchors.margins: 0; radius: 4 }
    }
    contentItem: Item {
        Rectangle {
            x: 6
            anchors.verticalCenter: parent.verticalCenter
            width: 14
            height: 14
            radius: 7
            color: "transparent"
            border.width: row.isChosen ? 4 : 1
            border.color: row.isChosen ? Theme.accent : Theme.edge
        }
        Label {
            anchors { left: parent.left; leftMargin: 28; right: parent.right; rightMargin: 4; verticalCenter: parent.verticalCenter }
            text: row.text
            elide: Text.ElideRight
            color: row.enabled ? Theme.text : Theme.disabled
            Accessible.ignored: true
        }
    }
    ToolTip { hint: row.hint; isWanted: row.hovered && row.hint !== "" }
}
