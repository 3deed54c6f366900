// SPDX-License-Identifier: GPL-3.0-or-later
// The legend is the filter: each type with its mark and its count, shown or hidden.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

Rectangle {
    id: legend

    required property GraphModel graph
    required property Filters filters
    // Without the button that comes and goes.
    readonly property real steadyHeight: implicitHeight - (showAll.visible ? showAll.height : 0)
    property bool isColoured: true // else colour tells something else, and the shapes alone are the types
    property bool isCompact: false // marks and counts only; the tooltips tell the names

    implicitWidth: column.implicitWidth + 12
    implicitHeight: column.implicitHeight + 12
    radius: 8
    color: Theme.panel
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Types shown in the graph")

    ColumnLayout { // all rows as wide as the widest: counts stand beneath each other
        id: column
        x: 6
        y: 6
        spacing: 0
        // On top, so that no row moves away from the pointer that has just hidden it.
        ToolButton {
            id: showAll
            objectName: "showAll"
            visible: !legend.graph.types.allVisible
            implicitHeight: 24
            font.pixelSize: Theme.smallSize
            text: qsTr("Show all")
            ink: Theme.accent
            onClicked: legend.filters.all(Filters.Type)
        }
        Repeater {
            model: legend.graph.types
            delegate: T.AbstractButton {
                id: row

                required property string type
                required property string label
                required property int count
                required property bool typeVisible

                objectName: "legend-" + type
                Layout.fillWidth: true
                implicitWidth: legend.isCompact ? Math.max(60, number.implicitWidth + 34) : Math.max(150, name.implicitWidth + number.implicitWidth + 56)
                implicitHeight: 24
                hoverEnabled: true
                checkable: false
                focusPolicy: Qt.TabFocus
                opacity: typeVisible ? 1 : 0.55
                onClicked: legend.filters.setIn(Filters.Type, type, !typeVisible)
                Keys.onReturnPressed: click()
                Accessible.role: Accessible.CheckBox
                Accessible.checkable: true
                Accessible.checked: typeVisible
                Accessible.name: qsTr("%1, %L2").arg(label).arg(count)

                background: Rectangle {
                    radius: 4
                    color: row.hovered ? Theme.hover : "transparent"
                    FocusRing { isShown: row.visualFocus; anchors.margins: 0; radius: 4 }
                }
                contentItem: Item {
                    TypeIcon { x: 6; anchors.verticalCenter: parent.verticalCenter; type: row.type; ink: legend.isColoured ? "transparent" : Theme.muted; visible: row.typeVisible }
                    Rectangle { x: 7; anchors.verticalCenter: parent.verticalCenter; width: 10; height: 10; radius: 5; color: "transparent"; border.width: 1.5; border.color: Theme.muted; visible: !row.typeVisible }
                    Label { id: name; x: 26; anchors.verticalCenter: parent.verticalCenter; visible: !legend.isCompact; text: row.label; font.pixelSize: Theme.smallSize; font.strikeout: !row.typeVisible; Accessible.ignored: true }
                    Label {
                        id: number
                        anchors { right: parent.right; rightMargin: 6; verticalCenter: parent.verticalCenter }
                        text: row.count.toLocaleString(Qt.locale(), "f", 0)
                        color: Theme.muted
                        font.pixelSize: Theme.smallSize
                        font.features: { "tnum": 1 }
                        Accessible.ignored: true
                    }
                }
                ToolTip { hint: row.typeVisible ? qsTr("Leave out %1").arg(row.label.toLowerCase()) : qsTr("Show %1").arg(row.label.toLowerCase()); isWanted: row.hovered; x: row.width + 8; y: 0 }
            }
        }
    }
}
