// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.ToolTip {
    id: control

    property string hint: ""
    property string keys: ""
    property bool isWanted: false

    visible: isWanted && hint !== ""
    delay: 500
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? parent.height + 6 : 0
    margins: 6
    padding: 6
    leftPadding: 8
    rightPadding: 8
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Row {
        spacing: 8
        Label { text: control.hint; font.pixelSize: Theme.smallSize; color: Theme.isDark ? Theme.text : "#ffffff" }
        Label {
            text: control.keys
            visible: text !== ""
            font.pixelSize: Theme.smallSize
            color: Theme.isDark ? Theme.muted : "#b9c2d0"
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.isDark ? "#363c47" : "#2a303a"
    }
}
