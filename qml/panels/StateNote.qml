// SPDX-License-Identifier: GPL-3.0-or-later
// Says in the middle of a page what is the matter, and what to do next.
import QtQuick

Column {
    id: note

    required property string title
    property string text: ""
    property string actionText: ""
    property bool isBusy: false
    signal acted()

    width: 320
    spacing: 10

    Label { anchors.horizontalCenter: parent.horizontalCenter; width: Math.min(implicitWidth, note.width); text: note.title; font.pixelSize: 16; font.weight: Font.DemiBold; elide: Text.ElideMiddle }
    Label { width: note.width; visible: text !== ""; text: note.text; wrapMode: Text.Wrap; horizontalAlignment: Text.AlignHCenter; color: Theme.muted; lineHeight: 1.3 }
    ProgressBar { visible: note.isBusy; indeterminate: true; anchors.horizontalCenter: parent.horizontalCenter; width: 160 }
    Button { objectName: "stateAction"; visible: note.actionText !== ""; anchors.horizontalCenter: parent.horizontalCenter; text: note.actionText; highlighted: true; onClicked: note.acted() }
}
