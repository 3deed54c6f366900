// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    skein::fuzz::importAs("text/plain", data, size);
    return 0;
}
