// SPDX-License-Identifier: GPL-3.0-or-later
// What the additions change in a text: the source that is open, or words of one's own.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: panel

    required property Workspace workspace
    readonly property Teaching teaching: workspace.teaching

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Trial")

    function takeFocus() { (teaching.changeCount > 0 ? list : teaching.usesSentence ? words : sourceTab).forceActiveFocus(Qt.TabFocusReason) }

    Rectangle { anchors.fill: parent; color: Theme.panel }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredHeight: 40
            Layout.leftMargin: 4
            Layout.rightMargin: 12
            spacing: 0
            TabButton {
                id: sourceTab
                objectName: "trySource"
                Layout.fillHeight: true
                text: qsTr("Try on the source")
                isHere: !panel.teaching.usesSentence
                onClicked: panel.teaching.usesSentence = false
            }
            TabButton {
                objectName: "trySentence"
                Layout.fillHeight: true
                text: qsTr("On your words")
                isHere: panel.teaching.usesSentence
                onClicked: {
                    panel.teaching.usesSentence = true
                    words.forceActiveFocus(Qt.OtherFocusReason)
                }
            }
            Item { Layout.fillWidth: true }
            ProgressBar { visible: panel.teaching.isTrying && panel.teaching.hasSubject; indeterminate: true; Layout.preferredWidth: 32; Accessible.name: qsTr("Trying") }
        }
        Rectangle { Layout.fillWidth: true; Layout.preferredHeight: 1; color: Theme.line }

        Rectangle {
            visible: panel.teaching.usesSentence
            Layout.fillWidth: true
            Layout.margins: 12
            Layout.bottomMargin: 4
            Layout.preferredHeight: Math.min(120, Math.max(64, words.implicitHeight + 16))
            radius: Theme.radius
            color: Theme.base
            border.width: words.activeFocus ? 2 : 1
            border.color: words.activeFocus ? Theme.accent : Theme.line
            Flickable {
                anchors { fill: parent; margins: 8 }
                clip: true
                contentHeight: words.implicitHeight
                boundsBehavior: Flickable.StopAtBounds
                TextEdit {
                    id: words
                    objectName: "trialWords"
                    width: parent.width
                    height: Math.max(implicitHeight, 48)
                    textFormat: TextEdit.PlainText
                    wrapMode: TextEdit.Wrap
                    selectByMouse: true
                    activeFocusOnTab: true
                    color: Theme.text
                    selectionColor: Theme.accentFill
                    selectedTextColor: Theme.accentText
                    font.family: Theme.fontFamily
                    font.pixelSize: Theme.fontSize
                    Accessible.role: Accessible.EditableText
                    Accessible.name: qsTr("Words to try on")
                    onTextChanged: panel.teaching.sentence = text
                    Keys.onTabPressed: nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
                    Component.onCompleted: text = panel.teaching.sentence
                }
                Label { visible: words.length === 0; text: qsTr("Write or paste a sentence."); color: Theme.muted; Accessible.ignored: true }
            }
        }
        Label {
            objectName: "trialTitle"
            visible: !panel.teaching.usesSentence && panel.teaching.hasSubject
            Layout.fillWidth: true
            Layout.leftMargin: 16
            Layout.rightMargin: 16
            Layout.topMargin: 12
            text: panel.teaching.subjectTitle
            font.weight: Font.DemiBold
            elide: Text.ElideRight
        }
        Label {
            objectName: "trialSummary"
            visible: panel.teaching.hasSubject
            Layout.fillWidth: true
            Layout.leftMargin: 16
            Layout.rightMargin: 16
            Layout.topMargin: 4
            Layout.bottomMargin: 8
            wrapMode: Text.Wrap
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            font.features: { "tnum": 1 }
            text: panel.teaching.problemCount > 0 ? (panel.teaching.changeCount > 0 ? qsTr("As it was before the mistake; correct it to try again.")
                                                                                    : qsTr("Correct the mistake to try it here."))
                : panel.teaching.changeCount > 0 ? panel.teaching.summary
                : panel.teaching.isTrying ? qsTr("Trying…")
                : panel.teaching.isChanged ? qsTr("What you wrote changes nothing here.")
                : qsTr("What you write is tried here at once: what comes is marked +, what goes −.")
        }
        ListView {
            id: list
            objectName: "changeList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: 8
            Layout.rightMargin: 8
            clip: true
            spacing: 4
            focus: true
            activeFocusOnTab: true
            bottomMargin: 12
            boundsBehavior: Flickable.StopAtBounds
            visible: panel.teaching.hasSubject
            opacity: panel.teaching.problemCount > 0 ? 0.5 : 1
            model: panel.teaching.changes
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What changes")
            onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
            onCountChanged: if (currentIndex >= count || currentIndex < 0) currentIndex = count > 0 ? 0 : -1
            Keys.onReturnPressed: (currentItem as ChangeRow)?.openAsked()
            Keys.onSpacePressed: (currentItem as ChangeRow)?.openAsked()
            T.ScrollBar.vertical: ScrollBar {}
            delegate: ChangeRow {
                required property int index
                width: ListView.view.width
                canOpen: !panel.teaching.usesSentence
                isCurrent: ListView.isCurrentItem && list.activeFocus
                onOpenAsked: {
                    list.currentIndex = index
                    if (canOpen)
                        panel.workspace.readAt(panel.workspace.reader.document, begin, end)
                }
            }
        }
        Item {
            visible: !panel.teaching.hasSubject
            Layout.fillWidth: true
            Layout.fillHeight: true
            Label {
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: 16 }
                wrapMode: Text.Wrap
                lineHeight: 1.3
                color: Theme.muted
                text: panel.teaching.usesSentence ? qsTr("What you teach is tried on these words as you write.")
                    : panel.workspace.documentCount > 0 ? qsTr("Choose a source on the left: what you teach is tried on it as you write.")
                    : qsTr("This library has no sources yet. Try on words of your own instead.")
            }
        }
    }
}
