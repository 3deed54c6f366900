// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/candidates.h"
#include "core/extract/wordset.h"

#include <algorithm>
#include <utility>

namespace skein {

namespace {

// Words that no name begins with when their capital comes from the sentence alone, and that never stand alone as one.
const WordSet functionWords{
    "a an the this that these those some any each every no none both either neither all many much more most few "
    "several "
    "such other another same own i you he she it we they me him her us them my your his its our their mine yours hers "
    "ours "
    "theirs who whom whose which what when where why how if then else while as because since until unless although "
    "though "
    "whether than so too very and or but nor yet for of to in on at by with from into onto over under about against "
    "between "
    "through during before after above below up down out off again further once here there is are was were be been "
    "being am "
    "do does did doing have has had having will would shall should can could may might must not only just also even "
    "still "
    "already ever never always often sometimes now today tomorrow yesterday however therefore moreover furthermore "
    "meanwhile instead indeed perhaps maybe yes no well like unlike per via despite without within along among across "
    "behind beyond near toward towards upon let's lets one two three four five six seven eight nine ten first second "
    "third "
    "last next new former based given according thanks thank please let later earlier recently finally additionally "
    "nevertheless nonetheless thus hence whereas whenever wherever whatever whoever anyone everyone someone nobody "
    "everything something nothing anything dear hello hi hey ok okay oh ah wow dr mr mrs ms vs etc versus "
    "it's he's she's that's what's there's here's who's i'm i've i'll i'd we're we've we'll they're they've you're "
    "you've "
    "you'll don't doesn't didn't can't won't isn't aren't wasn't weren't couldn't wouldn't shouldn't haven't hasn't"};

const WordSet monthsAndDays{"january february march april may june july august september october november december jan "
                            "feb mar apr jun jul aug sep "
                            "sept oct nov dec monday tuesday wednesday thursday friday saturday sunday jan. feb. mar. "
                            "apr. jun. jul. aug. sep. sept. "
                            "oct. nov. dec."};

// Before "of": "University of …".
const WordSet headsBeforeOf{
    "university college institute school academy bank department ministry house council court board bureau office "
    "chamber "
    "church order society association federation league union confederation museum library republic kingdom "
    "commonwealth "
    "state states isle gulf bay cape strait city province district battle siege treaty war wars act bill declaration "
    "convention constitution hall cathedral port sea lake mount duchy empire federation organization organisation "
    "center centre archives statue tower legion army knights daughters sons friends game games journal proceedings "
    "annals "
    "faculty parliament congress assembly peace world"};

const WordSet headsBeforeFor{
    "center centre fund institute foundation organization organisation campaign committee council society alliance "
    "association partnership agency office movement coalition network conference workshop centers centres initiative "
    "project party movement doctors reporters lawyers americans citizens"};

const WordSet headsBeforeOn{"conference convention committee treaty council commission workshop partnership symposium"};

const WordSet particles{"van von der den de del della di da du la le dos das bin ibn al el af av zu ter ten y e und"};

const WordSet endsAfterAnd{
    "commission administration agency services company association institute council department committee authority "
    "museum library corporation sons brothers partners co society prevention development technology sciences commerce "
    "trade industry engineers physicians surgeons scientists artists culture media labour labor justice security "
    "herzegovina tobago technologies engineering"};

// Words that stand between a number and what it counts: "gave Meta 3 days".
const WordSet units{"percent per million billion trillion thousand hundred days day weeks week months month years year "
                    "hours hour minutes "
                    "minute seconds points point people users dollars euros employees countries times of more other "
                    "additional new large "
                    "different major key separate seats votes goals wins points miles km kilometers kilometres meters "
                    "feet men women children degrees shares copies"};

// Nouns that a product's name keeps: "Ray-Ban Meta AI glasses".
const WordSet deviceNouns{"glasses headset headsets smartwatch earbuds sunglasses"};

// Words around a title: "Chief AI Officer", "Vice President", "Executive Vice President".
const WordSet titleModifiers{"chief vice executive senior deputy managing general financial operating technology "
                             "technical marketing information "
                             "product ai legal scientific science data security revenue people privacy research "
                             "investor relations corporate former "
                             "acting interim assistant associate prime foreign defense defence founding principal lead "
                             "global co and of for first "
                             "&"};

} // namespace

bool isRole(const Words& words, const Candidate& candidate)
{
    if (candidate.size() < 2 || !words.words[candidate.last - 1].is(Lexicon::title)) return false;
    for (std::size_t i = candidate.first; i < candidate.last; ++i)
        if (!words.words[i].is(Lexicon::title) && !titleModifiers.has(words.words[i].lower)) return false;
    return true;
}

bool isQuoted(const Words& words, std::size_t first, std::size_t last)
{
    const auto isMark = [](std::string_view mark) { return mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D"; };
    const Word* next = words.near(last, last - 1);
    if (!next) return false;
    const std::string_view before = words.words[first].gap;
    const std::string_view after = next->gap;
    const auto opens = [&](std::size_t size) { return before.size() >= size && isMark(before.substr(before.size() - size)); };
    const auto closes = [&](std::size_t size) { return after.size() == size + 1 && isMark(after.substr(0, size)) && after.back() == ' '; };
    return (opens(1) || opens(3)) && (closes(1) || closes(3));
}

bool isDeviceNoun(std::string_view lower) { return deviceNouns.has(lower); }

std::string foldedName(std::string_view name)
{
    std::string low = foldedCase(name);
    std::string result;
    result.reserve(low.size());
    const bool dotted = std::ranges::count(low, '.') > 0;
    for (std::size_t i = 0; i < low.size(); ++i) {
        const char c = low[i];
        if (c == '\n' || c == ' ') {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else if (dotted && c == '.') {
            // Kept between digits (5.4) and inside longer words (booking.com); the dots of U.S. and Inc. go.
            const bool after = i + 1 < low.size() && low[i + 1] != ' ' && low[i + 1] != '.';
            const bool single = (i < 2 || low[i - 2] == '.' || low[i - 2] == ' ') && i >= 1 &&
                                !(low[i - 1] >= '0' && low[i - 1] <= '9');
            if (after && !single) result += c;
        } else {
            result += c;
        }
    }
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

std::string writtenName(const Words& words, std::size_t first, std::size_t last)
{
    std::string result;
    for (std::size_t i = first; i < last; ++i) {
        const Word& word = words.words[i];
        if (i != first) {
            if (i > first && words.words[i - 1].possessive) result += "'s";
            const bool space = word.gap.find_first_of(" \n") != std::string_view::npos;
            for (char c : word.gap)
                if (c != ' ' && c != '\n') result += c;
            if (space) result += ' ';
        }
        result += word.text;
    }
    return result;
}

std::string foldedName(const Words& words, std::size_t first, std::size_t last)
{
    return foldedName(writtenName(words, first, last));
}

Candidates::Candidates(const Words& words, const Lexicons& lexicons) : m_words(words), m_lexicons(lexicons)
{
    for (const Word& word : words.words) {
        if (word.shape == Shape::lower)
            m_lower.push_back(word.lower);
        else if (word.isCapitalised() && !word.initial && !word.titleCased)
            m_inside.push_back(foldedName(word.text));
    }
    for (auto* list : {&m_lower, &m_inside}) {
        std::ranges::sort(*list);
        list->erase(std::ranges::unique(*list).begin(), list->end());
    }
    for (std::size_t i = 0; i + 1 < words.firsts.size(); ++i)
        readSentence(words.firsts[i], words.firsts[i + 1]);
}

// The number of words of the longest lexicon name of two words or more that begins here.
std::size_t Candidates::wholeName(std::size_t index, std::size_t end) const
{
    const std::size_t most = std::min(m_lexicons.longestFrom(m_words.words[index].text), end - index);
    constexpr std::uint64_t whole = bit(Lexicon::organization) | bit(Lexicon::media) | bit(Lexicon::product) |
                                    bit(Lexicon::place) | bit(Lexicon::law) | bit(Lexicon::event) |
                                    bit(Lexicon::benchmark) | bit(Lexicon::work);
    for (std::size_t n = most; n >= 2; --n) {
        if (m_lexicons.lists(writtenName(m_words, index, index + n)) & whole) return n;
    }
    return 0;
}

bool Candidates::canBegin(std::size_t index) const
{
    const Word& word = m_words.words[index];
    if (!word.isCapitalised() || word.titleCased || monthsAndDays.has(word.lower)) return false;
    const bool acronym = word.shape == Shape::upper && word.text.size() >= 2 && word.lists; // US, WHO
    if (functionWords.has(word.lower) && !acronym) return false;
    return word.text.size() > 1 || (m_words.near(index + 1, index) && m_words.words[index + 1].joined);
}

// A number that belongs to the name before it: Llama 4, Gemini 3.1 Pro.
bool Candidates::isVersion(std::size_t index) const
{
    const Word& word = m_words.words[index];
    if (word.shape != Shape::number || !word.joined || word.text.size() > 6) return false;
    if (word.text.find(',') != std::string_view::npos) return false;
    const Word& before = m_words.words[index - 1];
    if (monthsAndDays.has(before.lower) || before.possessive) return false;
    const Word* after = m_words.near(index + 1, index);
    if (after && after->joined && units.has(after->lower)) return false;
    if (after && !after->gap.empty() &&
        (after->gap[0] == '%' || (after->gap[0] == '-' && after->shape == Shape::lower)))
        return false;
    // A year, or a count, is no version.
    const bool digits = std::ranges::all_of(word.text, [](char c) { return c >= '0' && c <= '9'; });
    return !digits || word.text.size() <= 2 || (word.text.size() == 3 && word.text[0] != '0');
}

// One past the last word of the run that words [first, index) begin.
std::size_t Candidates::extend(std::size_t first, std::size_t index, std::size_t end) const
{
    const auto& words = m_words.words;
    while (index < end) {
        const Word& before = words[index - 1];
        const Word& word = words[index];
        const auto isFirstName = [](const Word& w) { return w.is(Lexicon::femaleName) || w.is(Lexicon::maleName); };
        const bool couple = isFirstName(words[first]) && isFirstName(word); // two people, not a firm
        const bool ampersand = word.gap == " & " && before.isCapitalised() && word.isCapitalised() && !couple;
        if ((!word.joined && !ampersand) || before.possessive) break;
        if (word.titleCased) break;
        if (isVersion(index)) {
            ++index;
            continue;
        }
        if (const std::size_t n = wholeName(index, end); n && word.isCapitalised()) {
            index += n;
            continue;
        }
        if (word.isCapitalised()) {
            if ((functionWords.has(word.lower) && word.shape != Shape::upper && !word.is(Lexicon::organizationHead)) ||
                monthsAndDays.has(word.lower))
                break;
            ++index;
            continue;
        }
        if (word.shape != Shape::lower || index + 1 >= end) break;
        const Word& next = words[index + 1];
        if (!next.joined || word.possessive) break;
        const bool nextName = next.isCapitalised() && !functionWords.has(next.lower) && !monthsAndDays.has(next.lower);
        std::size_t name = index + 1; // the word after the connector
        bool linked = false;
        // "Society for the Advancement of …": what stands behind "for" may have an "of" of its own.
        const bool purpose = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                                         words.begin() + static_cast<std::ptrdiff_t>(index),
                                         [](const Word& w) { return w.lower == "for"; });
        if (word.lower == "of" && (purpose || headsBeforeOf.has(before.lower))) {
            if (next.lower == "the" && next.shape == Shape::lower && index + 2 < end && words[index + 2].joined &&
                words[index + 2].isCapitalised()) {
                linked = true;
                name = index + 2;
            } else {
                linked = nextName;
            }
        } else if (word.lower == "for" || word.lower == "on") {
            const WordSet& heads = word.lower == "for" ? headsBeforeFor : headsBeforeOn;
            const bool article = next.lower == "the" && next.shape == Shape::lower && index + 2 < end &&
                                 words[index + 2].joined && words[index + 2].isCapitalised();
            linked = (nextName || article) && heads.has(before.lower) && index - first >= 1;
            if (article) name = index + 2;
        } else if (word.lower == "and") {
            // "Department of Health and Human Services", "Securities and Exchange Commission": plain words on both
            // sides, and an organisation's head at the end.
            std::size_t stop = index + 1;
            while (stop < end && words[stop].isCapitalised() &&
                   (stop == index + 1 || (words[stop].joined && !words[stop - 1].possessive)))
                ++stop;
            linked = nextName && stop > index + 1 && endsAfterAnd.has(words[stop - 1].lower);
            for (std::size_t k = first; linked && k < stop; ++k)
                linked = k == index || words[k].isCommon() || words[k].is(Lexicon::demonym) ||
                         endsAfterAnd.has(words[k].lower) || headsBeforeOf.has(words[k].lower);
        } else if (particles.has(word.lower)) {
            std::size_t stop = index + 1;
            while (stop + 1 < end && particles.has(words[stop].lower) && words[stop].shape == Shape::lower &&
                   words[stop].joined)
                ++stop;
            linked =
                stop < end && words[stop].joined && words[stop].isCapitalised() && !before.is(Lexicon::organization);
            name = stop;
        }
        if (!linked) break;
        index = name + 1;
    }
    return index;
}

// "Morning Notes wrote that …": two plain words, of which the second has a capital without being a name by itself, and
// a verb of writing.
bool Candidates::isPublication(std::size_t first, std::size_t last) const
{
    static const WordSet writing{"wrote writes reported reports"};
    const Word* verb = m_words.near(last, last - 1);
    const Word& start = m_words.words[first];
    const Word& end = m_words.words[last - 1];
    if (!verb || !verb->joined || verb->shape != Shape::lower || !writing.has(verb->lower) || last - first != 2)
        return false;
    const bool isNominal =
        start.upos == Upos::noun || start.upos == Upos::propn || start.upos == Upos::adj || start.upos == Upos::verb;
    constexpr std::uint64_t names = bit(Lexicon::organization) | bit(Lexicon::product) | bit(Lexicon::place) |
                                    bit(Lexicon::surname) | bit(Lexicon::femaleName) | bit(Lexicon::maleName) |
                                    bit(Lexicon::title) | bit(Lexicon::media);
    return isNominal && start.isCommon() && end.isCommon() && !(end.lists & names);
}

// Whether the first word of a run belongs to the name although its capital says nothing.
bool Candidates::keepsInitial(std::size_t first, std::size_t last) const
{
    const Word& word = m_words.words[first];
    if (word.shape == Shape::mixed || word.is(Lexicon::title)) return true;
    if (last - first >= 2) {
        if (wholeName(first, last)) return true;
        const std::string run = foldedName(m_words, first, last);
        if (std::ranges::binary_search(m_inside, run)) return true;
        const Word& next = m_words.words[first + 1];
        if ((word.is(Lexicon::femaleName) || word.is(Lexicon::maleName)) && !next.isCommon()) return true;
        if (m_words.words[last - 1].is(Lexicon::organizationSuffix)) return true;
        if (headsBeforeOf.has(word.lower) && next.lower == "of") return true;
        if (isPublication(first, last)) return true;
    }
    const std::string folded = foldedName(word.text);
    const bool seenInside = std::ranges::binary_search(m_inside, folded);
    const bool seenLower = std::ranges::binary_search(m_lower, word.lower);
    if (word.shape == Shape::upper && word.text.size() >= 2 && !seenLower) return true;
    if (word.isCommon()) return seenInside && !seenLower && last - first == 1;
    return seenInside || !seenLower;
}

// The words of a name that stands in quotation marks before what it is the name of: A "Contemplating" mode. None: 0.
std::size_t Candidates::quotedThing(std::size_t first, std::size_t end) const
{
    const auto& words = m_words.words;
    if (!words[first].gap.ends_with('"') && !words[first].gap.ends_with("\xE2\x80\x9C")) return 0;
    for (std::size_t last = first + 1; last < end && last - first <= 4; ++last) {
        if (!words[last - 1].isCapitalised() || words[last - 1].titleCased || functionWords.has(words[last - 1].lower)) return 0;
        if (isQuoted(m_words, first, last))
            return words[last].shape == Shape::lower && words[last].isLower(Lexicon::productNoun) ? last - first : 0;
        if (!words[last].joined) return 0;
    }
    return 0;
}

void Candidates::readSentence(std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last;) {
        if (const std::size_t size = quotedThing(i, last)) {
            candidates.push_back({i, i + size});
            i += size;
            continue;
        }
        const std::size_t known =
            m_words.words[i].titleCased || !m_words.words[i].isCapitalised() ? 0 : wholeName(i, last);
        if (!known && !canBegin(i)) {
            ++i;
            continue;
        }
        const std::size_t stop = extend(i, i + std::max<std::size_t>(known, 1), last);
        addRun(i, stop);
        i = stop;
    }
}

// Cuts titles and words that belong to the sentence off a run.
void Candidates::addRun(std::size_t first, std::size_t last)
{
    const auto& words = m_words.words;
    if (wholeName(first, last) == last - first) {
        addPart({first, last});
        return;
    }
    if (words[first].initial && !keepsInitial(first, last)) {
        if (last - first == 1) {
            const Upos tag = words[first].upos;
            const bool nominal = tag == Upos::propn || tag == Upos::noun || tag == Upos::x;
            if (!nominal && !words[first].lists) return;
            if (!words[first].isCommon() || words[first].lists & ~bit(Lexicon::generic)) {
                Candidate single{first, last};
                single.isTentative = true;
                addPart(single);
            }
            return;
        }
        ++first;
        while (first < last && !words[first].isCapitalised())
            ++first;
        if (first == last) return;
    }

    // Titles split a run: what stands before employs, what follows is a person.
    for (std::size_t i = first; i < last; ++i) {
        if (!words[i].is(Lexicon::title)) continue;
        if (i + 1 == last && i > first && (words[i - 1].is(Lexicon::maleName) || words[i - 1].is(Lexicon::femaleName)))
            break;
        if (i + 1 < last && (words[i + 1].lower == "of" || words[last - 1].is(Lexicon::organizationHead))) break;
        std::size_t begin = i;
        while (begin > first && titleModifiers.has(words[begin - 1].lower))
            --begin;
        std::size_t end = i + 1;
        while (end < last && (words[end].is(Lexicon::title) || titleModifiers.has(words[end].lower)))
            ++end;
        if (begin > first) {
            Candidate employer{first, begin};
            employer.employs = true;
            addPart(employer);
        }
        if (end < last) {
            Candidate person{end, last};
            person.isTitled = true;
            addPart(person);
        }
        return;
    }
    addPart({first, last});
}

// Trims nationality and generic words; adds what is left.
void Candidates::addPart(Candidate part)
{
    const auto& words = m_words.words;
    const auto headed = [&] {
        for (std::size_t i = part.first + 1; i + 1 < part.last; ++i) // American Academy of Arts
            if (words[i + 1].lower == "of" && headsBeforeOf.has(words[i].lower)) return true;
        const Word& end = words[part.last - 1];
        return end.is(Lexicon::organizationHead) || end.is(Lexicon::organizationWeakHead) ||
               end.is(Lexicon::organizationSuffix) || end.is(Lexicon::eventHead) || end.is(Lexicon::lawHead) ||
               end.is(Lexicon::placeHead) || end.is(Lexicon::benchmarkHead);
    };
    // "… R. Azure Cosmos": a letter that ends the sentence before.
    if (part.size() >= 2 && words[part.first].text.size() == 2 && words[part.first].text[1] == '.' &&
        words[part.first + 1].lists & (bit(Lexicon::organization) | bit(Lexicon::product)))
        ++part.first;
    const auto known = [&] { return part.size() >= 2 && wholeName(part.first, part.last) == part.size(); };
    while (part.size() >= 1 && words[part.first].is(Lexicon::demonym) && !known() &&
           !(part.size() >= 2 && headed() && words[part.last - 1].lower != "ai"))
        ++part.first;
    while (part.first < part.last && !words[part.first].isCapitalised())
        ++part.first;
    while (part.size() >= 1 && !known()) {
        const Word& end = words[part.last - 1];
        const bool generic = end.is(Lexicon::generic) && !(part.size() >= 2 && end.lower == "ai");
        if (generic || (part.size() >= 1 && !end.isCapitalised() && end.shape != Shape::number) ||
            (part.size() == 1 && (end.shape == Shape::number || end.is(Lexicon::demonym))))
            --part.last;
        else
            break;
    }
    if (part.first >= part.last) return;
    if (part.size() == 1 && functionWords.has(words[part.first].lower) && !words[part.first].lists) return;
    bool onlyGeneric = !known();
    for (std::size_t i = part.first; i < part.last; ++i)
        onlyGeneric = onlyGeneric && (words[i].is(Lexicon::generic) || words[i].shape == Shape::number);
    if (onlyGeneric) return;
    if (const Word* next = m_words.near(part.last, part.last - 1);
        next && next->joined && !words[part.last - 1].possessive && deviceNouns.has(next->lower) &&
        next->shape == Shape::lower) {
        ++part.last;
        part.isExtended = true;
    }
    candidates.push_back(part);
}

} // namespace skein
