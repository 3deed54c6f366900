// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/evidence.h"
#include "core/extract/wordset.h"

#include <algorithm>

namespace skein {

namespace {

using enum NameType;

const WordSet speechVerbs{"said says say told tells argued argues added adds explained explains believes thinks "
                          "declared declares noted notes "
                          "wrote writes insisted insists suggested suggests warned warns admitted replied asked asks "
                          "thought recalled remarked "
                          "commented stated states claimed claims"};
const WordSet corporateVerbs{
    "announced announces launched launches unveiled acquired acquires raised offers sells employs hired released "
    "releases "
    "reported reports plans ships shipped operates develops partnered merged filed introduced introduces invested "
    "licensed published summarized summarised ran revealed disclosed bought owns manufactures agreed"};
const WordSet personVerbs{"born died married studied graduated retired resigned grew joined moved starred sang"};
const WordSet dealVerbs{"acquire acquired acquires acquiring buy buys bought buying join joined joins joining sue sued "
                        "sues founded co-founded "
                        "cofounded founding fund funded funds hired poached"};
const WordSet makeVerbs{
    "release released releases releasing launch launched launches launching unveil unveiled ship shipped introduce "
    "introduced debuted use uses used using build built train trained powers install installed upgrade download "
    "running"};
const WordSet places{"in near across throughout"};
const WordSet stopAtHead{
    "of in for that which who whose from at on by with to and or but is was were are has had have based focused "
    "founded "
    "called named known behind designed built made led where when said will would can could after before about under "
    "over into as than not"};
const WordSet determiners{"a an the its his her their our my another one first leading former"};
const WordSet stakeNouns{"stake shares share investment investments invested invest investing stakes investors"};
const WordSet modelNouns{
    "models model products apps tools chips systems research researchers engineers software devices glasses headsets"};
const WordSet placeNouns{"capital population economy government border territory coast president parliament army "
                         "climate airport streets mayor"};
const WordSet personNouns{
    "wife husband career father mother son daughter death argument team brother sister life widow speech resignation "
    "manifesto biography memoir birthday friend parents family children office comments remarks"};
const WordSet companyNouns{
    "ceo founder founders co-founder shares employees customers revenue profits headquarters board cto cfo developers "
    "engineers executives stock valuation workforce investors spokesperson spokesman spokeswoman platform services "
    "competitors strategy lawyers app apps products product business acquisition website chatbot"};
const WordSet productFacets{"weights architecture parameters interface users performance context api release launch "
                            "successor predecessor outputs"};
const WordSet relations{
    "ceo founder co-founder cofounder president chairman chairwoman director head professor chief vp cto cfo coo "
    "engineer "
    "researcher scientist executive manager employee employees member members spokesperson spokesman spokeswoman "
    "analyst analysts subsidiary division unit part customers shareholders investor partner"};
const WordSet rulers{"president king queen emperor governor mayor minister prime ambassador capital people republic "
                     "city state province north "
                     "south east west coast outskirts streets government border parts citizens residents"};
const WordSet editions{"version versions release releases users weights copy copies variant variants edition editions"};
const WordSet rivalVerbs{
    "competes compete competed rivals rivaled rivalled beats outperforms outperformed trails trailed "
    "surpasses surpassed outranks outranked tops topped ranks ranked"};
const WordSet heldTitles{"Jr. Jr Sr. Sr III II"};

bool endsWithAny(std::string_view word, std::initializer_list<std::string_view> ends)
{
    return std::ranges::any_of(ends,
                               [&](std::string_view end) { return word.size() > end.size() && word.ends_with(end); });
}

std::string singular(std::string_view word)
{
    std::string result(word);
    if (result.ends_with("ies") && result.size() > 4)
        result.replace(result.size() - 3, 3, "y");
    else if (result.ends_with('s') && !result.ends_with("ss") && result.size() > 3)
        result.pop_back();
    return result;
}

// What kind of thing a common noun names.
void addNoun(Evidence& evidence, const Word& word, std::string_view kind, double weight)
{
    if (word.shape != Shape::lower && word.shape != Shape::capital && word.shape != Shape::upper) return;
    if (word.isLower(Lexicon::organizationNoun)) evidence.add(organization, kind, weight);
    if (word.isLower(Lexicon::productNoun)) evidence.add(product, kind, weight);
    if (word.isLower(Lexicon::placeNoun)) evidence.add(place, kind, weight);
    if (word.isLower(Lexicon::eventNoun)) evidence.add(event, kind, weight);
    if (word.isLower(Lexicon::benchmarkNoun)) evidence.add(benchmark, kind, weight);
    if (word.isLower(Lexicon::lawNoun)) evidence.add(law, kind, weight);
    if (word.isLower(Lexicon::workNoun)) evidence.add(work, kind, weight);
    if (word.isLower(Lexicon::technologyNoun)) evidence.add(technology, kind, weight);
    if (word.isLower(Lexicon::personNoun)) evidence.add(person, kind, weight);
}

constexpr std::uint64_t nounLists = bit(Lexicon::organizationNoun) | bit(Lexicon::productNoun) |
                                    bit(Lexicon::placeNoun) | bit(Lexicon::eventNoun) | bit(Lexicon::benchmarkNoun) |
                                    bit(Lexicon::lawNoun) | bit(Lexicon::workNoun) | bit(Lexicon::technologyNoun) |
                                    bit(Lexicon::personNoun);

// The head of the noun phrase that begins at `index`: its last noun before a preposition, a verb or a mark. Null when
// there is none within ten words.
const Word* headFrom(const Words& words, std::size_t index, std::size_t beside)
{
    const Word* head = nullptr;
    for (std::size_t i = index; i < index + 10; ++i) {
        const Word* word = words.near(i, beside);
        if (!word || (i != index && !word->joined && word->gap != "-")) break;
        if (i != index && stopAtHead.has(word->lower) && word->shape == Shape::lower) break;
        if (head && speechVerbs.has(word->lower)) return nullptr; // "X, the company says": no apposition
        if (word->lowerLists & nounLists && (word->shape == Shape::lower || word->is(Lexicon::generic))) head = word;
    }
    return head;
}

// "BRENT HILL:" and "BRENT HILL, Acme:" at the head of a sentence: a transcript says who speaks.
bool isSpeakerLabel(const Words& words, const Candidate& candidate)
{
    if (!words.words[candidate.first].initial || candidate.size() < 2 || candidate.size() > 4) return false;
    for (std::size_t i = candidate.first; i < candidate.last; ++i)
        if (words.words[i].shape != Shape::upper) return false;
    for (std::size_t i = candidate.last; i < candidate.last + 5; ++i) {
        const Word* word = words.near(i, candidate.last - 1);
        if (!word) return false;
        if (word->gap.starts_with(':')) return true;
        if ((i == candidate.last && word->gap != ", ") || !word->isCapitalised()) return false;
    }
    return false;
}

// Whether a name that begins at `index` reads like a product's: it has a version or is of a known line.
bool isProductLike(const Words& words, std::size_t index, std::size_t beside)
{
    const Word* word = words.near(index, beside);
    if (!word || !word->isCapitalised()) return false;
    if (word->is(Lexicon::product) && !(word->lists & (bit(Lexicon::organization) | bit(Lexicon::place)))) return true;
    for (std::size_t i = index; i < index + 4; ++i) {
        const Word* part = words.near(i, beside);
        if (!part || (i != index && !part->joined) || !(part->isCapitalised() || part->shape == Shape::number))
            return false;
        const bool isDigit = part->text.find_first_of("0123456789") != std::string_view::npos;
        if (i != index && part->shape == Shape::number && part->text.find('.') != std::string_view::npos) return true;
        if (i != index && part->shape == Shape::number && part->text.size() <= 2) {
            const Word* before = words.near(i - 1, beside);
            return before && !before->isCommon(); // "May 4" is a day
        }
        if (part->shape == Shape::mixed && isDigit && part->text.find('-') != std::string_view::npos) return true;
    }
    return false;
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
    const auto inLexicon = [&](Lexicon lexicon, NameType type, double weight) {
        if (known & bit(lexicon)) evidence.add(type, "lexicon", weight);
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
    if (size >= 2) {
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

    // Persons by their first names, surnames and initials.
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

Evidence contextEvidence(const Words& words, const Candidate& candidate)
{
    Evidence evidence;
    const auto& list = words.words;
    const Word& last = list[candidate.last - 1];
    if (candidate.isTitled) evidence.add(person, "title", isPlain(words, candidate) ? 3 : 7);
    if (isSpeakerLabel(words, candidate)) evidence.add(person, "speaks here", 7);
    if (candidate.employs) evidence.add(organization, "employs", 5);

    const auto back = [&](std::size_t n) -> const Word* {
        return candidate.first >= n ? words.near(candidate.first - n, candidate.first) : nullptr;
    };
    const Word* p1 = back(1);
    const Word* p2 = back(2);
    const Word* p3 = back(3);
    const bool closeBefore = list[candidate.first].joined;
    // "the" between: "on the X Index", "joined the X Forum"
    if (p1 && closeBefore && (p1->lower == "the" || p1->lower == "a")) {
        p1 = p2;
        p2 = p3;
        p3 = back(4);
    }
    if (p1 && closeBefore) {
        const std::string& prep = p1->lower;
        if (prep == "of" || prep == "at" || prep == "for" || prep == "from") {
            if (p2 && prep != "for" && rulers.has(p2->lower) && prep == "of")
                evidence.add(place, "ruler of", 4);
            else if (p2 && prep == "of" && editions.has(p2->lower))
                evidence.add(product, "version of", 3);
            else if (p2 && relations.has(p2->lower))
                evidence.add(organization, "role at", 5);
            if (p2 && prep == "from" && modelNouns.has(p2->lower)) evidence.add(organization, "models from", 4);
        }
        if (prep == "at") evidence.add(organization, "at", 1);
        if (places.has(prep)) evidence.add(place, "in", prep == "in" ? 1.5 : 2);
        if (prep == "in") {
            if (p2 && stakeNouns.has(p2->lower)) evidence.add(organization, "stake in", 4);
            if (p2 && (p2->lower == "ownership" || p2->lower == "investment"))
                evidence.add(organization, "stake in", 4);
            if (p2 && (p2->lower == "born" || p2->lower == "based" || p2->lower == "headquartered" ||
                       p2->lower == "lives" || p2->lower == "located"))
                evidence.add(place, "based in", 4);
        }
        if (prep == "by" && p2) {
            static const WordSet made{
                "developed made built released owned backed funded published created acquired operated trained led"};
            static const WordSet authored{"directed written painted composed sung invented coached edited led founded"};
            if (made.has(p2->lower)) evidence.add(organization, "made by", 2.5);
            if (authored.has(p2->lower)) evidence.add(person, "written by", 2);
        }
        if (prep == "on") {
            for (std::size_t n = 1; n <= 5; ++n) {
                const Word* word = back(n + 1);
                if (word && (word->lower.starts_with("rank") || word->lower.starts_with("scor") ||
                             word->lower == "benchmark" || word->lower == "evaluated"))
                    evidence.add(benchmark, "ranked on", 4);
            }
        }
        if (prep == "under") evidence.add(law, "under", 1);
        if (prep == "told") evidence.add(organization, "told", 1.5);
        if (prep == "wrote" || prep == "said" || prep == "says" || prep == "writes") {
            const bool title =
                candidate.size() >= 2 && isPlain(words, candidate); // a publication: "wrote Morning Notes"
            evidence.add(organization, "inverted speech", title ? 4.5 : 2.5);
            evidence.add(person, "inverted speech", 2.5);
        }
        if (prep == "via" || prep == "using") evidence.add(product, "via", 1.5);
        if (dealVerbs.has(prep)) evidence.add(organization, "deal", 3);
        if (makeVerbs.has(prep)) evidence.add(product, "made", 4);
        // Who stands behind or ahead of others on a list of products is one.
        if (prep == "behind" || prep == "versus" || prep == "vs" || (prep == "of" && p2 && p2->lower == "ahead")) {
            for (std::size_t i = candidate.last; i < candidate.last + 8; ++i) {
                const Word* word = words.near(i, candidate.last - 1);
                if (!word) break;
                if (word->is(Lexicon::benchmarkHead) && word->isCapitalised()) evidence.add(product, "ranked", 2);
            }
        }
        if (prep == "rival" || prep == "competitor" || prep == "rivals") evidence.add(organization, "rival", 2.5);
        if (prep == "married") evidence.add(person, "married", 3);
        if (p1->shape == Shape::lower)
            addNoun(evidence, *p1, "noun before", p1->isLower(Lexicon::personNoun) ? 3.5 : 3);
    }
    // "companies such as X", "models like X"
    if (closeBefore && p1) {
        const Word* noun = p1->lower == "like" || p1->lower == "including"  ? p2
                           : p1->lower == "as" && p2 && p2->lower == "such" ? p3
                                                                            : nullptr;
        if (noun) {
            const std::string base = singular(noun->lower);
            static const WordSet firms{"company firm startup lab bank agency university organization giant chipmaker "
                                       "automaker competitor group"};
            static const WordSet things{
                "model app product tool chatbot device platform assistant language service program"};
            static const WordSet lands{"country city state nation region place town"};
            if (firms.has(base)) evidence.add(organization, "such as", 4);
            if (things.has(base)) evidence.add(product, "such as", 4);
            if (lands.has(base)) evidence.add(place, "such as", 4);
        }
    }

    const Word* n1 = words.near(candidate.last, candidate.last - 1);
    const Word* n2 = words.near(candidate.last + 1, candidate.last - 1);
    if (!n1) return evidence;
    if (last.possessive && n1->joined) {
        if (companyNouns.has(n1->lower)) evidence.add(organization, "its people", 3.5);
        if (modelNouns.has(n1->lower)) evidence.add(organization, "its models", 2.5);
        if (placeNouns.has(n1->lower)) evidence.add(place, "its land", 3);
        if (personNouns.has(n1->lower)) evidence.add(person, "its kin", 3);
        if (productFacets.has(n1->lower)) evidence.add(product, "its parts", 2);
        if (const Word* head = headFrom(words, candidate.last, candidate.last - 1); head && n1->shape == Shape::lower) {
            if (head->isLower(Lexicon::productNoun)) evidence.add(organization, "its product", 2);
        }
        if (n1->isCapitalised() && !n1->is(Lexicon::generic)) evidence.add(organization, "its name", 2.6);
        return evidence;
    }
    // "X's Y": what somebody owns by name is made.
    if (p1 && p1->possessive && closeBefore && p1->isCapitalised()) evidence.add(product, "owned", 2.5);

    if (n1->joined && n1->shape == Shape::lower) {
        if (n1->isLower(Lexicon::lawNoun) && n1->lower != "law")
            evidence.add(law, "noun after", 8);
        else if (n1->isLower(Lexicon::productNoun))
            evidence.add(product, "noun after",
                         n1->lower == "app" || n1->lower == "chatbot" || n1->lower == "glasses" ? 4 : 2.2);
        else if (n1->isLower(Lexicon::organizationNoun))
            evidence.add(organization, "noun after", 2);
        else if (n1->isLower(Lexicon::benchmarkNoun))
            evidence.add(benchmark, "noun after", 4);
        else if (n1->isLower(Lexicon::eventNoun))
            evidence.add(event, "noun after", 3);
        if (speechVerbs.has(n1->lower)) {
            const bool title = candidate.size() >= 2 && isPlain(words, candidate); // "Morning Notes wrote"
            evidence.add(person, "speaks", 2.2);
            evidence.add(organization, "speaks", title ? 4.5 : 2);
        }
        if (corporateVerbs.has(n1->lower)) {
            evidence.add(organization, "acts", 2.5);
            evidence.add(person, "acts", 1);
        }
        if (personVerbs.has(n1->lower)) evidence.add(person, "lives", 2);
        if (rivalVerbs.has(n1->lower)) {
            const bool isFollowed = n2 && (n2->lower == "with" || n2->lower == "against" || n2->lower == "behind" ||
                                           n2->lower == "directly");
            bool rivalsProduct = isProductLike(words, candidate.last + (isFollowed ? 2 : 1), candidate.last - 1);
            if (n2 && n2->lower == "directly")
                rivalsProduct = isProductLike(words, candidate.last + 3, candidate.last - 1);
            if (rivalsProduct)
                evidence.add(product, "rivals a product", 6);
            else
                evidence.add(organization, "rivals", 1.5);
        }
        static const WordSet earning{"earns earned makes made"};
        if (earning.has(n1->lower)) evidence.add(organization, "earns", 1);
        if ((n1->lower == "was" || n1->lower == "is" || n1->lower == "were") && n2) {
            static const WordSet released{"released launched unveiled trained open-sourced shipped deprecated"};
            static const WordSet founded{"founded headquartered acquired established"};
            if (released.has(n2->lower)) evidence.add(product, "was released", 3);
            if (founded.has(n2->lower)) evidence.add(organization, "was founded", 3);
            if (n2->lower == "born") evidence.add(person, "was born", 6);
            if (n2->lower == "located") evidence.add(place, "was located", 2);
        }
        static const WordSet copulas{"is was are were became remains"};
        if (copulas.has(n1->lower) && n2 && n2->joined && (determiners.has(n2->lower) || n2->possessive)) {
            if (const Word* head = headFrom(words, candidate.last + 1, candidate.last - 1))
                addNoun(evidence, *head, "is a", 5);
        }
    }
    // Apposition: "X, a startup", "X — its first model", "X (a lab)".
    const std::string_view gap = n1->gap;
    if ((gap == ", " && isProductLike(words, candidate.last, candidate.last - 1)) ||
        (n1->joined && (n1->lower == "and" || n1->lower == "or") &&
         isProductLike(words, candidate.last + 1, candidate.last - 1)))
        evidence.add(product, "listed with a product", 4);
    const bool mark = gap.find(',') != std::string_view::npos || gap.find('(') != std::string_view::npos ||
                      gap.find("\xE2\x80\x94") != std::string_view::npos ||
                      gap.find("\xE2\x80\x93") != std::string_view::npos || gap == " - ";
    if (mark) {
        if (determiners.has(n1->lower) || n1->isLower(Lexicon::personNoun) || n1->lower == "former") {
            if (const Word* head = headFrom(words, candidate.last, candidate.last - 1))
                addNoun(evidence, *head, "apposition", 5);
        }
        if (n1->shape == Shape::number && n1->text.size() == 2 && n2 && n2->gap.find(',') != std::string_view::npos)
            evidence.add(person, "age", 6);
        if (n1->lower == "who") evidence.add(person, "who", 3);
        if (n1->lower == "born") evidence.add(person, "was born", 6);
        if (n1->lower == "which") evidence.add(organization, "which", 0.6);
        if (gap.find('(') != std::string_view::npos &&
            (n1->text == "NYSE" || n1->text == "NASDAQ" || n1->text == "Nasdaq"))
            evidence.add(organization, "listed", 7);
        if (gap.find('(') != std::string_view::npos && n2 && n2->shape == Shape::lower && n2->lower == "parameters")
            evidence.add(product, "size", 4);
    }
    return evidence;
}

} // namespace skein
