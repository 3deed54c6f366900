// SPDX-License-Identifier: GPL-3.0-or-later
// A path's heading, or one step of it with the words that say so.
import QtQuick
import QtQuick.Layouts

FocusScope {
    id: row

    required property int index
    required property int path
    required property bool isHeading
    required property string text
    required property string detail
    required property string source
    required property string sourceName
    required property string sourceType
    required property string target
    required property string targetName
    required property string targetType
    required property string quote
    required property string origin
    required property string document
    required property int begin
    required property int end
    required property bool isPlanned
    required property bool isDisputed
    property bool isLit: false
    property bool isCurrent: false

    signal looked(isHere: bool)
    signal chosen()
    signal onlyAsked()
    signal openAsked()

    implicitHeight: isHeading ? heading.implicitHeight + 14 : step.implicitHeight + 12
    Accessible.role: Accessible.ListItem
    Accessible.name: isHeading ? qsTr("Path %1: %2, %3").arg(path + 1).arg(text).arg(detail) : sourceName + " " + detail + " " + targetName
    Accessible.description: isHeading ? "" : quote
    Accessible.onPressAction: chosen()

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 4
        anchors.rightMargin: 4
        radius: Theme.radius
        color: row.isLit ? Theme.selected : hover.hovered ? Theme.hover : "transparent"
        FocusRing { isShown: row.isCurrent; anchors.margins: 0; radius: Theme.radius }
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor; onHoveredChanged: row.looked(hovered) }
    TapHandler { onTapped: row.chosen() }

    RowLayout {
        id: heading
        visible: row.isHeading
        anchors { left: parent.left; right: parent.right; leftMargin: 12; rightMargin: 6; verticalCenter: parent.verticalCenter }
        spacing: 4
        Column {
            Layout.fillWidth: true
            Label { width: parent.width; text: row.text; font.weight: Font.DemiBold; wrapMode: Text.Wrap; maximumLineCount: 3; elide: Text.ElideRight; Accessible.ignored: true }
            Label { text: row.detail; color: Theme.muted; font.pixelSize: Theme.smallSize; Accessible.ignored: true }
        }
        ToolButton { objectName: "onlyPath"; iconName: "focus"; hint: qsTr("Show only this"); onClicked: row.onlyAsked() }
    }
    Column {
        id: step
        visible: !row.isHeading
        anchors { left: parent.left; right: parent.right; leftMargin: 22; rightMargin: 12; verticalCenter: parent.verticalCenter }
        spacing: 2
        Row {
            width: parent.width
            spacing: 6
            TypeIcon { anchors.verticalCenter: parent.verticalCenter; type: row.sourceType }
            Label { width: Math.min(implicitWidth, parent.width - 18); text: row.sourceName; font.weight: Font.Medium; elide: Text.ElideRight; Accessible.ignored: true }
        }
        Row {
            width: parent.width
            spacing: 6
            Icon { anchors.verticalCenter: parent.verticalCenter; name: "down"; size: 12; color: Theme.muted }
            Label { text: row.detail + (row.isPlanned ? qsTr(" (planned)") : row.isDisputed ? qsTr(" (disputed)") : ""); color: row.isDisputed ? Theme.danger : Theme.muted; font.italic: true; font.pixelSize: Theme.smallSize; Accessible.ignored: true }
        }
        Row {
            width: parent.width
            spacing: 6
            TypeIcon { anchors.verticalCenter: parent.verticalCenter; type: row.targetType }
            Label { width: Math.min(implicitWidth, parent.width - 18); text: row.targetName; font.weight: Font.Medium; elide: Text.ElideRight; Accessible.ignored: true }
        }
        Label { objectName: "stepQuote"; visible: row.quote !== ""; width: parent.width; topPadding: 2; text: qsTr("“%1”").arg(row.quote); wrapMode: Text.Wrap; maximumLineCount: 4; elide: Text.ElideRight; Accessible.ignored: true }
        ToolButton {
            visible: row.origin !== ""
            width: parent.width
            implicitHeight: 22
            leftPadding: 0
            alignsLeft: true
            ink: Theme.muted
            font.pixelSize: Theme.smallSize
            text: row.origin
            hint: qsTr("Open the source at this place")
            focusPolicy: Qt.NoFocus
            onClicked: row.openAsked()
        }
    }
}
