// SPDX-License-Identifier: GPL-3.0-or-later
// Parts the groups of a bar.
import QtQuick
import QtQuick.Layouts

Rectangle {
    Layout.leftMargin: 4
    Layout.rightMargin: 4
    implicitWidth: 1
    implicitHeight: 20
    color: Theme.line
}
