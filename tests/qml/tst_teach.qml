// SPDX-License-Identifier: GPL-3.0-or-later
// The page on which a library is taught, as a person uses it: written, corrected, tried, saved, taken back, left.
import QtQuick
import QtTest
import Skein
import Skein.App
import Skein.Test

TestCase {
    id: test
    name: "teach"
    when: windowShown
    width: 10
    height: 10

    property Stage stage: null
    property var main: null
    readonly property Teaching teaching: stage?.workspace.teaching ?? null

    Component { id: stageComponent; Stage {} }
    Component { id: mainComponent; Main { width: 1280; height: 800 } }

    readonly property string text: "names organization\n    Tallow Works | Tallow\n    Brightwater Mills\n\nrelation supplies organization -> organization\n    inverse: is supplied by\n\nrule deliveries for supplies\n    S {deliver} gap to O\n"

    function init() {
        stage = stageComponent.createObject(test)
        main = mainComponent.createObject(null, { workspace: stage.workspace })
        verify(main)
        tryCompare(main, "visible", true)
        main.requestActivate()
        tryCompare(main, "active", true)
        stage.loadEngine()
        stage.openLibrary()
        tryCompare(stage.workspace, "documentCount", 2)
        tryVerify(() => teaching.isReady, 20000)
        settle()
        press(Qt.Key_3, Qt.ControlModifier)
        tryCompare(stage.workspace, "page", Workspace.Teach)
        settle()
    }
    function cleanup() {
        teaching.revert() // or the window would ask
        main.destroy()
        stage.destroy()
        wait(0)
    }

    function find(name) { return findChild(main.contentItem.parent ?? main.contentItem, name) ?? findChild(main, name) }
    function press(key, modifiers = 0) { stage.press(main, key, modifiers) }
    function settle() { tryVerify(() => stage.isSettled(), 20000) }
    function write(text) {
        find("teachText").text = text
        compare(teaching.text, text)
        settle()
    }

    function test_itIsReachedByKeysMenuAndReader() {
        verify(find("teachPage").visible)
        compare(find("inspectorPanel").visible, false)
        tryCompare(find("teachText"), "activeFocus", true)
        verify(find("exampleButton").visible)
        press(Qt.Key_2, Qt.ControlModifier)
        tryCompare(stage.workspace, "page", Workspace.Read)
        mouseClick(find("teachButton"))
        tryCompare(stage.workspace, "page", Workspace.Teach)
        press(Qt.Key_1, Qt.ControlModifier)
        mouseClick(find("teachTab"))
        tryCompare(stage.workspace, "page", Workspace.Teach)
    }

    function test_typingIndentsAndTellsMistakesAtTheirLines() {
        const area = find("teachText")
        area.forceActiveFocus()
        stage.type(main, "names planet")
        press(Qt.Key_Return)
        stage.type(main, "Quill")
        compare(area.text, "names planet\n    Quill")
        settle()
        compare(teaching.problemCount, 1)
        compare(find("problemCount").text, "1 mistake")
        compare(find("saveButton").enabled, false)
        const list = find("problemList")
        list.forceLayout()
        compare(list.itemAtIndex(0).line, 1)
        verify(list.itemAtIndex(0).message.startsWith("There is no type “planet”"))
        mouseClick(list.itemAtIndex(0))
        tryCompare(area, "cursorPosition", 6)
        tryCompare(area, "activeFocus", true)
        area.select(6, 12)
        stage.type(main, "product")
        settle()
        compare(teaching.problemCount, 0)
        compare(find("saveButton").enabled, true)
    }

    function test_theExampleHasNoMistake() {
        mouseClick(find("exampleButton"))
        settle()
        verify(teaching.text.length > 100)
        compare(teaching.problemCount, 0)
    }

    function test_itIsTriedOnTheOpenSourceAndOnWords() {
        write("names place\n    Brightwater Mills\n")
        tryVerify(() => teaching.changeCount > 0)
        const list = find("changeList")
        list.forceLayout()
        let added = null // whatever else the engine reads in it
        for (let i = 0; i < list.count && !added; ++i) {
            list.positionViewAtIndex(i, ListView.Contain)
            const row = list.itemAtIndex(i)
            if (row?.isAdded && !row.isClaim && row.subject === "Brightwater Mills" && row.label === "Place")
                added = row
        }
        verify(added)
        mouseClick(added)
        tryCompare(stage.workspace, "page", Workspace.Read)
        tryVerify(() => stage.workspace.reader.quotedRow >= 0)
        press(Qt.Key_3, Qt.ControlModifier)

        write(test.text)
        mouseClick(find("trySentence"))
        const words = find("trialWords")
        tryCompare(words, "activeFocus", true)
        words.text = "Brightwater Mills delivered new wheels to Tallow."
        settle()
        tryVerify(() => teaching.changeCount > 0)
        list.forceLayout()
        const claims = []
        for (let i = 0; i < list.count; ++i) {
            list.positionViewAtIndex(i, ListView.Contain)
            const row = list.itemAtIndex(i)
            if (row?.isClaim && row.isAdded)
                claims.push(row.words)
        }
        verify(claims.includes("Brightwater Mills supplies Tallow Works"), claims.join("; "))
        // A mistake leaves the last answer in sight.
        write(test.text + "tpye\n")
        compare(teaching.problemCount, 1)
        verify(teaching.changeCount > 0)
    }

    function test_aSourceChosenOnTheLeftIsTriedOn() {
        const list = find("sourceList")
        list.forceLayout()
        const other = list.itemAtIndex(1)
        mouseClick(other)
        tryCompare(teaching, "subjectTitle", other.title)
        compare(stage.workspace.page, Workspace.Teach)
    }

    function test_savingTeachesTheLibraryAndCanBeUndone() {
        write(test.text)
        verify(teaching.isChanged)
        press(Qt.Key_S, Qt.ControlModifier)
        tryCompare(teaching, "isChanged", false, 20000)
        settle()
        compare(teaching.outdated, 0)
        verify(find("noticeText").text.startsWith("Taught, and all sources read again"))
        compare(find("teachState").text, "Taught and saved")
        verify(stage.workspace.history.canUndo)
        stage.workspace.history.undo()
        tryCompare(teaching, "text", "", 20000)
        settle()
        compare(find("teachText").text, "")
        compare(teaching.isChanged, false)
        stage.workspace.history.redo()
        tryCompare(teaching, "text", test.text, 20000)
        settle()
        compare(find("teachText").text, test.text)
    }

    function test_revertBringsBackWhatIsSaved() {
        write("names product\n    Quill Two\n")
        mouseClick(find("revertButton"))
        compare(find("teachText").text, "")
        compare(teaching.isChanged, false)
    }

    function test_nothingIsLostWithoutAQuestion() {
        write("names product\n    Quill Two\n")
        main.close()
        const dialog = find("leaveDialog")
        tryCompare(dialog, "opened", true)
        compare(main.visible, true)
        press(Qt.Key_Escape)
        tryCompare(dialog, "opened", false)
        compare(teaching.text, "names product\n    Quill Two\n")
        stage.workspace.openLibrary(stage.folder("more") + "/Other.skein") // there is none: it says so, and nothing is lost
        tryVerify(() => find("noticeText").text !== "")
        verify(teaching.isChanged)
        stage.workspace.newLibrary(stage.folder("more") + "/Other.skein")
        tryCompare(dialog, "opened", true)
        mouseClick(find("leaveDiscard"))
        tryCompare(stage.workspace, "libraryName", "Other", 20000)
        settle()
        compare(teaching.text, "")
        compare(teaching.isChanged, false)
    }

    function test_leavingMaySave() {
        write("names product\n    Quill Two\n")
        const mill = stage.workspace.libraryFile
        stage.workspace.newLibrary(stage.folder("more") + "/Third.skein")
        const dialog = find("leaveDialog")
        tryCompare(dialog, "opened", true)
        mouseClick(find("leaveSave"))
        tryCompare(stage.workspace, "libraryName", "Third", 20000)
        settle()
        stage.workspace.openRecent(mill)
        tryCompare(teaching, "text", "names product\n    Quill Two\n", 20000)
        settle()
    }

    function test_panelsAreReachedByKeys() {
        write("names place\n    Brightwater Mills\n")
        tryVerify(() => teaching.changeCount > 0)
        find("teachText").forceActiveFocus()
        press(Qt.Key_F6)
        tryCompare(find("changeList"), "activeFocus", true)
        press(Qt.Key_F6)
        tryCompare(find("sourceList"), "activeFocus", true)
        press(Qt.Key_F6)
        tryCompare(find("teachText"), "activeFocus", true)
        press(Qt.Key_F6, Qt.ShiftModifier)
        tryCompare(find("sourceList"), "activeFocus", true)
        press(Qt.Key_F6)
        press(Qt.Key_F6)
        press(Qt.Key_Return)
        tryCompare(stage.workspace, "page", Workspace.Read)
    }

    function test_helpTellsHowToWriteIt() {
        mouseClick(find("teachHelp"))
        tryCompare(find("teachHelpDialog"), "opened", true)
        press(Qt.Key_Escape)
        tryCompare(find("teachHelpDialog"), "opened", false)
    }

    function test_oldReadingsAreOfferedToBeReadAgain() {
        compare(teaching.outdated, 2) // the stage wrote them by hand
        verify(find("outdatedButton").visible)
        mouseClick(find("outdatedButton"))
        tryCompare(teaching, "outdated", 0, 20000)
        settle()
        compare(find("outdatedButton").visible, false)
    }
}
