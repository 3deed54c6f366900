// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fold.h"

#include <gtest/gtest.h>

namespace skein::store {
namespace {

struct Case { const char* text; const char* name; const char* search; };

TEST(Fold, table)
{
    const Case cases[] = {
        {"", "", ""},
        {"   ", "", ""},
        {"Meta", "meta", "meta"},
        {" Scale \t AI\n", "scale ai", "scale ai"},
        {"Meta, Inc.", "meta inc", "meta inc"},
        {"U.S.", "us", "us"},
        {"GPT-5.4", "gpt-5.4", "gpt-5.4"},
        {"GPT\xE2\x80\x91" "5.4", "gpt-5.4", "gpt-5.4"}, // no-break hyphen
        {"1,000 Genomes", "1,000 genomes", "1,000 genomes"},
        {"McDonald\xE2\x80\x99s", "mcdonald's", "mcdonald's"},
        {"M\xC3\xBCller", "m\xC3\xBCller", "muller"},
        {"Mu\xCC\x88ller", "m\xC3\xBCller", "muller"}, // decomposed
        {"STRASSE", "strasse", "strasse"},
        {"Stra\xC3\x9F" "e", "strasse", "strasse"},
        {"\xEF\xBC\xAD" "eta", "meta", "meta"}, // full-width M
        {"\xCE\x9F\xCE\x94\xCE\x9F\xCE\xA3", "\xCE\xBF\xCE\xB4\xCE\xBF\xCF\x83", "\xCE\xBF\xCE\xB4\xCE\xBF\xCF\x83"},
        {"No\xC2\xA0" "break", "no break", "no break"},
    };
    for (const auto& [text, name, search] : cases) {
        EXPECT_EQ(foldName(text), name) << text;
        EXPECT_EQ(foldForSearch(text), search) << text;
    }
}

TEST(Fold, isIdempotent)
{
    for (const char* text : {"Meta, Inc.", "Caf\xC3\xA9 \xE2\x80\x93 Bar", "\xE2\x84\xAB\xE2\x84\xA2", "I\xCC\x87stanbul"}) {
        EXPECT_EQ(foldName(foldName(text)), foldName(text)) << text;
        EXPECT_EQ(foldForSearch(foldForSearch(text)), foldForSearch(text)) << text;
    }
}

} // namespace
} // namespace skein::store
