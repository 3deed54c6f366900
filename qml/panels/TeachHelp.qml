// SPDX-License-Identifier: GPL-3.0-or-later
// How to write what a library is taught: resources/additions/README.md, in the window.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

Dialog {
    id: dialog

    title: qsTr("How to teach a library")

    component Code: Label { font.family: Theme.monoFamily; font.pixelSize: Theme.smallSize; lineHeight: 1.3 }
    component Words: Label { width: parent?.width ?? 0; wrapMode: Text.Wrap; lineHeight: 1.3; font.features: { "calt": 0 } } // no arrows for ->
    component Heading: Label { topPadding: 8; font.weight: Font.DemiBold; Accessible.role: Accessible.Heading }
    component Entry: Row {
        id: entry
        property alias code: code.text
        property alias words: words.text
        width: parent?.width ?? 0
        spacing: 16
        Code { id: code; width: Math.min(264, entry.width * 0.42); wrapMode: Text.Wrap }
        Words { id: words; width: entry.width - code.width - 16; color: Theme.muted }
    }

    contentItem: Flickable {
        implicitWidth: Math.min(680, (dialog.parent?.width ?? 800) - 80)
        implicitHeight: Math.min(column.implicitHeight, (dialog.parent?.height ?? 600) - 140)
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        focus: true
        Keys.onDownPressed: contentY = Math.min(Math.max(0, contentHeight - height), contentY + 48)
        Keys.onUpPressed: contentY = Math.max(0, contentY - 48)
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: column
            width: parent.width - 16
            spacing: 8

            Words { text: qsTr("A statement begins at the left margin; the indented lines below belong to it. A # that stands alone begins a comment, and | stands between alternatives. What is shipped with Skein is extended, never overridden.") }

            Heading { text: qsTr("Statements") }
            Entry { code: "names product\n    Muse Spark | Spark"; words: qsTr("Who or what is of that type: one a line, its aliases behind it. “names product instead” where Skein knows the name as something else.") }
            Entry { code: "ignore\n    Thank You"; words: qsTr("What looks like a name and is none.") }
            Entry { code: "type weapon like product"; words: qsTr("A type of your own, which may stand wherever a product may. Without “like” it stands in your own relations alone.") }
            Entry { code: "relation supplies organization|person -> product|value\n    inverse: is supplied by"; words: qsTr("A relation, the types of its ends, and how it reads from the other end. “value”: it may end in an amount or a date. “<->”: both ends are equals.") }
            Entry { code: "rule deliveries for supplies\n    S {supply|deliver} ( the|a )? O\n    O {supply}.passive by S"; words: qsTr("How a relation is said, one pattern a line. “why:”, “confidence:”, “label:”, “modality:” and “qualifier:” may stand before them.") }
            Entry { code: "verbs\n    slay slays slew slain slaying"; words: qsTr("Irregular verbs that Skein does not know; regular ones need nothing.") }
            Entry { code: "macros\n    #arms missile|rifle|gun"; words: qsTr("Parts of patterns with a name; patterns call them #arms.") }

            Heading { text: qsTr("Patterns") }
            Entry { code: "S   O   S:person|product   S's"; words: qsTr("The subject and the object of the claim; narrowed to types; a possessive.") }
            Entry { code: "E   E:place"; words: qsTr("A name that takes part in the match alone.") }
            Entry { code: "{buy|take}   {buy}.passive"; words: qsTr("A verb in any tense. .passive, .part (a participle), .ing, .any") }
            Entry { code: "in|of   ,   --   \"\"   [ ]"; words: qsTr("One of these words, for any case; a comma, any dash, any quotation mark, round brackets.") }
            Entry { code: "<money> <percent> <number> <ordinal> <date> <duration>"; words: qsTr("Such a value.") }
            Entry { code: "np   gap"; words: qsTr("A few words inside a noun phrase; a few words of any kind but verbs.") }
            Entry { code: "( a b | c )   x?   x*   x+"; words: qsTr("A choice; x may be there, any number, one or more.") }
            Entry { code: "value=<date>   role=( np )"; words: qsTr("What matched becomes the claim's value, or a qualifier of that name.") }
            Entry { code: "^   #arms"; words: qsTr("The start of the sentence; a macro.") }

            Heading { text: qsTr("Keys") }
            Entry { code: "Ctrl+S"; words: qsTr("Save, and read all sources again.") }
            Entry { code: "Tab · Shift+Tab · F6"; words: qsTr("Indent; leave the text backwards; go to the next panel.") }
        }
    }
}
