// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.MenuItem {
    id: control

    property string iconName: action instanceof Command ? (action as Command).iconName : ""
    readonly property string keys: action instanceof Command ? (action as Command).keys || (action as Command).canvasKeys : ""
    readonly property color ink: enabled ? Theme.text : Theme.disabled

    implicitWidth: name.implicitWidth + keysLabel.implicitWidth + (keys === "" ? 0 : 32) + leftPadding + rightPadding
    implicitHeight: visible ? Theme.rowHeight : 0
    leftPadding: 32
    rightPadding: subMenu ? 28 : 12
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize
    hoverEnabled: true
    Accessible.name: name.text

    indicator: Icon {
        x: 10
        anchors.verticalCenter: parent.verticalCenter
        size: 14
        name: control.checkable ? (control.checked ? "check" : "") : control.iconName
        color: control.ink
    }
    arrow: Icon {
        visible: control.subMenu !== null
        name: "right"
        size: 12
        color: control.ink
        x: control.width - width - 8
        anchors.verticalCenter: parent.verticalCenter
    }
    contentItem: Item {
        Label {
            id: name
            text: control.text.replace(/&(.)/, "$1")
            color: control.ink
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Label {
            id: keysLabel
            text: control.keys
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: 4
        color: control.highlighted ? Theme.selected : "transparent"
    }
}
