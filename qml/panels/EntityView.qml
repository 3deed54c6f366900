// SPDX-License-Identifier: GPL-3.0-or-later
// An entity: its names, what it is connected with, what is said of it, and where it is mentioned, in time.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: view

    required property Workspace workspace
    required property Commands commands
    readonly property Inspector inspector: workspace.inspector
    readonly property int firstSayings: 6
    property bool showsAllSayings: false

    Connections {
        target: view.inspector
        function onSelectionChanged() { view.showsAllSayings = false }
    }

    Flickable {
        id: flick
        anchors.fill: parent
        contentHeight: column.implicitHeight + 24
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollBar {}

        // What has the keyboard stays in view.
        function reveal(item: Item) {
            const top = item.mapToItem(flick.contentItem, 0, 0).y
            if (top < contentY)
                contentY = Math.max(0, top - 8)
            else if (top + item.height > contentY + height)
                contentY = Math.min(contentHeight - height, top + item.height - height + 8)
        }

        Column {
            id: column
            x: 16
            y: 14
            width: flick.width - 32
            spacing: 4

            RowLayout {
                width: parent.width
                spacing: 8
                TypeIcon { type: view.inspector.type; implicitWidth: 14; implicitHeight: 14; Layout.alignment: Qt.AlignTop; Layout.topMargin: 5 }
                Label {
                    objectName: "entityName"
                    Layout.fillWidth: true
                    text: view.inspector.name
                    font.pixelSize: 18
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                }
                CommandButton { command: view.commands.centre; Layout.alignment: Qt.AlignTop }
                ToolButton {
                    iconName: "trash"
                    hint: qsTr("Not a name: hide it")
                    Layout.alignment: Qt.AlignTop
                    onClicked: view.workspace.rejectEntity(view.inspector.entity)
                }
            }
            Label {
                width: parent.width
                wrapMode: Text.Wrap
                color: Theme.muted
                font.features: { "tnum": 1 }
                text: [view.inspector.typeLabel,
                       view.inspector.mentionCount === 1 ? qsTr("1 mention") : qsTr("%L1 mentions").arg(view.inspector.mentionCount),
                       view.inspector.documentCount === 1 ? qsTr("1 source") : qsTr("%L1 sources").arg(view.inspector.documentCount)].join(" · ")
            }
            Label {
                objectName: "aliases"
                width: parent.width
                visible: view.inspector.aliases.length > 0
                wrapMode: Text.Wrap
                color: Theme.muted
                text: qsTr("also: %1").arg(view.inspector.aliases.join(", "))
            }

            RowLayout {
                width: parent.width
                visible: view.inspector.memberCount > 0
                SectionLabel { objectName: "standsFor"; text: qsTr("Stands for %L1 entities").arg(view.inspector.memberCount); topPadding: 14; bottomPadding: 2; Layout.fillWidth: true }
                Button { objectName: "unfold"; text: qsTr("Unfold"); Layout.topMargin: 8; onClicked: view.workspace.exploration.unfold(view.inspector.entity) }
            }
            Repeater {
                objectName: "memberRows"
                model: view.inspector.members
                delegate: EndRow {
                    required property string entity
                    width: column.width
                    onChosen: view.workspace.visit(entity)
                    onActiveFocusChanged: if (activeFocus) flick.reveal(this)
                }
            }
            Label {
                visible: view.inspector.memberCount > view.inspector.listedMembers
                color: Theme.muted
                leftPadding: 4
                text: qsTr("%L1 more").arg(view.inspector.memberCount - view.inspector.listedMembers)
            }

            SectionLabel { visible: view.inspector.neighbourCount > 0; text: qsTr("Connected with"); topPadding: 14; bottomPadding: 2 }
            Repeater {
                model: view.inspector.neighbours
                delegate: NeighbourRow {
                    width: column.width
                    onChosen: view.workspace.inspector.showConnection(view.inspector.entity, entity, relation)
                    onVisited: view.workspace.visit(entity)
                    onActiveFocusChanged: if (activeFocus) flick.reveal(this)
                }
            }
            MoreButton {
                objectName: "moreNeighbours"
                further: view.inspector.neighboursLeft
                onClicked: view.inspector.showMoreNeighbours()
                onActiveFocusChanged: if (activeFocus) flick.reveal(this)
            }
            SectionLabel { visible: view.inspector.factCount > 0; text: qsTr("Facts"); topPadding: 14; bottomPadding: 4 }
            Repeater {
                model: view.inspector.facts
                delegate: QuoteCard {
                    width: column.width
                    onOpenAsked: view.workspace.readAt(documentId, begin, end)
                    onAcceptAsked: view.workspace.acceptClaim(claim)
                    onRejectAsked: view.workspace.rejectClaim(claim)
                }
            }
            MoreButton {
                objectName: "moreFacts"
                further: view.inspector.factsLeft
                onClicked: view.inspector.showMoreFacts()
                onActiveFocusChanged: if (activeFocus) flick.reveal(this)
            }
            SectionLabel { visible: view.inspector.sayingCount > 0; text: qsTr("Also said"); topPadding: 14 }
            Label {
                width: parent.width
                visible: view.inspector.sayingCount > 0
                text: qsTr("In the words of your sources. Skein knows no relation for these: the graph leaves them out.")
                wrapMode: Text.Wrap
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                bottomPadding: 2
            }
            Repeater {
                model: view.inspector.sayings
                delegate: SayingRow {
                    objectName: "saying-" + index
                    width: column.width
                    visible: view.showsAllSayings || index < view.firstSayings
                    onOpenAsked: view.workspace.readAt(documentId, begin, end)
                    onActiveFocusChanged: if (activeFocus) flick.reveal(this)
                }
            }
            ToolButton {
                objectName: "moreSayings"
                visible: view.inspector.sayingCount > view.firstSayings
                x: -8
                ink: Theme.muted
                font.pixelSize: Theme.smallSize
                text: view.showsAllSayings ? qsTr("Show fewer") : qsTr("Show all %L1").arg(view.inspector.sayingCount)
                onClicked: view.showsAllSayings = !view.showsAllSayings
                onActiveFocusChanged: if (activeFocus) flick.reveal(this)
            }
            SectionLabel { visible: view.inspector.placeCount > 0; text: qsTr("Mentions in time"); topPadding: 14; bottomPadding: 2 }
            Repeater {
                model: view.inspector.places
                delegate: PlaceRow {
                    width: column.width
                    onOpenAsked: view.workspace.readAt(documentId, begin, end)
                    onActiveFocusChanged: if (activeFocus) flick.reveal(this)
                }
            }
        }
    }
}
