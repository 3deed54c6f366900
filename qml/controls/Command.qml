// SPDX-License-Identifier: GPL-3.0-or-later
// Something the window can do: shown in menus and in the list of shortcuts, called by its keys.
import QtQuick
import QtQuick.Templates as T

T.Action {
    property string keys: ""
    property string canvasKeys: "" // that the canvas takes by itself, while it has the keyboard
    property string iconName: ""

    shortcut: keys
}
