// SPDX-License-Identifier: GPL-3.0-or-later
// Paths, groups, looks and layouts in the real window.
import QtQuick
import QtTest
import Skein
import Skein.App
import Skein.Test

TestCase {
    id: test
    name: "analysis"
    when: windowShown
    width: 10
    height: 10

    property Stage stage: null
    property var main: null
    property string ada: ""
    property string mills: ""
    property string works: ""

    Component { id: stageComponent; Stage {} }
    Component { id: mainComponent; Main { width: 1280; height: 800 } }

    function init() {
        stage = stageComponent.createObject(test)
        main = mainComponent.createObject(null, { workspace: stage.workspace })
        verify(main)
        tryCompare(main, "visible", true)
        main.requestActivate()
        tryCompare(main, "active", true)
        stage.openLibrary()
        tryCompare(stage.workspace, "documentCount", 2)
        settle()
        ada = stage.entity("Ada Quill")
        mills = stage.entity("Brightwater Mills")
        works = stage.entity("Tallow Works")
    }
    function cleanup() {
        main.destroy()
        stage.destroy()
        wait(0)
    }

    function find(name) { return findChild(main.contentItem.parent ?? main.contentItem, name) ?? findChild(main, name) }
    function press(key, modifiers = 0) { stage.press(main, key, modifiers) }
    function settle() { tryVerify(() => stage.isSettled(), 20000) }
    function openTab(tab, name) {
        stage.workspace.exploration.tab = tab
        tryVerify(() => find(name) !== null)
        settle()
    }
    function step(row) { return find("pathSteps").itemAtIndex(row) }

    function test_endsAreFoundByTyping() {
        press(Qt.Key_P, Qt.ControlModifier)
        tryVerify(() => find("pathsTab") !== null)
        const field = find("endField")
        tryCompare(field, "activeFocus", true)
        stage.type(main, "ada")
        tryVerify(() => stage.workspace.paths.search.count > 0)
        press(Qt.Key_Return)
        tryCompare(stage.workspace.paths, "endCount", 1)
        compare(field.text, "")
        stage.type(main, "tallow")
        tryVerify(() => stage.workspace.paths.search.count > 0)
        press(Qt.Key_Return)
        tryCompare(stage.workspace.paths, "endCount", 2)
        settle()
        tryCompare(find("pathSteps"), "count", 3)
    }

    function test_aPathTellsItsStepsWithTheirQuotes() {
        openTab(Exploration.PathsTab, "pathsTab")
        stage.workspace.paths.addEnd(ada)
        stage.workspace.paths.addEnd(works)
        settle()
        compare(stage.workspace.paths.pathCount, 1)
        tryVerify(() => step(2) !== null && step(2).quote !== "")
        compare(step(0).text, "Ada Quill → Brightwater Mills → Tallow Works")
        compare(step(0).detail, "2 steps")
        compare(step(1).sourceName + " " + step(1).detail + " " + step(1).targetName, "Ada Quill leads Brightwater Mills")
        compare(step(1).quote, "Ada Quill leads Brightwater Mills.")
        compare(step(2).isDisputed, true)
        // A click on a step selects the connection, and the inspector has its quotes.
        mouseClick(step(2))
        tryCompare(stage.workspace.inspector, "kind", Inspector.Connection)
        compare(stage.workspace.graph.selectedEdgeSource, mills)
    }

    function test_hoveringAndKeysLightAPath() {
        openTab(Exploration.PathsTab, "pathsTab")
        stage.workspace.paths.addEnd(ada)
        stage.workspace.paths.addEnd(works)
        settle()
        compare(stage.workspace.paths.shown, -1)
        tryVerify(() => step(1) !== null && step(1).quote !== "")
        let x = 20
        tryVerify(() => { // a pointer does not rest at once
            mouseMove(step(0), ++x, 8)
            return stage.workspace.paths.shown === 0
        })
        mouseMove(find("graph"), 300, 300)
        tryCompare(stage.workspace.paths, "shown", -1)
        find("pathSteps").forceActiveFocus()
        tryCompare(stage.workspace.paths, "shown", 0)
    }

    function test_onlyThePathIsShownAndAllIsUndone() {
        openTab(Exploration.PathsTab, "pathsTab")
        stage.workspace.paths.addEnd(ada)
        stage.workspace.paths.addEnd(mills)
        settle()
        tryVerify(() => step(1) !== null && step(1).quote !== "")
        wait(100)
        mouseClick(findChild(step(0), "onlyPath"))
        find("graph").forceActiveFocus() // a field undoes what is written in it
        settle()
        tryCompare(stage.workspace.graph, "nodeCount", 2)
        press(Qt.Key_Z, Qt.ControlModifier)
        settle()
        tryCompare(stage.workspace.graph, "nodeCount", 3)
        press(Qt.Key_Z, Qt.ControlModifier)
        tryCompare(stage.workspace.paths, "endCount", 1)
        press(Qt.Key_Z, Qt.ControlModifier | Qt.ShiftModifier)
        tryCompare(stage.workspace.paths, "endCount", 2)
    }

    function test_threeEndsAreJoined() {
        openTab(Exploration.PathsTab, "pathsTab")
        for (const end of [ada, mills, works])
            stage.workspace.paths.addEnd(end)
        settle()
        compare(stage.workspace.paths.isJoining, true)
        compare(find("pathSteps").count, 3)
        compare(find("pathNote").text, "The least that joins them, or less than twice as much.")
        mouseClick(find("clearEnds"))
        tryCompare(find("pathSteps"), "count", 0)
    }

    function test_groupsAreListedChosenAndCollapsed() {
        press(Qt.Key_G, Qt.ControlModifier)
        tryVerify(() => find("groupsTab") !== null)
        settle()
        tryCompare(stage.workspace.groups, "groupCount", 1)
        wait(100)
        const row = find("group-0")
        compare(row.size, 3)
        compare(row.name.split(", ")[0], "Brightwater Mills")
        mouseClick(row, 40, 12)
        tryVerify(() => find("groupMembers") !== null)
        compare(find("groupMembers").count, 3)
        mouseClick(find("collapseGroup"))
        settle()
        tryCompare(stage.workspace.graph, "nodeCount", 1)
        compare(stage.workspace.graph.nameOf(mills), "Brightwater Mills and 2 more")
        compare(find("group-0").isCollapsed, true)
        press(Qt.Key_Z, Qt.ControlModifier)
        settle()
        tryCompare(stage.workspace.graph, "nodeCount", 3)
        mouseClick(find("collapseAll"))
        settle()
        tryCompare(stage.workspace.graph, "nodeCount", 1)
        tryCompare(find("expandAll"), "enabled", true)
        tryCompare(find("expandAll"), "visible", true)
        waitForRendering(find("groupsTab")) // it has just taken its place beside the other
        wait(100)
        mouseClick(find("expandAll"))
        settle()
        tryCompare(stage.workspace.graph, "nodeCount", 3)
    }

    function test_anInsightIsSaidInWordsAndSelects() {
        stage.openGroups()
        tryVerify(() => stage.entity("Corin Vale") !== "", 10000)
        settle()
        openTab(Exploration.GroupsTab, "groupsTab")
        tryCompare(stage.workspace.groups, "groupCount", 2)
        tryVerify(() => !stage.workspace.groups.isBusy)
        tryVerify(() => stage.workspace.groups.insightCount > 0)
        const sentences = []
        for (let i = 0; i < stage.workspace.groups.insightCount; ++i)
            sentences.push(find("insight-" + i).Accessible.name)
        const joint = sentences.findIndex((words) => words.startsWith("Only what connects"))
        verify(joint >= 0, sentences.join("\n"))
        verify(sentences[joint].includes("Dorn Hale") && sentences[joint].includes("Esk Mills"), sentences[joint])
        const words = find("insight-0")
        verify(words.Accessible.name.includes(" connects "), words.Accessible.name)
        words.forceActiveFocus()
        press(Qt.Key_Return)
        tryVerify(() => ["Dorn Hale", "Esk Mills"].includes(stage.workspace.graph.selectedName))
    }

    function test_sizeAndColourAreChosenAndTold() {
        press(Qt.Key_Y, Qt.ControlModifier)
        tryVerify(() => find("lookTab") !== null)
        compare(find("colourLegend").visible, false)
        wait(100) // the drawer opens
        mouseClick(find("colourSources"))
        settle()
        tryCompare(find("colourLegend"), "visible", true)
        compare(stage.workspace.lens.legendTitle, "Sources")
        compare(stage.workspace.lens.legend.rowCount(), 1)
        mouseClick(find("sizeConnections"))
        settle()
        compare(stage.workspace.lens.size, Lens.ByConnections)
        press(Qt.Key_Z, Qt.ControlModifier)
        compare(stage.workspace.lens.size, Lens.ByMentions)
        press(Qt.Key_Z, Qt.ControlModifier)
        tryCompare(find("colourLegend"), "visible", false)
        mouseClick(find("colourGroup"))
        settle()
        tryCompare(stage.workspace.lens, "legendTitle", "Groups")
        const legend = find("colourLegend")
        const graph = find("graph")
        const corner = legend.mapToItem(graph, 0, 0)
        verify(graph.covered.some((cover) => cover.x === corner.x && cover.y === corner.y && cover.width === legend.width), "nothing is fitted beneath it")
        compare(find("legend").isColoured, false, "the colours are no longer those of types")
        const regions = find("regions")
        mouseClick(regions)
        compare(stage.workspace.lens.hasRegions, true)
    }

    function test_theOverviewLeadsAndFollows() {
        const graph = find("graph")
        const overview = find("overview")
        const map = find("minimap")
        graph.fit()
        tryCompare(graph, "allInSight", true)
        tryCompare(overview, "visible", false)
        for (let i = 0; i < 6; ++i) { // nearer than all that is there
            graph.zoomIn()
            wait(300)
        }
        tryCompare(overview, "visible", true)
        compare(graph.allInSight, false)
        const corner = overview.mapToItem(graph, 0, 0)
        compare(graph.veiled, Qt.rect(corner.x, corner.y, overview.width, overview.height), "no name goes beneath it")

        const middle = () => Qt.point(graph.seen.x + graph.seen.width / 2, graph.seen.y + graph.seen.height / 2)
        const area = map.area()
        mouseClick(map, area.x + area.width * 0.25, area.y + area.height * 0.3)
        const first = middle()
        const zoom = graph.zoom
        mouseClick(map, area.x + area.width * 0.75, area.y + area.height * 0.3)
        verify(middle().x > first.x && Math.abs(middle().y - first.y) < 1, "a click goes there")
        verify(Math.abs((map.frame().x + map.frame().width / 2) - (area.x + area.width * 0.75)) < 1.5, "and the frame shows it")
        mousePress(map, area.x + area.width * 0.75, area.y + area.height * 0.3)
        mouseMove(map, area.x + area.width * 0.5, area.y + area.height * 0.5)
        mouseMove(map, area.x + area.width * 0.25, area.y + area.height * 0.8)
        mouseRelease(map, area.x + area.width * 0.25, area.y + area.height * 0.8)
        verify(Math.abs(middle().x - first.x) < 1 && middle().y > first.y, "the frame is drawn along")
        compare(graph.zoom, zoom)
        const width = map.frame().width
        graph.zoomOut()
        tryVerify(() => map.frame().width > width * 1.25, 2000, "and becomes larger with what is seen")
        graph.fit()
        tryCompare(overview, "visible", false)
    }

    // The names of the lanes and the days have room of their own.
    function checkThatStripsAreClear() {
        const graph = find("graph")
        const names = find("axisNames")
        const days = find("axisDays")
        verify(names.width > 40 && days.height > 20)
        wait(400) // the graph flies to where it fits
        for (const entity of [ada, mills, works]) {
            const place = graph.positionOf(entity)
            verify(place.x > names.width && place.y < days.y, place.toString())
        }
        verify(find("axisLane").x + find("axisLane").width < names.width)
        const legend = find("legend")
        verify(legend.mapToItem(graph, 0, 0).x >= names.width)
        verify(legend.mapToItem(graph, 0, legend.height).y <= days.y)
    }

    function test_layoutsMoveTheGraphAndAreUndone() {
        const graph = find("graph")
        openTab(Exploration.LookTab, "lookTab")
        graph.fit()
        wait(400)
        const before = graph.positionOf(ada)
        mouseClick(find("layoutHierarchy"))
        settle()
        tryVerify(() => graph.positionOf(ada).y < graph.positionOf(mills).y - 20 && graph.positionOf(mills).y < graph.positionOf(works).y - 20)
        mouseClick(find("layoutTime"))
        settle()
        tryCompare(find("timeAxis"), "visible", true)
        checkThatStripsAreClear()
        mouseClick(find("layoutRadial"))
        settle()
        tryCompare(find("timeAxis"), "visible", false)
        compare(stage.workspace.arrangement.kind, Arrangement.Radial)
        for (let i = 0; i < 3; ++i)
            press(Qt.Key_Z, Qt.ControlModifier)
        settle()
        compare(stage.workspace.arrangement.kind, Arrangement.Force)
        graph.fit()
        wait(600)
        tryVerify(() => Math.abs(graph.positionOf(ada).x - before.x) < 3 && Math.abs(graph.positionOf(ada).y - before.y) < 3)
    }
}
