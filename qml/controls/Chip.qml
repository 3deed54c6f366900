// SPDX-License-Identifier: GPL-3.0-or-later
// A word about a claim: who says it, whether it is planned, when it is true.
import QtQuick

Rectangle {
    id: chip

    required property string text
    property string iconName: ""
    property bool isWarning: false
    property real maximumWidth: 400

    implicitWidth: Math.min(maximumWidth, row.implicitWidth + 14)
    implicitHeight: 20
    radius: 10
    color: isWarning ? Theme.dangerGround : Theme.hover
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 4
        Icon { name: chip.iconName; visible: chip.iconName !== ""; size: 12; color: label.color; anchors.verticalCenter: parent.verticalCenter }
        Label {
            id: label
            text: chip.text
            font.pixelSize: Theme.smallSize
            width: Math.min(implicitWidth, chip.maximumWidth - 14 - (chip.iconName === "" ? 0 : 16))
            elide: Text.ElideRight
            color: chip.isWarning ? Theme.danger : Theme.muted
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
