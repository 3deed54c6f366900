// SPDX-License-Identifier: GPL-3.0-or-later
// The table beside the canvas, walking relation by relation, and what leaves the window.
import QtQuick
import QtTest
import Skein
import Skein.App
import Skein.Test

TestCase {
    id: test
    name: "twin"
    when: windowShown
    width: 10
    height: 10

    property Stage stage: null
    property var main: null

    Component { id: stageComponent; Stage {} }
    Component { id: mainComponent; Main { width: 1280; height: 800 } }
    SignalSpy { id: announced; signalName: "announced" }

    function init() {
        stage = stageComponent.createObject(test)
        main = mainComponent.createObject(null, { workspace: stage.workspace })
        verify(main)
        main.requestActivate()
        tryCompare(main, "active", true)
        stage.openLibrary()
        tryCompare(stage.workspace, "documentCount", 2)
        settle()
        announced.target = stage.workspace.walk
        announced.clear()
    }
    function cleanup() {
        main.destroy()
        stage.destroy()
        wait(0)
    }

    function find(name) { return findChild(main.contentItem.parent ?? main.contentItem, name) ?? findChild(main, name) }
    function press(key, modifiers = 0) { stage.press(main, key, modifiers) }
    function settle() { tryVerify(() => stage.isSettled(), 20000) }
    function openTable() {
        press(Qt.Key_T, Qt.ControlModifier)
        tryCompare(find("tablePane"), "visible", true)
        settle()
        tryCompare(find("tableView"), "rows", 3)
    }
    function cell(row, column) {
        const view = find("tableView")
        tryVerify(() => view.itemAtCell(Qt.point(column, row)) !== null)
        return view.itemAtCell(Qt.point(column, row))
    }
    function names() {
        let list = []
        for (let row = 0; row < find("tableView").rows; ++row)
            list.push(cell(row, 0).display)
        return list
    }

    function test_tableShowsWhatTheCanvasShows() {
        openTable()
        compare(find("tableSummary").text, "3 entities")
        verify(find("graph").height < 600)
        compare(cell(0, 1).display, "Organization")
        compare(find("head-0").text, "Name")
        compare(find("head-2").isSorted, true) // by mentions, the most first
        compare(cell(0, 2).display >= cell(2, 2).display, true)
        press(Qt.Key_Escape)
        tryCompare(find("tablePane"), "visible", false)
        compare(find("graph").activeFocus, true)
    }

    function test_selectionGoesBothWays() {
        openTable()
        mouseClick(cell(1, 0))
        const name = cell(1, 0).display
        compare(stage.workspace.graph.selectedName, name)
        compare(stage.workspace.table.current, 1)
        settle()
        compare(find("entityName")?.text ?? name, name) // the inspector follows
        stage.workspace.graph.select(stage.entity("Ada Quill"))
        compare(cell(stage.workspace.table.current, 0).display, "Ada Quill")
        compare(cell(stage.workspace.table.current, 0).isSelected, true)
        compare(cell(1, 0).isSelected, name === "Ada Quill")
        stage.workspace.graph.clearSelection()
        compare(stage.workspace.table.current, -1)
    }

    function test_keysChooseSortAndCopy() {
        openTable()
        const view = find("tableView")
        tryCompare(view, "activeFocus", true)
        press(Qt.Key_Home)
        compare(stage.workspace.table.current, 0)
        press(Qt.Key_Down, Qt.ShiftModifier)
        compare(stage.workspace.table.selectedCount, 2)
        compare(stage.workspace.graph.selectedEntity, "") // several stand out instead
        press(Qt.Key_C, Qt.ControlModifier)
        const lines = stage.clipboard().trim().split("\n")
        compare(lines.length, 3)
        compare(lines[0].split("\t")[0], "Name")
        compare(lines[1].split("\t")[0], cell(0, 0).display)
        press(Qt.Key_A, Qt.ControlModifier)
        compare(stage.workspace.table.selectedCount, 3)
        press(Qt.Key_End)
        compare(stage.workspace.table.current, 2)
        compare(stage.workspace.graph.selectedName, cell(2, 0).display)
        const head = find("head-0")
        head.forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_Return)
        settle()
        tryCompare(head, "isSorted", true)
        compare(names(), ["Ada Quill", "Brightwater Mills", "Tallow Works"])
        press(Qt.Key_Space)
        settle()
        tryVerify(() => names()[0] === "Tallow Works")
        const width = head.width
        press(Qt.Key_Right, Qt.ShiftModifier)
        verify(find("head-0").width >= width)
    }

    function test_filterAndRelations() {
        openTable()
        const field = find("tableFilter")
        mouseClick(field)
        stage.type(main, "mills org")
        settle()
        tryCompare(find("tableView"), "rows", 1)
        compare(cell(0, 0).display, "Brightwater Mills")
        stage.type(main, "x")
        settle()
        tryCompare(find("tableEmpty"), "visible", true)
        stage.workspace.table.filter = ""
        mouseClick(find("tableEdges"))
        settle()
        tryCompare(find("tableView"), "rows", 2)
        compare(find("tableSummary").text, "2 relations")
        compare([cell(0, 0).display, cell(0, 1).display, cell(0, 2).display, cell(0, 3).display], ["Brightwater Mills", "acquired", "Tallow Works", "2"])
        compare(stage.workspace.table.rowText(0), "Brightwater Mills, acquired, Tallow Works, Quotes 2, Sources 2, Confidence 0.90, 2023-01-01, 2023-12-31, disputed")
        mouseClick(cell(0, 1))
        compare(stage.workspace.graph.selectedEdgeSource, stage.entity("Brightwater Mills"))
        compare(stage.workspace.graph.selectedEdgeTarget, stage.entity("Tallow Works"))
        stage.workspace.table.kind = Table.Entities
    }

    function test_whatIsFadedIsPaleAndWhatIsHiddenLeavesTheTable() {
        openTable()
        mouseClick(find("legend-person"))
        settle()
        const ada = () => cell(names().indexOf("Ada Quill"), 0)
        tryVerify(() => ada().isFaded)
        compare(find("tableView").rows, 3)
        stage.workspace.exploration.filters.hidesRest = true
        settle()
        tryCompare(find("tableView"), "rows", 2)
        mouseClick(find("legend-person"))
        settle()
        tryCompare(find("tableView"), "rows", 3)
        verify(!ada().isFaded)
    }

    function test_tableIsWrittenAsCsv() {
        openTable()
        const file = stage.write("table.csv", "")
        stage.workspace.table.exportTo(file)
        tryVerify(() => stage.read(file).length > 0)
        compare(stage.read(file).split("\r\n").length, 5)
        verify(stage.read(file).startsWith("Name,Type,Mentions,"))
        tryCompare(stage.workspace.notice, "text", "Exported to “table.csv”.")
    }

    function test_walkRelationByRelation() {
        const graph = find("graph")
        graph.forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_BracketRight)
        compare(announced.count, 1) // nothing is selected yet
        press(Qt.Key_Home)
        compare(stage.workspace.graph.selectedName, "Brightwater Mills")
        announced.clear()
        press(Qt.Key_BracketRight)
        compare(find("walkHint").visible, true)
        tryCompare(announced, "count", 1)
        let words = announced.signalArguments[0][0]
        verify(words.startsWith("Relation 1 of 2: acquired, 1 entity. Tallow Works, Organization, 1 of 1, 2 quotes."), words)
        verify(words.includes("“Brightwater Mills bought Tallow Works") || words.includes("“Ada Quill denies"), words)
        press(Qt.Key_PageDown)
        tryCompare(announced, "count", 2)
        words = announced.signalArguments[1][0]
        verify(words.startsWith("Relation 2 of 2: leads, from the other end, 1 entity. Ada Quill, Person,"), words)
        compare(stage.workspace.graph.hoveredEntity, stage.entity("Ada Quill"))
        press(Qt.Key_Down)
        compare(stage.workspace.graph.selectedName, "Brightwater Mills") // of one there is no other
        press(Qt.Key_Return)
        compare(stage.workspace.graph.selectedName, "Ada Quill")
        compare(find("walkHint").visible, false)
        press(Qt.Key_Backspace)
        compare(stage.workspace.graph.selectedName, "Brightwater Mills")
        announced.clear()
        press(Qt.Key_Backspace)
        compare(announced.signalArguments[0][0], "There is nothing to go back to.")
        press(Qt.Key_BracketLeft)
        tryVerify(() => find("walkHint").visible)
        press(Qt.Key_Escape)
        compare(find("walkHint").visible, false)
        compare(stage.workspace.graph.selectedName, "Brightwater Mills")
        press(Qt.Key_Escape)
        compare(stage.workspace.graph.selectedEntity, "")
    }

    function test_contextMenuByKeys() {
        find("graph").forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_Home)
        press(Qt.Key_F10, Qt.ShiftModifier)
        tryVerify(() => find("nodeMenu")?.opened ?? false)
        press(Qt.Key_Escape)
    }

    function exported(format, name, isWhole = false) {
        const file = stage.folder("out").toString() + "/" + name
        stage.workspace.exporter.format = format
        stage.workspace.exporter.exportTo(find("graph"), file, 2, false, isWhole)
        settle()
        return file
    }

    function test_exportDialogChooses() {
        press(Qt.Key_E, Qt.ControlModifier)
        const dialog = find("exportDialog")
        tryCompare(dialog, "opened", true)
        mouseClick(find("scale-4"))
        compare(dialog.factor, 4)
        mouseClick(find("format-svg"))
        compare(stage.workspace.exporter.suffix, "svg")
        compare(find("scale-4").visible, false)
        compare(find("transparent").visible, true)
        mouseClick(find("format-gexf"))
        compare(find("scope-whole").visible, true)
        mouseClick(find("scope-whole"))
        compare(dialog.isWhole, true)
        compare(stage.workspace.exporter.filter, "GEXF (*.gexf)")
        press(Qt.Key_Escape)
        tryCompare(dialog, "opened", false)
    }

    function test_picturesAreWritten() {
        verify(stage.read(exported(Exporter.Png, "a.png")).startsWith("\u0089PNG"))
        const svg = stage.read(exported(Exporter.Svg, "a.svg"))
        verify(svg.includes("<text"))
        verify(svg.includes("Brightwater")) // text stays text
        verify(stage.read(exported(Exporter.Pdf, "a.pdf")).startsWith("%PDF"))
        stage.workspace.exporter.format = Exporter.Png
        stage.workspace.exporter.exportTo(find("graph"), "file:///nowhere/at/all.png", 1, false, false)
        settle()
        tryCompare(stage.workspace.notice, "isError", true)
        verify(stage.workspace.notice.text.includes("all.png"))
    }

    function test_graphsAreWritten() {
        const seen = stage.read(exported(Exporter.Gexf, "a.gexf"))
        verify(seen.includes("<viz:position"))
        verify(seen.includes("Brightwater Mills bought Tallow Works in 2023"))
        stage.workspace.exploration.filters.hidesRest = true
        mouseClick(find("legend-person"))
        settle()
        const less = stage.read(exported(Exporter.Graphml, "a.graphml"))
        verify(!less.includes(">Ada Quill<"))
        verify(less.includes(">Tallow Works<"))
        const all = stage.read(exported(Exporter.Graphml, "b.graphml", true))
        verify(all.includes(">Ada Quill<"))
        mouseClick(find("legend-person"))
        verify(stage.read(exported(Exporter.JsonLd, "a.jsonld")).includes("oa:TextQuoteSelector"))
        verify(stage.read(exported(Exporter.Json, "a.json")).includes("\"claims\""))
        exported(Exporter.Csv, "a.csv")
        verify(stage.read(stage.folder("out").toString() + "/a-edges.csv").startsWith("source,target,"))
    }
}
