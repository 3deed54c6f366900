// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtTest
import Skein

Item {
    id: root
    width: 400
    height: 300

    Button { id: button; text: "Press"; property int clicks: 0; onClicked: ++clicks }
    TextField { id: field; y: 40; iconName: "search"; placeholderText: "Find"; keys: "Ctrl+K" }
    CheckBox { id: box; y: 80; text: "Check" }
    ToolButton { id: tool; y: 120; iconName: "close"; hint: "Close"; property int clicks: 0; onClicked: ++clicks }
    MarkedText { id: marked; y: 160; width: 200; text: "Some words" }
    RowLayout { y: 200; Icon { id: icon; name: "text" } Label { text: "beside" } }

    TestCase {
        name: "controls"
        when: windowShown

        function test_buttonByMouseAndKeys() {
            mouseClick(button)
            compare(button.clicks, 1)
            field.forceActiveFocus()
            button.forceActiveFocus(Qt.TabFocusReason)
            verify(button.visualFocus)
            keyClick(Qt.Key_Return)
            keyClick(Qt.Key_Space)
            compare(button.clicks, 3)
            button.enabled = false
            mouseClick(button)
            compare(button.clicks, 3)
            button.enabled = true
        }
        function test_anIconHasItsSizeAtAnyPixelRatio() {
            compare(icon.width, 16)
            compare(icon.height, 16)
            compare(icon.sourceSize.width, 16 * Screen.devicePixelRatio)
        }
        function test_toolButtonIsNamedByItsHint() {
            mouseClick(tool)
            compare(tool.clicks, 1)
            compare(tool.Accessible.name, "Close")
        }
        function test_fieldTakesText() {
            mouseClick(field)
            verify(field.activeFocus)
            keyClick("a")
            keyClick("b")
            compare(field.text, "ab")
            field.clear()
        }
        function test_boxToggles() {
            mouseClick(box, 8, 12)
            verify(box.checked)
            keyClick(Qt.Key_Space)
            compare(box.Accessible.name, "Check")
        }
        function test_wordsCanBeCopied() {
            marked.selectAll()
            compare(marked.selectedText, "Some words")
            verify(marked.readOnly)
        }
        function test_themeSwitchesEveryColour() {
            const light = String(Theme.text)
            Theme.isDark = true
            verify(String(Theme.text) !== light)
            compare(marked.color, Theme.text)
            Theme.isDark = false
            compare(String(Theme.text), light)
        }
        // Contrast of words on their grounds (WCAG 2.2, 1.4.3).
        function luminance(color) {
            const part = (v) => v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4)
            return 0.2126 * part(color.r) + 0.7152 * part(color.g) + 0.0722 * part(color.b)
        }
        function contrast(a, b) {
            const x = luminance(a), y = luminance(b)
            return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
        }
        function test_contrast_data() { return [{ tag: "light", dark: false }, { tag: "dark", dark: true }] }
        function test_contrast(row) {
            Theme.isDark = row.dark
            for (const ground of [Theme.window, Theme.panel, Theme.base, Theme.raised, Theme.selected]) {
                verify(contrast(Theme.text, ground) >= 4.5)
                verify(contrast(Theme.muted, ground) >= 4.5, "muted on " + ground + ": " + contrast(Theme.muted, ground))
            }
            verify(contrast(Theme.text, Theme.lit) >= 4.5)
            verify(contrast(Theme.text, Theme.quoted) >= 4.5)
            verify(contrast(Theme.danger, Theme.dangerGround) >= 4.5)
            verify(contrast(Theme.danger, Theme.panel) >= 4.5)
            verify(contrast(Theme.accentText, Theme.accentFill) >= 4.5)
            Theme.isDark = false
        }
    }
}
