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
                                                                  "female-nouns",
                                                                  "male-nouns",
                                                                  "aliases"};

constexpr std::uint64_t wholeNames = bit(Lexicon::organization) | bit(Lexicon::media) | bit(Lexicon::product) |
                                     bit(Lexicon::place) | bit(Lexicon::law) | bit(Lexicon::event) |
                                     bit(Lexicon::benchmark) | bit(Lexicon::technology) | bit(Lexicon::work);

std::filesystem::path pathOf(const std::filesystem::path& folder, std::size_t list)
{
    return folder / (std::string(fileNames[list]) + ".txt");
}

// Gives each entry of a list: where it begins, and the number of its words. The schema: UTF-8, one entry a line, lines
// that begin with "# " are comments.
template <typename Take>
void eachEntry(Complaints& complaints, Take take)
{
    const std::string_view text = complaints.text();
    const bool isSound = isUtf8(text);
    std::size_t entries = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const std::size_t stop = std::min(text.find('\n', at), text.size());
        const std::string_view entry = text.substr(start, stop - start);
        at = stop + 1;
        if (entry.empty() || entry.starts_with("# ")) continue;
        ++entries;
        const auto complain = [&](std::size_t from, const char* message) {
            complaints.add({static_cast<std::uint32_t>(start + from), static_cast<std::uint32_t>(stop)}, message);
        };
        constexpr const char* stray = "stray white space; an entry has single spaces between its words and none around them";
        std::size_t words = 1;
        std::size_t wrong = entry.size();
        char before = ' ';
        for (std::size_t i = 0; i < entry.size() && wrong == entry.size(); ++i) {
            const char c = entry[i];
            if (c == '\t' || c == '\r' || (c == ' ' && before == ' ')) wrong = i == 0 || c != ' ' ? i : i - 1;
            words += c == ' ';
            before = c;
        }
        if (!isSound && !isUtf8(entry))
            complain(0, "this line is not UTF-8; save the file as UTF-8");
        else if (entry.size() > std::numeric_limits<std::uint16_t>::max())
            complain(0, "this entry is too long; a name has a few words");
        else if (wrong < entry.size())
            complain(wrong, stray);
        else if (before == ' ')
            complain(entry.size() - 1, stray);
        else
            take(start, entry, words);
    }
    if (entries == 0) complaints.add({0, 0}, "the list holds no entry; write one a line");
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

    // `begin`: where the list stands in `text`.
    void add(Lexicon list, std::size_t begin, Complaints& complaints)
    {
        eachEntry(complaints, [&](std::size_t at, std::string_view entry, std::size_t words) {
            insert(begin + at, entry.size()).lists |= bit(list);
            if (bit(list) & wholeNames) {
                auto& longest = insert(begin + at, std::min(entry.find(' '), entry.size())).longest;
                longest = std::max(longest, static_cast<std::uint16_t>(words));
            }
        });
    }
};

Lexicons::Lexicons(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

void Lexicons::check(Complaints& complaints)
{
    eachEntry(complaints, [](std::size_t, std::string_view, std::size_t) {});
}

std::vector<std::string_view> Lexicons::listNames()
{
    return {fileNames.begin(), fileNames.end()};
}

Result<Lexicons> Lexicons::load(const std::filesystem::path& folder)
{
    auto data = std::make_shared<Data>();
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
    for (std::size_t i = 0, begin = 0; i < lexiconCount; begin = ends[i++]) {
        Complaints complaints(pathOf(folder, i).string(), std::string_view(data->text).substr(begin, ends[i] - begin));
        data->add(static_cast<Lexicon>(i), begin, complaints);
        if (!complaints.isEmpty()) return std::unexpected(errorOf(complaints.take()));
    }
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
