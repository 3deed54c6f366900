// SPDX-License-Identifier: GPL-3.0-or-later
// What size and colour tell, how the graph is laid out, and whether groups have a ground.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: tab

    required property Workspace workspace
    readonly property Lens lens: workspace.lens
    readonly property Arrangement arrangement: workspace.arrangement

    objectName: "lookTab"

    Flickable {
        id: page
        anchors.fill: parent
        contentHeight: column.implicitHeight + 24
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: column
            x: 10
            y: 10
            width: page.width - 20
            spacing: 2

            SectionLabel { text: qsTr("Size tells"); leftPadding: 6; bottomPadding: 2 }
            ChoiceRow { focus: true; objectName: "sizeMentions"; width: column.width; text: qsTr("Mentions"); isChosen: tab.lens.size === Lens.ByMentions; onClicked: tab.lens.size = Lens.ByMentions }
            ChoiceRow { objectName: "sizeConnections"; width: column.width; text: qsTr("Connections"); isChosen: tab.lens.size === Lens.ByConnections; onClicked: tab.lens.size = Lens.ByConnections }
            ChoiceRow { objectName: "sizeSources"; width: column.width; text: qsTr("Sources"); isChosen: tab.lens.size === Lens.BySources; onClicked: tab.lens.size = Lens.BySources }
            ChoiceRow { objectName: "sizeBetweenness"; width: column.width; text: qsTr("Ways that lead over it"); hint: qsTr("Betweenness: the share of all shortest ways"); isChosen: tab.lens.size === Lens.ByBetweenness; onClicked: tab.lens.size = Lens.ByBetweenness }
            ChoiceRow { objectName: "sizePageRank"; width: column.width; text: qsTr("Standing among the strong"); hint: qsTr("PageRank: connected with what is well connected"); isChosen: tab.lens.size === Lens.ByPageRank; onClicked: tab.lens.size = Lens.ByPageRank }
            Label {
                objectName: "sizeNote"
                visible: text !== ""
                width: column.width
                leftPadding: 6
                topPadding: 2
                wrapMode: Text.Wrap
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                text: tab.lens.isBusy && tab.lens.size !== Lens.ByMentions ? qsTr("Computing…") : tab.lens.note
            }

            SectionLabel { text: qsTr("Colour tells"); leftPadding: 6; topPadding: 12; bottomPadding: 2 }
            ChoiceRow { objectName: "colourType"; width: column.width; text: qsTr("Type"); isChosen: tab.lens.colour === Lens.ByType; onClicked: tab.lens.colour = Lens.ByType }
            ChoiceRow { objectName: "colourGroup"; width: column.width; text: qsTr("Group"); isChosen: tab.lens.colour === Lens.ByGroup; onClicked: tab.lens.colour = Lens.ByGroup }
            ChoiceRow { objectName: "colourRecency"; width: column.width; text: qsTr("How recent"); isChosen: tab.lens.colour === Lens.ByRecency; onClicked: tab.lens.colour = Lens.ByRecency }
            ChoiceRow { objectName: "colourSources"; width: column.width; text: qsTr("Number of sources"); isChosen: tab.lens.colour === Lens.ByNumberOfSources; onClicked: tab.lens.colour = Lens.ByNumberOfSources }
            ChoiceRow { objectName: "colourConfidence"; width: column.width; text: qsTr("How sure"); isChosen: tab.lens.colour === Lens.ByConfidence; onClicked: tab.lens.colour = Lens.ByConfidence }
            Row {
                visible: tab.lens.ownCount > 0
                spacing: 4
                Label { objectName: "ownCount"; leftPadding: 6; height: 26; verticalAlignment: Text.AlignVCenter; text: qsTr("Own colours: %L1").arg(tab.lens.ownCount) }
                ToolButton { objectName: "forgetOwnColours"; implicitHeight: 26; font.pixelSize: Theme.smallSize; text: qsTr("Take them back"); onClicked: tab.lens.forgetOwnColours() }
            }
            CheckBox { objectName: "regions"; x: 5; text: qsTr("Groups as soft grounds"); checked: tab.lens.hasRegions; onClicked: tab.lens.hasRegions = checked }

            SectionLabel { text: qsTr("Layout"); leftPadding: 6; topPadding: 12; bottomPadding: 2 }
            ChoiceRow { objectName: "layoutForce"; width: column.width; text: qsTr("By connections"); isChosen: tab.arrangement.kind === Arrangement.Force; onClicked: tab.arrangement.choose(Arrangement.Force) }
            ChoiceRow { objectName: "layoutHierarchy"; width: column.width; text: qsTr("Who is above whom"); hint: qsTr("Owners, leaders and makers over what is theirs"); isChosen: tab.arrangement.kind === Arrangement.Hierarchy; onClicked: tab.arrangement.choose(Arrangement.Hierarchy) }
            ChoiceRow {
                objectName: "layoutRadial"
                width: column.width
                text: tab.arrangement.kind === Arrangement.Radial && tab.arrangement.centreName !== "" ? qsTr("Around %1").arg(tab.arrangement.centreName)
                    : tab.workspace.graph.selectedName !== "" ? qsTr("Around %1").arg(tab.workspace.graph.selectedName) : qsTr("Around the most mentioned")
                hint: qsTr("Rings by how many steps away")
                isChosen: tab.arrangement.kind === Arrangement.Radial
                onClicked: tab.arrangement.choose(Arrangement.Radial)
            }
            ChoiceRow { objectName: "layoutTime"; width: column.width; text: qsTr("By time"); hint: qsTr("From left to right by the first day that is told; a lane for each type"); isChosen: tab.arrangement.kind === Arrangement.Time; onClicked: tab.arrangement.choose(Arrangement.Time) }
            Label {
                visible: tab.arrangement.isBusy
                leftPadding: 6
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                text: qsTr("Laying out…")
            }
        }
    }
}
