// SPDX-License-Identifier: GPL-3.0-or-later
// The days of the layout by time, along the canvas's foot, and the names of its lanes at its left.
pragma ComponentBehavior: Bound
import QtQuick
import Skein.App

Item {
    id: axis

    required property GraphItem graph
    required property Arrangement arrangement

    visible: arrangement.hasAxis
    clip: true
    Accessible.ignored: true

    Repeater {
        model: axis.arrangement.ticks
        delegate: Item {
            id: tick
            required property double place
            required property string label
            required property double room // world units to the nearest tick that matters more
            readonly property bool isShown: room * axis.graph.zoom > 92
            visible: isShown
            x: Math.round(axis.graph.origin.x + place * axis.graph.zoom)
            height: axis.height
            Rectangle { width: 1; height: axis.height; color: Theme.edge; opacity: 0.3 }
            Rectangle {
                x: -width / 2
                anchors { bottom: parent.bottom; bottomMargin: 6 }
                width: day.implicitWidth + 12
                height: 20
                radius: 10
                color: Theme.panel
                border.width: 1
                border.color: Theme.line
                Label { id: day; anchors.centerIn: parent; text: tick.label; color: Theme.muted; font.pixelSize: Theme.smallSize }
            }
        }
    }
    Repeater {
        model: axis.arrangement.lanes
        delegate: Item {
            id: lane
            required property double laneTop
            required property double laneBottom
            required property string label
            y: Math.round(axis.graph.origin.y + laneTop * axis.graph.zoom)
            width: axis.width
            height: (laneBottom - laneTop) * axis.graph.zoom
            Rectangle { y: -2; width: axis.width; height: 1; color: Theme.edge; opacity: 0.3 }
            Rectangle { x: 6; y: 1; width: name.width + 12; height: name.height + 2; radius: 4; color: Theme.base; opacity: 0.85; visible: name.visible }
            Label { id: name; x: 12; y: 2; visible: lane.height > 12; text: lane.label; color: Theme.muted; font.pixelSize: Theme.smallSize; font.weight: Font.DemiBold }
        }
    }
}
