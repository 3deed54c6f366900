// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one kind under their heading; long lists show their beginning until asked.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Skein.App

Column {
    id: group

    required property string title
    required property QtObject rows // a list model
    required property int kind
    required property Filters filters
    property int fewRows: 8
    property bool isLong: false

    visible: list.count > 0
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    RowLayout {
        width: parent.width
        height: 28
        SectionLabel { text: group.title; Layout.fillWidth: true; leftPadding: 4 }
        ToolButton {
            visible: group.isAnyOut
            implicitHeight: 22
            font.pixelSize: Theme.smallSize
            ink: Theme.accent
            text: qsTr("All")
            hint: qsTr("Leave none out")
            onClicked: group.filters.all(group.kind)
        }
    }
    readonly property bool isAnyOut: out.count > 0
    // How many rows are left out, counted as they come and go.
    QtObject { id: out; property int count: 0 }

    Repeater {
        id: list
        model: group.rows
        delegate: FilterRow {
            required property int index
            width: group.width
            visible: group.isLong || index < group.fewRows || !isIn
            height: visible ? implicitHeight : 0
            onSwitched: group.filters.setIn(group.kind, key, !isIn)
            onOnlyAsked: group.filters.only(group.kind, key)
            onIsInChanged: out.count += isIn ? -1 : 1
            Component.onCompleted: out.count += isIn ? 0 : 1
            Component.onDestruction: out.count -= isIn ? 0 : 1
        }
    }
    ToolButton {
        visible: list.count > group.fewRows
        implicitHeight: 24
        font.pixelSize: Theme.smallSize
        ink: Theme.accent
        text: group.isLong ? qsTr("Fewer") : qsTr("All %L1").arg(list.count)
        onClicked: group.isLong = !group.isLong
    }
}
