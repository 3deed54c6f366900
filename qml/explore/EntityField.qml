// SPDX-License-Identifier: GPL-3.0-or-later
// A field that finds an entity by its name.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Skein.App

TextField {
    id: field

    required property Search search
    signal chosen(entity: string)

    iconName: "search"
    Accessible.searchEdit: true

    function choose(row: int) {
        const item = list.itemAtIndex(row) as SearchResult
        if (!item || !item.isEntity)
            return
        const entity = item.target
        clear()
        search.query = ""
        popup.close()
        chosen(entity)
    }

    onTextEdited: {
        search.query = text
        popup.visible = text.trim() !== ""
    }
    onActiveFocusChanged: if (!activeFocus) popup.close()
    onAccepted: choose(Math.max(0, list.currentIndex))
    Keys.onDownPressed: (event) => {
        event.accepted = popup.visible
        list.currentIndex = Math.min(list.count - 1, list.currentIndex + 1)
    }
    Keys.onUpPressed: (event) => {
        event.accepted = popup.visible
        list.currentIndex = Math.max(0, list.currentIndex - 1)
    }
    Keys.onEscapePressed: (event) => {
        event.accepted = popup.visible || text !== ""
        popup.close()
        clear()
        search.query = ""
    }

    Connections {
        target: field.search
        function onAnswered() { list.currentIndex = list.count > 0 ? 0 : -1 }
    }

    T.Popup {
        id: popup
        objectName: "entityPopup"
        y: field.height + 4
        width: field.width
        height: Math.min(260, contentItem.implicitHeight + topPadding + bottomPadding)
        padding: 4
        closePolicy: T.Popup.CloseOnPressOutsideParent
        background: PopupGround {}
        contentItem: Item {
            readonly property bool hasNames: list.contentHeight > 0
            implicitHeight: hasNames ? list.contentHeight : nothing.implicitHeight
            ListView {
                id: list
                objectName: "entityResults"
                anchors.fill: parent
                clip: true
                model: field.search.results
                boundsBehavior: Flickable.StopAtBounds
                keyNavigationEnabled: false
                delegate: SearchResult {
                    required property int index
                    width: ListView.view.width
                    height: isEntity ? implicitHeight : 0
                    visible: isEntity
                    isSelected: ListView.isCurrentItem
                    onClicked: field.choose(index)
                }
            }
            Label {
                id: nothing
                visible: list.contentHeight <= 0
                width: parent.width
                padding: 8
                wrapMode: Text.Wrap
                color: Theme.muted
                text: field.search.hasAnswer ? qsTr("No name like this") : qsTr("Searching…")
            }
        }
    }
}
