// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the canvas: the tools that change how the graph is seen, one tab each.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Skein.App

FocusScope {
    id: drawer

    required property Workspace workspace
    required property Commands commands
    readonly property Exploration exploration: workspace.exploration

    implicitWidth: 300
    visible: exploration.tab !== Exploration.NoTab
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Tools")
    Keys.onEscapePressed: exploration.tab = Exploration.NoTab

    function takeFocus() { (loader.item as Item)?.forceActiveFocus(Qt.TabFocusReason) }

    Rectangle { anchors.fill: parent; color: Theme.panel }
    Rectangle { anchors { top: parent.top; bottom: parent.bottom; right: parent.right } width: 1; color: Theme.line }
    ColumnLayout {
        anchors { fill: parent; rightMargin: 1 }
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredHeight: 36
            Layout.maximumHeight: 36
            Layout.leftMargin: 4
            Layout.rightMargin: 6
            spacing: 0
            TabButton { Layout.fillHeight: true; text: qsTr("Filter"); keys: drawer.commands.filterTab.keys; isHere: drawer.exploration.tab === Exploration.FilterTab; onClicked: drawer.exploration.tab = Exploration.FilterTab }
            TabButton { Layout.fillHeight: true; text: qsTr("Paths"); keys: drawer.commands.pathsTab.keys; isHere: drawer.exploration.tab === Exploration.PathsTab; onClicked: drawer.exploration.tab = Exploration.PathsTab }
            TabButton { Layout.fillHeight: true; text: qsTr("Groups"); keys: drawer.commands.groupsTab.keys; isHere: drawer.exploration.tab === Exploration.GroupsTab; onClicked: drawer.exploration.tab = Exploration.GroupsTab }
            TabButton { Layout.fillHeight: true; text: qsTr("Look"); keys: drawer.commands.lookTab.keys; isHere: drawer.exploration.tab === Exploration.LookTab; onClicked: drawer.exploration.tab = Exploration.LookTab }
            Item { Layout.fillWidth: true }
            ToolButton { objectName: "closeDrawer"; iconName: "close"; iconSize: 12; hint: qsTr("Close"); keys: "Esc"; onClicked: drawer.exploration.tab = Exploration.NoTab }
        }
        Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.line }
        Loader {
            id: loader
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            onLoaded: drawer.takeFocus()
            sourceComponent: drawer.exploration.tab === Exploration.FilterTab ? filter
                           : drawer.exploration.tab === Exploration.PathsTab ? paths
                           : drawer.exploration.tab === Exploration.GroupsTab ? groups
                           : drawer.exploration.tab === Exploration.LookTab ? look : null
        }
    }
    Component { id: filter; FilterTab { workspace: drawer.workspace } }
    Component { id: paths; PathsTab { workspace: drawer.workspace } }
    Component { id: groups; GroupsTab { workspace: drawer.workspace } }
    Component { id: look; LookTab { workspace: drawer.workspace } }
}
