// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

T.MenuBar {
    id: control

    implicitHeight: 30
    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    leftPadding: 4
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize

    delegate: T.MenuBarItem {
        id: item
        objectName: "menu-" + label.text
        implicitWidth: label.implicitWidth + 16
        implicitHeight: control.height
        hoverEnabled: true
        Accessible.name: label.text
        contentItem: Label {
            id: label
            text: item.text.replace(/&(.)/, "$1")
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
        background: Rectangle {
            radius: 4
            anchors.fill: parent
            anchors.topMargin: 2
            anchors.bottomMargin: 2
            color: item.highlighted || item.down ? Theme.selected : "transparent"
        }
    }
    contentItem: Row {
        Repeater { model: control.contentModel }
    }
    background: Item {}
}
