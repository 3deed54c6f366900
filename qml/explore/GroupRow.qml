// SPDX-License-Identifier: GPL-3.0-or-later
// A group in the list; the chosen one unfolds with its members and what can be done with it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

T.AbstractButton {
    id: row

    required property int number
    required property string name
    required property int size
    required property string detail
    required property color ink
    required property bool isCollapsed
    required property QtObject members // of the chosen group
    property bool isChosen: false

    signal onlyAsked()
    signal collapseAsked()
    signal memberChosen(entity: string)

    implicitHeight: column.implicitHeight + 12
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %L2 members").arg(name).arg(size)
    Accessible.description: detail
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Theme.radius
        color: row.isChosen ? Theme.hover : row.hovered ? Theme.hover : "transparent"
        FocusRing { isShown: row.visualFocus; anchors.margins: 0; radius: Theme.radius }
    }
    contentItem: Item {
        Rectangle { x: 8; y: 10; width: 10; height: 10; radius: 5; color: row.ink }
        Column {
            id: column
            anchors { left: parent.left; leftMargin: 26; right: parent.right; rightMargin: 8; top: parent.top; topMargin: 6 }
            spacing: 2
            RowLayout {
                width: parent.width
                spacing: 6
                Label { Layout.fillWidth: true; text: row.name; font.weight: Font.DemiBold; elide: Text.ElideRight; Accessible.ignored: true }
                Label { text: row.size.toLocaleString(Qt.locale(), "f", 0); color: Theme.muted; font.pixelSize: Theme.smallSize; Accessible.ignored: true }
            }
            Label { width: parent.width; text: row.detail; color: Theme.muted; font.pixelSize: Theme.smallSize; elide: Text.ElideRight; Accessible.ignored: true }
            Loader {
                width: parent.width
                active: row.isChosen
                visible: active
                sourceComponent: Column {
                    width: column.width
                    spacing: 2
                    Row {
                        spacing: 2
                        ToolButton { objectName: "onlyGroup"; leftPadding: 4; implicitHeight: 24; iconName: "focus"; iconSize: 12; font.pixelSize: Theme.smallSize; text: qsTr("Show only"); onClicked: row.onlyAsked() }
                        ToolButton { objectName: "collapseGroup"; implicitHeight: 24; iconName: row.isCollapsed ? "expand" : "groups"; iconSize: 12; font.pixelSize: Theme.smallSize; text: row.isCollapsed ? qsTr("Expand") : qsTr("Collapse"); onClicked: row.collapseAsked() }
                    }
                    ListView {
                        id: list
                        objectName: "groupMembers"
                        width: column.width
                        height: Math.min(contentHeight, 182)
                        clip: true
                        activeFocusOnTab: true
                        boundsBehavior: Flickable.StopAtBounds
                        model: row.members
                        Accessible.role: Accessible.List
                        Accessible.name: qsTr("Members")
                        T.ScrollBar.vertical: ScrollBar {}
                        Keys.onReturnPressed: (currentItem as ItemDelegate)?.clicked()
                        delegate: ItemDelegate {
                            id: member
                            required property string entity
                            required property string name
                            required property string type
                            required property int index
                            width: ListView.view.width
                            implicitHeight: 26
                            leftPadding: 4
                            text: name
                            onClicked: {
                                list.currentIndex = index
                                row.memberChosen(entity)
                            }
                            contentItem: Item {
                                TypeIcon { anchors.verticalCenter: parent.verticalCenter; type: member.type }
                                Label { anchors { left: parent.left; leftMargin: 20; right: parent.right; verticalCenter: parent.verticalCenter } text: member.name; elide: Text.ElideRight; Accessible.ignored: true }
                            }
                        }
                    }
                }
            }
        }
    }
}
