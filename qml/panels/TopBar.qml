// SPDX-License-Identifier: GPL-3.0-or-later
// The library, the pages, the one search field, and the way back.
import QtQuick
import QtQuick.Layouts
import Skein.App

Rectangle {
    id: bar

    required property Workspace workspace
    required property Commands commands
    property bool hasMenuButton: false
    readonly property bool isNarrow: width < 1000

    implicitHeight: 44
    color: Theme.window

    function focusSearch() { search.forceActiveFocus(Qt.ShortcutFocusReason) }
    function openMenu() { folded.open() }

    RowLayout {
        id: left
        anchors { left: parent.left; leftMargin: 8; top: parent.top; bottom: parent.bottom }
        spacing: 4

        ToolButton {
            id: menuButton
            objectName: "menuButton"
            visible: bar.hasMenuButton
            iconName: "menu"
            hint: qsTr("Menu")
            keys: "F10"
            onClicked: folded.open()
            FoldedMenu { id: folded; commands: bar.commands; y: menuButton.height + 4 }
        }
        ToolButton {
            id: libraryButton
            objectName: "libraryButton"
            Layout.maximumWidth: bar.isNarrow ? 140 : 220
            iconName: "library"
            endIconName: "down"
            text: bar.workspace.isOpen ? bar.workspace.libraryName : qsTr("No library")
            hint: bar.workspace.isOpen ? qsTr("Library: %1").arg(bar.workspace.libraryName) : qsTr("Library")
            font.weight: Font.DemiBold
            onClicked: libraryMenu.open()
            Menu {
                id: libraryMenu
                y: libraryButton.height + 4
                MenuItem { action: bar.commands.newLibrary }
                MenuItem { action: bar.commands.openLibrary }
                RecentMenu { commands: bar.commands }
                MenuItem { action: bar.commands.openSample }
                MenuSeparator {}
                MenuItem { action: bar.commands.exportAs }
            }
        }
        BarLine {}
        TabButton {
            objectName: "exploreTab"
            Layout.fillHeight: true
            text: qsTr("Explore")
            keys: bar.commands.explore.keys
            isHere: bar.workspace.page === Workspace.Explore
            onClicked: bar.commands.explore.trigger()
        }
        TabButton {
            objectName: "readTab"
            Layout.fillHeight: true
            text: qsTr("Read")
            keys: bar.commands.read.keys
            isHere: bar.workspace.page === Workspace.Read
            onClicked: bar.commands.read.trigger()
        }
        TabButton {
            objectName: "teachTab"
            Layout.fillHeight: true
            text: bar.workspace.teaching.isChanged ? qsTr("Teach •") : qsTr("Teach")
            keys: bar.commands.teach.keys
            isHere: bar.workspace.page === Workspace.Teach
            onClicked: bar.commands.teach.trigger()
        }
    }
    // In the middle of the window, or of the room that is left.
    SearchField {
        id: search
        objectName: "searchField"
        readonly property real room: right.x - left.x - left.width - 24
        width: Math.max(100, Math.min(460, room))
        x: Math.round(Math.max(left.x + left.width + 12, Math.min((bar.width - width) / 2, right.x - width - 12)))
        anchors.verticalCenter: parent.verticalCenter
        workspace: bar.workspace
        keys: bar.commands.find.keys
    }
    RowLayout {
        id: right
        anchors { right: parent.right; rightMargin: 8; top: parent.top; bottom: parent.bottom }
        spacing: 4

        CommandButton { visible: !bar.isNarrow; command: bar.commands.back }
        CommandButton { visible: !bar.isNarrow; command: bar.commands.forward }
        BarLine { visible: !bar.isNarrow }
        CommandButton { objectName: "undoButton"; command: bar.commands.undo }
        CommandButton { command: bar.commands.redo }
        BarLine {}
        CommandButton {
            objectName: "themeButton"
            command: bar.commands.darker
            hint: bar.workspace.preferences.scheme === Preferences.System ? qsTr("Colours follow the system")
                : bar.workspace.preferences.scheme === Preferences.Light ? qsTr("Light colours") : qsTr("Dark colours")
        }
        CommandButton { command: bar.commands.shortcuts }
    }
    Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: 1; color: Theme.line }
}
