// SPDX-License-Identifier: GPL-3.0-or-later
// Words with marks in them; can be selected and copied.
import QtQuick
import Skein.App

TextEdit {
    id: edit

    property textRuns runs
    property real lineSpacing: 1.35 // of the font's own line height
    property string entity: "" // whose mentions stand out

    readOnly: true
    selectByMouse: true
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    color: Theme.text
    selectionColor: Theme.accentFill
    selectedTextColor: Theme.accentText
    font.family: Theme.fontFamily
    font.pixelSize: Theme.quoteSize
    activeFocusOnPress: true
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    function entityAt(x: real, y: real): string {
        const position = edit.positionAt(x, y)
        const place = edit.positionToRectangle(position)
        return y < place.y || y > place.y + place.height ? "" : marks.entityAt(position)
    }

    TextMarks {
        id: marks
        document: edit.textDocument
        runs: edit.runs
        lit: Theme.lit
        quoted: Theme.quoted
        isDark: Theme.isDark
        entity: edit.entity
        lineSpacing: edit.lineSpacing
    }
}
