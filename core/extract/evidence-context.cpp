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
        if (!word) { // the colon may end the sentence
            const Word& given = words.words[candidate.first];
            return i > candidate.last && (given.is(Lexicon::femaleName) || given.is(Lexicon::maleName));
        }
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

bool isSpeakersFirm(const Words& words, const Candidate& candidate)
{
    const std::uint32_t sentence = words.words[candidate.first].sentence;
    const Word* next = words.near(candidate.last, candidate.last - 1); // none where the colon ends the sentence
    if ((next && !next->gap.starts_with(':')) || words.words[candidate.first].gap != ", ") return false;
    for (std::size_t i = candidate.first; i-- > 0;) {
        const Word& word = words.words[i];
        if (word.sentence != sentence || word.shape != Shape::upper || candidate.first - i > 4) return false;
        if (word.initial) return candidate.first - i >= 2;
        if (!word.joined) return false;
    }
    return false;
}

Evidence contextEvidence(const Words& words, const Candidate& candidate)
{
    Evidence evidence;
    const auto& list = words.words;
    const Word& last = list[candidate.last - 1];
    if (candidate.isTitled) evidence.add(person, "title", isPlain(words, candidate) ? 3 : 7);
    if (isSpeakerLabel(words, candidate)) evidence.add(person, "speaks here", 7);
    if (isSpeakersFirm(words, candidate)) evidence.add(organization, "speaker's firm", 6);
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
            evidence.add(organization, "inverted speech", title ? 6.5 : 2.5);
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
    const std::string_view gap = n1->gap;
    // A "Contemplating" mode: what a thing is called.
    if (isQuoted(words, candidate.first, candidate.last) && n1->shape == Shape::lower && n1->isLower(Lexicon::productNoun))
        evidence.add(product, "quoted name", 8);
    // Apposition: "X, a startup", "X — its first model", "X (a lab)".
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
