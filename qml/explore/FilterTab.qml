// SPDX-License-Identifier: GPL-3.0-or-later
// Under which conditions the graph is seen; what does not meet them is faded, or hidden.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Skein.App

FocusScope {
    id: tab

    required property Workspace workspace
    readonly property Exploration exploration: workspace.exploration
    readonly property Filters filters: exploration.filters

    objectName: "filterTab"

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.margins: 10
            Layout.bottomMargin: 6
            spacing: 8
            Choice {
                id: rest
                objectName: "rest"
                focus: true
                hint: qsTr("What is left out is")
                texts: [qsTr("Fade"), qsTr("Hide")]
                current: tab.filters.hidesRest ? 1 : 0
                onChosen: (index) => tab.filters.hidesRest = index === 1
            }
            Label {
                Layout.fillWidth: true
                objectName: "shownText"
                text: tab.exploration.shownText === "" ? qsTr("everything shown") : qsTr("%1 shown").arg(tab.exploration.shownText)
                color: Theme.muted
                font.pixelSize: Theme.smallSize
                elide: Text.ElideRight
            }
            ToolButton {
                objectName: "clearFilter"
                visible: !tab.filters.isEmpty
                implicitHeight: 24
                ink: Theme.accent
                text: qsTr("Clear")
                hint: qsTr("Clear the filter")
                onClicked: tab.filters.clear()
            }
        }
        Flickable {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: column.implicitHeight + 16
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            T.ScrollBar.vertical: ScrollBar {}

            Column {
                id: column
                x: 10
                width: scroller.width - 20
                spacing: 8

                Column {
                    width: parent.width
                    visible: tab.exploration.focusEntity !== ""
                    RowLayout {
                        width: parent.width
                        height: 28
                        SectionLabel { text: qsTr("Focus on %1").arg(tab.exploration.focusName); Layout.fillWidth: true; leftPadding: 4 }
                        ToolButton { implicitHeight: 22; font.pixelSize: Theme.smallSize; ink: Theme.accent; text: qsTr("End"); hint: qsTr("End the focus"); onClicked: tab.exploration.takeBack(Exploration.FocusPart) }
                    }
                    Choice {
                        objectName: "depth"
                        hint: qsTr("How many hops around it are shown")
                        texts: [qsTr("1 hop"), qsTr("2"), qsTr("3"), qsTr("4")]
                        current: tab.exploration.focusDepth - 1
                        onChosen: (index) => tab.exploration.setFocusDepth(index + 1)
                    }
                }
                FilterGroup { width: parent.width; title: qsTr("Types"); rows: tab.filters.types; leftOut: tab.filters.typesLeft; kind: Filters.Type; filters: tab.filters; fewRows: 12 }
                Column {
                    width: parent.width
                    visible: histogram.count > 0
                    RowLayout {
                        width: parent.width
                        height: 28
                        SectionLabel { text: qsTr("Time of the claims"); Layout.fillWidth: true; leftPadding: 4 }
                        Label { objectName: "span"; text: tab.filters.span; color: Theme.muted; font.pixelSize: Theme.smallSize; font.features: { "tnum": 1 } }
                    }
                    Histogram { id: histogram; width: parent.width; filters: tab.filters }
                    RowLayout {
                        width: parent.width
                        Label { text: tab.filters.axisStart; color: Theme.muted; font.pixelSize: Theme.smallSize }
                        Item { Layout.fillWidth: true }
                        Label { text: tab.filters.axisEnd; color: Theme.muted; font.pixelSize: Theme.smallSize }
                    }
                    Label {
                        visible: tab.filters.undated > 0
                        width: parent.width
                        topPadding: 2
                        text: tab.filters.undated === 1 ? qsTr("1 claim has no date; any span leaves it out.") : qsTr("%L1 claims have no date; any span leaves them out.").arg(tab.filters.undated)
                        color: Theme.muted
                        font.pixelSize: Theme.smallSize
                        wrapMode: Text.Wrap
                    }
                }
                Column {
                    width: parent.width
                    RowLayout {
                        width: parent.width
                        height: 28
                        SectionLabel { text: qsTr("Least confidence"); Layout.fillWidth: true; leftPadding: 4 }
                        Label { objectName: "confidenceText"; text: qsTr("%1 % · %L2 relations").arg(Math.round(confidence.value * 100)).arg(tab.filters.edgesWithConfidence(confidence.value) + 0 * tab.filters.stayingEdges); color: Theme.muted; font.pixelSize: Theme.smallSize; font.features: { "tnum": 1 } }
                    }
                    Slider {
                        id: confidence
                        objectName: "confidence"
                        width: parent.width
                        stepSize: 0.05
                        snapMode: T.Slider.SnapAlways
                        value: tab.filters.leastConfidence
                        Accessible.name: qsTr("Least confidence")
                        onMoved: tab.filters.setLeastConfidence(value)
                        Connections {
                            target: tab.filters
                            function onChanged() { confidence.value = tab.filters.leastConfidence }
                        }
                    }
                }
                Column {
                    width: parent.width
                    RowLayout {
                        width: parent.width
                        height: 28
                        SectionLabel { text: qsTr("Independent sources"); Layout.fillWidth: true; leftPadding: 4 }
                        Label { text: qsTr("%L1 relations").arg(tab.filters.stayingEdges); color: Theme.muted; font.pixelSize: Theme.smallSize; font.features: { "tnum": 1 } }
                    }
                    Choice {
                        objectName: "leastSources"
                        hint: qsTr("At least so many independent sources")
                        texts: [qsTr("any"), qsTr("2+"), qsTr("3+"), qsTr("4+"), qsTr("5+")]
                        current: tab.filters.leastSources - 1
                        onChosen: (index) => tab.filters.setLeastSources(index + 1)
                    }
                }
                FilterGroup { width: parent.width; title: qsTr("Relations"); rows: tab.filters.relations; leftOut: tab.filters.relationsLeft; kind: Filters.Relation; filters: tab.filters }
                FilterGroup { width: parent.width; title: qsTr("Sources"); rows: tab.filters.sources; leftOut: tab.filters.sourcesLeft; kind: Filters.Source; filters: tab.filters }
            }
        }
    }
}
