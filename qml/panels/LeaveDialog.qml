// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what shall become of what was written and not saved.
import QtQuick
import Skein.App

Dialog {
    id: dialog

    required property Teaching teaching
    property bool isAnswered: false

    title: qsTr("Save what you wrote?")
    onOpened: {
        isAnswered = false
        saveButton.forceActiveFocus(Qt.TabFocusReason)
    }
    onClosed: if (!isAnswered) teaching.stay()

    contentItem: Column {
        spacing: 16
        Label {
            width: 380
            wrapMode: Text.Wrap
            lineHeight: 1.3
            text: dialog.teaching.problemCount > 0
                ? qsTr("What this library is to be taught is not saved, and cannot be yet: it has mistakes.")
                : qsTr("What this library is to be taught is not saved yet. Saving reads all its sources again.")
        }
        Row {
            spacing: 8
            Button {
                id: saveButton
                objectName: "leaveSave"
                highlighted: true
                visible: dialog.teaching.problemCount === 0
                text: qsTr("Save")
                onClicked: { dialog.isAnswered = true; dialog.close(); dialog.teaching.saveAndLeave() }
            }
            Button {
                objectName: "leaveDiscard"
                isDangerous: true
                text: qsTr("Discard")
                onClicked: { dialog.isAnswered = true; dialog.close(); dialog.teaching.discardAndLeave() }
            }
            Button { objectName: "leaveStay"; text: qsTr("Go on writing"); onClicked: dialog.close() }
        }
    }
}
