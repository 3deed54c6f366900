// SPDX-License-Identifier: GPL-3.0-or-later
// The table twin below the canvas: the entities or the relations of what is in the view.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: pane

    required property Table table
    required property Lens lens
    property list<real> widths
    property list<string> titles
    property real others: 0 // widths of all columns but the first
    signal closeAsked()
    signal exportAsked()
    signal heightAsked(by: real)
    signal heightChosen()

    implicitHeight: 240
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Table")
    Keys.onEscapePressed: closeAsked()
    Component.onCompleted: readColumns()

    function takeFocus() { view.forceActiveFocus(Qt.TabFocusReason) }

    function readColumns() {
        let widths = []
        let titles = []
        for (let column = 0; column < table.columns; ++column) {
            widths.push(table.columnWidth(column))
            titles.push(table.title(column))
        }
        pane.widths = widths
        pane.titles = titles
        measure()
    }
    function measure() {
        others = 0
        for (let column = 1; column < widths.length; ++column)
            others += widths[column]
        view.forceLayout()
    }
    // The first column takes what the others leave.
    function columnWidth(column: int): real {
        return column === 0 ? Math.max(widths[0] ?? 100, view.width - others) : widths[column] ?? 100
    }
    function columnLeft(column: int): real {
        let left = 0
        for (let before = 0; before < column; ++before)
            left += columnWidth(before)
        return left
    }
    function widen(column: int, by: real) {
        widths[column] = Math.max(48, columnWidth(column) + by)
        measure()
    }

    Connections {
        target: pane.table
        function onQueryChanged() { pane.readColumns() }
        function onRowsChanged() { pane.measure() }
        function onCurrentChanged() {
            if (pane.table.current < 0)
                return
            view.positionViewAtRow(pane.table.current, TableView.Contain)
            if (view.activeFocus)
                view.Accessible.announce(pane.table.rowText(pane.table.current))
        }
    }

    Rectangle { anchors.fill: parent; color: Theme.base }
    Rectangle {
        id: bar
        width: parent.width
        height: 36
        color: Theme.panel
        Rectangle { width: parent.width; height: 1; color: Theme.line }
        RowLayout {
            anchors { fill: parent; leftMargin: 8; rightMargin: 6 }
            spacing: 4
            ToolButton {
                objectName: "tableEntities"
                text: qsTr("Entities")
                checked: pane.table.kind === Table.Entities
                Accessible.role: Accessible.RadioButton
                onClicked: pane.table.kind = Table.Entities
            }
            ToolButton {
                objectName: "tableEdges"
                text: qsTr("Relations")
                checked: pane.table.kind === Table.Edges
                Accessible.role: Accessible.RadioButton
                onClicked: pane.table.kind = Table.Edges
            }
            TextField {
                objectName: "tableFilter"
                Layout.preferredWidth: 200
                Layout.fillWidth: pane.width < 620
                Layout.leftMargin: 6
                implicitHeight: 26
                iconName: "search"
                placeholderText: qsTr("Find in the table")
                text: pane.table.filter
                onTextEdited: pane.table.filter = text
                Keys.onDownPressed: view.forceActiveFocus(Qt.TabFocusReason)
            }
            Label {
                objectName: "tableSummary"
                Layout.leftMargin: 6
                Layout.fillWidth: true
                visible: pane.width >= 520
                text: pane.table.selectedCount > 1 ? qsTr("%1, %2 selected").arg(pane.table.summary).arg(pane.table.selectedCount) : pane.table.summary
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                elide: Text.ElideRight
            }
            ToolButton {
                objectName: "tableColour"
                iconName: "look"
                hint: qsTr("Colour the selected entities")
                enabled: pane.table.selectedCount > 0 && pane.table.kind === Table.Entities
                onClicked: colours.popup(this, 0, height)
                ColourMenu { id: colours; objectName: "tableColours"; lens: pane.lens; entities: pane.table.selectedEntities }
            }
            ToolButton { objectName: "tableCopy"; iconName: "copy"; hint: qsTr("Copy the selected rows"); keys: "Ctrl+C"; enabled: pane.table.selectedCount > 0; onClicked: pane.table.copy() }
            ToolButton { objectName: "tableExport"; iconName: "export"; hint: qsTr("Export this table as CSV"); enabled: view.rows > 0; onClicked: pane.exportAsked() }
            ToolButton { objectName: "tableClose"; iconName: "close"; iconSize: 12; hint: qsTr("Close the table"); keys: "Esc"; onClicked: pane.closeAsked() }
        }
    }
    Item {
        id: head
        anchors { left: parent.left; right: parent.right; top: bar.bottom }
        height: 26
        clip: true
        Accessible.ignored: true
        Repeater {
            model: pane.table.columns
            delegate: TableHeader {
                required property int index
                objectName: "head-" + index
                x: pane.columnLeft(index) - view.contentX
                width: pane.columnWidth(index)
                text: pane.titles[index] ?? ""
                isNumber: pane.table.isNumber(index)
                isSorted: pane.table.sortColumn === index
                isDescending: pane.table.isDescending
                onClicked: pane.table.sortBy(index)
                onWidened: (by) => pane.widen(index, by)
                onWidthChosen: pane.table.setColumnWidth(index, pane.widths[index] ?? 100)
            }
        }
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line }
    }
    TableView {
        id: view
        objectName: "tableView"
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom }
        model: pane.table
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false // rows are chosen in the model, so that the canvas hears of it
        pointerNavigationEnabled: false
        columnWidthProvider: (column) => pane.columnWidth(column)
        rowHeightProvider: (row) => 26
        onWidthChanged: forceLayout()
        Accessible.role: Accessible.Table
        Accessible.name: pane.table.summary
        Keys.onUpPressed: (event) => pane.table.step(-1, (event.modifiers & Qt.ShiftModifier) !== 0)
        Keys.onDownPressed: (event) => pane.table.step(1, (event.modifiers & Qt.ShiftModifier) !== 0)
        Keys.onLeftPressed: contentX = Math.max(0, contentX - 60)
        Keys.onRightPressed: contentX = Math.max(0, Math.min(contentWidth - width, contentX + 60))
        Keys.onReturnPressed: pane.table.activate()
        Keys.onEnterPressed: pane.table.activate()
        Keys.onPressed: (event) => {
            const page = Math.max(1, Math.floor(height / 26) - 1)
            const isExtending = (event.modifiers & Qt.ShiftModifier) !== 0
            event.accepted = true
            if (event.matches(StandardKey.Copy))
                pane.table.copy()
            else if (event.matches(StandardKey.SelectAll))
                pane.table.selectAll()
            else if (event.key === Qt.Key_PageUp)
                pane.table.step(-page, isExtending)
            else if (event.key === Qt.Key_PageDown)
                pane.table.step(page, isExtending)
            else if (event.key === Qt.Key_Home)
                pane.table.step(-view.rows, isExtending)
            else if (event.key === Qt.Key_End)
                pane.table.step(view.rows, isExtending)
            else
                event.accepted = false
        }
        T.ScrollBar.vertical: ScrollBar {}
        T.ScrollBar.horizontal: ScrollBar { id: across }
        bottomMargin: across.visible ? across.height : 0 // the last row can be scrolled clear of it

        delegate: Rectangle {
            id: cell
            required property int row
            required property int column
            required property string display
            required property bool isSelected
            required property bool isFaded
            required property bool isNumber
            required property bool isCurrent

            implicitHeight: 26
            implicitWidth: 100
            color: isSelected ? Theme.selected : area.containsMouse ? Theme.hover : "transparent"
            Accessible.role: Accessible.Cell
            Accessible.name: display
            Accessible.selected: isSelected
            Accessible.onPressAction: pane.table.choose(row, false, false)

            Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.line; opacity: 0.5 }
            Label {
                text: cell.display
                anchors { left: parent.left; right: parent.right; leftMargin: 10; rightMargin: 10; verticalCenter: parent.verticalCenter }
                horizontalAlignment: cell.isNumber ? Text.AlignRight : Text.AlignLeft
                elide: Text.ElideRight
                opacity: cell.isFaded ? 0.45 : 1
                color: cell.column === 0 || cell.isSelected ? Theme.text : Theme.muted
                Accessible.ignored: true
            }
            Rectangle { visible: cell.isCurrent && cell.column === 0 && view.activeFocus; width: 3; height: parent.height; color: Theme.accent }
            MouseArea {
                id: area
                anchors.fill: parent
                hoverEnabled: true
                onClicked: (mouse) => {
                    view.forceActiveFocus(Qt.MouseFocusReason)
                    pane.table.choose(cell.row, (mouse.modifiers & Qt.ControlModifier) !== 0, (mouse.modifiers & Qt.ShiftModifier) !== 0)
                }
                onDoubleClicked: pane.table.activate()
            }
        }
    }
    Item {
        anchors.fill: view
        FocusRing { isShown: view.activeFocus; anchors.margins: 1; radius: 0; opacity: 0.6 }
    }
    Label {
        objectName: "tableEmpty"
        visible: view.rows === 0 && !pane.table.isBusy
        anchors { horizontalCenter: parent.horizontalCenter; top: head.bottom; topMargin: 24 }
        text: pane.table.filter === "" ? qsTr("The view has none.") : qsTr("Nothing in the view matches.")
        color: Theme.muted
    }
    MouseArea {
        objectName: "tableEdge"
        property real pressedAt: 0
        y: -4
        width: parent.width
        height: 8
        cursorShape: Qt.SplitVCursor
        preventStealing: true
        onPressed: (mouse) => pressedAt = mouse.y
        onPositionChanged: (mouse) => {
            if (pressed)
                pane.heightAsked(pressedAt - mouse.y)
        }
        onReleased: pane.heightChosen()
    }
}
