// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Rectangle {
    property bool isHovered: false
    property bool isPressed: false
    property bool isFocused: false

    width: 14
    height: 14
    radius: 7
    color: isPressed ? Theme.accent : Theme.raised
    border.width: 1.5
    border.color: isHovered || isPressed ? Theme.accent : Theme.muted
    FocusRing { isShown: parent.isFocused; radius: 9 }
}
