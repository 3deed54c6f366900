// SPDX-License-Identifier: GPL-3.0-or-later
// The graph, its legend and its buttons; or what to do when there is none.
import QtQuick
import Skein.App

FocusScope {
    id: page

    required property Workspace workspace
    required property Commands commands
    readonly property alias canvas: graph
    signal tableExportAsked()
    readonly property alias drawer: drawer
    readonly property bool hasGraph: workspace.entityCount > 0 && workspace.graph.nodeCount > 0

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Graph")

    // The ring is for the keyboard: a click needs none, nor does a page that has just opened.
    property bool isByKeyboard: false

    function takeFocus(isAsked: bool) {
        if (hasGraph)
            graph.forceActiveFocus(Qt.TabFocusReason)
        else
            empty.forceActiveFocus(isAsked ? Qt.TabFocusReason : Qt.OtherFocusReason)
        isByKeyboard = isAsked
    }

    Rectangle { anchors.fill: parent; color: Theme.base }

    ExploreBar {
        id: bar
        objectName: "exploreBar"
        visible: page.hasGraph
        height: visible ? implicitHeight : 0
        anchors { left: parent.left; right: parent.right; top: parent.top }
        workspace: page.workspace
        commands: page.commands
    }
    ExploreDrawer {
        id: drawer
        objectName: "drawer"
        visible: page.hasGraph && page.workspace.exploration.tab !== Exploration.NoTab
        width: visible ? Math.max(240, Math.min(implicitWidth, page.width * 0.46)) : 0
        anchors { left: parent.left; top: bar.bottom; bottom: parent.bottom }
        workspace: page.workspace
        commands: page.commands
        onVisibleChanged: {
            if (!visible)
                page.takeFocus(false)
        }
    }
    GraphItem {
        id: graph
        objectName: "graph"
        anchors { left: drawer.right; right: parent.right; top: bar.bottom; bottom: table.top }
        visible: page.hasGraph
        focus: page.hasGraph
        activeFocusOnTab: true
        model: page.workspace.graph
        dark: Theme.isDark
        background: Theme.base
        text: Theme.text
        accent: Theme.accent
        fontFamily: Theme.fontFamily
        reducedMotion: Theme.isStill
        covered: [
            Qt.rect(legend.x - graph.x, legend.y - graph.y + legend.height - legend.steadyHeight, legend.width, legend.steadyHeight),
            Qt.rect(buttonBar.x - graph.x, buttonBar.y - graph.y, buttonBar.width, buttonBar.height),
            Qt.rect(colours.x - graph.x, colours.y - graph.y, colours.isShown ? colours.width : 0, colours.height),
            Qt.rect(0, 0, axis.gutter, graph.height),
            Qt.rect(0, graph.height - axis.foot, graph.width, axis.foot)
        ]
        veiled: Qt.rect(overview.x - graph.x, overview.y - graph.y, overview.visible ? overview.width : 0, overview.height)
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Graph")
        Accessible.description: description
        onContextMenuRequested: (id, point) => {
            if (id === "")
                return groundMenu.popup(graph, point.x, point.y)
            page.workspace.inspector.showEntity(id)
            page.workspace.exploration.lookAt(id)
            nodeMenu.entity = id
            nodeMenu.popup(graph, point.x, point.y)
        }
        function say(words: string) { Accessible.announce(words) }
        Keys.onPressed: (event) => event.accepted = page.workspace.walk.takeKey(event.key, event.modifiers)
        FocusRing { isShown: graph.activeFocus && page.isByKeyboard; anchors.margins: 0; radius: 0; opacity: 0.6 }
    }
    TapHandler { onPressedChanged: page.isByKeyboard = false }
    TimeAxis {
        id: axis
        objectName: "timeAxis"
        anchors.fill: graph
        graph: graph
        arrangement: page.workspace.arrangement
    }
    Binding { target: page.workspace.exploration; property: "seen"; value: graph.seen }

    Connections {
        target: page.commands
        function onZoomAsked(factor: real) { factor > 1 ? graph.zoomIn() : graph.zoomOut() }
        function onFitAsked() { graph.fit() }
        function onWalkAsked(key: int) {
            page.takeFocus(true)
            page.workspace.walk.takeKey(key, 0)
        }
        function onRelayoutAsked() { page.workspace.exploration.layOutAnew() }
        function onCentreAsked() {
            page.workspace.page = Workspace.Explore
            graph.zoomToSelection()
        }
    }
    Connections {
        target: page.workspace.walk
        function onAnnounced(words: string) { graph.say(words) }
        function onSeen(entity: string) { graph.bringIntoSight(entity) }
    }
    Connections {
        target: page.workspace.graph
        function onAnnouncementChanged() { graph.say(page.workspace.graph.announcement) }
    }
    Connections {
        target: page.workspace.computation
        function onStopped(words: string) { graph.say(words) }
    }
    Connections {
        target: page.workspace.exploration
        function onFitAsked() { graph.fit() }
        function onSaid(words: string) { graph.say(words) }
        function onSeenAsked(world: rect) { graph.showWorld(world) }
        function onTabChanged() {
            if (drawer.visible)
                drawer.takeFocus()
        }
    }
    Connections {
        target: page.workspace
        function onVisited(entity: string) { graph.centerOn(entity) }
    }

    NodeMenu {
        id: nodeMenu
        objectName: "nodeMenu"
        workspace: page.workspace
        commands: page.commands
    }
    Menu {
        id: groundMenu
        MenuItem { action: page.commands.fit }
        MenuItem { action: page.commands.relayout }
        MenuItem { action: page.commands.showWhole }
        MenuItem { action: page.commands.clearConditions }
        MenuItem { text: qsTr("Unpin all"); enabled: page.workspace.graph.pinCount > 0; onTriggered: page.workspace.graph.unpinAll() }
    }

    TablePane {
        id: table
        objectName: "tablePane"
        property real asked: page.workspace.preferences.tableHeight
        visible: page.hasGraph && page.workspace.preferences.hasTable
        anchors { left: drawer.right; right: parent.right; bottom: parent.bottom }
        height: visible ? Math.max(110, Math.min(asked, (page.height - bar.height) * 0.7)) : 0
        table: page.workspace.table
        lens: page.workspace.lens
        onHeightAsked: (by) => asked = height + by
        onHeightChosen: page.workspace.preferences.rememberTable(height)
        onCloseAsked: page.workspace.preferences.hasTable = false
        onExportAsked: page.tableExportAsked()
        onVisibleChanged: {
            if (visible)
                takeFocus()
            else
                page.takeFocus(false)
        }
    }
    Binding { target: page.workspace.table; property: "isWatched"; value: table.visible && page.visible }
    Rectangle {
        objectName: "walkHint"
        visible: hint.text !== ""
        anchors { horizontalCenter: graph.horizontalCenter; top: graph.top; topMargin: 12 }
        width: Math.min(hint.implicitWidth + 24, graph.width - 24)
        height: 30
        radius: 8
        color: Theme.raised
        border.width: 1
        border.color: Theme.line
        Label { id: hint; text: page.workspace.walk.hint; elide: Text.ElideMiddle; anchors { left: parent.left; right: parent.right; margins: 12; verticalCenter: parent.verticalCenter } Accessible.ignored: true }
    }

    Legend {
        id: legend
        objectName: "legend"
        isCompact: graph.width < 560 || graph.height < 380
        visible: page.hasGraph
        anchors { left: drawer.right; bottom: table.top; margins: 12; leftMargin: 12 + axis.gutter; bottomMargin: 12 + axis.foot }
        graph: page.workspace.graph
        isColoured: page.workspace.lens.colour === Lens.ByType
        filters: page.workspace.exploration.filters
    }
    ColourLegend {
        id: colours
        objectName: "colourLegend"
        readonly property bool isShown: visible && opacity > 0
        anchors { right: parent.right; top: bar.bottom; margins: 12 }
        lens: page.workspace.lens
        opacity: graph.width < 340 ? 0 : 1
    }
    Minimap {
        id: overview
        objectName: "overview"
        visible: page.hasGraph && isWanted && page.width >= 560 && page.height >= 420
        anchors { right: parent.right; bottom: buttonBar.top; rightMargin: 12; bottomMargin: 8 }
        canvas: graph
    }
    Rectangle {
        id: buttonBar
        visible: page.hasGraph && graph.width > 180
        anchors { right: parent.right; bottom: table.top; margins: 12; bottomMargin: 12 + axis.foot }
        width: buttons.width + 8
        height: buttons.height + 8
        radius: 8
        color: Theme.panel
        border.width: 1
        border.color: Theme.line
        Row {
            id: buttons
            x: 4
            y: 4
            CommandButton { command: page.commands.zoomOut }
            CommandButton { command: page.commands.zoomIn }
            CommandButton { command: page.commands.fit }
            CommandButton { command: page.commands.relayout }
        }
    }

    StateNote {
        visible: page.hasGraph && page.workspace.graph.visibleNodeCount === 0
        objectName: "nothingLeft"
        anchors.centerIn: parent
        title: qsTr("Everything is hidden")
        text: qsTr("Nothing meets all conditions under which the graph is shown.")
        actionText: qsTr("Clear the conditions")
        onActed: page.workspace.exploration.clearConditions()
    }
    StateNote {
        visible: !page.hasGraph && page.workspace.documentCount > 0 && !page.workspace.graph.isLayingOut && page.workspace.status === ""
        objectName: "nothingRead"
        anchors.centerIn: parent
        title: qsTr("No names were found")
        text: qsTr("The sources name nobody and nothing that Skein recognises. Add a source that does; Skein reads English prose best.")
        actionText: qsTr("Add files…")
        onActed: page.commands.addFiles.trigger()
    }
    StateNote {
        visible: !page.hasGraph && (page.workspace.isOpening || page.workspace.imports.isRunning || page.workspace.documentCount > 0 && page.workspace.status !== "")
        objectName: "loading"
        anchors.centerIn: parent
        title: page.workspace.status
        text: page.workspace.imports.isRunning ? qsTr("The graph appears as soon as the first source is read.") : ""
        isBusy: true
    }
    EmptyState {
        id: empty
        objectName: "emptyState"
        visible: !page.hasGraph && page.workspace.documentCount === 0 && !page.workspace.isOpening && !page.workspace.imports.isRunning
        anchors.centerIn: parent
        width: Math.min(480, parent.width - 48)
        workspace: page.workspace
        commands: page.commands
    }
}
