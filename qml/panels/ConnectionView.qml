// SPDX-License-Identifier: GPL-3.0-or-later
// A connection: its two ends, and every quote that says so.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: view

    required property Workspace workspace
    required property Commands commands
    readonly property Inspector inspector: workspace.inspector

    ListView {
        id: list
        objectName: "quoteList"
        anchors { fill: parent; leftMargin: 12; rightMargin: 12 }
        focus: true
        activeFocusOnTab: true
        clip: true
        spacing: 10
        topMargin: 14
        bottomMargin: 14
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 2000
        model: view.inspector.quotes
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Quotes")
        Keys.onReturnPressed: (currentItem as QuoteCard)?.openAsked()
        Keys.onDeletePressed: (currentItem as QuoteCard)?.rejectAsked()
        T.ScrollBar.vertical: ScrollBar {}

        header: Column {
            width: ListView.view.width
            spacing: 2
            bottomPadding: 12
            EndRow { width: parent.width; name: view.inspector.name; type: view.inspector.type; onChosen: view.workspace.visit(view.inspector.entity) }
            EndRow { width: parent.width; name: view.inspector.otherName; type: view.inspector.otherType; onChosen: view.workspace.visit(view.inspector.otherEntity) }
            Label {
                leftPadding: 4
                topPadding: 4
                text: view.inspector.quoteCount === 1 ? qsTr("1 quote says how they connect") : qsTr("%L1 quotes say how they connect").arg(view.inspector.quoteCount)
                color: Theme.muted
                font.pixelSize: Theme.smallSize
            }
        }
        section.property: "pair"
        section.delegate: Item {
            id: pair
            required property string section
            width: ListView.view.width
            height: section === "" ? 0 : who.implicitHeight
            SectionLabel { id: who; visible: pair.section !== ""; width: parent.width; topPadding: 6; bottomPadding: 4; text: pair.section }
        }
        footer: Label {
            objectName: "quotesLeft"
            visible: view.inspector.quotesLeft > 0
            height: visible ? implicitHeight : 0
            topPadding: 12
            width: ListView.view.width
            wrapMode: Text.Wrap
            color: Theme.muted
            text: view.inspector.quotesLeft === 1 ? qsTr("1 more quote; unfold the group to read it") : qsTr("%L1 more quotes; unfold the group to read them").arg(view.inspector.quotesLeft)
        }
        delegate: QuoteCard {
            width: ListView.view.width
            isCurrent: ListView.isCurrentItem && list.activeFocus
            onOpenAsked: view.workspace.readAt(documentId, begin, end)
            onAcceptAsked: view.workspace.acceptClaim(claim)
            onRejectAsked: view.workspace.rejectClaim(claim)
        }
    }
}
