// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way in, and those that could not come in, each with the reason.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

Item {
    id: panel

    required property ImportQueue imports

    objectName: "importList"
    implicitHeight: heading.height + list.contentHeight + 13

    RowLayout {
        id: heading
        anchors { left: parent.left; right: parent.right; leftMargin: 12; rightMargin: 6 }
        height: 32
        spacing: 2
        SectionLabel {
            Layout.fillWidth: true
            text: !panel.imports.isRunning ? qsTr("Import")
                : panel.imports.isPaused ? qsTr("Paused · %L1 of %L2").arg(panel.imports.finished).arg(panel.imports.total)
                : qsTr("Reading · %L1 of %L2").arg(panel.imports.finished).arg(panel.imports.total)
        }
        ToolButton {
            objectName: "pauseButton"
            visible: panel.imports.isRunning
            iconName: panel.imports.isPaused ? "play" : "pause"
            hint: panel.imports.isPaused ? qsTr("Resume") : qsTr("Pause")
            onClicked: panel.imports.isPaused ? panel.imports.resume() : panel.imports.pause()
        }
        ToolButton {
            objectName: "cancelAllButton"
            visible: panel.imports.isRunning
            iconName: "stop"
            hint: qsTr("Cancel what is not read yet")
            onClicked: panel.imports.cancelAll()
        }
        ToolButton {
            objectName: "dismissAllButton"
            visible: !panel.imports.isRunning
            iconName: "close"
            hint: qsTr("Clear this list")
            onClicked: panel.imports.dismissAll()
        }
    }
    ListView {
        id: list
        objectName: "importRows"
        anchors { top: heading.bottom; left: parent.left; right: parent.right; bottom: line.top; leftMargin: 6; rightMargin: 6; bottomMargin: 6 }
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: panel.imports.files
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Files being read")
        Keys.onDeletePressed: panel.imports.cancel(currentIndex)
        Keys.onReturnPressed: panel.imports.retry(currentIndex)
        delegate: ImportRow {
            required property int index
            width: ListView.view.width
            onCancelAsked: panel.imports.cancel(index)
            onRetryAsked: panel.imports.retry(index)
        }
        T.ScrollBar.vertical: ScrollBar {}
    }
    Rectangle { id: line; anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: 1; color: Theme.line }
}
