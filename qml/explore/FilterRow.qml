// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that can be left out, with how much of it there is under all other conditions.
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: row

    required property string key
    required property string label
    required property string type
    required property int count
    required property bool isIn
    signal switched()
    signal onlyAsked()

    objectName: "filter-" + key
    implicitHeight: 26
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    text: label
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: isIn
    Accessible.name: qsTr("%1, %L2").arg(label).arg(count)
    onClicked: switched()
    Keys.onReturnPressed: switched()
    Keys.onPressed: (event) => {
        if (event.key !== Qt.Key_O || event.modifiers !== Qt.NoModifier)
            return
        onlyAsked()
        event.accepted = true
    }

    background: Rectangle {
        radius: 4
        color: row.hovered ? Theme.hover : "transparent"
        FocusRing { isShown: row.visualFocus; anchors.margins: 0; radius: 4 }
    }
    contentItem: Item {
        Rectangle {
            id: box
            x: 4
            anchors.verticalCenter: parent.verticalCenter
            width: 14
            height: 14
            radius: 3
            color: row.isIn ? Theme.accentFill : Theme.base
            border.width: row.isIn ? 0 : 1
            border.color: Theme.edge
            Icon { anchors.centerIn: parent; name: "check"; size: 10; color: Theme.accentText; visible: row.isIn }
        }
        TypeIcon { id: mark; visible: row.type !== ""; type: row.type; x: 26; anchors.verticalCenter: parent.verticalCenter }
        Label {
            id: name
            anchors { left: parent.left; leftMargin: row.type === "" ? 26 : 44; right: number.left; rightMargin: 6; verticalCenter: parent.verticalCenter }
            text: row.label
            elide: Text.ElideRight
            color: row.isIn ? Theme.text : Theme.muted
            Accessible.ignored: true
        }
        Label {
            id: number
            anchors { right: parent.right; rightMargin: 6; verticalCenter: parent.verticalCenter }
            visible: !only.visible
            text: row.count.toLocaleString(Qt.locale(), "f", 0)
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            font.features: { "tnum": 1 }
            Accessible.ignored: true
        }
        ToolButton {
            id: only
            objectName: "only"
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: row.hovered || hovered
            implicitHeight: 22
            font.pixelSize: Theme.smallSize
            text: qsTr("only")
            hint: qsTr("Leave out all others")
            keys: "O"
            focusPolicy: Qt.NoFocus
            onClicked: row.onlyAsked()
        }
    }
    ToolTip { hint: row.label; isWanted: row.hovered && name.truncated; x: 20 }
}
