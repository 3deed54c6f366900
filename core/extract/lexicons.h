// SPDX-License-Identifier: GPL-3.0-or-later
// Word lists: what the finders know about words before they read a text. Data, in resources/lexicons.
#pragma once

#include "core/base/result.h"
#include "core/extract/problem.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

// The lists, one file each: "first-names.txt" is Lexicon::firstName. See resources/lexicons/README.md for what they
// hold.
enum class Lexicon : std::uint8_t {
    common,     // plain English words, lower case
    generic,    // acronyms and capitalised words that name nothing: AI, CEO, FAQ
    femaleName, // first names
    maleName,
    surname,
    demonym,              // Chinese, European
    organization,         // whole names, as written
    media,                // whole names of publishers and broadcasters: organisations that say things
    product,              // whole names
    place,                // whole names
    law,                  // whole names: laws, standards, licences
    event,                // whole names
    benchmark,            // whole names
    technology,           // whole names
    work,                 // whole names
    organizationHead,     // words that end (or, before "of", begin) the name of an organisation
    organizationWeakHead, // the same, where it is only likely: Research, Times
    organizationSuffix,   // legal forms: Inc, GmbH
    placeHead,
    eventHead,
    benchmarkHead,
    lawHead,
    workHead,
    productHead,      // words that end the name of a product: Pro, Studio, Engine
    organizationNoun, // common nouns that say what a thing is, lower case, singular
    productNoun,
    placeNoun,
    eventNoun,
    benchmarkNoun,
    lawNoun,
    workNoun,
    technologyNoun,
    personNoun, // roles and professions, lower case: "founder", "physician"
    title,      // words before a person's name: Mr, Dr, President
    femaleNoun, // what only women are called, titles among them, lower case: "actress", "mrs"
    maleNoun,
    alias,      // two names of the same, lower case, the shorter one first: "us united states", "bill william"
};

inline constexpr std::size_t lexiconCount = static_cast<std::size_t>(Lexicon::alias) + 1;

// Immutable once loaded; a lookup is one hash of the word.
class Lexicons {
public:
    // Reads every list in the folder; resources/lexicons/README.md has their schema. Fails with notFound, notReadable or
    // badSyntax; the detail names file and line.
    static Result<Lexicons> load(const std::filesystem::path& folder);
    // What is wrong with one list.
    static void check(Complaints& complaints);
    // The lists' names: "first-names" is first-names.txt.
    static std::vector<std::string_view> listNames();

    // Exact, case included: callers fold where a list is in lower case.
    bool has(Lexicon list, std::string_view words) const;
    // Every list that holds it, as bits: 1 << list. One lookup for many questions.
    std::uint64_t lists(std::string_view words) const;
    // The number of words of the longest whole name that begins with this word; 0 when none does.
    std::size_t longestFrom(std::string_view word) const;

    // Changes with the content of any list.
    std::string_view version() const;

private:
    struct Data;
    explicit Lexicons(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data; // copies share it
};

constexpr std::uint64_t bit(Lexicon list)
{
    return std::uint64_t{1} << static_cast<unsigned>(list);
}

} // namespace skein
