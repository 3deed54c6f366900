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
        settle()
    }
    function chooseByHand(name) {
        tryCompare(find(name), "visible", true)
        mouseClick(find(name))
        settle()
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
        press(Qt.Key_F1)
        tryCompare(find("shortcutsDialog"), "opened", true)
        verify(find("shortcut-Stop laying out and computing"))
        press(Qt.Key_Escape)
        tryCompare(find("shortcutsDialog"), "opened", false)
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
    }
}
