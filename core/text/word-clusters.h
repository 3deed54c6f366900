// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of words that stand in the same surroundings, found in plain text by exchange (Martin, Liermann, Ney 1998;
// Uszkoreit and Brants 2008).
#pragma once

#include "core/text/weights.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skein {

// A read-only view of a table in a model file; the bytes must outlive it.
class WordClusters {
public:
    struct Classes {
        std::uint16_t fine = 0; // 0: unknown
        std::uint16_t coarse = 0;
    };

    WordClusters() = default;

    // Fails with corrupt.
    static Result<WordClusters> open(std::string_view bytes);
    static std::string bytesOf(const std::vector<std::pair<Feature, Classes>>& words);

    // REQUIRES: word is what wordOf() gives.
    Classes of(Feature word) const;

    // What words are told apart by: the form as it stands, digits all alike.
    static Feature wordOf(std::string_view token);

private:
    std::uint32_t m_mask = 0;
    const std::uint32_t* m_keys = nullptr;
    const Classes* m_classes = nullptr;
};

} // namespace skein
