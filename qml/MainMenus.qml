// SPDX-License-Identifier: GPL-3.0-or-later
// The menus, as a bar.
import QtQuick

MenuBar {
    id: bar

    required property Commands commands

    FileMenu { title: qsTr("&File"); commands: bar.commands }
    Menu {
        title: qsTr("&Edit")
        MenuItem { action: bar.commands.undo }
        MenuItem { action: bar.commands.redo }
        MenuSeparator {}
        MenuItem { action: bar.commands.find }
        MenuSeparator {}
        MenuItem { action: bar.commands.back }
        MenuItem { action: bar.commands.forward }
    }
    ViewMenu { title: qsTr("&View"); commands: bar.commands }
    GraphMenu { title: qsTr("&Graph"); commands: bar.commands }
    Menu {
        title: qsTr("&Help")
        MenuItem { action: bar.commands.shortcuts }
        MenuItem { action: bar.commands.about }
    }
}
