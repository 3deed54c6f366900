// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/name-features.h"

#include "core/extract/wordset.h"
#include "core/text/characters.h"

#include <algorithm>

namespace skein {
namespace {

constexpr std::uint64_t wholeNames = bit(Lexicon::organization) | bit(Lexicon::media) | bit(Lexicon::product) |
                                     bit(Lexicon::place) | bit(Lexicon::law) | bit(Lexicon::event) |
                                     bit(Lexicon::benchmark) | bit(Lexicon::technology) | bit(Lexicon::work);
constexpr std::uint64_t sciences = bit(Lexicon::technology) | bit(Lexicon::benchmark);
constexpr std::uint64_t people = bit(Lexicon::femaleName) | bit(Lexicon::maleName) | bit(Lexicon::surname);
constexpr std::uint64_t kinds = bit(Lexicon::demonym) | bit(Lexicon::generic) | bit(Lexicon::title);
constexpr std::uint64_t heads = bit(Lexicon::organizationHead) | bit(Lexicon::organizationWeakHead) |
                                bit(Lexicon::organizationSuffix) | bit(Lexicon::placeHead) | bit(Lexicon::eventHead) |
                                bit(Lexicon::benchmarkHead) | bit(Lexicon::lawHead) | bit(Lexicon::workHead) |
                                bit(Lexicon::productHead);
constexpr std::uint64_t nouns = bit(Lexicon::organizationNoun) | bit(Lexicon::productNoun) | bit(Lexicon::placeNoun) |
                                bit(Lexicon::eventNoun) | bit(Lexicon::benchmarkNoun) | bit(Lexicon::lawNoun) |
                                bit(Lexicon::workNoun) | bit(Lexicon::technologyNoun) | bit(Lexicon::personNoun) |
                                bit(Lexicon::common);

const WordSet connectors{"of the de van von di da la le du del der den - & . ' 's for"};

// Names longer than this are not looked for in the lexicons, in tokens.
constexpr std::size_t longestKnown = 10;

} // namespace

std::uint64_t NameFeatures::lookUp(std::size_t first, std::size_t last, bool& isFolded)
{
    m_buffer.clear();
    for (std::size_t i = first; i < last; ++i) {
        if (i > first && !m_words[i].joined) m_buffer += ' ';
        m_buffer += m_words[i].text;
    }
    isFolded = false;
    if (const auto found = m_lexicons.lists(m_buffer) & wholeNames) return found;
    // Sciences in other spelling: "Machine Learning", "neural networks".
    isFolded = true;
    auto small = lowered(m_buffer);
    if (const auto found = m_lexicons.lists(small) & sciences) return found;
    if (small.size() > 4 && small.ends_with('s')) {
        small.pop_back();
        if (const auto found = m_lexicons.lists(small) & sciences) return found;
        m_buffer.pop_back();
        if (m_buffer.size() >= 3)
            if (const auto found = m_lexicons.lists(m_buffer) & sciences) return found;
    }
    return 0;
}

void NameFeatures::findKnown()
{
    m_technologies = 0;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        // The first word of a name ends at white space, whatever tokens it has.
        std::size_t most = 0;
        std::string word;
        for (std::size_t k = i; k < m_words.size() && (k == i || m_words[k].joined); ++k) {
            word += m_words[k].text;
            most = std::max(most, m_lexicons.longestFrom(word));
            if (most == 0 || k == i) most = std::max(most, m_lexicons.longestFrom(lowered(word)));
            if (word.size() > 3 && word.back() == 's')
                most = std::max(most, m_lexicons.longestFrom(lowered(std::string_view(word).substr(0, word.size() - 1))));
        }
        if (most == 0) continue;
        std::size_t end = i + 1;
        for (std::size_t words = 1; end < m_words.size() && end - i < longestKnown; ++end)
            if (!m_words[end].joined && ++words > most) break;
        for (; end > i; --end) {
            bool isFolded = false;
            const auto found = lookUp(i, end, isFolded);
            if (!found) continue;
            for (std::size_t k = i; k < end; ++k) {
                m_words[k].known = found;
                m_words[k].isFolded = isFolded;
                m_words[k].place = end - i == 1 ? 4 : k == i ? 1 : k + 1 == end ? 3 : 2;
            }
            if (found & sciences) ++m_technologies;
            i = end - 1;
            break;
        }
    }
}

