// SPDX-License-Identifier: GPL-3.0-or-later
// What the colours of nodes tell, when it is not their type.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Skein.App

Rectangle {
    id: legend

    required property Lens lens

    visible: lens.legendTitle !== ""
    implicitWidth: Math.max(150, column.implicitWidth + 20)
    implicitHeight: column.implicitHeight + 14
    radius: 8
    color: Theme.panel
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: lens.legendTitle

    ColumnLayout { // all rows as wide as the widest: counts stand beneath each other
        id: column
        x: 10
        y: 7
        spacing: 1
        SectionLabel { text: legend.lens.legendTitle; bottomPadding: 3 }
        Repeater {
            model: legend.lens.legend
            delegate: Item {
                id: row
                required property string label
                required property color ink
                required property int count
                objectName: "colourRow"
                Layout.fillWidth: true
                implicitWidth: Math.max(130, name.width + number.implicitWidth + 30)
                implicitHeight: 20
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1, %L2").arg(label).arg(count)
                Rectangle { anchors.verticalCenter: parent.verticalCenter; width: 10; height: 10; radius: 5; color: row.ink }
                Label { id: name; x: 18; anchors.verticalCenter: parent.verticalCenter; width: Math.min(implicitWidth, 130); elide: Text.ElideRight; text: row.label; font.pixelSize: Theme.smallSize; Accessible.ignored: true }
                Label { id: number; anchors { right: parent.right; verticalCenter: parent.verticalCenter } text: row.count.toLocaleString(Qt.locale(), "f", 0); color: Theme.muted; font.pixelSize: Theme.smallSize; font.features: { "tnum": 1 } Accessible.ignored: true }
            }
        }
    }
}
