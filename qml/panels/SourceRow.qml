// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

ItemDelegate {
    id: row

    required property string documentId
    required property string title
    required property string date
    required property string site
    required property string fileName
    required property string iconName
    required property int claims

    signal removeAsked()

    implicitHeight: 46
    text: title
    Accessible.name: title + (date === "" ? "" : ", " + date)
    Accessible.description: fileName

    function openMenu() { menu.popup(row, 24, row.height - 8) }

    contentItem: RowLayout {
        spacing: 8
        Icon { name: row.iconName; color: Theme.muted }
        Column {
            Layout.fillWidth: true
            spacing: 2
            Label { width: parent.width; text: row.title; elide: Text.ElideRight; Accessible.ignored: true }
            Label {
                width: parent.width
                text: [row.date === "" ? qsTr("undated") : row.date, row.claims === 1 ? qsTr("1 claim") : qsTr("%L1 claims").arg(row.claims)].join(" · ")
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                font.features: { "tnum": 1 }
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        ToolButton {
            visible: row.hovered || row.ListView.isCurrentItem && row.ListView.view.activeFocus
            iconName: "trash"
            iconSize: 14
            implicitWidth: 24
            implicitHeight: 24
            hint: qsTr("Remove from the library")
            keys: "Del"
            focusPolicy: Qt.NoFocus
            onClicked: row.removeAsked()
        }
    }
    ToolTip { hint: row.title; keys: row.fileName; isWanted: row.hovered && !menu.visible; delay: 900 }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: (point) => menu.popup(row, point.position.x, point.position.y)
    }
    Menu {
        id: menu
        MenuItem { text: qsTr("Read"); iconName: "read"; onTriggered: row.clicked() }
        MenuItem { text: qsTr("Remove from the library"); iconName: "trash"; onTriggered: row.removeAsked() }
    }
}
