// SPDX-License-Identifier: GPL-3.0-or-later
// The one search field and its answers: names first, then passages with the match lit.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Skein.App

TextField {
    id: field

    required property Workspace workspace

    implicitWidth: 420
    iconName: "search"
    placeholderText: qsTr("Search names and sources")
    Accessible.searchEdit: true

    function choose(row: int, startsHere: bool) {
        const item = list.itemAtIndex(row) as SearchResult
        if (!item)
            return
        if (item.isEntity) {
            workspace.page = Workspace.Explore
            if (startsHere)
                workspace.exploration.startFrom(item.target)
            workspace.visit(item.target)
        } else {
            workspace.readAt(item.target, item.begin, item.end)
        }
        popup.close()
        focus = false
    }

    onTextEdited: {
        workspace.search.query = text
        popup.visible = text.trim() !== ""
    }
    onActiveFocusChanged: {
        if (activeFocus) {
            selectAll()
            if (text.trim() !== "")
                popup.open()
        } else {
            popup.close()
        }
    }
    onAccepted: choose(Math.max(0, list.currentIndex), false)
    Keys.onReturnPressed: (event) => {
        event.accepted = (event.modifiers & Qt.ControlModifier) !== 0
        if (event.accepted)
            choose(Math.max(0, list.currentIndex), true)
    }
    Keys.onDownPressed: list.currentIndex = Math.min(list.count - 1, list.currentIndex + 1)
    Keys.onUpPressed: list.currentIndex = Math.max(0, list.currentIndex - 1)
    Keys.onEscapePressed: {
        if (popup.visible) {
            popup.close()
        } else {
            clear()
            focus = false
        }
        workspace.search.query = text
    }

    Connections {
        target: field.workspace.search
        function onQueryChanged() {
            if (field.workspace.search.query === "" && !field.activeFocus)
                field.clear()
        }
        function onAnswered() { list.currentIndex = list.count > 0 ? 0 : -1 }
    }

    T.Popup {
        id: popup
        objectName: "searchPopup"
        y: field.height + 6
        x: Math.round((field.width - width) / 2)
        width: Math.max(field.width, 460)
        height: Math.min(480, contentItem.implicitHeight + topPadding + bottomPadding)
        margins: 8
        padding: 6
        closePolicy: T.Popup.CloseOnPressOutsideParent
        background: PopupGround {}

        contentItem: Item {
            implicitHeight: list.count > 0 ? list.contentHeight : nothing.implicitHeight
            ListView {
                id: list
                objectName: "searchResults"
                anchors.fill: parent
                clip: true
                model: field.workspace.search.results
                boundsBehavior: Flickable.StopAtBounds
                keyNavigationEnabled: false
                cacheBuffer: 4000
                section.property: "section"
                section.delegate: SectionLabel {
                    required property string section
                    text: section
                    leftPadding: 8
                    topPadding: 6
                    bottomPadding: 4
                }
                delegate: SearchResult {
                    required property int index
                    width: ListView.view.width
                    isSelected: ListView.isCurrentItem
                    onClicked: field.choose(index, false)
                    onStartAsked: field.choose(index, true)
                }
                T.ScrollBar.vertical: ScrollBar {}
            }
            Column {
                id: nothing
                objectName: "nothingFound"
                visible: list.count === 0
                width: parent.width
                padding: 16
                spacing: 4
                Label {
                    text: field.workspace.search.hasAnswer ? qsTr("Nothing found for “%1”").arg(field.workspace.search.query) : qsTr("Searching…")
                    font.weight: Font.DemiBold
                }
                Label {
                    width: parent.width - 32
                    visible: field.workspace.search.hasAnswer
                    text: qsTr("Try fewer letters or another spelling, or add the source that speaks of it.")
                    wrapMode: Text.Wrap
                    color: Theme.muted
                }
            }
        }
    }
}
