// SPDX-License-Identifier: GPL-3.0-or-later
// A paragraph, heading, list item, … of a source. A click on a mention chooses its entity.
import QtQuick
import Skein.App

Item {
    id: block

    required property string words
    required property textRuns runs
    required property string kind
    required property int level
    required property int measure
    required property string entity

    signal entityChosen(entity: string)

    readonly property bool isTitle: kind === "title"
    readonly property bool isHeading: kind === "heading"
    readonly property bool isCode: kind === "code" || kind === "tableRow"
    readonly property int indent: kind === "listItem" ? 20 * Math.max(1, level) : kind === "quotation" ? 20 : isCode ? 12 : 0
    readonly property int above: isTitle ? 0 : isHeading ? 20 : kind === "listItem" || kind === "tableRow" ? 2 : 6

    implicitHeight: above + text.implicitHeight + (isTitle ? 12 : isHeading ? 4 : kind === "listItem" || kind === "tableRow" ? 2 : 8)

    Label {
        visible: block.kind === "listItem"
        x: text.x - 16
        y: text.y
        text: "•"
        color: Theme.muted
        font.pixelSize: Theme.readingSize
        Accessible.ignored: true
    }
    Rectangle {
        visible: block.kind === "quotation"
        x: text.x - 16
        y: text.y
        width: 3
        height: text.implicitHeight
        radius: 1.5
        color: Theme.edge
    }
    Rectangle {
        visible: block.isCode
        x: text.x - 12
        y: text.y - 4
        width: block.measure
        height: text.implicitHeight + 8
        radius: 4
        color: Theme.panel
    }
    MarkedText {
        id: text
        objectName: "blockText"
        x: Math.round((block.width - block.measure) / 2) + block.indent
        y: block.above
        width: block.measure - block.indent
        text: block.words
        runs: block.runs
        entity: block.entity
        font.family: block.isCode ? Theme.monoFamily : Theme.fontFamily
        font.pixelSize: block.isTitle ? 26 : block.isHeading ? (block.level <= 2 ? 20 : 17) : block.isCode ? 13 : block.kind === "caption" ? 14 : Theme.readingSize
        font.weight: block.isTitle || block.isHeading ? Font.DemiBold : Font.Normal
        color: block.kind === "caption" ? Theme.muted : Theme.text
        lineSpacing: block.isTitle || block.isHeading ? 1.1 : block.isCode ? 1.2 : 1.4
        Accessible.role: block.isTitle || block.isHeading ? Accessible.Heading : Accessible.Paragraph

        HoverHandler {
            cursorShape: text.hoveredEntity !== "" ? Qt.PointingHandCursor : Qt.IBeamCursor
            onPointChanged: text.hoveredEntity = text.entityAt(point.position.x, point.position.y)
        }
        property string hoveredEntity: ""
        TapHandler {
            onTapped: (point) => {
                const found = text.entityAt(point.position.x, point.position.y)
                if (found !== "" && text.selectedText === "")
                    block.entityChosen(found)
            }
        }
    }
}
