// SPDX-License-Identifier: GPL-3.0-or-later
// A neighbour under the words that connect it; the first of a group carries the words.
import QtQuick
import QtQuick.Layouts

FocusScope {
    id: row

    required property string entity
    required property string name
    required property string type
    required property string relation
    required property string label
    required property int claims
    required property bool isFirst

    signal chosen()
    signal visited()

    implicitHeight: heading.height + 28
    activeFocusOnTab: true
    Accessible.role: Accessible.ListItem
    Accessible.name: label + " " + name
    Accessible.onPressAction: chosen()
    Keys.onReturnPressed: (event) => event.modifiers & Qt.ControlModifier ? chosen() : visited()
    Keys.onSpacePressed: chosen()

    Label {
        id: heading
        height: row.isFirst ? implicitHeight + 8 : 0
        visible: row.isFirst
        text: row.label
        color: Theme.muted
        font.italic: true
        font.pixelSize: Theme.smallSize
        verticalAlignment: Text.AlignBottom
        Accessible.ignored: true
    }
    Rectangle {
        id: ground
        y: heading.height
        x: -8
        width: row.width + 16
        height: 28
        radius: Theme.radius
        color: hover.hovered ? Theme.hover : "transparent"
        FocusRing { isShown: row.activeFocus; anchors.margins: 0; radius: Theme.radius }
        HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
        TapHandler { onTapped: row.visited() }
        RowLayout {
            anchors { fill: parent; leftMargin: 8; rightMargin: 4 }
            spacing: 8
            TypeIcon { type: row.type }
            Label { text: row.name; Layout.fillWidth: true; elide: Text.ElideRight; Accessible.ignored: true }
            ToolButton {
                objectName: "quotesButton"
                implicitHeight: 22
                iconName: "quote"
                iconSize: 12
                text: row.claims.toLocaleString(Qt.locale(), "f", 0)
                font.pixelSize: Theme.smallSize
                ink: Theme.muted
                hint: qsTr("Read the sentences that say so")
                focusPolicy: Qt.NoFocus
                keys: "Space"
                onClicked: row.chosen()
            }
        }
    }
}
