// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.TextField {
    id: control

    property string iconName: ""
    property string keys: "" // shown at the end while the field rests

    implicitWidth: 200
    implicitHeight: 30
    leftPadding: iconName === "" ? 8 : 30
    rightPadding: 8
    color: Theme.text
    placeholderTextColor: Theme.muted
    selectionColor: Theme.accentFill
    selectedTextColor: Theme.accentText
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    Accessible.name: placeholderText

    Label {
        x: control.leftPadding
        anchors.verticalCenter: parent.verticalCenter
        width: control.width - control.leftPadding - (keysLabel.visible ? keysLabel.width + 20 : control.rightPadding)
        text: control.placeholderText
        color: control.placeholderTextColor
        visible: control.length === 0 && control.preeditText === ""
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Icon {
        name: control.iconName
        visible: control.iconName !== ""
        color: Theme.muted
        x: 8
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        id: keysLabel
        text: control.keys
        visible: control.keys !== "" && control.length === 0 && !control.activeFocus
        color: Theme.muted
        font.pixelSize: Theme.smallSize
        anchors { right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.base
        border.width: control.activeFocus ? 2 : 1
        border.color: control.activeFocus ? Theme.accent : control.hovered ? Theme.edge : Theme.line
    }
}
