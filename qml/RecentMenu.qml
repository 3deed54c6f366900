// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

Menu {
    id: menu

    required property Commands commands

    title: qsTr("Open &recent")
    enabled: instantiator.count > 0

    Instantiator {
        id: instantiator
        model: menu.commands.workspace.preferences.recentLibraries
        delegate: MenuItem {
            required property string modelData
            text: modelData.split("/").pop().replace(/\.skein$/, "")
            iconName: "library"
            onTriggered: menu.commands.workspace.openRecent(modelData)
            Accessible.description: modelData
        }
        onObjectAdded: (index, object) => menu.insertItem(index, object as MenuItem)
        onObjectRemoved: (index, object) => menu.removeItem(object as MenuItem)
    }
}