void NameFeatures::findRuns()
{
    const std::size_t n = m_words.size();
    const auto isNamed = [&](std::size_t i) { return m_words[i].form.capital != 0; };
    for (std::size_t i = 0; i < n;) {
        if (!isNamed(i)) {
            ++i;
            continue;
        }
        std::size_t last = i;
        for (std::size_t k = i + 1; k < n; ++k) {
            if (isNamed(k) || (m_words[k].form.hasDigit && m_words[k].form.shape != 0)) last = k;
            else if (!m_words[k].isConnector || k - last > 2) break;
        }
        for (std::size_t k = i; k <= last; ++k) {
            m_words[k].inRun = true;
            m_words[k].runFirst = static_cast<std::uint16_t>(i);
            m_words[k].runLast = static_cast<std::uint16_t>(last);
        }
        i = last + 1;
    }
    const auto isNominal = [&](std::size_t i) {
        const Upos u = m_words[i].upos;
        return u == Upos::noun || u == Upos::adj || u == Upos::propn;
    };
    for (std::size_t i = 0; i < n;) {
        if (!isNominal(i)) {
            ++i;
            continue;
        }
        std::size_t last = i;
        for (std::size_t k = i + 1; k < n; ++k) {
            if (isNominal(k) || (m_words[k].upos == Upos::verb && k + 1 < n && isNominal(k + 1) && m_words[k].lower.ends_with("ing"))) last = k;
            else if (m_words[k].lower != "-" || k - last > 1) break;
        }
        for (std::size_t k = i; k <= last; ++k) {
            m_words[k].inPhrase = true;
            m_words[k].phraseFirst = static_cast<std::uint16_t>(i);
            m_words[k].phraseLast = static_cast<std::uint16_t>(last);
        }
        i = last + 1;
    }
}

void NameFeatures::read(std::string_view text, const Reading& reading, const Sentence& sentence)
{
    const std::size_t size = sentence.lastToken - sentence.firstToken;
    m_words.resize(size);
    m_forms.resize(size);
    bool isOpen = false;
    for (std::size_t i = 0; i < size; ++i) {
        const Token& token = reading.tokens[sentence.firstToken + i];
        Word& word = m_words[i];
        word = {};
        word.text = textOf(text, token.span);
        m_forms[i] = word.form = formOf(word.text);
        word.lower = lowered(word.text);
        word.lists = m_lexicons.lists(word.text);
        word.lowerLists = m_lexicons.lists(word.lower);
        word.upos = token.upos;
        word.joined = i > 0 && reading.tokens[sentence.firstToken + i - 1].span.end == token.span.begin;
        word.isConnector = connectors.has(word.lower);
        const auto classes = m_clusters.of(WordClusters::wordOf(word.text));
        word.fine = classes.fine;
        word.coarse = classes.coarse;
        word.relation = static_cast<Feature>(token.deprel) + 1;
        word.head = token.head < 0 ? 0 : hashOf(reading.tokens[static_cast<std::size_t>(token.head)].lemma);
        if (word.text == "\"" || word.text == "\xE2\x80\x9C" || word.text == "\xE2\x80\x9D" || word.text == "``" || word.text == "''")
            isOpen = !isOpen;
        word.quoted = isOpen;
    }
    m_case = sentenceCase(m_forms);
    findKnown();
    findRuns();
    m_features.clear();
    m_starts.clear();
    for (std::size_t i = 0; i < size; ++i) {
        m_starts.push_back(static_cast<std::uint32_t>(m_features.size()));
        describe(i);
    }
    m_starts.push_back(static_cast<std::uint32_t>(m_features.size()));
}

