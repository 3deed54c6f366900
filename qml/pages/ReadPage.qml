// SPDX-License-Identifier: GPL-3.0-or-later
// One source, set for reading. A list of blocks, so that a book opens as quickly as a note.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: page

    required property Workspace workspace
    required property Commands commands
    readonly property Reader reader: workspace.reader
    readonly property bool hasSource: reader.document !== ""
    // At most about 75 characters a line.
    readonly property int measure: Math.min(620, width - 64)

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Reader")

    function takeFocus() { (reader.isRaw ? raw : list).forceActiveFocus(Qt.TabFocusReason) }

    Rectangle { anchors.fill: parent; color: Theme.base }

    RowLayout {
        id: bar
        visible: page.hasSource
        anchors { left: parent.left; right: parent.right; leftMargin: 12; rightMargin: 8 }
        height: 40
        spacing: 4
        Label {
            Layout.fillWidth: true
            text: page.reader.fileName + (page.reader.isRaw && page.reader.rawNote !== "" ? " · " + page.reader.rawNote : "")
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            elide: Text.ElideMiddle
        }
        Label {
            objectName: "stopNumber"
            visible: page.reader.stopCount > 0
            text: page.reader.stopNumber > 0 ? qsTr("%1 of %2").arg(page.reader.stopNumber).arg(page.reader.stopCount)
                : page.workspace.inspector.kind === Inspector.Connection
                ? (page.reader.stopCount === 1 ? qsTr("1 quote") : qsTr("%L1 quotes").arg(page.reader.stopCount))
                : (page.reader.stopCount === 1 ? qsTr("1 mention") : qsTr("%L1 mentions").arg(page.reader.stopCount))
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            font.features: { "tnum": 1 }
        }
        CommandButton { objectName: "previousQuote"; command: page.commands.previousQuote }
        CommandButton { objectName: "nextQuote"; command: page.commands.nextQuote }
        BarLine {}
        CommandButton { objectName: "teachButton"; command: page.commands.teach; hint: qsTr("Teach the library, and try it on this source") }
        CommandButton { objectName: "rawButton"; command: page.commands.raw; checked: page.reader.isRaw }
    }
    Rectangle { visible: page.hasSource; anchors { left: parent.left; right: parent.right; top: bar.bottom } height: 1; color: Theme.line }

    ListView {
        id: list
        objectName: "blocks"
        visible: page.hasSource && !page.reader.isRaw
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom; topMargin: 1 }
        focus: true
        activeFocusOnTab: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: page.reader.blocks
        cacheBuffer: 600
        reuseItems: true
        keyNavigationEnabled: false
        highlightFollowsCurrentItem: false
        bottomMargin: 64
        Accessible.role: Accessible.Document
        Accessible.name: page.reader.title
        T.ScrollBar.vertical: ScrollBar {}

        function scrollBy(distance: real) {
            contentY = Math.max(originY - topMargin, Math.min(contentY + distance, originY + Math.max(0, contentHeight + bottomMargin - height)))
        }
        Keys.onDownPressed: scrollBy(48)
        Keys.onUpPressed: scrollBy(-48)
        Keys.onSpacePressed: (event) => scrollBy(event.modifiers & Qt.ShiftModifier ? -height * 0.9 : height * 0.9)
        Keys.onPressed: (event) => {
            event.accepted = true
            if (event.key === Qt.Key_PageDown)
                scrollBy(height * 0.9)
            else if (event.key === Qt.Key_PageUp)
                scrollBy(-height * 0.9)
            else if (event.key === Qt.Key_Home)
                positionViewAtBeginning()
            else if (event.key === Qt.Key_End)
                positionViewAtEnd()
            else if (event.key === Qt.Key_Return)
                page.commands.nextQuote.trigger()
            else
                event.accepted = false
        }

        header: Column {
            width: ListView.view.width
            topPadding: 28
            bottomPadding: 16
            spacing: 6
            Label {
                objectName: "readerTitle"
                x: Math.round((parent.width - page.measure) / 2)
                width: page.measure
                visible: text !== ""
                text: page.reader.heading
                font.pixelSize: 26
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }
            Label {
                x: Math.round((parent.width - page.measure) / 2)
                width: page.measure
                visible: text !== ""
                text: page.reader.byline
                color: Theme.muted
                wrapMode: Text.Wrap
            }
            Label {
                x: Math.round((parent.width - page.measure) / 2)
                width: page.measure
                text: page.reader.measure
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                font.features: { "tnum": 1 }
                wrapMode: Text.Wrap
            }
        }
        delegate: ReaderBlock {
            width: ListView.view.width
            measure: page.measure
            entity: page.workspace.inspector.kind === Inspector.Entity ? page.workspace.inspector.entity : ""
            onEntityChosen: (entity) => page.workspace.inspector.showEntity(entity)
        }
    }
    Connections {
        target: page.reader
        function onQuoteShown() { Qt.callLater(page.showQuote) }
        function onChanged() { list.positionViewAtBeginning() }
    }
    function showQuote() {
        if (reader.quotedRow >= 0) {
            list.positionViewAtIndex(reader.quotedRow, ListView.Center)
            list.forceLayout()
            list.positionViewAtIndex(reader.quotedRow, ListView.Center)
        }
    }

    Flickable {
        id: raw
        objectName: "raw"
        visible: page.hasSource && page.reader.isRaw
        anchors.fill: list
        clip: true
        contentWidth: width
        contentHeight: rawText.implicitHeight + 32
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        TextEdit {
            id: rawText
            objectName: "rawText"
            x: 16
            y: 16
            width: raw.width - 32
            text: page.reader.isRaw ? page.reader.rawText : ""
            textFormat: TextEdit.PlainText
            readOnly: true
            selectByMouse: true
            wrapMode: TextEdit.Wrap
            color: Theme.text
            selectionColor: Theme.accentFill
            selectedTextColor: Theme.accentText
            font.family: Theme.monoFamily
            font.pixelSize: Theme.fontSize
            activeFocusOnTab: true
            Accessible.name: qsTr("Raw form of %1").arg(page.reader.fileName)
            RawHighlighter { document: rawText.textDocument; fileName: page.reader.isRaw ? page.reader.fileName : ""; isDark: Theme.isDark }
        }
    }

    StateNote {
        visible: !page.hasSource
        anchors.centerIn: parent
        title: page.reader.isLoading ? qsTr("Opening…") : qsTr("No source is open")
        text: page.reader.isLoading ? "" : page.workspace.documentCount > 0 ? qsTr("Choose one on the left, or click a quote in the inspector.")
                                                                            : qsTr("Add files to read them here.")
        isBusy: page.reader.isLoading
    }
}
