// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte chooses the declared encoding, the rest is decoded.
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view declared[] = {"", "utf-8", "iso-8859-1", "shift_jis", "gb18030", "iso-2022-jp", "big5", "euc-kr", "nonsense"};
    if (size == 0) return 0;
    const auto decoded = skein::decode({reinterpret_cast<const char*>(data) + 1, size - 1}, declared[data[0] % std::size(declared)]);
    if (decoded) skein::fuzz::require(skein::isUtf8(decoded->text) && !decoded->encoding.empty());
    return 0;
}
