// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/lemmatizer.h"

#include "core/text/characters.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>

namespace skein {
namespace {

std::uint32_t keyOf(Feature feature) { return static_cast<std::uint32_t>(feature >> 32) | 1u; }

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

} // namespace

LemmaEdit lemmaEdit(std::string_view form, std::string_view lemma, bool isLowered)
{
    const std::string base = isLowered ? lowered(form) : std::string(form);
    std::size_t same = 0;
    while (same < base.size() && same < lemma.size() && base[same] == lemma[same]) ++same;
    while (same > 0 && ((same < base.size() && isContinuation(base[same])) ||
                        (same < lemma.size() && isContinuation(lemma[same]))))
        --same;
    return {isLowered, static_cast<std::uint8_t>(std::min<std::size_t>(base.size() - same, 255)),
            std::string(lemma.substr(same))};
}

std::string applied(const LemmaEdit& edit, std::string_view form)
{
    std::string word = edit.isLowered ? lowered(form) : std::string(form);
    if (edit.cut > word.size()) return word;
    const std::size_t keep = word.size() - edit.cut;
    if (keep < word.size() && isContinuation(word[keep])) return word;
    word.resize(keep);
    word += edit.tail;
    return word.empty() ? std::string(form) : word;
}

void lemmaKeys(const Form& form, std::string_view tagName, Feature* out)
{
    const Feature tag = hashOf(tagName);
    out[0] = combine(combine(tag, 7), form.word);
    for (std::size_t i = 0; i < form.suffix.size(); ++i)
        out[1 + i] = form.suffix[4 - i] ? combine(combine(tag, 8), form.suffix[4 - i]) : 0;
    out[6] = combine(tag, 9);
}

std::string Lemmatizer::bytesOf(const std::vector<std::pair<Feature, LemmaEdit>>& entries)
{
    std::map<LemmaEdit, std::uint16_t> numbers;
    for (const auto& [key, edit] : entries) numbers.emplace(edit, 0);
    std::string edits;
    std::uint16_t next = 0;
    for (auto& [edit, number] : numbers) {
        number = next++;
        edits += edit.isLowered ? 'l' : 'k';
        edits += static_cast<char>(edit.cut);
        edits += static_cast<char>(edit.tail.size());
        edits += edit.tail;
    }
    auto sorted = entries;
    std::ranges::sort(sorted);
    const auto slots = static_cast<std::uint32_t>(std::bit_ceil(std::max<std::size_t>(entries.size() * 3 / 2, 16)));
    std::vector<std::uint32_t> keys(slots, 0);
    std::vector<std::uint16_t> values(slots, 0);
    for (const auto& [key, edit] : sorted) {
        std::uint32_t slot = static_cast<std::uint32_t>(key) & (slots - 1);
        while (keys[slot] != 0 && keys[slot] != keyOf(key)) slot = (slot + 1) & (slots - 1);
        keys[slot] = keyOf(key);
        values[slot] = numbers.at(edit);
    }
    std::string out(8, '\0');
    const auto editSize = static_cast<std::uint32_t>((edits.size() + 3) / 4 * 4);
    std::memcpy(out.data(), &slots, 4);
    std::memcpy(out.data() + 4, &editSize, 4);
    out.append(reinterpret_cast<const char*>(keys.data()), keys.size() * 4);
    out.append(reinterpret_cast<const char*>(values.data()), values.size() * 2);
    edits.resize(editSize, '\0');
    return out + edits;
}

Result<Lemmatizer> Lemmatizer::open(std::string_view bytes)
{
    const auto damaged = [] { return fail(Errc::corrupt, "the table of lemmas has the wrong size"); };
    std::uint32_t slots = 0;
    std::uint32_t editSize = 0;
    if (bytes.size() < 8) return damaged();
    std::memcpy(&slots, bytes.data(), 4);
    std::memcpy(&editSize, bytes.data() + 4, 4);
    if (!std::has_single_bit(slots) || slots > (1u << 26) || bytes.size() != 8 + std::size_t{slots} * 6 + editSize)
        return damaged();
    Lemmatizer result;
    result.m_keys = {reinterpret_cast<const std::uint32_t*>(bytes.data() + 8), slots};
    result.m_values = {reinterpret_cast<const std::uint16_t*>(bytes.data() + 8 + std::size_t{slots} * 4), slots};
    const std::string_view edits = bytes.substr(8 + std::size_t{slots} * 6);
    for (std::size_t at = 0; at + 3 <= edits.size() && edits[at] != '\0';) {
        const std::size_t size = static_cast<unsigned char>(edits[at + 2]);
        if (size > edits.size() - at - 3) return damaged();
        result.m_edits.push_back(
            {edits[at] == 'l', static_cast<std::uint8_t>(edits[at + 1]), std::string(edits.substr(at + 3, size))});
        at += 3 + size;
    }
    bool hasEmpty = false;
    for (std::uint32_t i = 0; i < slots; ++i) {
        hasEmpty = hasEmpty || result.m_keys[i] == 0;
        if (result.m_keys[i] != 0 && result.m_values[i] >= result.m_edits.size()) return damaged();
    }
    if (!hasEmpty) return damaged();
    return result;
}

std::string Lemmatizer::lemma(std::string_view word, const Form& form, std::string_view tagName) const
{
    Feature keys[lemmaKeyCount];
    lemmaKeys(form, tagName, keys);
    const std::uint32_t mask = static_cast<std::uint32_t>(m_keys.size()) - 1;
    for (const Feature feature : keys) {
        if (feature == 0) continue;
        std::uint32_t slot = static_cast<std::uint32_t>(feature) & mask;
        while (m_keys[slot] != 0 && m_keys[slot] != keyOf(feature)) slot = (slot + 1) & mask;
        if (m_keys[slot] == 0) continue;
        const auto& edit = m_edits[m_values[slot]];
        // An ending learnt on longer words must not eat a short one.
        if (edit.cut >= word.size() && feature != keys[0]) continue;
        return applied(edit, word);
    }
    return lowered(word);
}

} // namespace skein
