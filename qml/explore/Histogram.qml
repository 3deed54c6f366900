// SPDX-License-Identifier: GPL-3.0-or-later
// Claims over time, with a handle at either end of what is shown.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Skein.App

T.RangeSlider {
    id: control

    required property Filters filters
    readonly property int count: filters.bars.length

    objectName: "histogram"
    implicitHeight: 64
    from: 0
    to: count
    stepSize: 1
    snapMode: T.RangeSlider.SnapAlways
    first.value: filters.firstBar
    second.value: filters.lastBar + 1
    first.onMoved: commit()
    second.onMoved: commit()
    hoverEnabled: true
    Accessible.name: qsTr("Time: %1").arg(filters.span)

    function commit() {
        const begin = Math.min(Math.round(first.value), count - 1)
        filters.setBars(begin, Math.max(begin, Math.round(second.value) - 1))
    }
    // What a hand has moved no longer follows the filter by itself.
    Connections {
        target: control.filters
        function onCounted() { control.setValues(control.filters.firstBar, control.filters.lastBar + 1) }
    }

    background: Item {
        x: 7
        width: control.width - 14
        height: control.height - 16
        Repeater {
            model: control.filters.bars
            delegate: Rectangle {
                required property double modelData
                required property int index
                readonly property bool isIn: index >= control.filters.firstBar && index <= control.filters.lastBar
                x: index * parent.width / control.count
                y: parent.height - height
                width: Math.max(1, parent.width / control.count - 1)
                height: modelData > 0 ? Math.max(2, modelData * parent.height) : 0
                color: isIn ? Theme.accent : Theme.edge
            }
        }
        Rectangle { y: parent.height; width: parent.width; height: 1; color: Theme.edge }
    }
    first.handle: SliderHandle {
        objectName: "firstHandle"
        x: control.first.visualPosition * (control.width - width)
        y: control.height - 22
        isHovered: control.first.hovered
        isPressed: control.first.pressed
        isFocused: activeFocus
        activeFocusOnTab: true
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("From: %1").arg(control.filters.span)
    }
    second.handle: SliderHandle {
        objectName: "secondHandle"
        x: control.second.visualPosition * (control.width - width)
        y: control.height - 22
        isHovered: control.second.hovered
        isPressed: control.second.pressed
        isFocused: activeFocus
        activeFocusOnTab: true
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Until: %1").arg(control.filters.span)
    }
    HoverHandler { id: pointer }
    ToolTip {
        hint: control.filters.barText(Math.floor((pointer.point.position.x - 7) / Math.max(1, control.width - 14) * control.count))
        isWanted: pointer.hovered && !control.first.pressed && !control.second.pressed && control.count > 0
        y: -height - 4
    }
}
