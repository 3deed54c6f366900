// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Dialog {
    title: qsTr("About Skein")
    contentItem: Column {
        spacing: 10
        Label { text: qsTr("Skein %1").arg(Application.version); font.pixelSize: 18; font.weight: Font.DemiBold }
        Label {
            width: 380
            wrapMode: Text.Wrap
            lineHeight: 1.3
            text: qsTr("A browser for the graph of who and what your documents talk about, with the words that say so.\n\nFree software under the GNU General Public License, version 3 or later. Nothing leaves this computer.")
        }
    }
}
