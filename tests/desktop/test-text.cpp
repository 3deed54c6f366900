// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dates.h"
#include "app/desktop/history.h"
#include "app/desktop/icon-provider.h"
#include "app/desktop/text-marks.h"

#include <gtest/gtest.h>

TEST(Dates, SpeakToPeople)
{
    EXPECT_EQ(edtfText("2025-06-12"), "12 June 2025");
    EXPECT_EQ(edtfText("2025-06"), "June 2025");
    EXPECT_EQ(edtfText("2025"), "2025");
    EXPECT_EQ(edtfText("2025~"), "about 2025");
    EXPECT_EQ(edtfText("2025-21"), "spring 2025");
    EXPECT_EQ(edtfText("2024/2026"), "2024 – 2026");
    EXPECT_EQ(edtfText("../2026-01"), "until January 2026");
    EXPECT_EQ(edtfText("2024/.."), "since 2024");
    EXPECT_EQ(edtfText(""), "");
    EXPECT_EQ(edtfText("202X"), "202X");
    EXPECT_EQ(edtfText("2025-13-45"), "2025");
    EXPECT_EQ(edtfText("2025-04-08T10:00:00Z"), "8 April 2025");
}

TEST(TextMarks, CountsInUtf16)
{
    // é is two bytes and one unit; the emoji is four bytes and two units.
    const std::string text = "é😀 bought it";
    const auto runs = litRuns(text, {{7, 13}}).runs;
    ASSERT_EQ(runs.size(), 1);
    EXPECT_EQ(runs[0].begin, 4);
    EXPECT_EQ(runs[0].end, 10);
}

TEST(TextMarks, FindsTheInnermostMention)
{
    TextMarks marks;
    TextRuns runs;
    runs.runs = {{0, 20, TextRun::Mention, "organization", "outer"}, {5, 9, TextRun::Mention, "place", "inner"},
                 {0, 30, TextRun::Quoted, {}, {}}};
    marks.setRuns(runs);
    EXPECT_EQ(marks.entityAt(2), "outer");
    EXPECT_EQ(marks.entityAt(5), "inner");
    EXPECT_EQ(marks.entityAt(9), "outer");
    EXPECT_EQ(marks.entityAt(25), "");
}

TEST(History, GoesBackAndForth)
{
    History history;
    int value = 1;
    history.push({"One", [&] { value = 0; }, [&] { value = 1; }});
    EXPECT_EQ(history.undoText(), "One");
    history.undo();
    EXPECT_EQ(value, 0);
    EXPECT_FALSE(history.canUndo());
    history.redo();
    EXPECT_EQ(value, 1);
    history.undo();
    history.push({"Two", [&] { value = 5; }, [] {}});
    EXPECT_FALSE(history.canRedo()); // what was undone is forgotten once something new is done
    history.undo();
    EXPECT_EQ(value, 5);
}

TEST(IconProvider, TintsAndRefusesNothing)
{
    IconProvider icons;
    QSize size;
    const auto image = icons.requestImage("close/ffff0000", &size, QSize(32, 32));
    EXPECT_EQ(size, QSize(32, 32));
    bool hasRed = false;
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 32; ++x)
            hasRed = hasRed || image.pixelColor(x, y) == QColor(Qt::red);
    }
    EXPECT_TRUE(hasRed);
    EXPECT_FALSE(icons.requestImage("no-such-icon/ff000000", &size, {}).isNull());
}
