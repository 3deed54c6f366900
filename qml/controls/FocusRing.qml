// SPDX-License-Identifier: GPL-3.0-or-later
// Shows where the keyboard is.
import QtQuick

Rectangle {
    property bool isShown: false

    anchors.fill: parent
    anchors.margins: -2
    visible: isShown
    color: "transparent"
    radius: Theme.radius + 2
    border.width: 2
    border.color: Theme.accent
}
