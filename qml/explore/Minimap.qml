// SPDX-License-Identifier: GPL-3.0-or-later
// The whole graph, small, with the part in view; shown when not everything is in view.
import QtQuick
import Skein.App

Rectangle {
    id: frame

    required property GraphItem canvas
    readonly property bool isWanted: !canvas.allInSight

    implicitWidth: 168
    implicitHeight: 112
    radius: 8
    color: Theme.panel
    border.width: 1
    border.color: Theme.line
    visible: isWanted

    GraphMinimap {
        objectName: "minimap"
        anchors { fill: parent; margins: 5 }
        canvas: frame.canvas
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Overview of the graph")
        Accessible.description: qsTr("Press or drag to move the view")
    }
}
