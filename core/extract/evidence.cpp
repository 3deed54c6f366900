// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/evidence.h"
#include "core/extract/wordset.h"

#include <algorithm>

namespace skein {

namespace {

using enum NameType;

const WordSet heldTitles{"Jr. Jr Sr. Sr III II"};

bool endsWithAny(std::string_view word, std::initializer_list<std::string_view> ends)
{
    return std::ranges::any_of(ends,
                               [&](std::string_view end) { return word.size() > end.size() && word.ends_with(end); });
}

} // namespace

std::string_view nameTypeId(NameType type)
{
    static constexpr std::array<std::string_view, nameTypeCount> ids = {
        "person", "organization", "product", "place", "technology", "benchmark", "event", "work", "law"};
    return ids[static_cast<std::size_t>(type)];
}

void Evidence::add(NameType type, std::string_view kind, double weight)
{
    for (Item& item : m_items) {
        if (item.type != type || item.kind != kind) continue;
        item.weight = std::max(item.weight, weight);
        ++item.count;
        return;
    }
    m_items.push_back({type, kind, weight, 1});
}

void Evidence::add(const Evidence& other)
{
    for (const Item& item : other.m_items) {
        add(item.type, item.kind, item.weight);
        for (Item& mine : m_items)
            if (mine.type == item.type && mine.kind == item.kind) mine.count += item.count - 1;
    }
}

double Evidence::score(NameType type) const
{
    double sum = 0;
    for (const Item& item : m_items)
        if (item.type == type) sum += item.weight * (1 + 0.15 * (std::min<std::uint32_t>(item.count, 4) - 1));
    return sum;
}

NameType Evidence::best() const
{
    NameType best = person;
    for (std::size_t i = 1; i < nameTypeCount; ++i)
        if (score(static_cast<NameType>(i)) > score(best)) best = static_cast<NameType>(i);
    return best;
}

bool isPlain(const Words& words, const Candidate& candidate)
{
    for (std::size_t i = candidate.first; i < candidate.last; ++i) {
        const Word& word = words.words[i];
        if (word.shape == Shape::mixed || (!word.isCommon() && !word.is(Lexicon::generic))) return false;
    }
    return true;
}

Evidence intrinsicEvidence(const Words& words, const Candidate& candidate, const Lexicons& lexicons)
{
    Evidence evidence;
    const auto& list = words.words;
    const std::size_t size = candidate.size();
    const Word& first = list[candidate.first];
    const Word& last = list[candidate.last - 1];
    const std::uint64_t known = lexicons.lists(writtenName(words, candidate.first, candidate.last));
    // What is a firm and its app ("Meta AI") is decided by the rest.
    const bool isBoth = (known & (bit(Lexicon::organization) | bit(Lexicon::media))) && (known & bit(Lexicon::product));
    const auto inLexicon = [&](Lexicon lexicon, NameType type, double weight) {
        if (known & bit(lexicon)) evidence.add(type, "lexicon", isBoth ? weight / 2 : weight);
    };
    inLexicon(Lexicon::organization, organization, 7);
    inLexicon(Lexicon::media, organization, 7.5);
    inLexicon(Lexicon::product, product, 7);
    inLexicon(Lexicon::place, place, 6.5);
    inLexicon(Lexicon::law, law, 8);
    inLexicon(Lexicon::event, event, 8);
    inLexicon(Lexicon::benchmark, benchmark, 7);
    inLexicon(Lexicon::technology, technology, 6);
    inLexicon(Lexicon::work, work, 6);

    if (candidate.isExtended) evidence.add(product, "device", 8);
    if (size >= 2 && !isBoth) {
        if (last.is(Lexicon::organizationSuffix)) evidence.add(organization, "suffix", 10);
        if (last.is(Lexicon::organizationHead)) evidence.add(organization, "head", 6);
        if (last.is(Lexicon::organizationWeakHead)) evidence.add(organization, "head", 3);
        if (last.is(Lexicon::benchmarkHead)) evidence.add(benchmark, "head", 7);
        if (last.is(Lexicon::eventHead)) evidence.add(event, "head", 6);
        if (last.is(Lexicon::lawHead)) evidence.add(law, "head", 7);
        if (last.is(Lexicon::workHead)) evidence.add(work, "head", 6);
        if (last.is(Lexicon::placeHead)) evidence.add(place, "head", 5.5);
        if (last.is(Lexicon::productHead)) evidence.add(product, "head", 4);
        if (first.is(Lexicon::product) && !(first.lists & (bit(Lexicon::organization) | bit(Lexicon::place))))
            evidence.add(product, "line", 4);
        static const WordSet placeFirst{
            "Lake Mount Fort Cape San Santa Saint St. Port Los Las El Puerto New North South East West"};
        if (placeFirst.has(first.text))
            evidence.add(place, "first", first.text.size() <= 5 && first.text != "Saint" ? 2.5 : 2);
        for (std::size_t i = candidate.first + 1; i + 1 < candidate.last; ++i) {
            if (list[i].lower != "of" && list[i].lower != "for") continue;
            const Word& head = list[i - 1];
            static const WordSet placeHeads{
                "republic kingdom gulf isle bay cape strait city province commonwealth state sea"};
            static const WordSet eventHeads{"battle siege war wars conference"};
            static const WordSet lawHeads{"treaty declaration convention act bill constitution"};
            if (eventHeads.has(head.lower))
                evidence.add(event, "of", 8);
            else if (lawHeads.has(head.lower))
                evidence.add(law, "of", 8);
            else if (placeHeads.has(head.lower))
                evidence.add(place, "of", 6);
            else if (head.is(Lexicon::organizationHead) || head.is(Lexicon::organizationWeakHead))
                evidence.add(organization, "of", 8);
            break;
        }
    }

    // Versions and code names.
    for (std::size_t i = candidate.first; i < candidate.last; ++i) {
        const bool version = list[i].shape == Shape::number && i > candidate.first;
        const bool code =
            list[i].shape == Shape::mixed && list[i].text.find_first_of("0123456789") != std::string_view::npos;
        if (!version && !code) continue;
        if (const Word* next = words.near(i + 1, i); next && next->gap == ":" && next->shape == Shape::number)
            continue; // a time of day, or how far a recording has run
        // "Form 10-K", "Phase 2", "FY18" and "E5" number things that are no products.
        bool plain = version;
        for (std::size_t k = candidate.first; k < i; ++k)
            plain =
                plain && list[k].isCommon() && !(list[k].lists & (bit(Lexicon::product) | bit(Lexicon::organization)));
        const bool period = code && (list[i].text.starts_with("FY") || list[i].text.size() <= 2);
        evidence.add(product, "version",
                     plain || period                                    ? 1
                     : !(code && size == 1)                             ? 6
                     : list[i].text.find('-') != std::string_view::npos ? 4.5
                                                                        : 2.2);
    }

    // Persons by their first names, surnames and initials; a whole name that the lists know is none ("Morgan Stanley").
    constexpr std::uint64_t impersonal = bit(Lexicon::organization) | bit(Lexicon::media) | bit(Lexicon::product) | bit(Lexicon::place) |
                                         bit(Lexicon::event) | bit(Lexicon::law) | bit(Lexicon::benchmark);
    if (size >= 2 && (known & impersonal)) return evidence;
    const bool plainFirst = first.isCommon() && candidate.isTentative;
    if (first.is(Lexicon::femaleName) || first.is(Lexicon::maleName)) {
        if (size == 1) {
            evidence.add(person, "first name", plainFirst ? 0.5 : 2.6);
        } else if (size <= 4) {
            // "Christopher Newport University" is named after a person.
            bool isPersonal =
                last.is(Lexicon::surname) ||
                !(last.lists & (bit(Lexicon::organizationHead) | bit(Lexicon::organizationSuffix) |
                                bit(Lexicon::placeHead) | bit(Lexicon::eventHead) | bit(Lexicon::lawHead)));
            for (std::size_t i = candidate.first + 1; i < candidate.last; ++i)
                isPersonal = isPersonal && list[i].shape != Shape::number &&
                             (list[i].shape != Shape::upper || list[i].text.size() <= 2 || list[i].text.back() == '.' ||
                              first.shape == Shape::upper);
            if (isPersonal) evidence.add(person, "first name", last.isCommon() && !last.is(Lexicon::surname) ? 3 : 5);
        }
    }
    if (last.is(Lexicon::surname)) {
        if (size == 1)
            evidence.add(person, "surname", first.isCommon() ? 0.5 : 2.6);
        else if (size <= 4)
            evidence.add(person, "surname", first.isCommon() ? 1 : 2.5);
    }
    if (size >= 2 && size <= 4) {
        if (heldTitles.has(last.text)) evidence.add(person, "junior", 5);
        bool initials = false;
        for (std::size_t i = candidate.first; i + 1 < candidate.last; ++i)
            initials = initials || (list[i].text.size() == 2 && list[i].text[1] == '.') ||
                       (list[i].text.size() == 1 && i > candidate.first);
        if (initials && last.shape == Shape::capital) evidence.add(person, "initials", 4);
    }
    if (size == 1 && (first.shape == Shape::mixed || first.shape == Shape::capital) && !first.isCommon()) {
        if (endsWithAny(first.text, {"AI", "Labs", "Corp", "News", "Bank", "Pharma", "soft", "Soft", "Media", "Works"}))
            evidence.add(organization, "ending", 3);
        if (endsWithAny(first.text, {"GPT", "Bot", "SQL", "OS", "DB", "App", "Chat", "Script", "Pad", "Phone", "Book"}))
            evidence.add(product, "ending", 3.5);
    }
    return evidence;
}

} // namespace skein