void NameFeatures::describe(std::size_t index)
{
    const std::size_t n = m_words.size();
    const Word& w = m_words[index];
    static const Word nothing;
    const auto at = [&](int offset) -> const Word& {
        const auto i = static_cast<std::ptrdiff_t>(index) + offset;
        return i < 0 || i >= static_cast<std::ptrdiff_t>(n) ? nothing : m_words[static_cast<std::size_t>(i)];
    };
    Feature id = 7000;
    const auto add = [&](Feature value) { m_features.push_back(combine(++id, value)); };
    const auto addKnown = [&](bool isKnown, Feature value) { // features that say nothing are not made
        ++id;
        if (isKnown) m_features.push_back(combine(id, value));
    };
    const Feature shape = w.form.shape;

    // The word itself; `identities` of them.
    add(w.form.word);
    add(w.form.exact);
    for (std::size_t k = 0; k < 4; ++k) add(w.form.suffix[k + 1]);
    for (std::size_t k = 0; k < 3; ++k) add(w.form.prefix[k + 1]);
    add(combine(w.form.word, at(-1).form.word));
    add(combine(w.form.word, at(1).form.word));
    add(combine(w.form.suffix[2], shape));

    add(0);
    const Feature setting = (index == 0 ? 1u : 0u) | (m_case.isTitle ? 2u : 0u) | (m_case.isShouted ? 4u : 0u);
    add(combine(shape, setting));
    add(combine(combine(setting, w.form.capital), w.lowerLists & (bit(Lexicon::common) | bit(Lexicon::generic))));
    add(combine(w.form.capital, w.quoted ? 1u : 0u));
    for (const int o : {-2, -1, 1, 2}) {
        const Word& x = at(o);
        add(x.form.word);
        add(x.form.shape);
    }
    for (const int o : {-1, 1}) {
        add(at(o).form.suffix[2]);
        add(combine(at(o).form.word, shape));
        add(combine(at(o).form.shape, shape));
    }
    add(combine(at(-1).form.shape, combine(shape, at(1).form.shape)));
    add(combine(at(-2).form.word, at(-1).form.word));
    add(combine(at(1).form.word, at(2).form.word));
    add(combine(at(-1).form.word, at(1).form.word));

    // Word classes and grammar.
    const auto tag = [](const Word& x) { return static_cast<Feature>(x.upos); };
    add(combine(tag(w), w.form.capital));
    add(combine(tag(at(-1)), tag(w)));
    add(combine(tag(w), tag(at(1))));
    add(combine(tag(at(-1)), combine(tag(w), tag(at(1)))));
    add(combine(w.relation, w.form.capital));
    add(combine(w.relation, combine(w.head, w.form.capital ? 1u : 0u)));

    // Clusters.
    for (const int o : {-2, -1, 0, 1, 2}) {
        addKnown(at(o).fine != 0, at(o).fine);
        addKnown(at(o).coarse != 0, at(o).coarse);
    }
    addKnown(w.fine != 0, combine(w.fine, shape));
    addKnown(true, combine(at(-1).coarse, w.coarse));
    addKnown(true, combine(w.coarse, at(1).coarse));
    addKnown(true, combine(at(-1).coarse, combine(w.coarse, at(1).coarse)));
    addKnown(true, combine(at(-1).coarse, shape));
    addKnown(true, combine(at(1).coarse, shape));

    // Lexicons.
    const auto known = [](const Word& x) { return combine(x.known, x.place); };
    addKnown(w.known, known(w));
    addKnown(w.known, combine(known(w), shape));
    addKnown(w.known, combine(known(w), combine(w.isFolded, w.lowerLists & bit(Lexicon::common))));
    for (const int o : {-1, 1}) {
        addKnown(at(o).known, combine(known(at(o)), w.form.capital));
        addKnown(at(o).lists & people, combine(at(o).lists & people, w.form.capital));
        addKnown(at(o).lowerLists & nouns & ~bit(Lexicon::common), combine(at(o).lowerLists & nouns, shape));
        addKnown(at(o).lists & heads, combine(at(o).lists & heads, w.form.capital));
        addKnown(at(o).lists & kinds, combine(at(o).lists & kinds, shape));
    }
    addKnown(w.lists & people, combine(w.lists & people, w.known != 0));
    addKnown(w.lists & people, combine(w.lists & people, at(1).lists & people));
    addKnown(w.lists & people, combine(w.lists & people, combine(at(-1).lists & people, 1)));
    addKnown(w.lists & kinds, w.lists & kinds);
    addKnown(w.lists & heads, combine(w.lists & heads, at(-1).form.capital));
    addKnown(w.lowerLists & nouns, combine(w.lowerLists & nouns, w.form.capital));
    addKnown(!(w.lowerLists & bit(Lexicon::common)), combine(shape, 2));
    const Feature topic = std::min<Feature>(m_technologies - (w.known & sciences && m_technologies ? 1 : 0), 2);
    add(combine(topic, combine(w.form.capital, tag(w))));

    // The run of capitalised words.
    if (w.inRun) {
        id = 7200;
        const std::size_t first = w.runFirst, last = w.runLast;
        const Word& begin = m_words[first];
        const Word& end = m_words[last];
        const Word& before = first > 0 ? m_words[first - 1] : nothing;
        const Word& before2 = first > 1 ? m_words[first - 2] : nothing;
        const Word& after = last + 1 < n ? m_words[last + 1] : nothing;
        const Word& after2 = last + 2 < n ? m_words[last + 2] : nothing;
        const Feature size = std::min<std::size_t>(last - first + 1, 6);
        const Feature fromBegin = std::min<std::size_t>(index - first, 3);
        const Feature fromEnd = std::min<std::size_t>(last - index, 3);
        const Feature place = fromBegin * 4 + fromEnd;
        add(combine(size, place));
        add(combine(end.form.word, fromBegin == 0));
        add(combine(begin.form.word, fromBegin == 0));
        add(combine(end.form.word, fromEnd));
        add(combine(end.form.suffix[2], fromBegin == 0));
        add(combine(before.form.word, combine(size, fromBegin == 0)));
        add(combine(before.form.word, fromBegin == 0));
        add(combine(combine(before2.form.word, before.form.word), fromBegin == 0));
        add(combine(after.form.word, fromBegin == 0));
        add(combine(after.form.word, combine(size, fromBegin == 0)));
        add(combine(combine(after.form.word, after2.form.word), fromBegin == 0));
        add(combine(end.lists & (heads | people), combine(fromBegin == 0, begin.lists & people)));
        add(combine(end.lists & heads, combine(fromEnd, begin.known != 0)));
        add(combine(begin.lists & (people | kinds), combine(size, place)));
        add(combine(begin.coarse, combine(end.coarse, fromBegin == 0)));
        add(combine(end.fine, fromBegin == 0));
        add(combine(before.coarse, combine(after.coarse, fromBegin == 0)));
        add(combine(before.lowerLists & nouns, combine(after.lowerLists & nouns, fromBegin == 0)));
        add(combine(begin.known, combine(end.known, combine(begin.place, fromBegin == 0))));
        add(combine(begin.relation, combine(end.relation, fromBegin == 0)));
        add(combine(end.head, fromBegin == 0));
        Feature shapes = 0;
        std::uint64_t all = ~std::uint64_t{0};
        bool hasOf = false, hasDigit = false;
        for (std::size_t i = first; i <= last; ++i) {
            shapes = combine(shapes, m_words[i].form.capital * 4u + m_words[i].form.hasDigit * 2u + m_words[i].isConnector);
            all &= m_words[i].lowerLists;
            hasOf = hasOf || m_words[i].lower == "of";
            hasDigit = hasDigit || m_words[i].form.hasDigit;
        }
        add(combine(shapes, place));
        add(combine(size * 8 + (all & bit(Lexicon::common) ? 1 : 0) + hasOf * 2 + hasDigit * 4, combine(setting, fromBegin == 0)));
        if (hasOf) add(combine(begin.form.word, combine(end.known, fromBegin == 0)));
    }
    if (w.inPhrase) {
        id = 7300;
        const std::size_t first = w.phraseFirst, last = w.phraseLast;
        const Word& end = m_words[last];
        const Feature size = std::min<std::size_t>(last - first + 1, 5);
        const Feature place = std::min<std::size_t>(index - first, 2) * 3 + std::min<std::size_t>(last - index, 2);
        const Feature capital = w.form.capital ? 1u : 0u;
        add(combine(combine(size, place), capital));
        add(combine(end.form.word, combine(place, capital)));
        add(combine(end.form.word, capital));
        add(combine(end.form.suffix[2], combine(place, capital)));
        add(combine(end.fine, combine(place, capital)));
        add(combine(end.lowerLists & nouns, combine(place, capital)));
        add(combine(end.known, combine(place, capital)));
        add(combine(end.relation, combine(capital, end.head)));
        add(combine(m_words[first].form.word, combine(place, capital)));
        if (first > 0) add(combine(m_words[first - 1].form.word, combine(place, capital)));
        if (last + 1 < n) add(combine(m_words[last + 1].form.word, combine(place, capital)));
    }
}

} // namespace skein
