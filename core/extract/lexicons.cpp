// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/lexicons.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "core/extract/textfile.h"

#include <algorithm>
#include <array>
#include <unordered_map>
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

} // namespace

struct Lexicons::Data {
    std::array<std::string, lexiconCount> files; // what the keys below point into
    std::unordered_map<std::string_view, std::uint64_t> lists;
    std::unordered_map<std::string_view, std::size_t> longest; // first word of a whole name -> its most words
    std::string version;

    Result<void> add(Lexicon list, const std::string& path)
    {
        const std::string_view text = files[static_cast<std::size_t>(list)];
        if (!isUtf8(text)) return fail(Errc::badSyntax, path + ": not UTF-8");
        std::size_t line = 0;
        std::size_t entries = 0;
        for (std::size_t at = 0; at < text.size();) {
            ++line;
            const std::size_t end = std::min(text.find('\n', at), text.size());
            const std::string_view entry = text.substr(at, end - at);
            at = end + 1;
            if (entry.empty() || entry.starts_with("# ")) continue;
            if (entry.front() == ' ' || entry.back() == ' ' || entry.find_first_of("\t\r") != std::string_view::npos ||
                entry.find("  ") != std::string_view::npos)
                return fail(Errc::badSyntax, path + ":" + std::to_string(line) + ": stray white space");
            ++entries;
            lists[entry] |= bit(list);
            if (bit(list) & wholeNames) {
                auto& most = longest[entry.substr(0, entry.find(' '))];
                most = std::max(most, 1 + static_cast<std::size_t>(std::ranges::count(entry, ' ')));
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
    data->lists.reserve(65536);
    std::string all;
    for (std::size_t i = 0; i < lexiconCount; ++i) {
        const auto path = folder / (std::string(fileNames[i]) + ".txt");
        auto bytes = readTextFile(path);
        if (!bytes) return std::unexpected(bytes.error());
        all += *bytes;
        data->files[i] = std::move(*bytes);
        if (auto added = data->add(static_cast<Lexicon>(i), path.string()); !added)
            return std::unexpected(added.error());
    }
    data->version = toHex(sha256(all)).substr(0, 16);
    return Lexicons(std::move(data));
}

std::uint64_t Lexicons::lists(std::string_view words) const
{
    const auto found = m_data->lists.find(words);
    return found == m_data->lists.end() ? 0 : found->second;
}

bool Lexicons::has(Lexicon list, std::string_view words) const
{
    return lists(words) & bit(list);
}

std::size_t Lexicons::longestFrom(std::string_view word) const
{
    const auto found = m_data->longest.find(word);
    return found == m_data->longest.end() ? 0 : found->second;
}

std::string_view Lexicons::version() const
{
    return m_data->version;
}

} // namespace skein
