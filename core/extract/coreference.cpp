// SPDX-License-Identifier: GPL-3.0-or-later
// Salience after Lappin and Leass (1994), much reduced: a referent is the more salient the later it was mentioned, as
// the subject rather than otherwise, and the more often. What agrees in type, number and gender and leads all others by
// a clear margin is linked; every doubt leaves the pronoun alone.
#include "core/extract/coreference.h"
#include "core/extract/candidates.h"
#include "core/extract/words.h"
#include "core/extract/wordset.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
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

// What may follow a nominal that is a whole noun phrase.
const WordSet phraseEnds{
    "is was has had will would can could may might must does did said says and but or to in on at by for "
    "from as with when while because after before "
    "announced hopes plans wants made makes released launched shipped accepts runs ranks ranked powers "
    "also now still then keeps kept uses used needs "
    "gets reported declined offers sells raised faces faced expects paid bought sold hired began started"};

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
        readOwners();
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
            } else if (const auto named = namedNominal(i, next)) {
                entity = named->entity;
                mention = {{words[i].span.begin, words[named->noun].span.end}, 0, MentionKind::nominal};
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
        if (m_names.entities[entity].type == "product")
            m_products.push_back({entity, referent.sentence, referent.leads == referent.sentence});
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

    // Which organization stands most often in one sentence with each product; and what organizations are called.
    void readOwners()
    {
        for (std::size_t i = 0; i < m_names.entities.size(); ++i) {
            const Entity& entity = m_names.entities[i];
            if (entity.type != "organization") continue;
            m_organizations.emplace(foldedName(entity.name), i);
            for (const std::string& alias : entity.aliases)
                m_organizations.emplace(foldedName(alias), i);
        }
        std::map<std::size_t, std::map<std::size_t, std::size_t>> shared;
        std::set<std::size_t> here;
        const auto close = [&] {
            for (std::size_t product : here) {
                if (m_names.entities[product].type != "product") continue;
                for (std::size_t other : here)
                    if (m_names.entities[other].type == "organization") ++shared[product][other];
            }
            here.clear();
        };
        std::size_t next = 0;
        for (std::size_t i = 0; i < m_words.words.size(); ++i) {
            if (i > 0 && m_words.words[i].sentence != m_words.words[i - 1].sentence) close();
            for (; next < m_names.mentions.size() && m_names.mentions[next].span.begin < m_words.words[i].span.end;
                 ++next)
                here.insert(m_names.mentions[next].entity);
        }
        close();
        for (const auto& [product, counts] : shared) {
            std::size_t most = 0;
            for (const auto& [organization, count] : counts) {
                if (count > most) m_owners[product] = organization;
                if (count == most) m_owners.erase(product);
                most = std::max(most, count);
            }
        }
    }

    struct NamedNominal {
        std::size_t noun;
        std::size_t entity;
    };

    // "The meta AI model" is no name but says whose model it is: the organization's product that the last paragraphs
    // are about, when there is no doubt which. A product's own name before the noun stands for itself.
    std::optional<NamedNominal> namedNominal(std::size_t index, std::size_t nextName) const
    {
        const Word& article = m_words.words[index];
        if (article.lower != "the" || (article.shape != Shape::lower && !article.initial)) return std::nullopt;
        static const WordSet nouns{"model chatbot assistant chip"};
        static const WordSet between{"ai new newest latest own flagship frontier language open closed"};
        std::string name;
        std::string written;
        std::optional<std::size_t> owner;
        for (std::size_t i = index + 1; i < index + 6; ++i) {
            const Word* word = m_words.near(i, index);
            if (!word || word->gap != " " || word->possessive) return std::nullopt;
            if (owner && nouns.has(word->lower) && word->shape == Shape::lower) {
                if (isProductName(written) || !endsPhrase(i)) return std::nullopt;
                const Span span{article.span.begin, word->span.end};
                for (std::size_t m = nextName; m < m_names.mentions.size() && m_names.mentions[m].span.begin < span.end;
                     ++m)
                    if (m_names.mentions[m].span.end > span.end) return std::nullopt;
                const std::optional<std::size_t> product = topicOf(*owner, article.sentence);
                return product ? std::optional(NamedNominal{i, *product}) : std::nullopt;
            }
            if (!written.empty()) written += ' ';
            written += word->text;
            name = foldedName(written);
            if (const auto found = m_organizations.find(name); found != m_organizations.end())
                owner = found->second;
            else if (owner && !between.has(word->lower))
                return std::nullopt;
        }
        return std::nullopt;
    }

    bool isProductName(std::string_view written) const
    {
        return std::ranges::any_of(m_names.entities, [&](const Entity& entity) {
            return entity.type == "product" &&
                   (entity.name == written || std::ranges::find(entity.aliases, written) != entity.aliases.end());
        });
    }

    // Whether the noun is the last word of its phrase.
    bool endsPhrase(std::size_t noun) const
    {
        const Word* after = m_words.near(noun + 1, noun);
        if (!after || (!after->joined && after->gap != "-")) return true;
        if (after->gap != "-" && phraseEnds.has(after->lower)) return true;
        return after->gap != "-" && after->shape == Shape::lower && after->upos != Upos::noun &&
               after->upos != Upos::propn && after->lower != "of";
    }

    // The organization's product of which the last sentences speak at least twice as much as of its other ones.
    std::optional<std::size_t> topicOf(std::size_t owner, std::uint32_t sentence) const
    {
        constexpr std::uint32_t window = 12;
        std::map<std::size_t, double> weights;
        for (auto at = m_products.rbegin(); at != m_products.rend() && sentence - at->sentence <= window; ++at) {
            const auto owned = m_owners.find(at->entity);
            if (owned != m_owners.end() && owned->second == owner) weights[at->entity] += at->leads ? 1 : 0.4;
        }
        std::optional<std::size_t> best;
        double first = 0;
        double second = 0;
        for (const auto& [product, weight] : weights) {
            if (weight > first) {
                second = first;
                first = weight;
                best = product;
            } else {
                second = std::max(second, weight);
            }
        }
        return first >= 2 * second ? best : std::nullopt;
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
            if (!phraseEnds.has(after->lower)) return 0;
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
    std::vector<Referent> m_referents;                               // parallel to the entities
    std::map<std::string, std::size_t, std::less<>> m_organizations; // by folded name
    std::map<std::size_t, std::size_t> m_owners;                     // of products, as far as one stands out
    struct ProductMention {
        std::size_t entity;
        std::uint32_t sentence;
        bool leads;
    };
    std::vector<ProductMention> m_products; // so far, in text order
    // Of the sentence at hand.
    std::size_t m_sentenceFirst = 0; // its first word
    bool m_hasSubject = false;       // a name or a linked pronoun stood in it
};

} // namespace

void addCoreference(const Document& document, const Reading& reading, const Lexicons& lexicons, NameReading& names)
{
    const Words words = splitWords(document, reading, lexicons);
    Resolver(words, lexicons, names).resolve();
}

} // namespace skein
