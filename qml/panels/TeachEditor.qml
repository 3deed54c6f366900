// SPDX-License-Identifier: GPL-3.0-or-later
// The text of what a library is taught: line numbers, colours, mistakes underlined where they stand.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: editor

    required property Teaching teaching
    readonly property real lineHeight: area.lineCount > 0 ? area.contentHeight / area.lineCount : 18
    readonly property int gutter: numbers.implicitWidth + 24

    function takeFocus() { area.forceActiveFocus(Qt.TabFocusReason) }
    function goTo(position: int) {
        area.cursorPosition = Math.max(0, Math.min(position, area.length))
        area.forceActiveFocus(Qt.OtherFocusReason)
    }
    function insertExample(text: string) {
        area.insert(0, text)
        area.cursorPosition = 0
        takeFocus()
    }

    Rectangle { anchors.fill: parent; color: Theme.base }

    Flickable {
        id: flick
        anchors.fill: parent
        clip: true
        contentWidth: Math.max(width, area.x + area.contentWidth + 32)
        contentHeight: Math.max(height, area.contentHeight + 32)
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        T.ScrollBar.horizontal: ScrollBar { orientation: Qt.Horizontal }

        function show(place: rect) {
            const left = editor.gutter + 8
            if (place.y + area.y < contentY)
                contentY = Math.max(0, place.y + area.y - 8)
            else if (place.y + area.y + place.height + 16 > contentY + height)
                contentY = Math.max(0, place.y + area.y + place.height + 16 - height)
            if (place.x + area.x < contentX + left)
                contentX = Math.max(0, place.x + area.x - left - 40)
            else if (place.x + area.x + 24 > contentX + width)
                contentX = place.x + area.x + 24 - width
        }

        Rectangle { // the line with the cursor
            visible: area.activeFocus
            x: flick.contentX
            y: area.y + area.cursorRectangle.y
            width: flick.width
            height: area.cursorRectangle.height
            color: Theme.hover
        }
        TextEdit {
            id: area
            objectName: "teachText"
            x: editor.gutter + 8
            y: 12
            width: Math.max(flick.width - x - 8, contentWidth)
            height: Math.max(contentHeight, flick.height - 24)
            focus: true
            activeFocusOnTab: true
            enabled: editor.teaching.isReady
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.NoWrap
            selectByMouse: true
            color: Theme.text
            selectionColor: Theme.accentFill
            selectedTextColor: Theme.accentText
            font.family: Theme.monoFamily
            font.pixelSize: Theme.fontSize
            Accessible.role: Accessible.EditableText
            Accessible.multiLine: true
            Accessible.name: qsTr("What this library is taught")
            onTextChanged: editor.teaching.text = text
            onCursorRectangleChanged: flick.show(cursorRectangle)
            Component.onCompleted: text = editor.teaching.text

            // What belongs to a statement is indented: Return keeps the indentation, Tab is four spaces.
            Keys.onTabPressed: insert(cursorPosition, "    ")
            Keys.onReturnPressed: (event) => {
                const start = text.lastIndexOf("\n", cursorPosition - 1) + 1
                const line = text.slice(start, cursorPosition)
                const spaces = line.match(/^\s*/)[0]
                const opens = spaces === "" && /^(type|relation|rule|names|ignore|verbs|macros)\b/.test(line)
                if (event.modifiers === Qt.NoModifier) {
                    remove(selectionStart, selectionEnd)
                    insert(cursorPosition, "\n" + (opens ? "    " : spaces.length < line.length ? spaces : ""))
                } else {
                    event.accepted = false
                }
            }
            TeachHighlighter {
                document: area.textDocument
                teaching: editor.teaching
                isDark: Theme.isDark
                danger: Theme.danger
                dangerGround: Theme.dangerGround
            }
        }
        Connections {
            target: editor.teaching
            function onTextReplaced() {
                if (area.text !== editor.teaching.text)
                    area.text = editor.teaching.text
            }
        }

        Rectangle { // stays at the left when the text is scrolled
            x: flick.contentX
            width: editor.gutter
            height: flick.contentHeight
            color: Theme.panel
            Rectangle { anchors { right: parent.right; top: parent.top; bottom: parent.bottom } width: 1; color: Theme.line }
            Repeater {
                model: editor.teaching.problems
                Rectangle {
                    required property int line
                    y: area.y + (line - 1) * editor.lineHeight
                    width: editor.gutter - 1
                    height: editor.lineHeight
                    color: Theme.dangerGround
                    Rectangle { width: 3; height: parent.height; color: Theme.danger }
                }
            }
            Text {
                id: numbers
                anchors { right: parent.right; rightMargin: 10 }
                y: area.y
                horizontalAlignment: Text.AlignRight
                textFormat: Text.PlainText
                color: Theme.muted
                font: area.font
                text: Array.from({ length: Math.max(1, area.lineCount) }, (_, i) => i + 1).join("\n")
                Accessible.ignored: true
            }
        }
    }
}
