// SPDX-License-Identifier: GPL-3.0-or-later
// The small heading over a group.
import QtQuick

Label {
    color: Theme.muted
    font.pixelSize: Theme.smallSize
    font.weight: Font.DemiBold
    elide: Text.ElideRight
    Accessible.role: Accessible.Heading
}
