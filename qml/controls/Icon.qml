// SPDX-License-Identifier: GPL-3.0-or-later
// One of resources/icons, drawn in the given colour.
import QtQuick
import QtQuick.Layouts

Image {
    required property string name
    property color color: Theme.text
    property int size: 16

    width: size
    height: size
    Layout.preferredWidth: size // where pixels are small, what is implied is the larger picture's
    Layout.preferredHeight: size
    sourceSize: Qt.size(size * Screen.devicePixelRatio, size * Screen.devicePixelRatio)
    source: name === "" ? "" : "image://icon/" + name + "/" + color.toString().slice(1)
    smooth: false
    Accessible.ignored: true
}
