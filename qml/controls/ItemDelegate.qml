// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a list.
import QtQuick
import QtQuick.Templates as T

T.ItemDelegate {
    id: control

    property bool isSelected: false

    implicitHeight: Theme.rowHeight
    leftPadding: 8
    rightPadding: 8
    hoverEnabled: true
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.radius
        color: control.isSelected ? Theme.selected : control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
        FocusRing { isShown: control.ListView.isCurrentItem && control.ListView.view !== null && control.ListView.view.activeFocus; anchors.margins: 0; radius: Theme.radius }
    }
}
