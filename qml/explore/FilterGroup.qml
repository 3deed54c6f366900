// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one kind under their heading; long lists show their beginning until asked.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

Column {
    id: group

    required property string title
    required property QtObject rows // a list model
    required property int kind
    required property Filters filters
    required property int leftOut // rows
    property int fewRows: 8
    property int manyRows: 16 // then it scrolls
    property bool isLong: false

    visible: list.count > 0
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    RowLayout {
        width: parent.width
        height: 28
        SectionLabel { text: group.title; Layout.fillWidth: true; leftPadding: 4 }
        ToolButton {
            visible: group.leftOut > 0
            implicitHeight: 22
            font.pixelSize: Theme.smallSize
            ink: Theme.accent
            text: qsTr("All")
            hint: qsTr("Leave none out")
            onClicked: group.filters.all(group.kind)
        }
    }
    // Rows are made as far as they are seen: a library may have many thousand sources.
    ListView {
        id: list
        objectName: "filterRows"
        readonly property int rowHeight: 26
        width: parent.width
        height: Math.min(count, group.isLong ? group.manyRows : group.fewRows) * rowHeight
        model: group.rows
        interactive: group.isLong && count > group.manyRows
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        cacheBuffer: 0
        T.ScrollBar.vertical: ScrollBar { visible: list.interactive }
        function step(to: int) {
            if (to < 0 || to * rowHeight >= (interactive ? count * rowHeight : height))
                return
            currentIndex = to
            positionViewAtIndex(to, ListView.Contain)
            currentItem.forceActiveFocus(Qt.TabFocusReason)
        }
        delegate: FilterRow {
            required property int index
            width: list.width
            height: list.rowHeight
            onSwitched: group.filters.setIn(group.kind, key, !isIn)
            onOnlyAsked: group.filters.only(group.kind, key)
            Keys.onDownPressed: list.step(index + 1)
            Keys.onUpPressed: list.step(index - 1)
        }
    }
    ToolButton {
        visible: list.count > group.fewRows
        implicitHeight: 24
        font.pixelSize: Theme.smallSize
        ink: Theme.accent
        text: group.isLong ? qsTr("Fewer") : qsTr("All %L1").arg(list.count)
        onClicked: {
            list.positionViewAtBeginning()
            group.isLong = !group.isLong
        }
    }
}
