// SPDX-License-Identifier: GPL-3.0-or-later
// The menus behind one button, where the bar would take too much room.
import QtQuick

Menu {
    id: menu

    required property Commands commands

    FileMenu { title: qsTr("&File"); commands: menu.commands }
    Menu {
        title: qsTr("&Edit")
        MenuItem { action: menu.commands.undo }
        MenuItem { action: menu.commands.redo }
        MenuSeparator {}
        MenuItem { action: menu.commands.find }
        MenuItem { action: menu.commands.back }
        MenuItem { action: menu.commands.forward }
    }
    ViewMenu { title: qsTr("&View"); commands: menu.commands }
    GraphMenu { title: qsTr("&Graph"); commands: menu.commands }
    MenuSeparator {}
    MenuItem { action: menu.commands.shortcuts }
    MenuItem { action: menu.commands.about }
}
