// SPDX-License-Identifier: GPL-3.0-or-later
// Salience after Lappin and Leass (1994), much reduced: a referent is the more salient the later it was mentioned, as
// the subject rather than otherwise, and the more often. What agrees in type, number and gender and leads all others by
// a clear margin is linked; every doubt leaves the pronoun alone.
#include "core/extract/coreference.h"
#include "core/extract/wordset.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace skein {

namespace {

constexpr std::uint32_t noSentence = 0xFFFFFFFF;

enum class Gender : std::uint8_t { unknown, female, male };

struct Referent {
    bool isPerson = false;
    Gender gender = Gender::unknown;
    bool isMentioned = false;
    std::size_t word = 0; // of the latest mention
    std::uint32_t sentence = 0;
    bool isSubject = false;
    std::uint32_t leads = noSentence;  // the latest sentence that begins with it
    std::uint32_t echoes = noSentence; // the latest sentence in which a pronoun stands for it
    double mentions = 0;
};

const WordSet clauseWords{
    "and but because while when that which who if although though as since after before so where whether"};

class Resolver {
public:
    Resolver(const Words& words, const Lexicons& lexicons, NameReading& names)
        : m_words(words), m_lexicons(lexicons), m_names(names)
    {
        m_referents.resize(names.entities.size());
        for (std::size_t i = 0; i < names.entities.size(); ++i) {
            m_referents[i].isPerson = names.entities[i].type == "person";
            if (m_referents[i].isPerson) m_referents[i].gender = genderOf(names.entities[i].name);
        }
    }

    void resolve()
    {
        std::vector<Mention> added;
        std::size_t next = 0; // the next name
        const auto& words = m_words.words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i == 0 || words[i].sentence != words[i - 1].sentence) {
                m_hasSubject = false;
                m_sentenceFirst = i;
            }
            if (next < m_names.mentions.size() && m_names.mentions[next].span.begin <= words[i].span.begin) {
                const Mention& mention = m_names.mentions[next++];
                const std::size_t first = i;
                while (i + 1 < words.size() && words[i + 1].span.begin < mention.span.end)
                    ++i;
                // "AMY HOOD: …" says who speaks; she is no "she" of her own words.
                const Word* after = m_words.near(i + 1, i);
                if (first == m_sentenceFirst && after && after->gap.starts_with(':')) continue;
                noteTitle(mention.entity, first);
                note(mention.entity, first);
                continue;
            }
            if (words[i].titleCased) continue;
            std::optional<std::size_t> entity;
            Mention mention;
            if (isPronoun(words[i])) {
                entity = pronoun(i);
                mention = {words[i].span, 0, MentionKind::pronoun};
            } else if (const std::size_t noun = nominalNoun(i)) {
                entity = nominal(i, noun);
                mention = {{words[i].span.begin, words[noun].span.end}, 0, MentionKind::nominal};
            }
            if (!entity) continue;
            mention.entity = *entity;
            added.push_back(mention);
            note(*entity, i, mention.kind == MentionKind::pronoun ? 0.5 : 0.7);
            if (mention.kind == MentionKind::pronoun) m_referents[*entity].echoes = words[i].sentence;
        }
        m_names.mentions.insert(m_names.mentions.end(), added.begin(), added.end());
        std::ranges::sort(m_names.mentions, {}, &Mention::span);
    }

