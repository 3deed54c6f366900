// SPDX-License-Identifier: GPL-3.0-or-later
// Files may be dropped anywhere on the window; while they hover, it says so.
import QtQuick
import Skein.App

DropArea {
    id: area

    required property Workspace workspace

    keys: ["text/uri-list"]
    onDropped: (drop) => {
        drop.acceptProposedAction()
        workspace.addFiles(drop.urls)
    }

    Rectangle {
        visible: area.containsDrag
        anchors.fill: parent
        color: Theme.shade
        Rectangle {
            anchors { fill: parent; margins: 24 }
            radius: 12
            color: Theme.isDark ? "#e61b1e24" : "#f2ffffff"
            border.width: 2
            border.color: Theme.accent
            Column {
                anchors.centerIn: parent
                spacing: 8
                Icon { name: "plus"; size: 32; color: Theme.accent; anchors.horizontalCenter: parent.horizontalCenter }
                Label { text: qsTr("Drop to add to the library"); font.pixelSize: 18; font.weight: Font.DemiBold; anchors.horizontalCenter: parent.horizontalCenter }
                Label { text: qsTr("Files, or folders of files; a .skein file opens as a library"); color: Theme.muted; anchors.horizontalCenter: parent.horizontalCenter }
            }
        }
    }
}
