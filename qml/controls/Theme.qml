// SPDX-License-Identifier: GPL-3.0-or-later
// Every colour, size and duration of the window. Colour means type (from the graph's palette) and nothing else, apart
// from one accent for selection and one red for errors. Texts on their grounds reach a contrast of 4.5 : 1.
pragma Singleton
import QtQuick

QtObject {
    property bool isDark: false
    property bool isStill: false // reduced motion

    // grounds
    readonly property color window: isDark ? "#1b1e24" : "#f1f3f6"
    readonly property color panel: isDark ? "#1f2329" : "#f7f8fa"
    readonly property color base: isDark ? "#16181d" : "#ffffff"
    readonly property color raised: isDark ? "#282c34" : "#ffffff"
    readonly property color shade: isDark ? "#66000000" : "#2e1b2430"

    // lines
    readonly property color line: isDark ? "#30353e" : "#dde1e7"
    readonly property color edge: isDark ? "#484f5b" : "#bcc3cd"

    // words
    readonly property color text: isDark ? "#e8eaee" : "#1b1f26"
    readonly property color muted: isDark ? "#a0a8b5" : "#59616d"
    readonly property color disabled: isDark ? "#676e7a" : "#959daa"

    // states
    readonly property color accent: isDark ? "#5b9bf5" : "#2a69cf"
    readonly property color accentFill: isDark ? "#3272d6" : "#2a69cf"
    readonly property color accentText: "#ffffff"
    readonly property color selected: isDark ? "#263a5b" : "#d2e1f9"
    readonly property color hover: isDark ? "#12ffffff" : "#0e1b2430"
    readonly property color pressed: isDark ? "#20ffffff" : "#1c1b2430"
    readonly property color lit: isDark ? "#5f4c10" : "#ffe7a3"
    readonly property color quoted: isDark ? "#33415c" : "#dde9fb"
    readonly property color danger: isDark ? "#ff938a" : "#b3261e"
    readonly property color dangerGround: isDark ? "#3a2224" : "#fdecea"

    // sizes, on a grid of 4
    readonly property int gap: 8
    readonly property int controlHeight: 28
    readonly property int rowHeight: 28
    readonly property int radius: 6
    readonly property int fontSize: 13
    readonly property int smallSize: 12
    readonly property int readingSize: 16
    readonly property int quoteSize: 15
    readonly property int quick: isStill ? 0 : 120
    readonly property int calm: isStill ? 0 : 200

    readonly property string fontFamily: "Inter"
    readonly property string monoFamily: "monospace"
}
