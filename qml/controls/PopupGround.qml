// SPDX-License-Identifier: GPL-3.0-or-later
// The ground of menus, popups and dialogs: raised, with a soft shadow of a few stacked outlines (works without a GPU).
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: ground

    property int radius: 8

    Repeater {
        model: 5
        Rectangle {
            required property int index
            anchors.fill: parent
            anchors.margins: -(index + 1) * 2
            anchors.topMargin: -index
            anchors.bottomMargin: -(index + 1) * 3
            radius: ground.radius + (index + 1) * 2
            color: Qt.rgba(0, 0, 0, Theme.isDark ? 0.09 : 0.025)
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: ground.radius
        color: Theme.raised
        border.width: 1
        border.color: Theme.isDark ? Theme.edge : Theme.line
    }
}
