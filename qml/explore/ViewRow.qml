// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

ItemDelegate {
    id: row

    required property string name
    required property bool isOpen
    property bool isRenaming: false

    signal saveAsked()
    signal renamed(to: string)
    signal removeAsked()

    objectName: "view-" + name
    text: name
    isSelected: isOpen

    function openMenu() { menu.popup(row, 24, row.height - 4) }
    function beginRename() {
        isRenaming = true
        field.text = name
        field.forceActiveFocus(Qt.OtherFocusReason)
        field.selectAll()
    }
    function endRename(isMeant: bool) {
        if (!isRenaming)
            return
        isRenaming = false
        const list = ListView.view
        const wasHere = field.activeFocus
        field.focus = false
        if (wasHere && list)
            list.forceActiveFocus(Qt.TabFocusReason)
        if (isMeant)
            renamed(field.text)
    }

    contentItem: RowLayout {
        spacing: 8
        Icon { name: "view"; size: 14; color: row.isOpen ? Theme.accent : Theme.muted }
        Label { visible: !row.isRenaming; Layout.fillWidth: true; text: row.name; elide: Text.ElideRight; Accessible.ignored: true }
        TextField {
            id: field
            objectName: "renameField"
            visible: row.isRenaming
            Layout.fillWidth: true
            implicitHeight: 24
            Accessible.name: qsTr("New name")
            onAccepted: row.endRename(true)
            onActiveFocusChanged: {
                if (!activeFocus)
                    row.endRename(false)
            }
            Keys.onEscapePressed: row.endRename(false)
        }
        ToolButton {
            objectName: "viewMore"
            visible: !row.isRenaming && (row.hovered || row.ListView.isCurrentItem && row.ListView.view.activeFocus)
            iconName: "menu"
            iconSize: 12
            implicitWidth: 22
            implicitHeight: 22
            hint: qsTr("More")
            focusPolicy: Qt.NoFocus
            onClicked: row.openMenu()
        }
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: (point) => menu.popup(row, point.position.x, point.position.y)
    }
    Menu {
        id: menu
        MenuItem { objectName: "openView"; text: qsTr("Open"); iconName: "view"; onTriggered: row.clicked() }
        MenuItem { objectName: "overwriteView"; text: qsTr("Save what is shown under this name"); iconName: "check"; onTriggered: row.saveAsked() }
        MenuItem { objectName: "renameView"; text: qsTr("Rename"); onTriggered: row.beginRename() }
        MenuItem { objectName: "removeView"; text: qsTr("Delete"); iconName: "trash"; onTriggered: row.removeAsked() }
    }
}
