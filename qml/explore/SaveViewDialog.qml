// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the name under which what is shown is saved.
import QtQuick
import Skein.App

Dialog {
    id: dialog

    required property SavedViews views

    objectName: "saveViewDialog"
    title: qsTr("Save the view")
    onAboutToShow: field.text = views.openName !== "" ? views.openName : views.freeName()
    onOpened: {
        field.forceActiveFocus(Qt.OtherFocusReason)
        field.selectAll()
    }

    function save() {
        if (field.text.trim() === "")
            return
        views.save(field.text)
        close()
    }

    contentItem: Column {
        spacing: 12
        TextField {
            id: field
            objectName: "viewName"
            width: 360
            placeholderText: qsTr("Name of the view")
            onAccepted: dialog.save()
        }
        Label {
            width: 360
            visible: text !== ""
            text: dialog.visible && dialog.views.isTaken(field.text) ? qsTr("There is a view of this name; it will be written over.") : ""
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        Row {
            anchors.right: parent.right
            spacing: 8
            Button { text: qsTr("Cancel"); onClicked: dialog.close() }
            Button { objectName: "saveViewButton"; text: qsTr("Save"); highlighted: true; enabled: field.text.trim() !== ""; onClicked: dialog.save() }
        }
    }
}
