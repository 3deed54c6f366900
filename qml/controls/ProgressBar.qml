// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.ProgressBar {
    id: control

    implicitWidth: 120
    implicitHeight: 4
    Accessible.role: Accessible.ProgressBar

    background: Rectangle { radius: 2; color: Theme.line }
    contentItem: Item {
        clip: true
        Rectangle {
            id: bar
            height: parent.height
            radius: 2
            color: Theme.accent
            width: control.indeterminate ? parent.width * 0.3 : parent.width * control.visualPosition
            x: control.indeterminate && Theme.isStill ? parent.width * 0.35 : 0
            Behavior on width { NumberAnimation { duration: Theme.calm } }
            NumberAnimation on x {
                running: control.indeterminate && control.visible && !Theme.isStill
                from: -bar.width
                to: control.width
                duration: 1200
                loops: Animation.Infinite
                onStopped: bar.x = 0
            }
        }
    }
}
