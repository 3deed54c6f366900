// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with one entity of the graph.
pragma ComponentBehavior: Bound
import QtQml
import QtQuick
import Skein.App

Menu {
    id: menu

    required property Workspace workspace
    required property Commands commands
    property string entity: ""
    readonly property Exploration exploration: workspace.exploration
    // Asked anew each time it opens.
    property bool isPinned: false
    property bool isStopped: false
    property bool isCollapsed: false

    onAboutToShow: {
        isPinned = workspace.graph.isPinned(entity)
        isStopped = exploration.isStopped(entity)
        isCollapsed = exploration.isCollapsed(entity)
    }

    Menu {
        id: expandMenu
        objectName: "expandMenu"
        title: menu.exploration.growthCount > 0 ? qsTr("Expand (%L1)").arg(menu.exploration.growthCount) : qsTr("Expand")

        MenuItem {
            objectName: "expandAll"
            text: menu.exploration.growthCount === 1 ? qsTr("1 neighbour") : qsTr("%L1 neighbours").arg(menu.exploration.growthCount)
            iconName: "expand"
            enabled: menu.exploration.growthCount > 0
            onTriggered: menu.exploration.expand(menu.entity)
        }
        MenuItem { objectName: "hops-2"; text: qsTr("Everything within 2 hops"); onTriggered: menu.exploration.expandHops(menu.entity, 2) }
        MenuItem { objectName: "hops-3"; text: qsTr("Everything within 3 hops"); onTriggered: menu.exploration.expandHops(menu.entity, 3) }
        Instantiator {
            model: menu.exploration.growth
            delegate: MenuItem {
                required property string relation
                required property string label
                required property int fresh
                objectName: "expand-" + relation
                text: qsTr("%1 (%L2)").arg(label).arg(fresh)
                onTriggered: menu.exploration.expand(menu.entity, relation)
            }
            onObjectAdded: (index, object) => expandMenu.insertItem(1 + index, object as MenuItem)
            onObjectRemoved: (index, object) => expandMenu.removeItem(object as MenuItem)
        }
    }
    MenuItem { objectName: "startHere"; text: qsTr("Start here"); iconName: "start"; onTriggered: menu.exploration.startFrom(menu.entity) }
    MenuItem { objectName: "showOnly"; text: qsTr("Show only this and its neighbours"); onTriggered: menu.exploration.showOnly(menu.entity) }
    Menu {
        objectName: "focusMenu"
        title: qsTr("Focus")
        MenuItem { objectName: "focus-1"; text: qsTr("1 hop"); iconName: "focus"; onTriggered: menu.exploration.focusOn(menu.entity, 1) }
        MenuItem { objectName: "focus-2"; text: qsTr("2 hops"); onTriggered: menu.exploration.focusOn(menu.entity, 2) }
        MenuItem { objectName: "focus-3"; text: qsTr("3 hops"); onTriggered: menu.exploration.focusOn(menu.entity, 3) }
        MenuItem { objectName: "focus-4"; text: qsTr("4 hops"); onTriggered: menu.exploration.focusOn(menu.entity, 4) }
    }
    MenuItem { objectName: "pathFrom"; text: qsTr("Path from here…"); iconName: "path"; onTriggered: menu.workspace.paths.startAt(menu.entity) }
    MenuItem { objectName: "pathTo"; text: qsTr("Path to here"); iconName: "path"; enabled: menu.workspace.paths.endCount > 0; onTriggered: menu.workspace.paths.addEnd(menu.entity) }
    MenuItem { objectName: "arrangeAround"; text: qsTr("Lay out around it"); iconName: "relayout"; onTriggered: menu.workspace.arrangement.arrangeAround(menu.entity) }
    MenuSeparator {}
    MenuItem { objectName: "hideNode"; text: qsTr("Hide"); iconName: "hide"; onTriggered: menu.exploration.hide(menu.entity) }
    MenuItem {
        objectName: "stopHere"
        text: menu.isStopped ? qsTr("Go on from here again") : qsTr("Stop here: do not grow through it")
        onTriggered: menu.exploration.stop(menu.entity, !menu.isStopped)
    }
    MenuItem {
        objectName: "collapseNode"
        text: menu.isCollapsed ? qsTr("Unfold") : qsTr("Collapse with what hangs on it alone")
        onTriggered: menu.isCollapsed ? menu.exploration.unfold(menu.entity) : menu.exploration.collapse(menu.entity)
    }
    MenuItem { objectName: "collapseGroupOf"; text: qsTr("Collapse its group"); iconName: "groups"; onTriggered: menu.workspace.groups.collapseAround(menu.entity) }
    ColourMenu { objectName: "colourMenu"; lens: menu.workspace.lens; entities: [menu.entity] }
    MenuItem {
        text: menu.isPinned ? qsTr("Unpin") : qsTr("Pin here")
        iconName: "pin"
        onTriggered: menu.isPinned ? menu.workspace.graph.unpin(menu.entity) : menu.workspace.graph.pin(menu.entity)
    }
    MenuSeparator {}
    MenuItem { action: menu.commands.centre }
    MenuItem { text: qsTr("Not a name: hide it everywhere"); iconName: "trash"; onTriggered: menu.workspace.rejectEntity(menu.entity) }
}