private:
    Gender genderOf(std::string_view name) const
    {
        const std::string_view first = name.substr(0, name.find(' '));
        const bool female = m_lexicons.has(Lexicon::femaleName, first);
        const bool male = m_lexicons.has(Lexicon::maleName, first);
        return female == male ? Gender::unknown : female ? Gender::female : Gender::male;
    }

    void noteTitle(std::size_t entity, std::size_t word)
    {
        if (word == 0 || !m_referents[entity].isPerson) return;
        static const WordSet female{"mrs. mrs ms. ms miss queen princess lady dame madam"};
        static const WordSet male{"mr. mr king prince lord sir"};
        const std::string& title = m_words.words[word - 1].lower;
        if (female.has(title)) m_referents[entity].gender = Gender::female;
        if (male.has(title)) m_referents[entity].gender = Gender::male;
    }

    void note(std::size_t entity, std::size_t word, double weight = 1)
    {
        Referent& referent = m_referents[entity];
        referent.isMentioned = true;
        referent.word = word;
        const bool sameSentence = referent.mentions > 0 && referent.sentence == m_words.words[word].sentence;
        referent.sentence = m_words.words[word].sentence;
        const bool subject = !m_hasSubject && !m_words.words[word].possessive && !afterPreposition(word);
        referent.isSubject = subject || (sameSentence && referent.isSubject);
        if (subject && isLeading(word)) referent.leads = referent.sentence;
        m_hasSubject = true;
        referent.mentions += weight;
    }

    // Whether a word begins its sentence, or follows an introduction set off by a comma: "In May, Meta …".
    bool isLeading(std::size_t word) const
    {
        return word - m_sentenceFirst <= 1 ||
               (!m_hasSubject && word - m_sentenceFirst <= 8 && m_words.words[word].gap == ", ");
    }

    bool afterPreposition(std::size_t word) const
    {
        static const WordSet prepositions{"of in on at by for from with to about under over between among through via "
                                          "into against behind like including"};
        const Word* before = word ? m_words.near(word - 1, word) : nullptr;
        if (before && before->lower == "the" && word >= 2) before = m_words.near(word - 2, word);
        return before && prepositions.has(before->lower);
    }

    static bool isPronoun(const Word& word)
    {
        static const WordSet pronouns{"he him his himself she her hers herself it its itself"};
        return (word.shape == Shape::lower || word.initial) && pronouns.has(word.lower);
    }

    // Whether a clause ends between two words of one sentence.
    bool clauseBetween(std::size_t first, std::size_t last) const
    {
        for (std::size_t i = first + 1; i <= last; ++i) {
            const Word& word = m_words.words[i];
            if (word.gap.find_first_of(",;:") != std::string_view::npos ||
                word.gap.find("\xE2\x80\x94") != std::string_view::npos)
                return true;
            if (i < last && clauseWords.has(word.lower) && word.shape == Shape::lower) return true;
        }
        return false;
    }

    // "It is clear that …", "it takes years to …": stands for nothing.
    bool isEmptyIt(std::size_t index) const
    {
        const Word* next = m_words.near(index + 1, index);
        if (!next || !next->joined) return true;
        static const WordSet empty{"is was seems seemed appears appeared takes took turns turned remains rains would "
                                   "may might could will has becomes became happens"};
        if (!empty.has(next->lower)) return false;
        for (std::size_t i = index + 2; i < index + 9; ++i) {
            const Word* word = m_words.near(i, index);
            if (!word) break;
            static const WordSet links{"that to who how whether if when why until since"};
            if (links.has(word->lower)) return true;
        }
        return false;
    }

    double salience(const Referent& referent, std::size_t index) const
    {
        const std::uint32_t distance = m_words.words[index].sentence - referent.sentence;
        static constexpr double recency[] = {3, 2.2, 1};
        double score = recency[distance];
        if (referent.isSubject) score += distance == 0 ? 1 : 1.5;
        score += 0.25 * std::min(referent.mentions, 4.0);
        // Within a sentence, nearer is a little better.
        score += 0.3 / (1.0 + static_cast<double>(index - referent.word) / 10);
        return score;
    }

    template <typename Fits>
    std::optional<std::size_t> best(std::size_t index, double margin, Fits fits) const
    {
        std::optional<std::size_t> first;
        double firstScore = 0;
        double secondScore = 0;
        for (std::size_t i = 0; i < m_referents.size(); ++i) {
            const Referent& referent = m_referents[i];
            if (!referent.isMentioned || m_words.words[index].sentence - referent.sentence > 2) continue;
            const double fit = fits(i);
            if (fit < 0) continue;
            const double score = salience(referent, index) + fit;
            if (!first || score > firstScore) {
                secondScore = first ? firstScore : 0;
                first = i;
                firstScore = score;
            } else {
                secondScore = std::max(secondScore, score);
            }
        }
        if (!first || firstScore < 1.7 || firstScore - secondScore < margin) return std::nullopt;
        return first;
    }

    std::optional<std::size_t> pronoun(std::size_t index)
    {
        const std::string& word = m_words.words[index].lower;
        const bool isThing = word.starts_with("it");
        const Word* next = m_words.near(index + 1, index);
        const bool noNounAfter =
            !next || !next->joined || next->is(Lexicon::common) == false || clauseWords.has(next->lower);
        static const WordSet saying{
            "said says say claims claimed believes hopes thinks argues argued insists does did is was has"};
        // "him" and "it" after a verb are somebody else than the subject of their own clause.
        const bool isObject = word == "him" || (word == "her" && noNounAfter) ||
                              (word == "it" && index > 0 && !m_words.words[index].initial &&
                               !clauseWords.has(m_words.words[index - 1].lower) &&
                               !saying.has(m_words.words[index - 1].lower) && m_words.words[index].joined);
        if (isThing) {
            if (word == "it" && !isObject && isEmptyIt(index)) return std::nullopt;
            return thing(index, isObject);
        }
        const Gender gender = word.starts_with('h') && word != "her" && word != "hers" && word != "herself"
                                  ? Gender::male
                                  : Gender::female;
        auto found = best(index, 0.4, [&](std::size_t i) {
            const Referent& referent = m_referents[i];
            if (!referent.isPerson || (referent.gender != Gender::unknown && referent.gender != gender)) return -1.0;
            if (isObject && sameClause(i, index)) return -1.0;
            return referent.gender == gender ? 0.5 : 0.0;
        });
        if (found && m_referents[*found].gender == Gender::unknown) m_referents[*found].gender = gender;
        return found;
    }

    bool isThing(std::size_t entity) const
    {
        return m_names.entities[entity].type == "organization" || m_names.entities[entity].type == "product";
    }

    // "It" is what the sentence began with or, at the beginning of a sentence and as an object, what the one before
    // began with. Anything else is a guess, for most things that "it" stands for have no name.
    std::optional<std::size_t> thing(std::size_t index, bool isObject) const
    {
        const std::uint32_t sentence = m_words.words[index].sentence;
        const bool before = isObject || isLeading(index);
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < m_referents.size(); ++i) {
            if (!isThing(i) || !m_referents[i].isMentioned) continue;
            const std::uint32_t leads = m_referents[i].leads;
            if (!before && leads == sentence) found = i;
            if (before && sentence > 0 && leads == sentence - 1) found = i;
        }
        if (!found || (isObject && m_referents[*found].sentence == sentence && sameClause(*found, index)))
            return std::nullopt;
        // Two things under discussion: whose turn it is, is not clear.
        for (std::size_t i = 0; i < m_referents.size(); ++i) {
            const bool sameKind = m_names.entities[i].type == m_names.entities[*found].type;
            if (isObject && i != *found && sameKind && m_referents[i].leads == sentence) return std::nullopt;
            if (i != *found && isThing(i) && before && sentence > 0 && m_referents[i].echoes == sentence - 1)
                return std::nullopt;
        }
        return found;
    }

    bool sameClause(std::size_t entity, std::size_t index) const
    {
        const Referent& referent = m_referents[entity];
        return referent.sentence == m_words.words[index].sentence && !clauseBetween(referent.word, index);
    }

    // "the company": the index of its noun, or 0.
    std::size_t nominalNoun(std::size_t index) const
    {
        const Word& article = m_words.words[index];
        if ((article.lower != "the" && article.lower != "this") || (article.shape != Shape::lower && !article.initial))
            return 0;
        const Word* noun = m_words.near(index + 1, index);
        if (!noun || !noun->joined || noun->shape != Shape::lower || noun->possessive) return 0;
        static const WordSet nouns{"company firm startup start-up lab corporation bank agency chipmaker automaker "
                                   "carmaker retailer model app chatbot assistant device"};
        if (!nouns.has(noun->lower)) return 0;
        const Word* after = m_words.near(index + 2, index);
        if (after && (after->joined || after->gap == "-")) {
            // Only where the phrase ends: a verb or a small word follows, no noun and no "of".
            static const WordSet ends{
                "is was has had will would can could may might must does did said says and but or to in on at by for "
                "from as with when while because after before "
                "announced hopes plans wants made makes released launched shipped accepts runs ranks ranked powers "
                "also now still then keeps kept uses used needs "
                "gets reported declined offers sells raised faces faced expects paid bought sold hired began started"};
            if (!ends.has(after->lower)) return 0;
        }
        return index + 1;
    }

    std::optional<std::size_t> nominal(std::size_t index, std::size_t noun) const
    {
        static const WordSet things{"model app chatbot assistant device"};
        const char* type = things.has(m_words.words[noun].lower) ? "product" : "organization";
        const std::uint32_t sentence = m_words.words[index].sentence;
        // The one of its kind that was just spoken of, or the one that this sentence or the one before began with.
        std::optional<std::size_t> only;
        std::optional<std::size_t> leading;
        std::size_t count = 0;
        for (std::size_t i = 0; i < m_referents.size(); ++i) {
            const Referent& referent = m_referents[i];
            if (!referent.isMentioned || sentence - referent.sentence > 2 || m_names.entities[i].type != type) continue;
            if (referent.sentence == sentence && sameClause(i, index)) return std::nullopt;
            ++count;
            only = i;
            const bool leads = referent.leads != noSentence && sentence - referent.leads <= 1;
            if (leads && (!leading || m_referents[*leading].leads < referent.leads)) leading = i;
        }
        return leading ? leading : count == 1 ? only : std::nullopt;
    }

    const Words& m_words;
    const Lexicons& m_lexicons;
    NameReading& m_names;
    std::vector<Referent> m_referents; // parallel to the entities
    // Of the sentence at hand.
    std::size_t m_sentenceFirst = 0; // its first word
    bool m_hasSubject = false;       // a name or a linked pronoun stood in it
};

} // namespace

void addCoreference(const Words& words, const Lexicons& lexicons, NameReading& names)
{
    Resolver(words, lexicons, names).resolve();
}

} // namespace skein
