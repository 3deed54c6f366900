// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

ItemDelegate {
    id: row

    required property bool isEntity
    required property string target
    required property string title
    required property string type
    required property string detail
    required property string snippet
    required property int begin
    required property int end

    signal startAsked()

    implicitHeight: isEntity ? 32 : passage.implicitHeight + 12
    text: title
    Accessible.name: isEntity ? title + ", " + detail : title + ": " + snippet.replace(/<[^>]*>/g, "")

    contentItem: Item {
        RowLayout {
            visible: row.isEntity
            anchors.fill: parent
            spacing: 8
            TypeIcon { type: row.type }
            Label { text: row.title; font.weight: Font.DemiBold; elide: Text.ElideRight; Layout.fillWidth: true; Accessible.ignored: true }
            Label { text: row.detail; color: Theme.muted; font.pixelSize: Theme.smallSize; Accessible.ignored: true }
            ToolButton {
                objectName: "startHere"
                visible: row.hovered || row.isSelected
                iconName: "start"
                iconSize: 14
                implicitWidth: 24
                implicitHeight: 24
                hint: qsTr("Start the graph here")
                keys: "Ctrl+Return"
                focusPolicy: Qt.NoFocus
                onClicked: row.startAsked()
            }
        }
        Column {
            id: passage
            visible: !row.isEntity
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: 2
            Text {
                width: parent.width
                text: row.snippet
                textFormat: Text.StyledText
                color: Theme.text
                font.family: Theme.fontFamily
                font.pixelSize: Theme.fontSize
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Label { width: parent.width; text: row.title; color: Theme.muted; font.pixelSize: Theme.smallSize; elide: Text.ElideRight; Accessible.ignored: true }
        }
    }
}
