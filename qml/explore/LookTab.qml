// SPDX-License-Identifier: GPL-3.0-or-later
// What size and colour mean.
import QtQuick
import Skein.App

FocusScope {
    id: tab

    required property Workspace workspace
    readonly property Exploration exploration: workspace.exploration

    objectName: "lookTab"
}
