// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.Menu {
    id: control

    implicitWidth: Math.max(200, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: 4
    margins: 4
    overlap: 4
    font.family: Theme.fontFamily
    font.pixelSize: Theme.fontSize
    cascade: true
    delegate: MenuItem {}

    contentItem: ListView {
        implicitHeight: contentHeight
        implicitWidth: {
            let widest = 0
            for (let i = 0; i < control.count; ++i)
                widest = Math.max(widest, control.itemAt(i).implicitWidth)
            return widest
        }
        model: control.contentModel
        interactive: contentHeight > height
        currentIndex: control.currentIndex
        clip: true
        T.ScrollBar.vertical: ScrollBar {}
    }
    background: PopupGround {}
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick } }
}
