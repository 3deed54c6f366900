// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a person uses it: a library opened, searched, clicked through, read.
import QtQuick
import QtTest
import Skein
import Skein.App
import Skein.Test

TestCase {
    id: test
    name: "window"
    when: windowShown
    width: 10
    height: 10

    property Stage stage: null
    property var main: null

    Component { id: stageComponent; Stage {} }
    Component { id: mainComponent; Main { width: 1280; height: 800 } }

    function init() {
        stage = stageComponent.createObject(test)
        main = mainComponent.createObject(null, { workspace: stage.workspace })
        verify(main)
        tryCompare(main, "visible", true)
        main.requestActivate()
        tryCompare(main, "active", true)
    }
    function cleanup() {
        main.destroy()
        stage.destroy()
        wait(0)
    }

    function find(name) { return findChild(main.contentItem.parent ?? main.contentItem, name) ?? findChild(main, name) }
    function press(key, modifiers = 0) { stage.press(main, key, modifiers) }
    function settle() { tryVerify(() => stage.isSettled(), 20000) }
    function open() {
        stage.openLibrary()
        tryCompare(stage.workspace, "documentCount", 2)
        settle()
    }

    function test_emptyStateSaysWhatToDo() {
        const empty = find("emptyState")
        verify(empty && empty.visible)
        verify(find("emptyAdd").visible)
        verify(find("emptySample").visible)
        compare(find("legend").visible, false)
        compare(find("status").text, "Ready")
    }

    function test_libraryShowsItsSourcesAndCounts() {
        open()
        compare(find("emptyState").visible, false)
        compare(find("sourceList").count, 2)
        compare(find("counts").text, "3 entities · 2 relations · 2 sources")
        verify(find("graph").visible)
        compare(main.title, "Mill — Skein")
    }

    function test_legendFilters() {
        open()
        stage.workspace.exploration.filters.hidesRest = true
        const row = find("legend-organization")
        verify(row)
        compare(row.count, 2)
        const place = row.mapToItem(null, 0, 0).y
        mouseClick(row)
        tryCompare(find("showAll"), "visible", true)
        wait(50)
        compare(row.mapToItem(null, 0, 0).y, place) // a second click undoes the first
        compare(row.typeVisible, false)
        tryCompare(stage.workspace.graph, "visibleNodeCount", 1)
        mouseClick(find("legend-person"))
        tryCompare(find("nothingLeft"), "visible", true)
        mouseClick(find("showAll"))
        tryCompare(stage.workspace.graph, "visibleNodeCount", 3)
        row.forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_Space)
        compare(row.typeVisible, false)
    }

    function test_searchFindsNamesAndWords() {
        open()
        press(Qt.Key_K, Qt.ControlModifier)
        const field = find("searchField")
        tryCompare(field, "activeFocus", true)
        stage.type(main, "tallow")
        const results = find("searchResults")
        tryVerify(() => stage.workspace.search.hasAnswer)
        verify(results.count >= 3) // the name, and two passages
        press(Qt.Key_Return)
        tryCompare(stage.workspace.inspector, "name", "Tallow Works")
        compare(find("entityName").text, "Tallow Works")

        press(Qt.Key_K, Qt.ControlModifier)
        stage.type(main, "small sum")
        tryVerify(() => stage.workspace.search.hasAnswer && results.count === 1)
        press(Qt.Key_Down)
        press(Qt.Key_Return)
        tryCompare(stage.workspace, "page", Workspace.Read)
        tryVerify(() => stage.workspace.reader.quotedRow >= 0)
    }

    function test_searchThatFindsNothingSaysSo() {
        open()
        press(Qt.Key_K, Qt.ControlModifier)
        stage.type(main, "qqqq")
        tryVerify(() => stage.workspace.search.hasAnswer)
        tryCompare(find("nothingFound"), "visible", true)
        press(Qt.Key_Escape)
        tryCompare(find("nothingFound"), "visible", false)
    }

    function test_quotesOpenTheirSource() {
        open()
        stage.workspace.inspector.showConnection(stage.entity("Brightwater Mills"), stage.entity("Tallow Works"), "")
        tryCompare(stage.workspace.inspector, "quoteCount", 2)
        const list = find("quoteList")
        tryCompare(list, "count", 2)
        list.forceLayout()
        let bought = null
        for (let i = 0; i < 2; ++i) {
            const card = list.itemAtIndex(i)
            verify(card)
            if (!card.isDenied)
                bought = card
            else
                compare(card.speaker, "Ada Quill")
        }
        compare(bought.quote, "Brightwater Mills bought Tallow Works in 2023 for a small sum.")
        compare(bought.time, "2023")
        compare(bought.qualifiers, "amount: a small sum")
        mouseClick(findChild(bought, "quoteWords"), 60, 8)
        tryCompare(stage.workspace, "page", Workspace.Read)
        tryCompare(stage.workspace.reader, "title", "The mill")
        tryCompare(stage.workspace.reader, "quotedText", bought.quote)
        compare(stage.workspace.reader.stopNumber > 0, true)
        press(Qt.Key_F3)
        tryVerify(() => stage.workspace.reader.title !== "The mill")
        press(Qt.Key_F3, Qt.ShiftModifier)
        tryCompare(stage.workspace.reader, "title", "The mill")
    }

    function test_entityTellsWhatIsSaidBesidesClaims() {
        open()
        stage.workspace.inspector.showEntity(stage.entity("Tallow Works"))
        tryCompare(stage.workspace.inspector, "name", "Tallow Works")
        compare(stage.workspace.inspector.sayingCount, 0) // what its claims say is not said again
        compare(find("moreSayings").visible, false)
        stage.workspace.inspector.showEntity(stage.entity("Ada Quill"))
        tryCompare(stage.workspace.inspector, "sayingCount", 7)
        const first = find("saying-0")
        tryVerify(() => first.visible)
        compare(first.words, "Ada Quill denies that Brightwater Mills bought Tallow Works")
        compare(find("saying-6").visible, false)
        find("moreSayings").clicked()
        compare(find("saying-6").visible, true)
        first.forceActiveFocus(Qt.TabFocusReason)
        press(Qt.Key_Return)
        tryCompare(stage.workspace, "page", Workspace.Read)
        tryCompare(stage.workspace.reader, "title", "A doubt")
        tryCompare(stage.workspace.reader, "quotedText", "Ada Quill denies that Brightwater Mills bought Tallow Works.")
        stage.workspace.inspector.showEntity(stage.entity("Tallow Works"))
        tryCompare(stage.workspace.inspector, "sayingCount", 0)
        stage.workspace.inspector.showEntity(stage.entity("Ada Quill"))
        tryCompare(stage.workspace.inspector, "sayingCount", 7)
        compare(find("saying-6").visible, false) // another entity begins anew
    }

    function test_rejectingAClaimCanBeUndone() {
        open()
        stage.workspace.inspector.showConnection(stage.entity("Ada Quill"), stage.entity("Brightwater Mills"), "")
        tryCompare(stage.workspace.inspector, "quoteCount", 1)
        const list = find("quoteList")
        list.forceLayout()
        mouseClick(findChild(list.itemAtIndex(0), "rejectButton"))
        tryCompare(stage.workspace, "edgeCount", 1)
        verify(find("noticeText").visible)
        press(Qt.Key_Z, Qt.ControlModifier)
        tryCompare(stage.workspace, "edgeCount", 2)
    }

    function test_readerMarksMentionsAndShowsTheRawForm() {
        open()
        stage.workspace.readSource(stage.firstDocument())
        tryCompare(stage.workspace, "page", Workspace.Read)
        tryCompare(stage.workspace.reader, "isLoading", false)
        const blocks = find("blocks")
        tryVerify(() => blocks.count >= 2)
        press(Qt.Key_U, Qt.ControlModifier)
        tryVerify(() => find("rawText").text.length > 0)
        press(Qt.Key_U, Qt.ControlModifier)
        compare(stage.workspace.reader.isRaw, false)
        // The first block with a name: a click on its first letters chooses it.
        let chosen = false
        for (let i = 0; i < blocks.count && !chosen; ++i) {
            blocks.positionViewAtIndex(i, ListView.Center)
            blocks.forceLayout()
            const item = blocks.itemAtIndex(i)
            if (item && (item.words.startsWith("Brightwater") || item.words.startsWith("Ada"))) {
                mouseClick(findChild(item, "blockText"), 12, 10)
                chosen = true
            }
        }
        verify(chosen)
        tryCompare(stage.workspace.inspector, "kind", Inspector.Entity)
    }

    function test_badFilesAreListedWithTheirReason() {
        open()
        stage.loadEngine()
        stage.workspace.addFiles([stage.write("nothing.txt", ""), stage.write("more.md", "# More\n\nGrace Hopper was born in New York.\n")])
        tryCompare(stage.workspace, "documentCount", 3, 20000)
        settle()
        const rows = find("importRows")
        compare(rows.count, 1)
        rows.forceLayout()
        const state = findChild(rows.itemAtIndex(0), "importState")
        verify(state.text.indexOf("nothing.txt") >= 0)
        verify(state.text.endsWith("."))
        verify(find("errorCount").visible)
        mouseClick(find("dismissAllButton"))
        compare(rows.count, 0)
        compare(find("errorCount").visible, false)
    }

    function test_whatIsNoLibraryIsRefused() {
        stage.workspace.openLibrary(stage.write("letter.skein", "Dear library,"))
        tryVerify(() => find("noticeText").visible)
        verify(find("noticeText").text.indexOf("letter.skein") >= 0)
        mouseClick(find("noticeDismiss"))
        compare(find("noticeBar").visible, false)
        verify(find("emptyState").visible)
    }

    function test_theKeyboardReachesEveryPanel() {
        open()
        for (let i = 0; i < 4; ++i) {
            press(Qt.Key_F6)
            compare(find("inspectorPanel").activeFocus, false) // it has nothing to go to
        }
        stage.workspace.inspector.showEntity(stage.entity("Ada Quill"))
        tryCompare(stage.workspace.inspector, "kind", Inspector.Entity)
        const seen = []
        for (let i = 0; i < 3; ++i) {
            press(Qt.Key_F6)
            for (const name of ["sourcesPanel", "middle", "inspectorPanel"]) {
                if (find(name).activeFocus)
                    seen.push(name)
            }
        }
        compare(seen.sort().join(" "), "inspectorPanel middle sourcesPanel")
        press(Qt.Key_2, Qt.ControlModifier)
        compare(stage.workspace.page, Workspace.Read)
        press(Qt.Key_1, Qt.ControlModifier)
        compare(stage.workspace.page, Workspace.Explore)
        press(Qt.Key_B, Qt.ControlModifier)
        compare(find("sourcesPanel").visible, false)
        press(Qt.Key_B, Qt.ControlModifier)
    }

    function test_lightAndDark() {
        stage.workspace.preferences.scheme = Preferences.Dark
        verify(Theme.isDark)
        press(Qt.Key_D, Qt.ControlModifier) // dark → as the system
        compare(stage.workspace.preferences.scheme, Preferences.System)
        stage.workspace.preferences.scheme = Preferences.Light
        verify(!Theme.isDark)
    }

    function test_shortcutsAreListed() {
        press(Qt.Key_F1)
        tryVerify(() => main.isShortcutsOpen)
        press(Qt.Key_Escape)
        tryVerify(() => !main.isShortcutsOpen)
    }
}
