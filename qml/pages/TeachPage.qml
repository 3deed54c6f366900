// SPDX-License-Identifier: GPL-3.0-or-later
// What the library knows beyond what Skein ships: written here, tried at once beside it, saved into the library.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: page

    required property Workspace workspace
    required property Commands commands
    readonly property Teaching teaching: workspace.teaching
    property alias editor: editor
    property alias trial: trial
    readonly property bool isTall: width < 720 // the trial stands below the text

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Teach")

    function takeFocus() { editor.takeFocus() }

    Rectangle { anchors.fill: parent; color: Theme.base }

    RowLayout {
        id: bar
        anchors { left: parent.left; right: parent.right; leftMargin: 12; rightMargin: 8 }
        height: 40
        spacing: 6
        Label {
            objectName: "teachState"
            Layout.fillWidth: true
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            elide: Text.ElideRight
            text: !page.workspace.isOpen ? qsTr("No library is open")
                : !page.teaching.isReady ? qsTr("Loading…")
                : page.teaching.isReading ? qsTr("Reading all sources again…")
                : page.teaching.isChanged ? qsTr("Not saved yet")
                : page.teaching.text === "" ? qsTr("This library knows what Skein ships")
                : qsTr("Taught and saved")
        }
        Button {
            id: outdatedButton
            objectName: "outdatedButton"
            visible: page.teaching.outdated > 0 && !page.teaching.isReading && !page.teaching.isChanged && !page.isTall
            iconName: "retry"
            text: page.teaching.outdated === 1 ? qsTr("Read 1 source again") : qsTr("Read %L1 sources again").arg(page.teaching.outdated)
            onClicked: page.teaching.readAgain()
            ToolTip { hint: qsTr("They were read by another Skein, or before the library was taught this"); isWanted: outdatedButton.hovered }
        }
        ProgressBar { visible: page.teaching.isReading; value: page.teaching.progress; Layout.preferredWidth: 80; Accessible.name: qsTr("Reading all sources again") }
        Button { objectName: "stopReading"; visible: page.teaching.isReading; iconName: "stop"; text: qsTr("Stop"); onClicked: page.teaching.cancel() }
        ToolButton { objectName: "teachHelp"; iconName: "help"; hint: qsTr("How to teach a library"); onClicked: help.open() }
        Button { objectName: "revertButton"; visible: !page.teaching.isReading; enabled: page.teaching.isChanged; text: qsTr("Revert"); onClicked: page.teaching.revert() }
        Button {
            id: saveButton
            objectName: "saveButton"
            visible: !page.teaching.isReading
            highlighted: true
            enabled: page.commands.saveTaught.enabled
            text: qsTr("Save")
            onClicked: page.commands.saveTaught.trigger()
            ToolTip { hint: qsTr("Save, and read all sources again"); keys: page.commands.saveTaught.keys; isWanted: saveButton.hovered }
        }
    }
    Rectangle { id: line; anchors { left: parent.left; right: parent.right; top: bar.bottom } height: 1; color: Theme.line }

    SplitView {
        anchors { left: parent.left; right: parent.right; top: line.bottom; bottom: parent.bottom }
        orientation: page.isTall ? Qt.Vertical : Qt.Horizontal

        Item {
            T.SplitView.fillWidth: true
            T.SplitView.fillHeight: true
            T.SplitView.minimumWidth: 280
            T.SplitView.minimumHeight: 160
            TeachEditor {
                id: editor
                objectName: "teachEditor"
                anchors { left: parent.left; right: parent.right; top: parent.top; bottom: problems.visible ? problems.top : parent.bottom }
                focus: true
                teaching: page.teaching
            }
            Column {
                visible: page.teaching.isReady && page.teaching.text === ""
                anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: editor.gutter + 24; rightMargin: 24; topMargin: 48 }
                spacing: 16
                Label { width: parent.width; text: qsTr("Teach this library"); font.pixelSize: 18; font.weight: Font.DemiBold; wrapMode: Text.Wrap; Accessible.role: Accessible.Heading }
                Label {
                    width: Math.min(parent.width, 460)
                    wrapMode: Text.Wrap
                    lineHeight: 1.35
                    color: Theme.muted
                    text: qsTr("Names that Skein misses, things that it takes for names, types and relations of your own field, and the words by which your sources say them. It is tried at once on the source that is open, and when you save, all sources are read again.")
                }
                Row {
                    spacing: 8
                    Button { objectName: "exampleButton"; iconName: "sparkle"; text: qsTr("Begin with an example"); highlighted: true; onClicked: editor.insertExample(page.example) }
                    Button { iconName: "help"; text: qsTr("How it is written"); onClicked: help.open() }
                }
            }
            TeachProblems {
                id: problems
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                height: Math.min(implicitHeight, parent.height * 0.45)
                visible: page.teaching.problemCount > 0
                teaching: page.teaching
                onChosen: (position) => editor.goTo(position)
            }
        }
        TeachTrial {
            id: trial
            objectName: "trial"
            T.SplitView.preferredWidth: Math.min(380, page.width * 0.4)
            T.SplitView.minimumWidth: 240
            T.SplitView.preferredHeight: page.height * 0.42
            T.SplitView.minimumHeight: 120
            workspace: page.workspace
        }
    }

    TeachHelp { id: help; objectName: "teachHelpDialog" }

    readonly property string example: qsTr("# Names that belong together: the name, then its aliases.") + `
names product
    Muse Spark | Spark

` + qsTr("# What looks like a name and is none.") + `
ignore
    Thank You

` + qsTr("# A relation of your own, and how your sources say it.") + `
relation supplies organization|person -> organization|product
    inverse: is supplied by

rule deliveries for supplies
    S {supply|deliver} ( the|a )? O
    O {supply|deliver}.passive by S
`
}
