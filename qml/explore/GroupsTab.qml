// SPDX-License-Identifier: GPL-3.0-or-later
// Communities, and what joins and parts them.
import QtQuick
import Skein.App

FocusScope {
    id: tab

    required property Workspace workspace
    readonly property Exploration exploration: workspace.exploration

    objectName: "groupsTab"
}
