// SPDX-License-Identifier: GPL-3.0-or-later
// The library's saved views, in the left panel.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: section

    required property Workspace workspace
    required property Commands commands
    readonly property SavedViews views: workspace.exploration.views

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Views")

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right }
        spacing: 0

        Rectangle { Layout.fillWidth: true; implicitHeight: 1; color: Theme.line }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredHeight: 36
            Layout.leftMargin: 12
            Layout.rightMargin: 6
            Label { text: qsTr("Views"); font.weight: Font.DemiBold; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            CommandButton { objectName: "saveView"; command: section.commands.saveView }
        }
        ListView {
            id: list
            objectName: "viewList"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, 140)
            Layout.leftMargin: 6
            Layout.rightMargin: 6
            Layout.bottomMargin: count > 0 ? 6 : 0
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: section.views.rows
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Views")
            onActiveFocusChanged: {
                if (activeFocus && currentIndex < 0)
                    currentIndex = 0
            }
            Keys.onReturnPressed: (currentItem as ViewRow)?.clicked()
            Keys.onSpacePressed: (currentItem as ViewRow)?.clicked()
            Keys.onDeletePressed: (currentItem as ViewRow)?.removeAsked()
            Keys.onMenuPressed: (currentItem as ViewRow)?.openMenu()
            Keys.onPressed: (event) => {
                if (event.key === Qt.Key_F2) {
                    (currentItem as ViewRow)?.beginRename()
                    event.accepted = true
                }
            }
            delegate: ViewRow {
                required property int index
                width: ListView.view.width
                onClicked: {
                    list.currentIndex = index
                    section.workspace.page = Workspace.Explore
                    section.views.open(name)
                }
                onSaveAsked: section.views.save(name)
                onRenamed: (to) => section.views.rename(name, to)
                onRemoveAsked: section.views.remove(name)
            }
            T.ScrollBar.vertical: ScrollBar {}
        }
        Label {
            visible: list.count === 0
            Layout.fillWidth: true
            Layout.leftMargin: 12
            Layout.rightMargin: 12
            Layout.bottomMargin: 10
            text: qsTr("What you see can be saved under a name: contents, filter, places and camera.")
            wrapMode: Text.Wrap
            color: Theme.muted
            font.pixelSize: Theme.smallSize
        }
    }
}
