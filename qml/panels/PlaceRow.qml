// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that mentions what is selected; the first of a source carries the source and its date.
import QtQuick
import Skein.App

FocusScope {
    id: row

    required property string documentId
    required property string sourceTitle
    required property string date
    required property string sentence
    required property textRuns runs
    required property int begin
    required property int end
    required property bool isFirst

    signal openAsked()

    implicitHeight: column.implicitHeight
    activeFocusOnTab: true
    Accessible.role: Accessible.ListItem
    Accessible.name: sentence
    Accessible.description: date + ", " + sourceTitle
    Accessible.onPressAction: openAsked()
    Keys.onReturnPressed: openAsked()
    Keys.onSpacePressed: openAsked()

    Column {
        id: column
        width: parent.width
        Item {
            visible: row.isFirst
            width: parent.width
            height: 30
            Label { id: when; text: row.date; font.weight: Font.DemiBold; font.pixelSize: Theme.smallSize; font.features: { "tnum": 1 } anchors { bottom: parent.bottom; bottomMargin: 4 } Accessible.ignored: true }
            Label {
                anchors { left: when.right; leftMargin: 8; right: parent.right; baseline: when.baseline }
                text: row.sourceTitle
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Item {
            width: parent.width
            height: words.implicitHeight + 10
            Rectangle {
                anchors { fill: parent; leftMargin: -8; rightMargin: -8 }
                radius: Theme.radius
                color: hover.hovered ? Theme.hover : "transparent"
                FocusRing { isShown: row.activeFocus; anchors.margins: 0; radius: Theme.radius }
            }
            Rectangle { x: 0; y: 5; width: 2; height: parent.height - 10; radius: 1; color: Theme.line }
            MarkedText {
                id: words
                x: 10
                y: 5
                width: parent.width - 10
                text: row.sentence
                runs: row.runs
                font.pixelSize: Theme.fontSize
                selectByMouse: false
                activeFocusOnPress: false
                Accessible.ignored: true
            }
            HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
            TapHandler { onTapped: row.openAsked() }
        }
    }
}
