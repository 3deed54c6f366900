// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/document.h"
#include "core/document/encoding.h"
#include "core/document/normalise.h"

#include <gtest/gtest.h>

namespace skein {
namespace {

using namespace std::string_literals;

struct Case {
    std::string bytes;
    std::string declared;
    std::string encoding;
    std::string text;
};

class Decoding : public testing::TestWithParam<Case> {};

TEST_P(Decoding, FindsTheEncoding)
{
    const auto& c = GetParam();
    const auto decoded = decode(c.bytes, c.declared);
    ASSERT_TRUE(decoded) << decoded.error().detail;
    EXPECT_EQ(decoded->encoding, c.encoding);
    EXPECT_EQ(decoded->text, c.text);
    EXPECT_EQ(decoded->replaced, 0u);
}

INSTANTIATE_TEST_SUITE_P(
    Marks, Decoding,
    testing::Values(Case{"\xEF\xBB\xBFna\xC3\xAFve", "iso-8859-1", "UTF-8", "naïve"}, Case{"\xFF\xFEh\0i\0"s, "", "UTF-16LE", "hi"},
                    Case{"\xFE\xFF\0h\0i"s, "", "UTF-16BE", "hi"}, Case{"\xFF\xFE\0\0h\0\0\0"s, "", "UTF-32LE", "h"},
                    Case{"\0\0\xFE\xFF\0\0\0h"s, "", "UTF-32BE", "h"},
                    Case{"\xFF\xFE\x3D\xD8\x00\xDE"s, "", "UTF-16LE", "😀"}));

INSTANTIATE_TEST_SUITE_P(
    Declared, Decoding,
    testing::Values(Case{"caf\xE9 \x93quoted\x94 \x80 5", "ISO-8859-1", "windows-1252", "café “quoted” € 5"},
                    Case{"caf\xE9", " Latin1 ", "windows-1252", "café"}, Case{"\xA4", "iso-8859-15", "ISO-8859-15", "€"},
                    Case{"\xCF\xF0\xE8\xE2\xE5\xF2", "cp1251", "windows-1251", "Привет"},
                    Case{"\x93\xFA\x96\x7B", "shift_jis", "Shift_JIS", "日本"}, Case{"\xB0\xA1", "ks_c_5601-1987", "EUC-KR", "가"},
                    Case{"\xC4\xE3", "gb2312", "gb18030", "你"},
                    Case{"\x1B$BF|K\\\x1B(B", "iso-2022-jp", "ISO-2022-JP", "日本"}));

INSTANTIATE_TEST_SUITE_P(
    Contradicted, Decoding,
    testing::Values(Case{"na\xC3\xAFve", "iso-8859-1", "UTF-8", "naïve"}, Case{"plain", "utf-16", "UTF-8", "plain"},
                    Case{"plain", "no-such-thing", "UTF-8", "plain"},
                    Case{"caf\xE9 au lait, d\xE9j\xE0 vu et cr\xE8me br\xFBl\xE9"
                         "e pour Fran\xE7ois",
                         "utf-8", "windows-1252", "café au lait, déjà vu et crème brûlée pour François"}));

std::string wide(std::string_view ascii, bool big)
{
    std::string bytes;
    for (const char c : ascii) {
        if (big) bytes += '\0';
        bytes += c;
        if (!big) bytes += '\0';
    }
    return bytes;
}

TEST(Decode, KnowsUtf16WithoutAMark)
{
    const std::string text = "Wide characters without a mark.\nIn two lines.\n";
    for (const bool big : {false, true}) {
        const auto decoded = decode(wide(text, big));
        ASSERT_TRUE(decoded);
        EXPECT_EQ(decoded->encoding, big ? "UTF-16BE" : "UTF-16LE");
        EXPECT_EQ(decoded->text, text);
    }
}

TEST(Decode, GuessesWhatNobodyDeclared)
{
    const auto russian = decode("\xCD\xE0 \xE1\xE5\xF0\xE5\xE3\xF3 \xEF\xF3\xF1\xF2\xFB\xED\xED\xFB\xF5 \xE2\xEE\xEB\xED "
                                "\xF1\xF2\xEE\xFF\xEB \xEE\xED, \xE4\xF3\xEC \xE2\xE5\xEB\xE8\xEA\xE8\xF5 \xEF\xEE\xEB\xED, "
                                "\xE8 \xE2\xE4\xE0\xEB\xFC \xE3\xEB\xFF\xE4\xE5\xEB.");
    ASSERT_TRUE(russian);
    EXPECT_EQ(russian->text, "На берегу пустынных волн стоял он, дум великих полн, и вдаль глядел.");
}

TEST(Decode, ReplacesAndCountsDamageInUtf8)
{
    const auto decoded = decode("A l\xC3\xA4ngerer Text \xE2\x80\x93 mit \xC3\xBC und \xC3\xB6, \xC3\x9F, \xC3\xA9, \xC3\xA0, "
                                "\xC3\xAD, \xC3\xB1, \xC3\xA4, \xC3\xA4, \xC3\xA4, \xC3\xA4, \xC3\xA4, \xC3\xA4, \xC3\xA4 cut off \xE2\x82");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->encoding, "UTF-8");
    EXPECT_EQ(decoded->replaced, 1u);
    EXPECT_TRUE(decoded->text.ends_with("cut off \xEF\xBF\xBD"));
}

TEST(Decode, RefusesWhatNoEncodingExplains)
{
    std::string noise;
    std::uint32_t state = 1;
    for (int i = 0; i < 4000; ++i) {
        state = state * 1664525 + 1013904223;
        noise += static_cast<char>(state >> 24 | 0x80);
    }
    const auto decoded = decode(noise, "utf-8");
    EXPECT_TRUE(!decoded || decoded->replaced == 0);
    EXPECT_FALSE(decode("\xFF\xFE" + std::string("\x00\xD8\x01\xD8\x02\xD8\x03\xD8", 8)));
}

TEST(DeclaredEncoding, IsFoundWherePagesPutIt)
{
    EXPECT_EQ(declaredEncoding("<html><head><meta charset=\"koi8-r\">"), "koi8-r");
    EXPECT_EQ(declaredEncoding("<META CHARSET = Windows-1251 >"), "windows-1251");
    EXPECT_EQ(declaredEncoding("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'>"), "iso-8859-2");
    EXPECT_EQ(declaredEncoding("<?xml version=\"1.0\" encoding=\"EUC-JP\"?><html>"), "euc-jp");
    EXPECT_EQ(declaredEncoding("<!-- <meta charset=utf-16> --><meta charset=big5>"), "big5");
    EXPECT_EQ(declaredEncoding("<p>charset=no</p>"), "");
    EXPECT_EQ(declaredEncoding("<meta charset"), "");
}

TEST(Normalise, GivesOneSpelling)
{
    EXPECT_EQ(normaliseText("cafe\u0301"), "café");
    EXPECT_EQ(normaliseText("a\r\nb\rc\u2028d"), "a\nb\nc\nd");
    EXPECT_EQ(normaliseText("co\u00ADop\u200B e\u00A0r\u202Fa\uFEFF\x01"), "coop e r a");
    EXPECT_EQ(normaliseText("“quoted” – ‘it’s’ …"), "“quoted” – ‘it’s’ …");
    EXPECT_EQ(normaliseText("👩\u200D🔬 a\u200Db"), "👩\u200D🔬 ab") << "a joiner stays inside emoji only";
}

TEST(Normalise, IsLinearInCombiningMarks)
{
    // Canonical ordering of a run of marks is quadratic; the run is cut at 30.
    std::string marks = "a";
    for (int i = 0; i < 200'000; ++i) marks += i % 2 ? "\u0316" : "\u0301";
    EXPECT_LE(codePoints(normaliseText(marks)), 32u);
}

} // namespace
} // namespace skein
