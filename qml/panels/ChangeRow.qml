// SPDX-License-Identifier: GPL-3.0-or-later
// A claim or a name that comes or goes, and the sentence that it stands in.
import QtQuick

Item {
    id: row

    required property bool isClaim
    required property bool isAdded
    required property string subject
    required property string label
    required property string object
    required property string typeId
    required property int mentions
    required property string quote
    required property int begin
    required property int end
    property bool canOpen: true
    property bool isCurrent: false

    signal openAsked()

    readonly property string words: isClaim ? subject + " " + label + " " + object
                                            : mentions > 1 ? qsTr("%1 · %2 · %L3 times").arg(subject).arg(label).arg(mentions) : qsTr("%1 · %2").arg(subject).arg(label)

    implicitHeight: column.implicitHeight + 18
    Accessible.role: Accessible.ListItem
    Accessible.name: (isAdded ? qsTr("Comes: %1") : qsTr("Goes: %1")).arg(words)
    Accessible.description: quote
    Accessible.onPressAction: openAsked()

    Rectangle {
        anchors.fill: parent
        radius: 8
        color: hover.hovered && row.canOpen ? Theme.raised : Theme.base
        border.width: 1
        border.color: hover.hovered && row.canOpen ? Theme.edge : Theme.line
        FocusRing { isShown: row.isCurrent; anchors.margins: 0; radius: 8 }
    }
    Rectangle {
        x: 10
        y: 9
        width: 18
        height: 18
        radius: 9
        color: row.isAdded ? Theme.selected : Theme.hover
        Icon { anchors.centerIn: parent; name: row.isAdded ? "plus" : "minus"; size: 12; color: row.isAdded ? Theme.accent : Theme.muted }
    }
    Column {
        id: column
        x: 38
        y: 9
        width: row.width - x - 12
        spacing: 4
        Row {
            width: parent.width
            spacing: 6
            TypeIcon { id: mark; visible: !row.isClaim; type: row.typeId; anchors.verticalCenter: parent.verticalCenter }
            Label {
                width: parent.width - (mark.visible ? mark.width + 6 : 0)
                text: row.words
                wrapMode: Text.Wrap
                color: row.isAdded ? Theme.text : Theme.muted
                font.weight: row.isClaim ? Font.DemiBold : Font.Normal
                font.strikeout: !row.isAdded
                Accessible.ignored: true
            }
        }
        Label {
            width: parent.width
            text: row.quote
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            lineHeight: 1.25
            Accessible.ignored: true
        }
    }
    HoverHandler { id: hover; cursorShape: row.canOpen ? Qt.PointingHandCursor : Qt.ArrowCursor }
    TapHandler { onTapped: row.openAsked() }
}
