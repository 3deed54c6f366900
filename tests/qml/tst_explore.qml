// SPDX-License-Identifier: GPL-3.0-or-later
// Exploring as a person does it: started from a name, grown, filtered, focused, saved, undone.
import QtQuick
import QtTest
import Skein
import Skein.App
import Skein.Test

TestCase {
    id: test
    name: "explore"
    when: windowShown
    width: 10
    height: 10

    property Stage stage: null
    property var main: null
    readonly property var exploration: stage ? stage.workspace.exploration : null
    readonly property var graph: stage ? stage.workspace.graph : null

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
    }
    function cleanup() {
        main.destroy()
        stage.destroy()
        wait(0)
    }

    function find(name) { return findChild(main.contentItem.parent ?? main.contentItem, name) ?? findChild(main, name) }
    function press(key, modifiers = 0) { stage.press(main, key, modifiers) }
    function settle() {
        tryVerify(() => stage.isSettled(), 20000)
        wait(60) // what is new finds its place with the next frame
    }
    function select(name) {
        graph.select(stage.entity(name))
        tryCompare(graph, "selectedName", name)
    }
    // A right click on a node, with the hand.
    function openMenu(name) {
        const canvas = find("graph")
        const place = canvas.positionOf(stage.entity(name))
        mouseClick(canvas, place.x, place.y, Qt.RightButton)
        tryCompare(find("hideNode"), "visible", true)
    }
    function chips() { return find("chips").count }

    function test_aSearchStartsTheGraph() {
        press(Qt.Key_K, Qt.ControlModifier)
        stage.type(main, "quill")
        tryVerify(() => stage.workspace.search.hasAnswer)
        press(Qt.Key_Return, Qt.ControlModifier)
        settle()
        compare(find("viewTitle").text, "From Ada Quill")
        compare(graph.nodeCount, 2)
        compare(stage.workspace.inspector.kind, Inspector.Entity)

        press(Qt.Key_Home, Qt.ControlModifier) // the whole library again
        settle()
        compare(graph.nodeCount, 3)
        press(Qt.Key_Z, Qt.ControlModifier)
        settle()
        compare(graph.nodeCount, 2)
        press(Qt.Key_Z, Qt.ControlModifier | Qt.ShiftModifier)
        settle()
        compare(graph.nodeCount, 3)
    }

    function test_aFoundNameJoinsWhatIsShown() {
        exploration.startFrom(stage.entity("Ada Quill"))
        settle()
        compare(graph.nodeCount, 2)
        press(Qt.Key_K, Qt.ControlModifier)
        stage.type(main, "tallow")
        tryVerify(() => stage.workspace.search.hasAnswer)
        press(Qt.Key_Return)
        settle()
        compare(graph.nodeCount, 3)
    }

    function test_expandHideAndUndo() {
        exploration.startFrom(stage.entity("Ada Quill"))
        settle()
        openMenu("Brightwater Mills")
        compare(exploration.growthCount, 1)
        compare(find("expandMenu").title, "Expand (1)")
        press(Qt.Key_Down)
        press(Qt.Key_Right)
        tryCompare(find("expandAll"), "visible", true)
        verify(find("expand-acquired"))
        press(Qt.Key_Down)
        tryCompare(find("expand-acquired"), "highlighted", true)
        press(Qt.Key_Return)
        settle()
        compare(graph.nodeCount, 3)

        openMenu("Tallow Works")
        mouseClick(find("hideNode"))
        settle()
        compare(graph.visibleNodeCount, 2)
        compare(chips(), 1)
        press(Qt.Key_Z, Qt.ControlModifier)
        settle()
        compare(graph.visibleNodeCount, 3)
        compare(chips(), 0)
        press(Qt.Key_Z, Qt.ControlModifier)
        settle()
        compare(graph.nodeCount, 2)
    }

    function test_expandAndHideByKeys() {
        select("Ada Quill")
        press(Qt.Key_H, Qt.ControlModifier | Qt.ShiftModifier)
        settle()
        compare(graph.nodeCount, 2)
        select("Brightwater Mills")
        press(Qt.Key_E, Qt.ControlModifier | Qt.ShiftModifier)
        settle()
        compare(graph.nodeCount, 3)
        select("Tallow Works")
        press(Qt.Key_H, Qt.ControlModifier)
        settle()
        compare(graph.visibleNodeCount, 2)
        press(Qt.Key_Backspace, Qt.ControlModifier)
        settle()
        compare(graph.visibleNodeCount, 3)
    }

    function test_filterRowsFadeAndHide() {
        press(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier)
        tryCompare(find("drawer"), "visible", true)
        settle()
        const row = find("filter-person")
        verify(row)
        compare(row.count, 1)
        mouseClick(row, 40, 13)
        settle()
        compare(row.isIn, false)
        compare(row.count, 1) // under the other conditions
        compare(graph.visibleNodeCount, 3) // faded, not hidden
        compare(find("shownText").text, "2 of 3 shown")
        compare(chips(), 1)
        mouseClick(findChild(find("rest"), "choice-1"))
        settle()
        compare(graph.visibleNodeCount, 2)
        mouseClick(findChild(find("leastSources"), "choice-1")) // both sources speak of the purchase
        settle()
        compare(chips(), 2)
        compare(exploration.filters.stayingEdges, 1)
        mouseClick(findChild(find("leastSources"), "choice-2"))
        settle()
        compare(graph.visibleNodeCount, 0)
        tryCompare(find("nothingLeft"), "visible", true)
        mouseClick(find("clearFilter"))
        settle()
        compare(graph.visibleNodeCount, 3)
        compare(chips(), 0)
        find("graph").forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_F6, Qt.ShiftModifier) // the panel before the canvas
        verify(find("drawer").activeFocus)
        row.forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_O) // only
        settle()
        compare(graph.visibleNodeCount, 1)
        press(Qt.Key_Escape)
        tryCompare(find("drawer"), "visible", false)
        mouseClick(find("chips").itemAtIndex(0))
        settle()
        compare(graph.visibleNodeCount, 3)
    }

    function test_timeAndConfidenceByKeys() {
        press(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier)
        settle()
        const first = find("firstHandle")
        tryVerify(() => exploration.filters.bars.length > 2)
        first.forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_Right)
        settle()
        compare(exploration.filters.firstBar, 1)
        compare(chips(), 1)
        press(Qt.Key_Right)
        settle()
        press(Qt.Key_Z, Qt.ControlModifier) // a slide is one step
        settle()
        compare(exploration.filters.firstBar, 0)
        compare(chips(), 0)
        const confidence = find("confidence")
        confidence.forceActiveFocus(Qt.TabFocusReason)
        for (let i = 0; i < 19; ++i)
            press(Qt.Key_Right)
        settle()
        fuzzyCompare(exploration.filters.leastConfidence, 0.95, 0.001)
        compare(exploration.filters.stayingEdges, 0)
        press(Qt.Key_Z, Qt.ControlModifier)
        settle()
        compare(confidence.value, 0)
    }

    function test_focusWithDepth() {
        select("Tallow Works")
        press(Qt.Key_J, Qt.ControlModifier | Qt.ShiftModifier)
        settle()
        compare(find("chips").itemAtIndex(0).text, "Around Tallow Works")
        press(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier)
        settle()
        compare(find("shownText").text, "2 of 3 shown")
        mouseClick(findChild(find("depth"), "choice-1"))
        settle()
        compare(find("shownText").text, "everything shown")
        compare(find("chips").itemAtIndex(0).text, "2 hops around Tallow Works")
        press(Qt.Key_Z, Qt.ControlModifier)
        settle()
        compare(exploration.focusDepth, 1)
        mouseClick(find("chips").itemAtIndex(0))
        settle()
        compare(exploration.focusDepth, 0)
    }

    function test_viewsAreSavedAndOpened() {
        exploration.startFrom(stage.entity("Ada Quill"))
        settle()
        press(Qt.Key_S, Qt.ControlModifier | Qt.ShiftModifier)
        tryCompare(find("viewName"), "activeFocus", true)
        compare(find("viewName").text, "From Ada Quill")
        stage.type(main, "Quill")
        press(Qt.Key_Return)
        settle()
        tryCompare(find("viewList"), "count", 1)
        compare(find("viewTitle").text, "Quill")
        press(Qt.Key_Home, Qt.ControlModifier)
        settle()
        compare(graph.nodeCount, 3)
        mouseClick(find("view-Quill"))
        settle()
        compare(graph.nodeCount, 2)
        compare(find("viewTitle").text, "Quill")

        find("viewList").forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_F2)
        tryCompare(find("renameField"), "activeFocus", true)
        stage.type(main, "Ada")
        press(Qt.Key_Return)
        settle()
        tryVerify(() => find("view-Ada"))
        compare(find("viewTitle").text, "Ada")

        find("viewList").forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_Delete)
        settle()
        tryCompare(find("viewList"), "count", 0)
        press(Qt.Key_Z, Qt.ControlModifier)
        settle()
        tryCompare(find("viewList"), "count", 1)
    }

    function test_decisionsCanBeUndoneAfterAReopening() {
        stage.workspace.rejectEntity(stage.entity("Tallow Works"))
        tryCompare(stage.workspace, "entityCount", 2)
        settle()
        stage.reopenLibrary()
        settle()
        tryCompare(stage.workspace.history, "undoText", "“Tallow Works” is not a name")
        press(Qt.Key_Z, Qt.ControlModifier)
        tryCompare(stage.workspace, "entityCount", 3)
        settle()
        stage.reopenLibrary()
        settle()
        tryCompare(stage.workspace.history, "redoText", "“Tallow Works” is not a name")
    }

    function test_theLibraryOpensWithItsPicture() {
        const canvas = find("graph")
        graph.pin(stage.entity("Tallow Works"))
        settle()
        const before = canvas.positionOf(stage.entity("Ada Quill"))
        stage.reopenLibrary()
        settle()
        const after = canvas.positionOf(stage.entity("Ada Quill"))
        fuzzyCompare(after.x, before.x, 1)
        fuzzyCompare(after.y, before.y, 1)
    }
}
