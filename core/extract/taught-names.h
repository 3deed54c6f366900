// SPDX-License-Identifier: GPL-3.0-or-later
// Names that a person taught: found wherever they stand as written, whatever the finder of names thinks of them.
#pragma once

#include "core/extract/finders.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace skein {

// Immutable once filled. A lookup is one hash for each word of the text.
class TaughtNames {
public:
    // `forms`: the name, then its aliases. REQUIRES: each holds a letter or digit.
    void add(std::string type, std::vector<std::string> forms);
    // What is no name, however it looks.
    void ignore(std::string words);
    bool isEmpty() const { return m_names.empty() && m_ignored.empty(); }

    // Puts them into a reading that holds names only. Of names that overlap, the longest taught one stands; one of a
    // single word inside a longer name that was found ("Spark" in "Apache Spark") stands back. An entity that was found
    // under a taught name becomes the taught one. The promises of NameReading hold.
    void apply(const Document& document, const Reading& reading, NameReading& names) const;

private:
    struct Name {
        std::string type;
        std::vector<std::string> forms;
    };
    struct Form {
        std::string words;
        std::uint32_t lead; // bytes before its first letter or digit
        std::size_t name;   // what is ignored has none: nobody
    };
    struct Found {
        Span span;
        std::size_t name;
        bool isSingle;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    void addForm(std::string words, std::size_t name);
    std::vector<Found> find(std::string_view text, const Reading& reading) const;

    std::vector<Name> m_names;
    std::vector<std::string> m_ignored; // sorted
    std::unordered_map<std::string, std::vector<Form>, Hash, std::equal_to<>> m_byWord; // its first word; longest first
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_byForm;
};

} // namespace skein
