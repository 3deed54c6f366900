// SPDX-License-Identifier: GPL-3.0-or-later
// What connects entities: ends are chosen here, by selection or from the graph's menu; each path tells its steps.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: tab

    required property Workspace workspace
    readonly property Paths paths: workspace.paths

    objectName: "pathsTab"
    Component.onDestruction: paths.light(-1)

    Connections {
        target: tab.paths
        function onEndAsked() { field.forceActiveFocus(Qt.TabFocusReason) }
    }

    Column {
        id: head
        x: 10
        y: 10
        width: parent.width - 20
        spacing: 6

        Repeater {
            model: tab.paths.ends
            delegate: Item {
                id: end
                required property string entity
                required property string name
                required property string type
                width: head.width
                implicitHeight: 28
                Accessible.role: Accessible.ListItem
                Accessible.name: name
                TypeIcon { x: 6; anchors.verticalCenter: parent.verticalCenter; type: end.type }
                Label { anchors { left: parent.left; leftMargin: 26; right: remove.left; verticalCenter: parent.verticalCenter } text: end.name; font.weight: Font.DemiBold; elide: Text.ElideRight; Accessible.ignored: true }
                ToolButton { id: remove; objectName: "removeEnd"; anchors { right: parent.right; verticalCenter: parent.verticalCenter } implicitWidth: 24; implicitHeight: 24; iconName: "close"; iconSize: 12; hint: qsTr("Without %1").arg(end.name); onClicked: tab.paths.removeEnd(end.entity) }
            }
        }
        EntityField {
            id: field
            objectName: "endField"
            width: head.width
            focus: true
            search: tab.paths.search
            placeholderText: tab.paths.endCount === 0 ? qsTr("From whom or what?") : tab.paths.endCount === 1 ? qsTr("To whom or what?") : qsTr("And what else?")
            Accessible.name: placeholderText
            onChosen: (entity) => tab.paths.addEnd(entity)
        }
        Row {
            spacing: 4
            visible: tab.paths.endCount > 0 || tab.workspace.graph.selectedEntity !== ""
            ToolButton {
                id: addSelected
                objectName: "addSelected"
                visible: tab.workspace.graph.selectedEntity !== ""
                width: Math.min(implicitWidth, head.width - (tab.paths.endCount > 0 ? clear.width + 4 : 0))
                iconName: "plus"
                iconSize: 12
                font.pixelSize: Theme.smallSize
                text: tab.workspace.graph.selectedName
                hint: qsTr("Add what is selected")
                onClicked: tab.paths.addEnd(tab.workspace.graph.selectedEntity)
            }
            ToolButton { id: clear; objectName: "clearEnds"; visible: tab.paths.endCount > 0; font.pixelSize: Theme.smallSize; text: qsTr("Clear"); onClicked: tab.paths.clear() }
        }
        Label {
            objectName: "pathNote"
            visible: text !== ""
            width: head.width
            wrapMode: Text.Wrap
            color: Theme.muted
            text: tab.paths.isBusy ? qsTr("Looking for ways…")
                : tab.paths.endCount < 2 ? qsTr("Name two to see the best ways between them, or more to see what connects all.") : tab.paths.note
        }
    }
    Rectangle { anchors { left: parent.left; right: parent.right; top: head.bottom; topMargin: 8 } height: 1; color: Theme.line; visible: list.count > 0 }
    ListView {
        id: list
        objectName: "pathSteps"
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom; topMargin: 9 }
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: 10
        cacheBuffer: 2000
        model: tab.paths.steps
        currentIndex: -1
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Paths")
        T.ScrollBar.vertical: ScrollBar {}
        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
        onCurrentItemChanged: {
            const step = currentItem as PathStep
            if (step && activeFocus)
                tab.paths.light(step.path)
        }
        Keys.onReturnPressed: (currentItem as PathStep)?.chosen()
        Keys.onSpacePressed: (currentItem as PathStep)?.chosen()
        delegate: PathStep {
            id: step
            width: ListView.view.width
            isLit: tab.paths.shown === path && isHeading
            isCurrent: ListView.isCurrentItem && list.activeFocus
            onLooked: (isHere) => tab.paths.light(isHere ? path : -1)
            onChosen: {
                list.currentIndex = index
                if (isHeading)
                    tab.paths.light(path)
                else
                    tab.paths.chooseStep(source, target)
            }
            onOnlyAsked: tab.paths.showOnly(path)
            onOpenAsked: tab.workspace.readAt(document, begin, end)
        }
    }
}
