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

    implicitHeight: column.implicitHeight + 12
    text: name
    Accessible.name: name + ": " + stateText
    Accessible.description: detail

    contentItem: RowLayout {
        spacing: 6
        Icon {
            name: row.hasFailed ? "warning" : row.isFinal ? "check" : "clock"
            size: 14
            color: row.hasFailed ? Theme.danger : Theme.muted
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 1
        }
        Column {
            id: column
            Layout.fillWidth: true
            spacing: 3
            Label { width: parent.width; text: row.name; elide: Text.ElideMiddle; font.weight: row.hasFailed ? Font.DemiBold : Font.Normal; Accessible.ignored: true }
            ProgressBar { visible: row.progressState === ImportQueue.Reading; width: parent.width; indeterminate: true; Accessible.ignored: true }
            Label {
                objectName: "importState"
                visible: row.progressState !== ImportQueue.Reading
                width: parent.width
                text: row.stateText
                color: row.hasFailed ? Theme.danger : Theme.muted
                font.pixelSize: Theme.smallSize
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
        ToolButton {
            visible: row.hasFailed
            implicitWidth: 24
            implicitHeight: 24
            iconName: "retry"
            iconSize: 14
            hint: qsTr("Try again")
            keys: "Return"
            Layout.alignment: Qt.AlignTop
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
            Layout.alignment: Qt.AlignTop
            onClicked: row.cancelAsked()
        }
    }
    ToolTip { hint: row.detail; isWanted: row.hovered && row.hasFailed && row.detail !== "" ; delay: 900 }
}
