// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected: an entity, a connection, or how to select one.
import QtQuick
import Skein.App

FocusScope {
    id: panel

    required property Workspace workspace
    required property Commands commands

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Inspector")

    function takeFocus() {
        if (workspace.inspector.kind === Inspector.Connection)
            connection.forceActiveFocus(Qt.TabFocusReason)
        else
            entity.forceActiveFocus(Qt.TabFocusReason)
    }

    Rectangle { anchors.fill: parent; color: Theme.panel }

    EntityView {
        id: entity
        objectName: "entityView"
        anchors.fill: parent
        visible: panel.workspace.inspector.kind === Inspector.Entity
        workspace: panel.workspace
        commands: panel.commands
    }
    ConnectionView {
        id: connection
        objectName: "connectionView"
        anchors.fill: parent
        visible: panel.workspace.inspector.kind === Inspector.Connection
        workspace: panel.workspace
        commands: panel.commands
    }
    Column {
        visible: panel.workspace.inspector.kind === Inspector.Nothing
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 16 }
        spacing: 8
        Label { text: qsTr("Nothing selected"); font.weight: Font.DemiBold }
        Label {
            width: parent.width
            wrapMode: Text.Wrap
            color: Theme.muted
            lineHeight: 1.3
            text: panel.workspace.entityCount > 0
                ? qsTr("Click a name in the graph to see what it is connected with, or a line to read the sentences that say so.\n\nCtrl+K finds any name or word.")
                : qsTr("What you select in the graph is told here, with the words of your sources.")
        }
    }
}
