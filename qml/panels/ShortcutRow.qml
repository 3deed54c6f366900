// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

RowLayout {
    id: row

    required property string text
    required property string keys

    objectName: "shortcut-" + text
    Layout.fillWidth: true
    Layout.preferredWidth: 280
    Label { text: row.text; Layout.fillWidth: true; elide: Text.ElideRight }
    Rectangle {
        implicitWidth: keysLabel.implicitWidth + 12
        implicitHeight: 22
        radius: 4
        color: Theme.hover
        Label { id: keysLabel; anchors.centerIn: parent; text: row.keys; font.pixelSize: Theme.smallSize; color: Theme.muted }
    }
}
