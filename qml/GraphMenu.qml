// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Menu {
    id: menu
    objectName: "graphMenu"

    required property Commands commands

    MenuItem { action: menu.commands.zoomIn }
    MenuItem { action: menu.commands.zoomOut }
    MenuItem { action: menu.commands.fit }
    MenuSeparator {}
    MenuItem { action: menu.commands.centre }
    MenuItem { action: menu.commands.relayout }
    MenuItem { objectName: "stopItem"; action: menu.commands.stop }
    MenuSeparator {}
    MenuItem { objectName: "mostImportant"; action: menu.commands.mostImportant }
    MenuItem { objectName: "nextRelation"; action: menu.commands.nextRelation }
    MenuItem { objectName: "previousRelation"; action: menu.commands.previousRelation }
    MenuItem { objectName: "walkOn"; action: menu.commands.walkOn }
    MenuItem { objectName: "walkBack"; action: menu.commands.walkBack }
    MenuSeparator {}
    MenuItem { action: menu.commands.startHere }
    MenuItem { action: menu.commands.expand }
    MenuItem { action: menu.commands.hide }
    MenuItem { action: menu.commands.focusSelected }
    MenuItem { action: menu.commands.showWhole }
    MenuItem { action: menu.commands.clearConditions }
    MenuItem { action: menu.commands.saveView }
    MenuSeparator {}
    MenuItem { action: menu.commands.filterTab }
    MenuItem { action: menu.commands.pathsTab }
    MenuItem { action: menu.commands.groupsTab }
    MenuItem { action: menu.commands.lookTab }
    MenuItem { action: menu.commands.table }
    MenuSeparator {}
    MenuItem { action: menu.commands.copyPicture }
}
