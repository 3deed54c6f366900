// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves Skein, and as what: the picture that is seen or the graph that is meant.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Skein.App

Dialog {
    id: dialog

    required property Exporter exporter
    property int factor: 2
    property bool isTransparent: false
    property bool isWhole: false
    signal fileAsked()
    signal copyAsked()

    title: qsTr("Export")
    onOpened: goButton.forceActiveFocus(Qt.TabFocusReason)

    component Format: RadioButton {
        required property int format
        checked: dialog.exporter.format === format
        onClicked: dialog.exporter.format = format
    }

    contentItem: ColumnLayout {
        spacing: 12

        RowLayout {
            spacing: 40
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                spacing: 2
                SectionLabel { text: qsTr("What is seen") }
                Format { objectName: "format-png"; format: Exporter.Png; text: qsTr("PNG picture") }
                Format { objectName: "format-svg"; format: Exporter.Svg; text: qsTr("SVG drawing") }
                Format { objectName: "format-pdf"; format: Exporter.Pdf; text: qsTr("PDF page") }
            }
            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                spacing: 2
                SectionLabel { text: qsTr("What is meant") }
                Format { objectName: "format-graphml"; format: Exporter.Graphml; text: qsTr("GraphML") }
                Format { objectName: "format-gexf"; format: Exporter.Gexf; text: qsTr("GEXF") }
                Format { objectName: "format-jsonld"; format: Exporter.JsonLd; text: qsTr("JSON-LD") }
                Format { objectName: "format-csv"; format: Exporter.Csv; text: qsTr("CSV tables") }
                Format { objectName: "format-json"; format: Exporter.Json; text: qsTr("Skein JSON") }
            }
        }
        Label {
            Layout.preferredWidth: 380
            Layout.minimumHeight: 36
            text: dialog.exporter.explanation
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        // One line for either kind, so that the dialog keeps its size.
        RowLayout {
            Layout.preferredHeight: 28
            spacing: 16
            Row {
                visible: dialog.exporter.format === Exporter.Png
                spacing: 2
                Repeater {
                    model: [1, 2, 3, 4]
                    delegate: ToolButton {
                        required property int modelData
                        objectName: "scale-" + modelData
                        text: modelData + "×"
                        hint: qsTr("%1 pixels for one of the canvas").arg(modelData)
                        checked: dialog.factor === modelData
                        Accessible.role: Accessible.RadioButton
                        onClicked: dialog.factor = modelData
                    }
                }
            }
            CheckBox { objectName: "transparent"; visible: dialog.exporter.isPicture; text: qsTr("Transparent ground"); checked: dialog.isTransparent; onToggled: dialog.isTransparent = checked }
            RadioButton { objectName: "scope-view"; visible: dialog.exporter.hasScope; text: qsTr("What is in the view"); checked: !dialog.isWhole; onClicked: dialog.isWhole = false }
            RadioButton { objectName: "scope-whole"; visible: dialog.exporter.hasScope; text: qsTr("The whole library"); checked: dialog.isWhole; onClicked: dialog.isWhole = true }
        }
        Row {
            spacing: 8
            Button {
                id: goButton
                objectName: "exportGo"
                highlighted: true
                text: qsTr("Export…")
                onClicked: { dialog.close(); dialog.fileAsked() }
            }
            Button {
                objectName: "exportCopy"
                visible: dialog.exporter.isPicture
                iconName: "copy"
                text: qsTr("Copy picture")
                onClicked: { dialog.close(); dialog.copyAsked() }
            }
            Button { text: qsTr("Cancel"); onClicked: dialog.close() }
        }
    }
}
