// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/lexicons.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "core/extract/textfile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

namespace skein {

namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, lexiconCount> fileNames = {"common",
                                                                  "generic",
                                                                  "female-names",
                                                                  "male-names",
                                                                  "surnames",
                                                                  "demonyms",
                                                                  "organizations",
                                                                  "media",
                                                                  "products",
                                                                  "places",
                                                                  "laws",
                                                                  "events",
                                                                  "benchmarks",
                                                                  "technologies",
                                                                  "works",
                                                                  "organization-heads",
                                                                  "organization-weak-heads",
                                                                  "organization-suffixes",
                                                                  "place-heads",
                                                                  "event-heads",
                                                                  "benchmark-heads",
                                                                  "law-heads",
                                                                  "work-heads",
                                                                  "product-heads",
                                                                  "organization-nouns",
                                                                  "product-nouns",
                                                                  "place-nouns",
                                                                  "event-nouns",
                                                                  "benchmark-nouns",
                                                                  "law-nouns",
                                                                  "work-nouns",
                                                                  "technology-nouns",
                                                                  "person-nouns",
                                                                  "titles",
                                                                  "aliases"};

constexpr std::uint64_t wholeNames = bit(Lexicon::organization) | bit(Lexicon::media) | bit(Lexicon::product) |
                                     bit(Lexicon::place) | bit(Lexicon::law) | bit(Lexicon::event) |
                                     bit(Lexicon::benchmark) | bit(Lexicon::technology) | bit(Lexicon::work);

std::filesystem::path pathOf(const std::filesystem::path& folder, std::size_t list)
{
    return folder / (std::string(fileNames[list]) + ".txt");
}

} // namespace

// One open table for all the lists: loading allocates once, and a lookup looks at about one slot.
struct Lexicons::Data {
    struct Slot {
        std::uint32_t at = 0;      // of the key in `text`
        std::uint16_t length = 0;  // of the key; 0 marks an empty slot
        std::uint16_t longest = 0; // the most words of a whole name that begins with the key
        std::uint64_t lists = 0;
    };
    std::string text; // every list, one after the other
    std::vector<Slot> slots;
    std::string version;

    std::string_view key(const Slot& slot) const { return std::string_view(text).substr(slot.at, slot.length); }

    // The index of the words' slot, or of the empty one where they would stand.
    std::size_t place(std::string_view words) const
    {
        const std::size_t mask = slots.size() - 1;
        std::size_t i = std::hash<std::string_view>{}(words) & mask;
        while (slots[i].length && key(slots[i]) != words) i = (i + 1) & mask;
        return i;
    }

    Slot& insert(std::size_t at, std::size_t length)
    {
        Slot& slot = slots[place(std::string_view(text).substr(at, length))];
        slot.at = static_cast<std::uint32_t>(at);
        slot.length = static_cast<std::uint16_t>(length);
        return slot;
    }

    // `begin` to `end`: where the list stands in `text`.
    Result<void> add(Lexicon list, std::size_t begin, std::size_t end, const std::string& path)
    {
        if (!isUtf8(std::string_view(text).substr(begin, end - begin)))
            return fail(Errc::badSyntax, path + ": not UTF-8");
        std::size_t line = 0;
        std::size_t entries = 0;
        for (std::size_t at = begin; at < end;) {
            ++line;
            const std::size_t start = at;
            const std::size_t stop = std::min(text.find('\n', at), end);
            const std::string_view entry = std::string_view(text).substr(start, stop - start);
            at = stop + 1;
            if (entry.empty() || entry.starts_with("# ")) continue;
            const auto wrong = [&](const char* what) {
                return fail(Errc::badSyntax, path + ":" + std::to_string(line) + ": " + what);
            };
            if (entry.size() > std::numeric_limits<std::uint16_t>::max()) return wrong("too long");
            std::size_t words = 1;
            char before = ' ';
            for (const char c : entry) {
                if (c == '\t' || c == '\r' || (c == ' ' && before == ' ')) return wrong("stray white space");
                words += c == ' ';
                before = c;
            }
            if (before == ' ') return wrong("stray white space");
            ++entries;
            insert(start, entry.size()).lists |= bit(list);
            if (bit(list) & wholeNames) {
                auto& longest = insert(start, std::min(entry.find(' '), entry.size())).longest;
                longest = std::max(longest, static_cast<std::uint16_t>(words));
            }
        }
        if (entries == 0) return fail(Errc::badSyntax, path + ": holds no entry");
        return {};
    }
};

Lexicons::Lexicons(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
Lexicons::Lexicons(Lexicons&&) noexcept = default;
Lexicons& Lexicons::operator=(Lexicons&&) noexcept = default;
Lexicons::~Lexicons() = default;

Result<Lexicons> Lexicons::load(const std::filesystem::path& folder)
{
    auto data = std::make_unique<Data>();
    data->text.reserve(std::size_t{1} << 20);
    std::array<std::size_t, lexiconCount> ends;
    for (std::size_t i = 0; i < lexiconCount; ++i) {
        auto bytes = readTextFile(pathOf(folder, i));
        if (!bytes) return std::unexpected(bytes.error());
        data->text += *bytes;
        ends[i] = data->text.size();
    }
    // No more keys than lines, and first words of names of two words or more.
    const auto keys = static_cast<std::size_t>(
        std::ranges::count_if(data->text, [](char c) { return c == '\n' || c == ' '; }));
    data->slots.resize(std::bit_ceil((keys + lexiconCount) * 4 / 3));
    for (std::size_t i = 0, begin = 0; i < lexiconCount; begin = ends[i++])
        if (auto added = data->add(static_cast<Lexicon>(i), begin, ends[i], pathOf(folder, i).string()); !added)
            return std::unexpected(added.error());
    data->version = toHex(sha256(data->text)).substr(0, 16);
    return Lexicons(std::move(data));
}

std::uint64_t Lexicons::lists(std::string_view words) const
{
    return m_data->slots[m_data->place(words)].lists;
}

bool Lexicons::has(Lexicon list, std::string_view words) const
{
    return lists(words) & bit(list);
}

std::size_t Lexicons::longestFrom(std::string_view word) const
{
    return m_data->slots[m_data->place(word)].longest;
}

std::string_view Lexicons::version() const
{
    return m_data->version;
}

} // namespace skein
