// SPDX-License-Identifier: GPL-3.0-or-later
// The colours that single entities can be given, by name.
pragma ComponentBehavior: Bound
import QtQml
import QtQuick
import Skein.App

Menu {
    id: menu

    required property Lens lens
    property list<string> entities
    property int chosen: -1

    title: qsTr("Colour")
    onAboutToShow: chosen = entities.length === 1 ? lens.ownColourOf(entities[0]) : -1

    Instantiator {
        model: menu.lens.palette
        delegate: MenuItem {
            id: item
            required property int index
            required property string name
            required property color ink
            objectName: "ownColour-" + index
            text: name
            Accessible.checked: menu.chosen === index
            indicator: Rectangle {
                x: 10
                y: (item.height - height) / 2
                width: 14
                height: 14
                radius: 7
                color: item.ink
                Rectangle { visible: menu.chosen === item.index; anchors.centerIn: parent; width: 6; height: 6; radius: 3; color: Theme.panel }
            }
            onTriggered: menu.lens.colourNodes(menu.entities, index)
        }
        onObjectAdded: (index, object) => menu.insertItem(index, object as MenuItem)
        onObjectRemoved: (index, object) => menu.removeItem(object as MenuItem)
    }
    MenuSeparator {}
    MenuItem {
        objectName: "noOwnColour"
        text: menu.lens.colour === Lens.ByType ? qsTr("By type again") : qsTr("As the others again")
        onTriggered: menu.lens.colourNodes(menu.entities, -1)
    }
}
