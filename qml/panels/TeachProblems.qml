// SPDX-License-Identifier: GPL-3.0-or-later
// The mistakes in what is being written; choosing one goes to its place.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: panel

    required property Teaching teaching

    signal chosen(position: int)

    implicitHeight: heading.height + Math.min(list.contentHeight, 150) + 9

    Rectangle { anchors.fill: parent; color: Theme.panel }
    Rectangle { width: parent.width; height: 1; color: Theme.line }

    SectionLabel {
        id: heading
        objectName: "problemCount"
        x: 14
        height: 28
        verticalAlignment: Text.AlignVCenter
        color: Theme.danger
        text: panel.teaching.problemCount === 1 ? qsTr("1 mistake") : qsTr("%L1 mistakes").arg(panel.teaching.problemCount)
    }
    ListView {
        id: list
        objectName: "problemList"
        anchors { left: parent.left; right: parent.right; top: heading.bottom; bottom: parent.bottom; leftMargin: 6; rightMargin: 6; bottomMargin: 8 }
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: panel.teaching.problems
        Accessible.role: Accessible.List
        Accessible.name: heading.text
        Keys.onReturnPressed: (currentItem as ItemDelegate)?.clicked()
        T.ScrollBar.vertical: ScrollBar {}
        delegate: ItemDelegate {
            id: row
            required property int index
            required property int line
            required property string message
            required property int begin
            width: ListView.view.width
            implicitHeight: Math.max(Theme.rowHeight, words.implicitHeight + 10)
            text: qsTr("Line %1: %2").arg(line).arg(message)
            onClicked: {
                list.currentIndex = index
                panel.chosen(begin)
            }
            contentItem: RowLayout {
                spacing: 8
                Label {
                    Layout.preferredWidth: 52
                    Layout.alignment: Qt.AlignTop
                    topPadding: 5
                    text: qsTr("Line %1").arg(row.line)
                    color: Theme.danger
                    font.pixelSize: Theme.smallSize
                    font.features: { "tnum": 1 }
                    Accessible.ignored: true
                }
                Label {
                    id: words
                    Layout.fillWidth: true
                    text: row.message
                    wrapMode: Text.Wrap
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
