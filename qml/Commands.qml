// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the window can do, with its keys: the menus, the bars and the list of shortcuts all draw from here.
import QtQuick
import Skein.App

Item {
    id: commands

    required property Workspace workspace

    signal chooseFiles()
    signal chooseLibrary()
    signal chooseNewLibrary()
    signal chooseExport()
    signal copyPictureAsked()
    signal findAsked()
    signal shortcutsAsked()
    signal aboutAsked()
    signal zoomAsked(factor: real)
    signal fitAsked()
    signal relayoutAsked()
    signal centreAsked()
    signal panelAsked(step: int)
    signal menuBarToggled()
    signal saveViewAsked()
    signal walkAsked(key: int)

    readonly property list<Command> all: [
        addFiles, newLibrary, openLibrary, openSample, exportAs, copyPicture, quit,
        undo, redo, find, back, forward,
        explore, read, teach, saveTaught, sources, inspector, menuBar, nextPanel, previousPanel, darker, fullScreen,
        zoomIn, zoomOut, fit, centre, relayout, stop,
        mostImportant, nextRelation, previousRelation, walkOn, walkBack, startHere, expand, hide, focusSelected, showWhole, clearConditions, saveView, filterTab, pathsTab, groupsTab, lookTab, table,
        nextQuote, previousQuote, raw, shortcuts
    ]

    property Command addFiles: Command { text: qsTr("&Add files…"); keys: "Ctrl+O"; iconName: "plus"; onTriggered: commands.chooseFiles() }
    property Command newLibrary: Command { text: qsTr("&New library…"); keys: "Ctrl+N"; iconName: "library"; onTriggered: commands.chooseNewLibrary() }
    property Command openLibrary: Command { text: qsTr("&Open library…"); keys: "Ctrl+L"; iconName: "folder"; onTriggered: commands.chooseLibrary() }
    property Command openSample: Command { text: qsTr("Open the &sample"); keys: "Ctrl+Shift+L"; iconName: "sparkle"; onTriggered: commands.workspace.openSample() }
    property Command exportAs: Command { text: qsTr("&Export…"); keys: "Ctrl+E"; iconName: "export"; enabled: commands.workspace.isOpen; onTriggered: commands.chooseExport() }
    property Command copyPicture: Command { text: qsTr("Copy &picture"); keys: "Ctrl+Shift+C"; iconName: "copy"; enabled: commands.hasGraph; onTriggered: commands.copyPictureAsked() }
    property Command quit: Command { text: qsTr("&Quit"); keys: "Ctrl+Q"; onTriggered: Qt.quit() }

    property Command undo: Command {
        text: commands.workspace.history.canUndo ? qsTr("&Undo: %1").arg(commands.workspace.history.undoText) : qsTr("&Undo")
        keys: "Ctrl+Z"
        iconName: "undo"
        enabled: commands.workspace.history.canUndo
        onTriggered: commands.workspace.history.undo()
    }
    property Command redo: Command {
        text: commands.workspace.history.canRedo ? qsTr("&Redo: %1").arg(commands.workspace.history.redoText) : qsTr("&Redo")
        keys: "Ctrl+Shift+Z"
        iconName: "redo"
        enabled: commands.workspace.history.canRedo
        onTriggered: commands.workspace.history.redo()
    }
    property Command find: Command { text: qsTr("&Search"); keys: "Ctrl+K"; iconName: "search"; onTriggered: commands.findAsked() }
    property Command back: Command {
        text: qsTr("&Back")
        keys: "Alt+Left"
        iconName: "back"
        enabled: commands.workspace.inspector.canGoBack
        onTriggered: commands.workspace.inspector.goBack()
    }
    property Command forward: Command {
        text: qsTr("&Forward")
        keys: "Alt+Right"
        iconName: "forward"
        enabled: commands.workspace.inspector.canGoForward
        onTriggered: commands.workspace.inspector.goForward()
    }

    property Command explore: Command {
        text: qsTr("&Explore")
        keys: "Ctrl+1"
        iconName: "graph"
        onTriggered: commands.workspace.page = Workspace.Explore
    }
    property Command read: Command { text: qsTr("&Read"); keys: "Ctrl+2"; iconName: "read"; onTriggered: commands.workspace.page = Workspace.Read }
    property Command teach: Command { text: qsTr("&Teach"); keys: "Ctrl+3"; iconName: "teach"; onTriggered: commands.workspace.page = Workspace.Teach }
    property Command saveTaught: Command {
        text: qsTr("Sa&ve what the library is taught")
        keys: "Ctrl+S"
        iconName: "check"
        enabled: commands.workspace.teaching.canSave && commands.workspace.teaching.problemCount === 0
        onTriggered: commands.workspace.teaching.save()
    }
    property Command sources: Command {
        text: qsTr("&Sources panel")
        keys: "Ctrl+B"
        checkable: true
        checked: commands.workspace.preferences.hasSources
        onTriggered: commands.workspace.preferences.hasSources = !commands.workspace.preferences.hasSources
    }
    property Command inspector: Command {
        text: qsTr("&Inspector panel")
        keys: "Ctrl+I"
        checkable: true
        checked: commands.workspace.preferences.hasInspector
        onTriggered: commands.workspace.preferences.hasInspector = !commands.workspace.preferences.hasInspector
    }
    property Command menuBar: Command { text: qsTr("Show or hide the &menu bar"); keys: "Ctrl+M"; onTriggered: commands.menuBarToggled() }
    property Command nextPanel: Command { text: qsTr("&Next panel"); keys: "F6"; onTriggered: commands.panelAsked(1) }
    property Command previousPanel: Command { text: qsTr("&Previous panel"); keys: "Shift+F6"; onTriggered: commands.panelAsked(-1) }
    property Command darker: Command {
        text: qsTr("Light, &dark or as the system")
        keys: "Ctrl+D"
        iconName: commands.workspace.preferences.scheme === Preferences.System ? "system"
                : commands.workspace.preferences.scheme === Preferences.Light ? "sun" : "moon"
        onTriggered: {
            const scheme = commands.workspace.preferences.scheme
            commands.workspace.preferences.scheme = scheme === Preferences.System ? Preferences.Light
                    : scheme === Preferences.Light ? Preferences.Dark : Preferences.System
        }
    }
    property Command fullScreen: Command {
        text: qsTr("F&ull screen")
        keys: "F11"
        onTriggered: {
            const window = commands.Window.window
            window.visibility = window.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen
        }
    }

    readonly property bool hasGraph: workspace.page === Workspace.Explore && workspace.entityCount > 0
    property Command zoomIn: Command { text: qsTr("Zoom &in"); keys: "Ctrl++"; iconName: "zoom-in"; enabled: commands.hasGraph; onTriggered: commands.zoomAsked(1.25) }
    property Command zoomOut: Command { text: qsTr("Zoom &out"); keys: "Ctrl+-"; iconName: "zoom-out"; enabled: commands.hasGraph; onTriggered: commands.zoomAsked(0.8) }
    property Command fit: Command { text: qsTr("&Fit the window"); keys: "Ctrl+0"; iconName: "fit"; enabled: commands.hasGraph; onTriggered: commands.fitAsked() }
    property Command centre: Command {
        text: qsTr("Go to the &selected")
        keys: "Ctrl+J"
        iconName: "pin"
        enabled: commands.workspace.inspector.kind !== Inspector.Nothing
        onTriggered: commands.centreAsked()
    }
    property Command relayout: Command { text: qsTr("&Lay out anew"); keys: "Ctrl+R"; iconName: "relayout"; enabled: commands.hasGraph; onTriggered: commands.relayoutAsked() }

    property Command stop: Command {
        text: qsTr("Sto&p laying out and computing")
        keys: "Esc"
        enabled: commands.workspace.page === Workspace.Explore && commands.workspace.computation.isRunning
        onTriggered: commands.workspace.computation.stop()
    }

    readonly property Exploration exploration: workspace.exploration
    readonly property string selected: workspace.graph.selectedEntity
    property Command startHere: Command {
        text: qsTr("&Start from the selected")
        keys: "Ctrl+Shift+H"
        iconName: "start"
        enabled: commands.hasGraph && commands.selected !== ""
        onTriggered: commands.exploration.startFrom(commands.selected)
    }
    property Command mostImportant: Command { text: qsTr("Select the &most important"); canvasKeys: "Home"; enabled: commands.hasGraph; onTriggered: commands.walkAsked(Qt.Key_Home) }
    property Command nextRelation: Command { text: qsTr("Walk: &next relation"); canvasKeys: "]"; enabled: commands.hasGraph && commands.selected !== ""; onTriggered: commands.walkAsked(Qt.Key_BracketRight) }
    property Command previousRelation: Command { text: qsTr("Walk: p&revious relation"); canvasKeys: "["; enabled: commands.hasGraph && commands.selected !== ""; onTriggered: commands.walkAsked(Qt.Key_BracketLeft) }
    property Command walkOn: Command { text: qsTr("Walk: &go there"); canvasKeys: "Enter"; enabled: commands.hasGraph && commands.workspace.walk.hint !== ""; onTriggered: commands.walkAsked(Qt.Key_Return) }
    property Command walkBack: Command { text: qsTr("Walk: &back"); canvasKeys: "Backspace"; enabled: commands.hasGraph; onTriggered: commands.walkAsked(Qt.Key_Backspace) }
    property Command showWhole: Command {
        text: qsTr("Show the &whole library")
        keys: "Ctrl+Home"
        iconName: "library"
        enabled: commands.hasGraph && !commands.exploration.isWhole
        onTriggered: commands.exploration.showWhole()
    }
    property Command expand: Command {
        text: qsTr("E&xpand the selected")
        keys: "Ctrl+Shift+E"
        iconName: "expand"
        enabled: commands.hasGraph && commands.selected !== ""
        onTriggered: commands.exploration.expand(commands.selected)
    }
    property Command hide: Command {
        text: qsTr("&Hide the selected")
        keys: "Ctrl+H"
        iconName: "hide"
        enabled: commands.hasGraph && commands.selected !== ""
        onTriggered: commands.exploration.hide(commands.selected)
    }
    property Command focusSelected: Command {
        text: qsTr("F&ocus on the selected")
        keys: "Ctrl+Shift+J"
        iconName: "focus"
        enabled: commands.hasGraph && commands.selected !== ""
        onTriggered: commands.exploration.focusOn(commands.selected, 1)
    }
    property Command clearConditions: Command {
        text: qsTr("&Clear filter, focus and hiding")
        keys: "Ctrl+Backspace"
        enabled: commands.hasGraph
        onTriggered: commands.exploration.clearConditions()
    }
    property Command saveView: Command {
        text: qsTr("Sa&ve the view…")
        keys: "Ctrl+Shift+S"
        iconName: "plus"
        enabled: commands.hasGraph
        onTriggered: commands.saveViewAsked()
    }
    property Command filterTab: Command { text: qsTr("&Filter"); keys: "Ctrl+Shift+F"; iconName: "filter"; checkable: true; checked: commands.exploration.tab === Exploration.FilterTab; enabled: commands.hasGraph; onTriggered: commands.exploration.openTab(Exploration.FilterTab) }
    property Command pathsTab: Command { text: qsTr("&Paths"); keys: "Ctrl+P"; iconName: "path"; checkable: true; checked: commands.exploration.tab === Exploration.PathsTab; enabled: commands.hasGraph; onTriggered: commands.exploration.openTab(Exploration.PathsTab) }
    property Command groupsTab: Command { text: qsTr("&Groups"); keys: "Ctrl+G"; iconName: "groups"; checkable: true; checked: commands.exploration.tab === Exploration.GroupsTab; enabled: commands.hasGraph; onTriggered: commands.exploration.openTab(Exploration.GroupsTab) }
    property Command lookTab: Command { text: qsTr("&Look"); keys: "Ctrl+Y"; iconName: "look"; checkable: true; checked: commands.exploration.tab === Exploration.LookTab; enabled: commands.hasGraph; onTriggered: commands.exploration.openTab(Exploration.LookTab) }
    property Command table: Command { text: qsTr("&Table"); keys: "Ctrl+T"; iconName: "table"; checkable: true; checked: commands.workspace.preferences.hasTable; enabled: commands.hasGraph; onTriggered: commands.workspace.preferences.hasTable = !commands.workspace.preferences.hasTable }

    property Command nextQuote: Command {
        text: qsTr("&Next quote")
        keys: "F3"
        iconName: "down"
        enabled: commands.workspace.reader.stopCount > 0
        onTriggered: { commands.workspace.reader.nextStop(); commands.workspace.page = Workspace.Read }
    }
    property Command previousQuote: Command {
        text: qsTr("&Previous quote")
        keys: "Shift+F3"
        iconName: "up"
        enabled: commands.workspace.reader.stopCount > 0
        onTriggered: { commands.workspace.reader.previousStop(); commands.workspace.page = Workspace.Read }
    }
    property Command raw: Command {
        text: qsTr("&Raw form of the source")
        keys: "Ctrl+U"
        iconName: "raw"
        checkable: true
        checked: commands.workspace.reader.isRaw
        enabled: commands.workspace.page === Workspace.Read && commands.workspace.reader.document !== ""
        onTriggered: commands.workspace.reader.isRaw = !commands.workspace.reader.isRaw
    }
    property Command shortcuts: Command { text: qsTr("&Keyboard shortcuts"); keys: "F1"; iconName: "help"; onTriggered: commands.shortcutsAsked() }
    property Command about: Command { text: qsTr("&About Skein"); onTriggered: commands.aboutAsked() }
}
