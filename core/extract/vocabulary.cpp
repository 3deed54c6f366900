// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/vocabulary.h"

#include <algorithm>

namespace skein {
namespace {

bool isVowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool endsWithAny(std::string_view word, std::initializer_list<std::string_view> endings)
{
    return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

// Spelling of regular verbs: "carry" – "carries", "carried"; "close" – "closed", "closing".
std::string third(std::string_view lemma)
{
    std::string word(lemma);
    if (word.size() > 1 && word.back() == 'y' && !isVowel(word[word.size() - 2]))
        return word.substr(0, word.size() - 1) + "ies";
    return word + (endsWithAny(word, {"s", "x", "z", "ch", "sh", "o"}) ? "es" : "s");
}

std::string past(std::string_view lemma)
{
    std::string word(lemma);
    if (word.back() == 'e') return word + "d";
    if (word.size() > 1 && word.back() == 'y' && !isVowel(word[word.size() - 2]))
        return word.substr(0, word.size() - 1) + "ied";
    return word + "ed";
}

std::string ing(std::string_view lemma)
{
    std::string word(lemma);
    if (word.size() > 2 && word.back() == 'e' && !endsWithAny(word, {"ee", "oe", "ye"})) word.pop_back();
    return word + "ing";
}

} // namespace

WordId Vocabulary::add(std::string_view word)
{
    auto [at, isNew] = m_ids.try_emplace(std::string(word), static_cast<WordId>(m_words.size()));
    if (isNew) m_words.emplace_back();
    return at->second;
}

void Vocabulary::addClass(WordId word, WordClass wordClass)
{
    m_words[word].classes |= static_cast<std::uint32_t>(wordClass);
}

void Vocabulary::addClass(WordId verb, VerbClass verbClass)
{
    m_words[verb].verbClasses |= static_cast<std::uint8_t>(verbClass);
}

WordId Vocabulary::addVerb(std::string_view lemma)
{
    if (WordId id = find(lemma); id != 0 && m_words[id].isVerb) return id;
    return addVerb(lemma, third(lemma), past(lemma), past(lemma), ing(lemma));
}

WordId Vocabulary::addVerb(std::string_view lemma, std::string_view thirds, std::string_view pasts,
                           std::string_view participles, std::string_view ings)
{
    const WordId id = add(lemma);
    m_words[id].isVerb = true;
    addForm(id, lemma, baseForm);
    addForm(id, thirds, thirdForm);
    addForm(id, pasts, pastForm);
    addForm(id, participles, participleForm);
    addForm(id, ings, ingForm);
    return id;
}

void Vocabulary::addForm(WordId lemma, std::string_view forms, VerbForm form)
{
    while (!forms.empty()) {
        const std::size_t slash = std::min(forms.find('/'), forms.size());
        std::vector<VerbReading>& readings = m_words[add(forms.substr(0, slash))].readings;
        auto same = std::ranges::find(readings, lemma, &VerbReading::lemma);
        if (same == readings.end())
            readings.push_back({lemma, form});
        else
            same->forms |= form;
        forms.remove_prefix(std::min(slash + 1, forms.size()));
    }
}

void Vocabulary::addTheme(std::string_view lemma, std::size_t theme)
{
    m_themes[std::string(lemma)] |= std::uint32_t{1} << theme;
}

std::uint32_t Vocabulary::themes(std::string_view lemma) const
{
    const auto at = m_themes.find(lemma);
    return at == m_themes.end() ? 0 : at->second;
}

void Vocabulary::addSpeaking(std::string_view relation, std::uint32_t themes)
{
    m_speaks[std::string(relation)] |= themes;
}

std::uint32_t Vocabulary::speaks(std::string_view relation) const
{
    const auto at = m_speaks.find(relation);
    return at == m_speaks.end() ? 0 : at->second;
}

WordId Vocabulary::find(std::string_view word) const
{
    auto at = m_ids.find(word);
    return at == m_ids.end() ? 0 : at->second;
}

const std::vector<VerbReading>& Vocabulary::readings(WordId word) const
{
    return m_words[word < m_words.size() ? word : 0].readings;
}

} // namespace skein
