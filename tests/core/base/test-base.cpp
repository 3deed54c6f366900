// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"

#include <gtest/gtest.h>

namespace skein {
namespace {

TEST(Sha256, MatchesTheStandardsExamples)
{
    // FIPS 180-4 example values.
    EXPECT_EQ(toHex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(toHex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(toHex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(toHex(sha256(std::string(1000000, 'a'))),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Id, WritesAndReadsItsExternalForm)
{
    const EntityId id{0x123456789abcdefULL};
    EXPECT_EQ(toString(id), "e0123456789abcdef");
    EXPECT_EQ(entityIdFrom("e0123456789abcdef"), id);
    EXPECT_FALSE(entityIdFrom("d0123456789abcdef"));
    EXPECT_FALSE(entityIdFrom("e0123456789abcde"));
    EXPECT_FALSE(entityIdFrom("e0123456789abcdeg"));
    EXPECT_FALSE(entityIdFrom("eff23456789abcdef")) << "the top bit is never set";
}

TEST(Utf8, TellsValidFromInvalid)
{
    EXPECT_TRUE(isUtf8("plain, naïve, 日本, 😀"));
    EXPECT_FALSE(isUtf8("\xC0\xAF")) << "overlong";
    EXPECT_FALSE(isUtf8("\xED\xA0\x80")) << "surrogate";
    EXPECT_FALSE(isUtf8("\xF4\x90\x80\x80")) << "beyond the last plane";
    EXPECT_FALSE(isUtf8("abc\xE2\x82")) << "cut off";
}

class OffsetMaps : public testing::TestWithParam<std::string> {};

TEST_P(OffsetMaps, AgreeWithCountingFromTheStart)
{
    const std::string& text = GetParam();
    for (const auto unit : {OffsetMap::Unit::codePoint, OffsetMap::Unit::utf16}) {
        const OffsetMap map(text, unit);
        std::uint32_t position = 0;
        for (std::uint32_t byte = 0; byte < text.size(); ++byte) {
            const auto c = static_cast<unsigned char>(text[byte]);
            if ((c & 0xC0) == 0x80) continue;
            ASSERT_EQ(map.fromByte(byte), position) << byte;
            ASSERT_EQ(map.toByte(position), byte) << position;
            position += unit == OffsetMap::Unit::utf16 && c >= 0xF0 ? 2 : 1;
        }
        EXPECT_EQ(map.fromByte(static_cast<std::uint32_t>(text.size())), position);
        EXPECT_EQ(map.toByte(position), text.size());
        EXPECT_EQ(map.toByte(position + 10), text.size());
    }
}

std::string repeated(std::string_view piece, int times)
{
    std::string text;
    while (times-- > 0) text += piece;
    return text;
}

INSTANTIATE_TEST_SUITE_P(Texts, OffsetMaps,
                         testing::Values("", "a", "é", "😀", repeated("a😀é日", 100), repeated("😀", 97), repeated("日", 64),
                                         std::string(63, 'x') + "é" + std::string(200, 'y'), std::string(128, 'z')));

} // namespace
} // namespace skein
