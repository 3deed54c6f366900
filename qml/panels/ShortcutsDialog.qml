// SPDX-License-Identifier: GPL-3.0-or-later
// Every command that has keys, and how the graph is handled.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

Dialog {
    id: dialog

    required property Commands commands

    title: qsTr("Keyboard shortcuts")

    contentItem: Flickable {
        implicitWidth: 640
        implicitHeight: Math.min(grid.implicitHeight, (dialog.parent?.height ?? 600) - 140)
        contentHeight: grid.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        focus: true
        T.ScrollBar.vertical: ScrollBar {}
        GridLayout {
            id: grid
            width: parent.width - 12
            columns: 2
            columnSpacing: 32
            rowSpacing: 6
            Repeater {
                model: dialog.commands.all
                delegate: ShortcutRow {
                    required property Command modelData
                    text: modelData.canvasKeys === "" ? modelData.text.replace(/&(.)/, "$1") : qsTr("Graph: %1").arg(modelData.text.replace(/&(.)/, "$1"))
                    keys: modelData.keys || modelData.canvasKeys
                }
            }
            ShortcutRow { text: qsTr("Graph: walk to a neighbour"); keys: "Arrows" }
            ShortcutRow { text: qsTr("Graph: next or previous neighbour"); keys: "Tab · Shift+Tab" }
            ShortcutRow { text: qsTr("Graph: along a relation"); keys: "Up · Down" }
            ShortcutRow { text: qsTr("Table: copy or select rows"); keys: "Ctrl+C · Shift+Arrows" }
            ShortcutRow { text: qsTr("Lists: remove, cancel or reject"); keys: "Del" }
            ShortcutRow { text: qsTr("Inspector: the sentences of a neighbour"); keys: "Space" }
        }
    }
}
