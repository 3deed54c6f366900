// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Menu {
    id: menu

    required property Commands commands

    MenuItem { action: menu.commands.explore }
    MenuItem { action: menu.commands.read }
    MenuItem { action: menu.commands.teach }
    MenuSeparator {}
    MenuItem { action: menu.commands.sources }
    MenuItem { action: menu.commands.inspector }
    MenuItem { action: menu.commands.menuBar }
    MenuSeparator {}
    MenuItem { action: menu.commands.nextPanel }
    MenuItem { action: menu.commands.previousPanel }
    MenuSeparator {}
    MenuItem { action: menu.commands.nextQuote }
    MenuItem { action: menu.commands.previousQuote }
    MenuItem { action: menu.commands.raw }
    MenuSeparator {}
    MenuItem { action: menu.commands.darker }
    MenuItem { action: menu.commands.fullScreen }
}
