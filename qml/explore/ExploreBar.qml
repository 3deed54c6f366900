// SPDX-License-Identifier: GPL-3.0-or-later
// Over the canvas: what is shown, under which conditions, and the ways to change both.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Skein.App

Rectangle {
    id: bar

    required property Workspace workspace
    required property Commands commands
    readonly property Exploration exploration: workspace.exploration
    readonly property bool isTight: width < 560

    // The chips have a row of their own where they would not fit beside the rest.
    readonly property bool isCrowded: chips.count > 0 && slot.width < Math.min(280, chips.contentWidth)

    implicitHeight: isCrowded ? 66 : 36
    color: Theme.panel
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("What the graph shows")

    Rectangle { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } height: 1; color: Theme.line }
    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: 12; rightMargin: 6 }
        height: 35
        spacing: 6

        Label {
            objectName: "viewTitle"
            text: bar.exploration.title
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            Layout.maximumWidth: bar.width * 0.3
        }
        Label {
            objectName: "shownCount"
            visible: text !== ""
            text: bar.exploration.shownText
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            font.features: { "tnum": 1 }
        }
        ToolButton {
            objectName: "showWhole"
            visible: !bar.exploration.isWhole
            iconName: "close"
            iconSize: 12
            implicitWidth: 24
            implicitHeight: 24
            hint: qsTr("Show the whole library")
            keys: bar.commands.showWhole.keys
            onClicked: bar.commands.showWhole.trigger()
        }
        Item { id: slot; Layout.fillWidth: true; implicitHeight: 26 }
        Repeater {
            model: [bar.commands.filterTab, bar.commands.pathsTab, bar.commands.groupsTab, bar.commands.lookTab, bar.commands.table]
            delegate: ToolButton {
                required property Command modelData
                objectName: "bar-" + modelData.iconName
                iconName: modelData.iconName
                text: bar.isTight ? "" : modelData.text.replace(/&(.)/, "$1")
                hint: modelData.text.replace(/&(.)/, "$1")
                keys: modelData.keys
                enabled: modelData.enabled
                checked: modelData.checked
                onClicked: modelData.trigger()
            }
        }
    }
    ListView {
        id: chips
        objectName: "chips"
        x: bar.isCrowded ? 12 : row.x + slot.x
        y: bar.isCrowded ? 35 : 5
        width: bar.isCrowded ? bar.width - 24 : slot.width
        height: 26
        orientation: ListView.Horizontal
        spacing: 6
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: bar.exploration.chips
        delegate: ConditionChip {
            required text
            required property int what
            onTaken: bar.exploration.takeBack(what)
        }
    }
}
