// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence over the window's middle, until it is read.
import QtQuick
import QtQuick.Layouts
import Skein.App

Rectangle {
    id: bar

    required property Notice notice

    objectName: "noticeBar"
    visible: notice.text !== ""
    implicitHeight: row.implicitHeight + 12
    color: notice.isError ? Theme.dangerGround : Theme.isDark ? "#2a303a" : "#e9edf3"
    Accessible.role: Accessible.AlertMessage
    Accessible.name: notice.text

    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; leftMargin: 12; rightMargin: 8; verticalCenter: parent.verticalCenter }
        spacing: 8
        Icon { name: bar.notice.isError ? "warning" : "check"; color: bar.notice.isError ? Theme.danger : Theme.muted }
        Column {
            Layout.fillWidth: true
            spacing: 2
            Label { objectName: "noticeText"; width: parent.width; text: bar.notice.text; wrapMode: Text.Wrap; color: bar.notice.isError ? Theme.danger : Theme.text; Accessible.ignored: true }
            Label { width: parent.width; visible: text !== ""; text: bar.notice.detail; wrapMode: Text.Wrap; color: Theme.muted; font.pixelSize: Theme.smallSize }
        }
        Button { objectName: "noticeAction"; visible: bar.notice.actionText !== ""; text: bar.notice.actionText; onClicked: bar.notice.act() }
        ToolButton { objectName: "noticeDismiss"; iconName: "close"; hint: qsTr("Dismiss"); onClicked: bar.notice.dismiss() }
    }
    Timer { // what went well need not be dismissed by hand
        interval: 8000
        running: bar.visible && !bar.notice.isError
        onTriggered: bar.notice.dismiss()
    }
}
