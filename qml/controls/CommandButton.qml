// SPDX-License-Identifier: GPL-3.0-or-later
// A command as an icon.
import QtQuick

ToolButton {
    required property Command command

    iconName: command.iconName
    hint: command.text.replace(/&(.)/, "$1")
    keys: command.keys
    enabled: command.enabled
    onClicked: command.trigger()
}
