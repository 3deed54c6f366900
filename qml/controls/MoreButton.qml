// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the next page of a list that is shown in pages.
import QtQuick

ToolButton {
    required property int further // rows that are not shown yet

    visible: further > 0
    x: -8
    ink: Theme.muted
    font.pixelSize: Theme.smallSize
    text: qsTr("%L1 more").arg(further)
}
