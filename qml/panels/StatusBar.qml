// SPDX-License-Identifier: GPL-3.0-or-later
// What is there, and what is running.
import QtQuick
import QtQuick.Layouts
import Skein.App

Rectangle {
    id: bar

    required property Workspace workspace

    signal errorsAsked()

    implicitHeight: 28
    color: Theme.window

    Rectangle { width: parent.width; height: 1; color: Theme.line }
    RowLayout {
        anchors { fill: parent; leftMargin: 12; rightMargin: 12; topMargin: 1 }
        spacing: 12
        Label {
            objectName: "counts"
            text: bar.workspace.isOpen
                ? [bar.workspace.entityCount === 1 ? qsTr("1 entity") : qsTr("%L1 entities").arg(bar.workspace.entityCount),
                   bar.workspace.edgeCount === 1 ? qsTr("1 relation") : qsTr("%L1 relations").arg(bar.workspace.edgeCount),
                   bar.workspace.documentCount === 1 ? qsTr("1 source") : qsTr("%L1 sources").arg(bar.workspace.documentCount)].join(" · ")
                : ""
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            font.features: { "tnum": 1 }
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        ToolButton {
            objectName: "errorCount"
            visible: bar.workspace.imports.failed > 0
            implicitHeight: 22
            iconName: "warning"
            iconSize: 12
            ink: Theme.danger
            font.pixelSize: Theme.smallSize
            text: bar.workspace.imports.failed === 1 ? qsTr("1 file could not be read")
                                                     : qsTr("%L1 files could not be read").arg(bar.workspace.imports.failed)
            onClicked: bar.errorsAsked()
        }
        Label {
            objectName: "status"
            text: bar.workspace.status !== "" ? bar.workspace.status : bar.workspace.computation.outcome !== "" ? bar.workspace.computation.outcome : qsTr("Ready")
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            font.features: { "tnum": 1 }
            elide: Text.ElideMiddle
            Layout.maximumWidth: bar.width * 0.45
            Accessible.role: Accessible.StatusBar
        }
        ProgressBar {
            visible: bar.workspace.status !== ""
            indeterminate: bar.workspace.statusProgress < 0
            value: Math.max(0, bar.workspace.statusProgress)
            Accessible.name: qsTr("Progress")
        }
    }
}
