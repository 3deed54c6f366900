// SPDX-License-Identifier: GPL-3.0-or-later
// What is read and what is being read; beneath, the saved views.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: panel

    required property Workspace workspace
    required property Commands commands

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sources")

    function takeFocus() { list.forceActiveFocus(Qt.TabFocusReason) }

    Rectangle { anchors.fill: parent; color: Theme.panel }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: 40
            Layout.leftMargin: 12
            Layout.rightMargin: 6
            spacing: 4
            Label { text: qsTr("Sources"); font.weight: Font.DemiBold; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            CommandButton { objectName: "addButton"; command: panel.commands.addFiles }
        }

        ImportList {
            Layout.fillWidth: true
            Layout.maximumHeight: Math.max(120, panel.height * 0.5)
            visible: panel.workspace.imports.count > 0
            imports: panel.workspace.imports
        }

        ListView {
            id: list
            objectName: "sourceList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: 6
            Layout.rightMargin: 6
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: panel.workspace.sources
            currentIndex: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Sources")
            Keys.onReturnPressed: activate()
            Keys.onEnterPressed: activate()
            Keys.onSpacePressed: activate()
            Keys.onDeletePressed: {
                const item = currentItem as SourceRow
                if (item)
                    panel.workspace.removeSource(item.documentId)
            }
            Keys.onMenuPressed: (currentItem as SourceRow)?.openMenu()

            function activate() {
                const item = currentItem as SourceRow
                if (item)
                    choose(item.documentId)
            }
            function choose(document: string) {
                if (panel.workspace.page === Workspace.Teach)
                    panel.workspace.reader.open(document, 0, 0) // what is taught is tried on it
                else
                    panel.workspace.readSource(document)
            }

            delegate: SourceRow {
                required property int index
                width: ListView.view.width
                isSelected: panel.workspace.reader.document === documentId && panel.workspace.page !== Workspace.Explore
                onClicked: {
                    list.currentIndex = index
                    list.choose(documentId)
                }
                onRemoveAsked: panel.workspace.removeSource(documentId)
            }
            T.ScrollBar.vertical: ScrollBar {}

            Label {
                visible: list.count === 0 && panel.workspace.imports.count === 0
                width: list.width - 16
                x: 6
                y: 4
                text: panel.workspace.isOpen ? qsTr("No sources yet. Add files, or drop them anywhere on this window.")
                                             : qsTr("Sources that you add are listed here.")
                wrapMode: Text.Wrap
                color: Theme.muted
            }
        }
        ViewsSection {
            Layout.fillWidth: true
            visible: panel.workspace.isOpen && panel.workspace.entityCount > 0
            workspace: panel.workspace
            commands: panel.commands
        }
    }
}
