// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Skein.App

ItemDelegate {
    id: row

    required property string name
    required property int progressState
    required property string sentence
    required property string detail

    readonly property bool hasFailed: progressState === ImportQueue.Failed
    readonly property bool isFinal: hasFailed || progressState === ImportQueue.AlreadyThere || progressState === ImportQueue.Done
    readonly property string stateText: hasFailed ? sentence
        : progressState === ImportQueue.Waiting ? qsTr("waiting")
        : progressState === ImportQueue.Reading ? qsTr("reading")
        : progressState === ImportQueue.Saving ? qsTr("saving")
        : progressState === ImportQueue.AlreadyThere ? qsTr("is in the library already")
        : qsTr("done")

    signal cancelAsked()
    signal retryAsked()

    implicitHeight: implicitContentHeight + 10
    text: name
    Accessible.name: name + ": " + stateText
    Accessible.description: detail

    contentItem: GridLayout {
        columns: 4
        columnSpacing: 6
        rowSpacing: 2
        Icon {
            name: row.hasFailed ? "warning" : row.isFinal ? "check" : "clock"
            size: 14
            color: row.hasFailed ? Theme.danger : Theme.muted
        }
        Label { Layout.fillWidth: true; text: row.name; elide: Text.ElideMiddle; font.weight: row.hasFailed ? Font.DemiBold : Font.Normal; Accessible.ignored: true }
        ToolButton {
            visible: row.hasFailed
            implicitWidth: 24
            implicitHeight: 24
            iconName: "retry"
            iconSize: 14
            hint: qsTr("Try again")
            keys: "Return"
            onClicked: row.retryAsked()
        }
        ToolButton {
            visible: row.progressState !== ImportQueue.Saving
            implicitWidth: 24
            implicitHeight: 24
            iconName: "close"
            iconSize: 14
            hint: row.isFinal ? qsTr("Dismiss") : qsTr("Cancel")
            keys: "Del"
            onClicked: row.cancelAsked()
        }
        // Beneath, over the whole width: a sentence wants room.
        ProgressBar {
            Layout.row: 1
            Layout.column: 1
            Layout.columnSpan: 3
            Layout.fillWidth: true
            Layout.bottomMargin: 4
            visible: row.progressState === ImportQueue.Reading
            indeterminate: true
            Accessible.ignored: true
        }
        Label {
            objectName: "importState"
            Layout.row: 1
            Layout.topMargin: -4
            Layout.bottomMargin: 4
            Layout.column: 1
            Layout.columnSpan: 3
            Layout.fillWidth: true
            visible: row.progressState !== ImportQueue.Reading
            text: row.stateText
            color: row.hasFailed ? Theme.danger : Theme.muted
            font.pixelSize: Theme.smallSize
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
    ToolTip { hint: row.detail; isWanted: row.hovered && row.hasFailed && row.detail !== "" ; delay: 900 }
}
