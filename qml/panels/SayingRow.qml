// SPDX-License-Identifier: GPL-3.0-or-later
// Something a source says in its own words, the verb lit; it opens its sentence.
import QtQuick
import Skein.App

FocusScope {
    id: row

    required property int index
    required property string words
    required property textRuns runs
    required property string sentence
    required property string documentId
    required property string sourceTitle
    required property string sourceDate
    required property int begin
    required property int end

    signal openAsked()

    implicitHeight: column.implicitHeight + 10
    activeFocusOnTab: true
    Accessible.role: Accessible.ListItem
    Accessible.name: words
    Accessible.description: source.text + ": " + sentence
    Accessible.onPressAction: openAsked()
    Keys.onReturnPressed: openAsked()
    Keys.onSpacePressed: openAsked()

    Rectangle {
        anchors { fill: parent; leftMargin: -8; rightMargin: -8 }
        radius: Theme.radius
        color: hover.hovered ? Theme.hover : "transparent"
        FocusRing { isShown: row.activeFocus; anchors.margins: 0; radius: Theme.radius }
    }
    Column {
        id: column
        y: 5
        width: parent.width
        spacing: 1
        MarkedText {
            objectName: "sayingWords"
            width: parent.width
            text: row.words
            runs: row.runs
            font.pixelSize: Theme.fontSize
            selectByMouse: false
            activeFocusOnPress: false
            Accessible.ignored: true
        }
        Label {
            id: source
            width: parent.width
            text: row.sourceDate === "" ? row.sourceTitle : row.sourceDate + " · " + row.sourceTitle
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    TapHandler { onTapped: row.openAsked() }
}
