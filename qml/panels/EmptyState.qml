// SPDX-License-Identifier: GPL-3.0-or-later
// The first sight of Skein: what it does, and the two ways to begin.
import QtQuick
import QtQuick.Layouts
import Skein.App

FocusScope {
    id: empty

    required property Workspace workspace
    required property Commands commands

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        width: parent.width
        spacing: 12

        Image {
            source: "qrc:/icons/skein.svg"
            sourceSize: Qt.size(72 * Screen.devicePixelRatio, 72 * Screen.devicePixelRatio)
            Layout.preferredWidth: 72
            Layout.preferredHeight: 72
            Layout.alignment: Qt.AlignHCenter
            Accessible.ignored: true
        }
        Label {
            text: empty.workspace.isOpen ? qsTr("This library is empty") : qsTr("Welcome to Skein")
            font.pixelSize: 22
            font.weight: Font.DemiBold
            Layout.alignment: Qt.AlignHCenter
            Accessible.role: Accessible.Heading
        }
        Label {
            text: qsTr("Drop articles, notes or reports on this window. Skein reads who and what they talk about, draws how these connect, and keeps the very sentences that say so.")
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            color: Theme.muted
            font.pixelSize: 14
            lineHeight: 1.35
            Layout.fillWidth: true
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: 8
            spacing: 8
            Button {
                objectName: "emptyAdd"
                text: qsTr("Add files…")
                iconName: "plus"
                highlighted: true
                focus: true
                implicitHeight: 34
                onClicked: empty.commands.addFiles.trigger()
            }
            Button {
                objectName: "emptySample"
                text: qsTr("Open the sample")
                iconName: "sparkle"
                implicitHeight: 34
                onClicked: empty.commands.openSample.trigger()
            }
        }
        Label {
            text: qsTr("Text, Markdown and HTML. Everything stays on this computer.")
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.topMargin: 4
        }
    }
}
