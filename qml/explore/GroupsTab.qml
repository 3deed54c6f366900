// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of the library, what bridges them, and where a connection could be expected.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: tab

    required property Workspace workspace
    readonly property Groups groups: workspace.groups

    objectName: "groupsTab"
    Component.onCompleted: groups.isWatched = true
    Component.onDestruction: groups.isWatched = false

    Flickable {
        id: page
        anchors.fill: parent
        contentHeight: column.implicitHeight + 24
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollBar {}

        function show(item: Item) {
            const top = item.mapToItem(column, 0, 0).y + column.y
            contentY = Math.max(0, Math.min(top - 8, Math.max(contentY, top + item.height + 8 - height)))
        }

        Column {
            id: column
            x: 6
            y: 8
            width: page.width - 12
            spacing: 2

            Flow {
                x: 6
                width: column.width - 6
                spacing: 6
                CheckBox { objectName: "groupRegions"; focus: true; text: qsTr("As soft grounds"); checked: tab.workspace.lens.hasRegions; onClicked: tab.workspace.lens.hasRegions = checked }
                ToolButton { objectName: "collapseAll"; font.pixelSize: Theme.smallSize; text: qsTr("Collapse all"); enabled: tab.groups.groupCount > 0; onClicked: tab.groups.collapseAll() }
                ToolButton { objectName: "expandAll"; font.pixelSize: Theme.smallSize; text: qsTr("Expand all"); visible: tab.groups.canExpand; onClicked: tab.groups.expandAll() }
            }
            Label {
                objectName: "groupsNote"
                visible: text !== ""
                width: column.width
                padding: 6
                wrapMode: Text.Wrap
                color: Theme.muted
                text: tab.groups.groupCount > 0 ? "" : tab.groups.isBusy ? qsTr("Looking for groups…") : qsTr("No three entities have more to do with each other than with the rest.")
            }
            Repeater {
                objectName: "groupRows"
                model: tab.groups.groups
                delegate: GroupRow {
                    objectName: "group-" + number
                    width: column.width
                    members: tab.groups.members
                    isChosen: tab.groups.chosen === number
                    onHoveredChanged: tab.groups.light(hovered ? number : -1)
                    onActiveFocusChanged: if (activeFocus) page.show(this)
                    onClicked: {
                        tab.groups.chosen = isChosen ? -1 : number
                        tab.groups.light(tab.groups.chosen)
                    }
                    onOnlyAsked: tab.groups.showOnly(number)
                    onCollapseAsked: isCollapsed ? tab.groups.expand(number) : tab.groups.collapse(number)
                    onMemberChosen: (entity) => tab.workspace.visit(entity)
                }
            }
            Repeater {
                objectName: "insightRows"
                model: tab.groups.insights
                delegate: Column {
                    id: insight
                    required property int index
                    required property string section
                    required property string sentence
                    required property string entity
                    required property bool isFirst
                    width: column.width
                    SectionLabel { visible: insight.isFirst; text: insight.section; leftPadding: 8; topPadding: 14; bottomPadding: 2 }
                    T.AbstractButton {
                        id: words
                        objectName: "insight-" + insight.index
                        width: parent.width
                        implicitHeight: text.implicitHeight + 10
                        hoverEnabled: true
                        focusPolicy: Qt.TabFocus
                        Accessible.role: Accessible.ListItem
                        Accessible.name: insight.sentence
                        onHoveredChanged: tab.groups.lightInsight(hovered ? insight.index : -1)
                        onActiveFocusChanged: {
                            if (activeFocus)
                                page.show(this)
                            tab.groups.lightInsight(activeFocus ? insight.index : -1)
                        }
                        onClicked: {
                            if (insight.entity !== "")
                                tab.workspace.visit(insight.entity)
                            tab.groups.lightInsight(insight.index)
                        }
                        Keys.onReturnPressed: click()
                        background: Rectangle {
                            radius: Theme.radius
                            color: words.hovered ? Theme.hover : "transparent"
                            FocusRing { isShown: words.visualFocus; anchors.margins: 0; radius: Theme.radius }
                        }
                        contentItem: Item {
                            Label { id: text; x: 8; width: parent.width - 16; anchors.verticalCenter: parent.verticalCenter; wrapMode: Text.Wrap; text: insight.sentence; Accessible.ignored: true }
                        }
                    }
                }
            }
        }
    }
}
