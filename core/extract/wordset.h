// SPDX-License-Identifier: GPL-3.0-or-later
// A small fixed set of words, written as one line of text. Internal to core/extract.
#pragma once

#include <string_view>
#include <unordered_set>

namespace skein {

class WordSet {
public:
    // REQUIRES: a string literal; the set keeps views of it.
    explicit WordSet(std::string_view words)
    {
        while (!words.empty()) {
            const std::size_t end = words.find(' ');
            if (end != 0) m_words.insert(words.substr(0, end));
            words = end == std::string_view::npos ? std::string_view{} : words.substr(end + 1);
        }
    }

    bool has(std::string_view word) const { return m_words.contains(word); }

private:
    std::unordered_set<std::string_view> m_words;
};

} // namespace skein
