// SPDX-License-Identifier: GPL-3.0-or-later
// The window.
import QtQuick
import QtQuick.Dialogs
import QtQuick.Templates as T
import Skein.App

T.ApplicationWindow {
    id: window

    required property Workspace workspace
    readonly property Preferences preferences: workspace.preferences
    property bool wantsMenuBar: true
    readonly property bool isShortcutsOpen: shortcuts.opened
    readonly property bool hasMenuBar: wantsMenuBar && width >= 1000
    // Too narrow for three panels: the one that is not in use folds away.
    readonly property bool isTight: width < 820
    // So is one panel less while the drawer is open beside the graph.
    readonly property bool isDrawerTight: width < 1180 && workspace.page === Workspace.Explore && workspace.exploration.tab !== Exploration.NoTab

    title: workspace.isOpen ? qsTr("%1 — Skein").arg(workspace.libraryName) : qsTr("Skein")
    width: preferences.windowWidth
    height: preferences.windowHeight
    minimumWidth: 640
    minimumHeight: 440
    visible: true
    color: Theme.window
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize

    Binding { target: Theme; property: "isDark"; value: window.preferences.isDark }
    Binding { target: Theme; property: "isStill"; value: window.preferences.isStill }

    Component.onCompleted: {
        if (preferences.isMaximized)
            showMaximized()
        explore.takeFocus(false)
    }
    onClosing: (close) => {
        if (workspace.teaching.isChanged) {
            close.accepted = false
            workspace.close()
            return
        }
        preferences.rememberWindow(width, height, visibility === Window.Maximized)
        preferences.rememberPanels(sources.width, inspector.width)
    }

    Commands {
        id: commands
        workspace: window.workspace
        onChooseFiles: filesDialog.open()
        onChooseLibrary: libraryDialog.open()
        onChooseNewLibrary: newLibraryDialog.open()
        onChooseExport: exportDialog.open()
        onCopyPictureAsked: window.workspace.exporter.copyPicture(explore.canvas, 2, false)
        onFindAsked: topBar.focusSearch()
        onShortcutsAsked: shortcuts.open()
        onAboutAsked: about.open()
        onMenuBarToggled: window.wantsMenuBar = !window.wantsMenuBar
        onPanelAsked: (step) => window.stepPanel(step)
        onSaveViewAsked: saveView.open()
    }
    Shortcut { sequence: "F10"; enabled: !window.hasMenuBar; onActivated: topBar.openMenu() }

    function stepPanel(step: int) {
        const hasDrawer = workspace.page === Workspace.Explore && explore.drawer.visible
        let panels = workspace.page === Workspace.Teach ? [teach.editor, teach.trial] : hasDrawer ? [explore.drawer, explore.canvas] : [page]
        if (sources.visible)
            panels.unshift(sources)
        if (inspector.visible && workspace.inspector.kind !== Inspector.Nothing) // else there is nothing in it to go to
            panels.push(inspector)
        let at = panels.findIndex((panel) => panel.activeFocus)
        const next = panels[(Math.max(at, at < 0 && step > 0 ? -1 : at) + step + panels.length) % panels.length]
        if (next === sources)
            sources.takeFocus()
        else if (next === inspector)
            inspector.takeFocus()
        else if (next === teach.trial)
            teach.trial.takeFocus()
        else if (next === explore.drawer)
            explore.drawer.takeFocus()
        else
            page.takeFocus(true)
    }

    menuBar: MainMenus {
        visible: window.hasMenuBar
        height: visible ? implicitHeight : 0
        commands: commands
    }
    header: TopBar {
        id: topBar
        workspace: window.workspace
        commands: commands
        hasMenuButton: !window.hasMenuBar
    }
    footer: StatusBar {
        workspace: window.workspace
        onErrorsAsked: {
            window.preferences.hasSources = true
            sources.takeFocus()
        }
    }

    SplitView {
        id: split
        anchors.fill: parent

        SourcesPanel {
            id: sources
            objectName: "sourcesPanel"
            visible: window.preferences.hasSources && !window.isDrawerTight && !(window.isTight && inspector.visible && window.workspace.inspector.kind !== Inspector.Nothing)
            T.SplitView.preferredWidth: Math.min(window.preferences.sourcesWidth, window.width * 0.26)
            T.SplitView.minimumWidth: 170
            T.SplitView.maximumWidth: 420
            workspace: window.workspace
            commands: commands
        }
        FocusScope {
            id: page
            objectName: "middle"
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: 240
            focus: true

            function takeFocus(isAsked: bool) {
                if (window.workspace.page === Workspace.Read)
                    read.takeFocus()
                else if (window.workspace.page === Workspace.Teach)
                    teach.takeFocus()
                else
                    explore.takeFocus(isAsked)
            }

            NoticeBar {
                id: noticeBar
                notice: window.workspace.notice
                anchors { left: parent.left; right: parent.right; top: parent.top }
                height: visible ? implicitHeight : 0
                z: 1
            }
            ExplorePage {
                id: explore
                objectName: "explorePage"
                onTableExportAsked: tableFile.open()
                anchors { fill: parent; topMargin: noticeBar.height }
                visible: window.workspace.page === Workspace.Explore
                focus: visible
                workspace: window.workspace
                commands: commands
            }
            ReadPage {
                id: read
                objectName: "readPage"
                anchors { fill: parent; topMargin: noticeBar.height }
                visible: window.workspace.page === Workspace.Read
                focus: visible
                workspace: window.workspace
                commands: commands
            }
            TeachPage {
                id: teach
                objectName: "teachPage"
                anchors { fill: parent; topMargin: noticeBar.height }
                visible: window.workspace.page === Workspace.Teach
                focus: visible
                workspace: window.workspace
                commands: commands
            }
        }
        InspectorPanel {
            id: inspector
            objectName: "inspectorPanel"
            visible: window.preferences.hasInspector && window.workspace.page !== Workspace.Teach // its place is the trial's
            T.SplitView.preferredWidth: Math.min(window.preferences.inspectorWidth, window.width * 0.34)
            T.SplitView.minimumWidth: 240
            T.SplitView.maximumWidth: 620
            workspace: window.workspace
            commands: commands
        }
    }
    Connections {
        target: window.workspace
        function onPageChanged() { page.takeFocus(false) }
        function onClosable() { window.close() }
    }
    Connections {
        target: window.workspace.teaching
        function onLeaveAsked() {
            window.workspace.page = Workspace.Teach
            leave.open()
        }
    }

    DropOverlay { anchors.fill: parent; workspace: window.workspace }

    ShortcutsDialog { id: shortcuts; objectName: "shortcutsDialog"; commands: commands }
    ExportDialog {
        id: exportDialog
        objectName: "exportDialog"
        exporter: window.workspace.exporter
        onFileAsked: exportFile.open()
        onCopyAsked: window.workspace.exporter.copyPicture(explore.canvas, factor, isTransparent)
    }
    AboutDialog { id: about }
    SaveViewDialog { id: saveView; views: window.workspace.exploration.views }
    LeaveDialog { id: leave; objectName: "leaveDialog"; teaching: window.workspace.teaching }

    readonly property list<string> sourceFilters: [qsTr("Texts (*.txt *.text *.md *.markdown *.html *.htm *.xhtml)"), qsTr("All files (*)")]
    readonly property list<string> libraryFilters: [qsTr("Skein libraries (*.skein)")]
    FileDialog { id: filesDialog; title: qsTr("Add files"); fileMode: FileDialog.OpenFiles; nameFilters: window.sourceFilters; onAccepted: window.workspace.addFiles(selectedFiles) }
    FileDialog { id: libraryDialog; title: qsTr("Open a library"); nameFilters: window.libraryFilters; onAccepted: window.workspace.openLibrary(selectedFile) }
    FileDialog { id: newLibraryDialog; title: qsTr("New library"); fileMode: FileDialog.SaveFile; defaultSuffix: "skein"; nameFilters: window.libraryFilters; onAccepted: window.workspace.newLibrary(selectedFile) }
    FileDialog { id: exportFile; title: qsTr("Export"); fileMode: FileDialog.SaveFile; defaultSuffix: window.workspace.exporter.suffix; nameFilters: [window.workspace.exporter.filter]; onAccepted: window.workspace.exporter.exportTo(explore.canvas, selectedFile, exportDialog.factor, exportDialog.isTransparent, exportDialog.isWhole) }
    FileDialog { id: tableFile; title: qsTr("Export the table"); fileMode: FileDialog.SaveFile; defaultSuffix: "csv"; nameFilters: [qsTr("CSV (*.csv)")]; onAccepted: window.workspace.table.exportTo(selectedFile) }
}
