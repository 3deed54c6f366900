// SPDX-License-Identifier: GPL-3.0-or-later
// A button of bars and rows: no ground until looked at. `hint` is its accessible name and, with its keys, its tooltip.
import QtQuick
import QtQuick.Templates as T

T.ToolButton {
    id: control

    property string iconName: ""
    property string endIconName: ""
    property string hint: text
    property string keys: ""
    property bool alignsLeft: false
    property int iconSize: 16
    property color ink: !enabled ? Theme.disabled : checked ? Theme.accent : Theme.text

    implicitWidth: text === "" ? Theme.controlHeight
                 : Math.ceil(label.implicitWidth) + leftPadding + rightPadding
                   + (iconName === "" ? 0 : iconSize + 6) + (endIconName === "" ? 0 : 18)
    implicitHeight: Theme.controlHeight
    leftPadding: text === "" ? 0 : 8
    rightPadding: leftPadding
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.name: hint
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        Row {
            id: row
            x: control.alignsLeft ? 0 : Math.round((parent.width - width) / 2)
            anchors.verticalCenter: parent.verticalCenter
            spacing: 6
            Icon {
                name: control.iconName
                size: control.iconSize
                visible: control.iconName !== ""
                color: control.ink
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: label
                text: control.text
                visible: control.text !== ""
                font: control.font
                color: control.ink
                elide: Text.ElideRight
                width: Math.min(implicitWidth, Math.max(0, control.width - 2 * control.leftPadding - (control.iconName === "" ? 0 : control.iconSize + 6) - (control.endIconName === "" ? 0 : 18)))
                anchors.verticalCenter: parent.verticalCenter
            }
            Icon {
                name: control.endIconName
                size: 12
                visible: control.endIconName !== ""
                color: Theme.muted
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.checked ? Theme.selected : control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
        FocusRing { isShown: control.visualFocus; anchors.margins: 0; radius: Theme.radius }
    }
    ToolTip { hint: control.hint; keys: control.keys; isWanted: control.hovered && control.hint !== "" && !control.down }
}
