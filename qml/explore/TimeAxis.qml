// SPDX-License-Identifier: GPL-3.0-or-later
// The days of the layout by time, on a strip along the canvas's foot, and the names of its lanes on one at its left. The
// strips have room of their own: the graph is fitted beside them, and passes beneath them when it is moved.
pragma ComponentBehavior: Bound
import QtQuick
import Skein.App

Item {
    id: axis

    required property GraphItem graph
    required property Arrangement arrangement
    readonly property real gutter: visible ? Math.min(names.widest + 24, width * 0.4) : 0 // of the names
    readonly property real foot: visible ? 26 : 0 // of the days

    visible: arrangement.hasAxis
    clip: true
    Accessible.ignored: true

    Item {
        anchors { fill: parent; leftMargin: axis.gutter; bottomMargin: axis.foot }
        clip: true
        Repeater {
            model: axis.arrangement.lanes
            delegate: Rectangle {
                required property double laneTop
                y: Math.round(axis.graph.origin.y + laneTop * axis.graph.zoom) - 2
                width: axis.width
                height: 1
                color: Theme.edge
                opacity: 0.3
            }
        }
        Repeater {
            model: axis.arrangement.ticks
            delegate: Rectangle {
                required property double place
                required property double room
                visible: room * axis.graph.zoom > days.apart
                x: Math.round(axis.graph.origin.x + place * axis.graph.zoom) - axis.gutter
                width: 1
                height: axis.height
                color: Theme.edge
                opacity: 0.3
            }
        }
    }
    Rectangle {
        id: days
        objectName: "axisDays"
        readonly property real apart: 104 // pixels that a day's words ask for, moved into the strip at its ends
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: axis.foot
        color: Theme.panel
        Repeater {
            model: axis.arrangement.ticks
            delegate: Label {
                id: day
                required property double place
                required property string label
                required property double room // world units to the nearest tick that matters more
                readonly property real at: axis.graph.origin.x + place * axis.graph.zoom
                objectName: "axisDay"
                visible: room * axis.graph.zoom > days.apart && at >= axis.gutter && at <= days.width
                x: Math.round(Math.max(axis.gutter + 4, Math.min(at - implicitWidth / 2, days.width - implicitWidth - 4)))
                anchors.verticalCenter: parent.verticalCenter
                text: label
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                font.features: { "tnum": 1 }
            }
        }
        Rectangle { x: axis.gutter; width: parent.width - x; height: 1; color: Theme.line }
    }
    Rectangle {
        id: names
        objectName: "axisNames"
        property real widest: 0
        function measure() {
            widest = 0
            for (let i = 0; i < lanes.count; ++i)
                widest = Math.max(widest, (lanes.itemAt(i) as Label)?.implicitWidth ?? 0)
        }
        width: axis.gutter
        height: axis.height
        color: Theme.panel
        clip: true
        Repeater {
            id: lanes
            model: axis.arrangement.lanes
            onCountChanged: names.measure()
            delegate: Label {
                required property double laneTop
                required property double laneBottom
                required property string label
                objectName: "axisLane"
                x: 12
                y: Math.round(axis.graph.origin.y + laneTop * axis.graph.zoom) + 2
                width: names.width - 24
                visible: (laneBottom - laneTop) * axis.graph.zoom > 12 && y + height < axis.height - axis.foot
                text: label
                elide: Text.ElideRight
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                font.weight: Font.DemiBold
                onImplicitWidthChanged: names.measure()
            }
        }
        Rectangle { anchors.right: parent.right; width: 1; height: parent.height; color: Theme.line }
    }
}
