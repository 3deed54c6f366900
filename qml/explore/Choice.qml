// SPDX-License-Identifier: GPL-3.0-or-later
// A few alternatives side by side, one of which holds.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

FocusScope {
    id: choice

    required property list<string> texts
    property int current: 0
    property string hint: ""
    signal chosen(index: int)

    implicitWidth: row.implicitWidth
    implicitHeight: 26
    Accessible.role: Accessible.Grouping
    Accessible.name: hint

    Row {
        id: row
        spacing: -1
        Repeater {
            model: choice.texts
            delegate: T.AbstractButton {
                id: one
                required property string modelData
                required property int index
                readonly property bool isChosen: choice.current === index

                objectName: "choice-" + index
                text: modelData
                implicitWidth: Math.max(34, label.implicitWidth + 20)
                implicitHeight: 26
                hoverEnabled: true
                focusPolicy: Qt.TabFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData
                Accessible.checked: isChosen
                Keys.onReturnPressed: click()
                onClicked: choice.chosen(index)
                z: isChosen ? 1 : 0

                background: Rectangle {
                    color: one.isChosen ? Theme.selected : one.hovered ? Theme.hover : Theme.raised
                    border.width: 1
                    border.color: one.isChosen ? Theme.accent : Theme.line
                    FocusRing { isShown: one.visualFocus; anchors.margins: 0; radius: 0 }
                }
                contentItem: Label {
                    id: label
                    text: one.text
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
