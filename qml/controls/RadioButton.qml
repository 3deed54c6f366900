// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.RadioButton {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: 26
    spacing: 8
    leftPadding: 16 + spacing
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize
    hoverEnabled: true
    Accessible.name: text

    indicator: Rectangle {
        width: 16
        height: 16
        radius: 8
        y: (control.height - height) / 2
        color: control.checked ? Theme.accentFill : Theme.base
        border.width: control.checked ? 0 : 1
        border.color: Theme.edge
        opacity: control.enabled ? 1 : 0.5
        Rectangle { anchors.centerIn: parent; width: 6; height: 6; radius: 3; color: Theme.accentText; visible: control.checked }
        FocusRing { isShown: control.visualFocus; radius: 10 }
    }
    contentItem: Label {
        text: control.text
        font: control.font
        color: control.enabled ? Theme.text : Theme.disabled
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
