// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Menu {
    id: menu

    required property Commands commands

    MenuItem { action: menu.commands.addFiles }
    MenuSeparator {}
    MenuItem { action: menu.commands.newLibrary }
    MenuItem { action: menu.commands.openLibrary }
    RecentMenu { commands: menu.commands }
    MenuItem { action: menu.commands.openSample }
    MenuSeparator {}
    MenuItem { action: menu.commands.saveTaught }
    MenuItem { action: menu.commands.exportAs }
    MenuSeparator {}
    MenuItem { action: menu.commands.quit }
}
