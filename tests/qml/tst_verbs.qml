// SPDX-License-Identifier: GPL-3.0-or-later
// Each verb of a node's menu, half of them by hand and half by keys; and how what takes long is stopped.
import QtQuick
import QtTest
import Skein
import Skein.App
import Skein.Test

TestCase {
    id: test
    name: "verbs"
    when: windowShown
    width: 10
    height: 10

    property Stage stage: null
    property var main: null
    readonly property var exploration: stage ? stage.workspace.exploration : null
    readonly property var graph: stage ? stage.workspace.graph : null
    readonly property var arrangement: stage ? stage.workspace.arrangement : null

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
    function undo() {
        press(Qt.Key_Z, Qt.ControlModifier)
        settle()
    }
    function chipTexts() {
        const texts = []
        for (let i = 0; i < find("chips").count; ++i)
            texts.push(find("chips").itemAtIndex(i).text)
        return texts
    }
    function showGroups() {
        stage.openGroups()
        tryCompare(stage.workspace, "entityCount", 8)
        settle()
    }

    // The node's menu by the context-menu key.
    function openByKey(name) {
        find("graph").forceActiveFocus(Qt.TabFocusReason)
        graph.select(stage.entity(name))
        press(Qt.Key_Menu)
        tryCompare(find("nodeMenu"), "opened", true)
    }
    // And by a right click.
    function openByHand(name) {
        const place = find("graph").positionOf(stage.entity(name))
        mouseClick(find("graph"), place.x, place.y, Qt.RightButton)
        tryCompare(find("nodeMenu"), "opened", true)
    }
    // Down to an item of the menu that is open, with the arrow.
    function goTo(name) {
        for (let i = 0; i < 40 && !find(name)?.highlighted; ++i)
            press(Qt.Key_Down)
        verify(find(name).highlighted, name)
    }
    function chooseByKey(name) {
        goTo(name)
        press(Qt.Key_Return)
        tryCompare(find("nodeMenu"), "visible", false)
        settle()
    }
    function chooseByHand(name) {
        tryCompare(find(name), "visible", true)
        mouseClick(find(name))
        tryCompare(find("nodeMenu"), "visible", false)
        settle()
    }

    // Into a submenu of the node's menu, with the arrows.
    function enter(name) {
        const menu = find("nodeMenu")
        for (let i = 0; i < 40 && menu.itemAt(menu.currentIndex)?.subMenu !== find(name); ++i)
            press(Qt.Key_Down)
        compare(menu.itemAt(menu.currentIndex)?.subMenu, find(name))
        press(Qt.Key_Right)
        tryCompare(find(name), "opened", true)
    }
    function enterByHand(name) {
        const menu = find("nodeMenu")
        for (let i = 0; i < menu.count; ++i) {
            if (menu.itemAt(i).subMenu === find(name))
                mouseClick(menu.itemAt(i))
        }
        tryCompare(find(name), "opened", true)
    }

    // ---- the verbs ----

    function test_stopHereAndGoOn() {
        openByKey("Brightwater Mills")
        compare(find("stopHere").text, "Stop here: do not grow through it")
        chooseByKey("stopHere")
        compare(chipTexts(), ["Stops at Brightwater Mills"])
        exploration.startFrom(stage.entity("Ada Quill"))
        settle()
        openByHand("Ada Quill")
        enterByHand("expandMenu")
        chooseByHand("hops-3")
        compare(graph.nodeCount, 2)
        openByHand("Brightwater Mills")
        compare(find("stopHere").text, "Go on from here again")
        chooseByHand("stopHere")
        compare(chipTexts(), [])
        openByKey("Ada Quill")
        enter("expandMenu")
        chooseByKey("hops-3")
        compare(graph.nodeCount, 3)
        undo()
        compare(graph.nodeCount, 2)
        undo()
        compare(chipTexts(), ["Stops at Brightwater Mills"])
    }

    function test_collapseAndUnfold() {
        openByHand("Brightwater Mills")
        chooseByHand("collapseNode")
        compare(graph.nodeCount, 1)
        compare(graph.nameOf(stage.entity("Brightwater Mills")), "Brightwater Mills and 2 more")
        compare(chipTexts(), ["Brightwater Mills collapsed"])
        openByKey("Brightwater Mills")
        compare(find("collapseNode").text, "Unfold")
        chooseByKey("collapseNode")
        compare(graph.nodeCount, 3)
        undo()
        compare(graph.nodeCount, 1)
        undo()
        compare(graph.nodeCount, 3)
    }

    function test_showOnly() {
        showGroups()
        openByKey("Anna Birk")
        chooseByKey("showOnly")
        compare(graph.nodeCount, 4)
        compare(find("viewTitle").text, "From Anna Birk")
        openByHand("Dorn Hale") // it knows one of the other group
        chooseByHand("showOnly")
        compare(graph.nodeCount, 5)
        undo()
        undo()
        compare(graph.nodeCount, 8)
    }

    function test_expandByRelationAndByHops() {
        showGroups()
        exploration.startFrom(stage.entity("Anna Birk"))
        settle()
        compare(graph.nodeCount, 4)
        openByHand("Dorn Hale")
        enterByHand("expandMenu")
        compare(find("expand-affiliated_with").text, "knows (1)")
        chooseByHand("expand-affiliated_with")
        compare(graph.nodeCount, 5)
        undo()
        openByKey("Anna Birk")
        enter("expandMenu")
        chooseByKey("hops-2")
        compare(graph.nodeCount, 5)
        openByKey("Anna Birk")
        enter("expandMenu")
        chooseByKey("hops-3")
        compare(graph.nodeCount, 8)
        undo()
        undo()
        compare(graph.nodeCount, 4)
    }

    function test_hide() {
        openByKey("Tallow Works")
        chooseByKey("hideNode")
        compare(graph.visibleNodeCount, 2)
        compare(graph.selectedEntity, "")
        compare(chipTexts(), ["1 hidden"])
        undo()
        compare(graph.visibleNodeCount, 3)
    }

    function test_focusWithDepth() {
        showGroups()
        openByKey("Anna Birk")
        enter("focusMenu")
        chooseByKey("focus-2")
        compare(exploration.focusDepth, 2)
        compare(chipTexts(), ["2 hops around Anna Birk"])
        openByHand("Hob Press")
        enterByHand("focusMenu")
        chooseByHand("focus-1")
        compare(exploration.focusName, "Hob Press")
        undo()
        compare(exploration.focusName, "Anna Birk")
        compare(exploration.focusDepth, 2)
    }

    function test_layOutAround() {
        openByKey("Ada Quill")
        chooseByKey("arrangeAround")
        compare(arrangement.kind, Arrangement.Radial)
        compare(arrangement.centreName, "Ada Quill")
        const canvas = find("graph")
        const from = (name) => {
            const a = canvas.positionOf(stage.entity("Ada Quill")), b = canvas.positionOf(stage.entity(name))
            return Math.hypot(a.x - b.x, a.y - b.y)
        }
        verify(from("Brightwater Mills") < from("Tallow Works"))
        openByHand("Tallow Works")
        chooseByHand("arrangeAround")
        compare(arrangement.centreName, "Tallow Works")
        undo()
        compare(arrangement.centreName, "Ada Quill")
        undo()
        compare(arrangement.kind, Arrangement.Force)
    }

    function test_colourOfSingleNodes() {
        const lens = stage.workspace.lens
        openByKey("Ada Quill")
        enter("colourMenu")
        chooseByKey("ownColour-1")
        compare(lens.ownCount, 1)
        compare(lens.legendTitle, "Own colours")
        tryCompare(find("colourLegend"), "visible", true)
        compare(stage.workspace.history.undoText, "Colour Ada Quill blue")
        openByHand("Ada Quill")
        enterByHand("colourMenu")
        verify(find("ownColour-1").Accessible.checked)
        chooseByHand("ownColour-3")
        compare(lens.ownCount, 1)
        press(Qt.Key_S, Qt.ControlModifier | Qt.ShiftModifier)
        tryCompare(find("viewName"), "activeFocus", true)
        stage.type(main, "Green")
        press(Qt.Key_Return)
        settle()
        openByKey("Ada Quill")
        enter("colourMenu")
        compare(find("noOwnColour").text, "By type again")
        chooseByKey("noOwnColour")
        compare(lens.ownCount, 0)
        tryCompare(find("colourLegend"), "visible", false)
        undo()
        compare(lens.ownColourOf(stage.entity("Ada Quill")), 3)
        undo()
        compare(lens.ownCount, 1) // the view is not saved
        press(Qt.Key_Y, Qt.ControlModifier)
        settle()
        compare(find("ownCount").text, "Own colours: 1")
        mouseClick(find("forgetOwnColours"))
        compare(lens.ownCount, 0)
    }

    function test_colourOfAllThatAreSelectedInTheTable() {
        press(Qt.Key_T, Qt.ControlModifier)
        settle()
        stage.workspace.table.selectAll()
        compare(stage.workspace.table.selectedCount, 3)
        mouseClick(find("tableColour"))
        tryCompare(find("tableColours"), "opened", true)
        press(Qt.Key_Down)
        press(Qt.Key_Return)
        compare(stage.workspace.lens.ownCount, 3)
        compare(stage.workspace.history.undoText, "Colour 3 entities orange")
        press(Qt.Key_Escape)
        undo()
        compare(stage.workspace.lens.ownCount, 0)
    }

    function test_collapsedGroupsKeepTheirWords() {
        const inspector = stage.workspace.inspector
        showGroups()
        openByKey("Anna Birk")
        chooseByKey("collapseGroupOf")
        tryCompare(graph, "nodeCount", 5)
        settle()
        openByHand("Hob Press")
        chooseByHand("collapseGroupOf")
        tryCompare(graph, "nodeCount", 2)
        settle()
        compare(graph.edgeCount, 1)
        graph.selectEdge(stage.entity("Dorn Hale"), stage.entity("Esk Mills"))
        find("graph").forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_Return)
        tryCompare(inspector, "kind", Inspector.Connection)
        compare(inspector.quoteCount, 1)
        compare(inspector.quotesLeft, 0)
        compare(find("quoteList").currentSection, "Dorn Hale – Esk Mills")
        verify(find("quoteList").itemAtIndex(0).quote.includes("Dorn Hale knows Esk Mills."))

        // And who is in it, with a way out.
        graph.select(stage.entity("Esk Mills"))
        find("graph").forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_Return)
        tryCompare(inspector, "memberCount", 4)
        compare(inspector.name, "Esk Mills and 3 more")
        compare(find("standsFor").text, "Stands for 4 entities")
        compare(find("memberRows").count, 4)
        find("unfold").forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_Space)
        settle()
        compare(graph.nodeCount, 5)
        compare(inspector.memberCount, 0)
        compare(inspector.name, "Esk Mills")
        press(Qt.Key_Z, Qt.ControlModifier)
        settle()
        compare(inspector.memberCount, 4)
    }

    function test_whatKeysSelectIsInspected() {
        const inspector = stage.workspace.inspector
        find("graph").forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_Home)
        compare(graph.selectedName, "Brightwater Mills")
        compare(inspector.kind, Inspector.Nothing) // not at once: keys repeat
        tryCompare(inspector, "name", "Brightwater Mills")
        compare(inspector.kind, Inspector.Entity)
        for (let i = 0; i < 7; ++i)
            press(Qt.Key_N)
        compare(inspector.name, "Brightwater Mills")
        const last = graph.selectedName
        verify(last !== "Brightwater Mills")
        tryCompare(inspector, "name", last)
        press(Qt.Key_Left, Qt.AltModifier) // nothing that was passed by is in between
        tryCompare(inspector, "name", "Brightwater Mills")
        wait(200)
        compare(inspector.name, "Brightwater Mills")
        press(Qt.Key_Escape)
        tryCompare(inspector, "kind", Inspector.Nothing)
    }

    function test_walkingIsInTheMenuAndAmongTheShortcuts() {
        const choose = (name) => {
            mouseClick(find("menu-Graph"))
            const menu = main.menuBar.menuAt(3)
            tryCompare(menu, "opened", true)
            mouseClick(findChild(menu.contentItem, name))
            tryCompare(menu, "visible", false)
        }
        choose("mostImportant")
        compare(graph.selectedName, "Brightwater Mills")
        choose("nextRelation")
        verify(stage.workspace.walk.hint !== "")
        verify(find("graph").activeFocus)
        const first = stage.workspace.walk.hint
        press(Qt.Key_BracketRight)
        verify(stage.workspace.walk.hint !== first)
        choose("previousRelation")
        compare(stage.workspace.walk.hint, first)
        choose("walkOn")
        verify(graph.selectedName !== "Brightwater Mills")
        choose("walkBack")
        compare(graph.selectedName, "Brightwater Mills")
        press(Qt.Key_F1)
        tryCompare(find("shortcutsDialog"), "opened", true)
        compare(find("shortcut-Graph: Walk: next relation").keys, "]")
        press(Qt.Key_Escape)
    }

    // ---- what takes long is stopped ----

    function test_escapeStopsALayoutThatWasChosenByHand() {
        press(Qt.Key_Y, Qt.ControlModifier)
        tryCompare(find("drawer"), "visible", true)
        settle()
        const before = find("graph").positionOf(stage.entity("Ada Quill"))
        stage.holdPool()
        mouseClick(find("layoutHierarchy"))
        compare(arrangement.kind, Arrangement.Hierarchy)
        compare(find("status").text, "Laying out the graph…")
        press(Qt.Key_Escape)
        compare(find("status").text, "Stopped; the picture stays as it was")
        verify(find("drawer").visible) // the key was the layout's
        stage.releasePool()
        settle()
        compare(arrangement.kind, Arrangement.Force)
        verify(find("layoutForce").isChosen)
        const after = find("graph").positionOf(stage.entity("Ada Quill"))
        fuzzyCompare(after.x, before.x, 1)
        fuzzyCompare(after.y, before.y, 1)
        press(Qt.Key_Escape)
        tryCompare(find("drawer"), "visible", false)
    }

    function test_escapeStopsALayoutAndWhatItComputesByKeys() {
        for (const [open, chosen] of [["layoutTime", Arrangement.Time], ["layoutRadial", Arrangement.Radial]]) {
            press(Qt.Key_Y, Qt.ControlModifier)
            settle()
            find(open).forceActiveFocus(Qt.TabFocusReason)
            stage.holdPool()
            press(Qt.Key_Space)
            compare(arrangement.kind, chosen)
            press(Qt.Key_Escape)
            stage.releasePool()
            settle()
            compare(arrangement.kind, Arrangement.Force)
            verify(!arrangement.hasAxis)
            press(Qt.Key_Escape)
            tryCompare(find("drawer"), "visible", false)
        }
        find("graph").forceActiveFocus(Qt.TabFocusReason)
        stage.holdPool()
        press(Qt.Key_R, Qt.ControlModifier)
        verify(graph.isLayingOut)
        press(Qt.Key_Escape)
        verify(!graph.isLayingOut)
        stage.releasePool()
        settle()
        verify(!stage.workspace.history.canUndo)
    }

    function test_stoppingIsInTheMenuAndAmongTheShortcuts() {
        stage.holdPool()
        arrangement.choose(Arrangement.Hierarchy)
        mouseClick(find("menu-Graph"))
        const menu = main.menuBar.menuAt(3)
        tryCompare(menu, "opened", true)
        mouseClick(findChild(menu.contentItem, "stopItem"))
        tryCompare(stage.workspace.computation, "isRunning", false)
        stage.releasePool()
        settle()
        compare(arrangement.kind, Arrangement.Force)
        press(Qt.Key_F1)
        tryCompare(find("shortcutsDialog"), "opened", true)
        verify(find("shortcut-Stop laying out and computing"))
    }
}
