// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.Button {
    id: control

    property string iconName: ""
    property bool isDangerous: false
    readonly property bool isStrong: highlighted && enabled

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    leftPadding: text === "" ? 6 : 12
    rightPadding: leftPadding
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    readonly property color ink: !enabled ? Theme.disabled
                               : isStrong ? Theme.accentText
                               : isDangerous ? Theme.danger : Theme.text

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight
        Row {
            id: row
            anchors.centerIn: parent
            spacing: 6
            Icon {
                name: control.iconName
                visible: control.iconName !== ""
                color: control.ink
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                text: control.text
                visible: control.text !== ""
                font: control.font
                color: control.ink
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.isStrong ? (control.down ? Qt.darker(Theme.accentFill, 1.15) : control.hovered ? Qt.darker(Theme.accentFill, 1.07) : Theme.accentFill)
                                   : control.down ? Theme.pressed : Theme.raised
        opacity: control.enabled ? 1 : 0.6
        border.width: control.isStrong ? 0 : 1
        border.color: control.hovered ? Theme.edge : Theme.line
        FocusRing { isShown: control.visualFocus }
    }
}
