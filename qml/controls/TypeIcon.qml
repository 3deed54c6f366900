// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Skein.App

TypeMark {
    implicitWidth: 12
    implicitHeight: 12
    isDark: Theme.isDark
    Accessible.ignored: true
}
