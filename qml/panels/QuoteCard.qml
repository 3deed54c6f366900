// SPDX-License-Identifier: GPL-3.0-or-later
// One quote: the words, set for reading, the trigger words lit; beneath them who says so, where and when.
import QtQuick
import QtQuick.Layouts
import Skein.App

FocusScope {
    id: card

    required property string claim
    required property string quote
    required property textRuns runs
    required property string label
    required property string subjectName
    required property string targetName
    required property string documentId
    required property int begin
    required property int end
    required property string sourceTitle
    required property string sourceDate
    required property string speaker
    required property string time
    required property string qualifiers
    required property bool isDenied
    required property bool isPlanned
    required property bool isPossible
    required property bool isAccepted
    required property string confidence
    required property string why
    required property string rule
    property bool isUnfolded: false
    property bool isCurrent: false

    signal openAsked()
    signal acceptAsked()
    signal rejectAsked()

    implicitHeight: column.implicitHeight + 24
    Accessible.role: Accessible.ListItem
    Accessible.name: quote
    Accessible.description: sourceTitle + (sourceDate === "" ? "" : ", " + sourceDate)
    Accessible.onPressAction: openAsked()

    Rectangle {
        anchors.fill: parent
        radius: 8
        color: hover.hovered ? Theme.raised : Theme.base
        border.width: 1
        border.color: hover.hovered ? Theme.edge : Theme.line
        FocusRing { isShown: card.isCurrent; anchors.margins: 0; radius: 8 }
    }
    HoverHandler { id: hover }

    Column {
        id: column
        x: 14
        y: 12
        width: card.width - 28
        spacing: 8

        Label {
            width: parent.width
            text: card.subjectName + "  " + card.label + "  " + card.targetName
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            elide: Text.ElideRight
        }
        MarkedText {
            id: words
            objectName: "quoteWords"
            width: parent.width
            text: card.quote
            runs: card.runs
            font.pixelSize: Theme.quoteSize
            HoverHandler { cursorShape: Qt.PointingHandCursor }
            TapHandler { onTapped: if (words.selectedText === "") card.openAsked() }
        }
        Flow {
            width: parent.width
            spacing: 4
            visible: children.length > 0 && implicitHeight > 0
            Chip { visible: card.isDenied; text: qsTr("denied"); isWarning: true }
            Chip { visible: card.isPlanned; text: qsTr("planned") }
            Chip { visible: card.isPossible; text: qsTr("possible") }
            Chip { visible: card.isAccepted; text: qsTr("confirmed"); iconName: "check" }
            Chip { visible: card.speaker !== ""; text: qsTr("says %1").arg(card.speaker); iconName: "person" }
            Chip { visible: card.time !== ""; text: card.time; iconName: "clock" }
            Chip { visible: card.qualifiers !== ""; text: card.qualifiers; maximumWidth: column.width }
        }
        RowLayout {
            width: parent.width
            spacing: 2
            ToolButton {
                objectName: "openSource"
                Layout.fillWidth: true
                Layout.leftMargin: -8
                implicitHeight: 24
                alignsLeft: true
                ink: Theme.muted
                font.pixelSize: Theme.smallSize
                text: card.sourceDate === "" ? card.sourceTitle : card.sourceDate + " · " + card.sourceTitle
                hint: qsTr("Open the source at this place")
                onClicked: card.openAsked()
            }
            ToolButton {
                implicitWidth: 24
                implicitHeight: 24
                iconSize: 14
                iconName: "help"
                hint: qsTr("Why is this here?")
                checked: card.isUnfolded
                onClicked: card.isUnfolded = !card.isUnfolded
            }
            ToolButton {
                visible: !card.isAccepted
                implicitWidth: 24
                implicitHeight: 24
                iconSize: 14
                iconName: "check"
                hint: qsTr("Confirm this claim")
                onClicked: card.acceptAsked()
            }
            ToolButton {
                objectName: "rejectButton"
                implicitWidth: 24
                implicitHeight: 24
                iconSize: 14
                iconName: "close"
                hint: qsTr("Reject this claim")
                onClicked: card.rejectAsked()
            }
        }
        Label {
            visible: card.isUnfolded
            width: parent.width
            wrapMode: Text.Wrap
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            text: (card.why === "" ? qsTr("The rule “%1” found it.").arg(card.rule) : card.why) + " " + qsTr("Sureness: %1.").arg(card.confidence)
        }
    }
}
