// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/taught-names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace skein {
namespace {

// The parts of words: ASCII letters and digits, and all that is not ASCII but typographic marks (U+2000 … U+206F).
bool isWordByte(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        --at;
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    return !(lead == 0xE2 && (second == 0x80 || second == 0x81)) && !(lead == 0xC2 && second < 0xC0);
}

std::size_t wordEnd(std::string_view text, std::size_t at)
{
    while (at < text.size() && isWordByte(text, at))
        ++at;
    return at;
}

// One past the end of `words` at this place of the text, where a space stands for any white space inside a paragraph
// and a straight apostrophe for a curly one; absent when they do not stand there.
std::optional<std::size_t> matchAt(std::string_view text, std::size_t at, std::string_view words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == ' ') {
            const std::size_t begin = at;
            while (at < text.size() && (text[at] == ' ' || text[at] == '\n'))
                ++at;
            if (at == begin || std::ranges::count(text.substr(begin, at - begin), '\n') > 1) return std::nullopt;
        } else if (words[i] == '\'' && text.substr(at).starts_with("’")) {
            at += 3;
        } else if (at < text.size() && text[at] == words[i]) {
            ++at;
        } else {
            return std::nullopt;
        }
    }
    return at;
}

std::string surface(std::string_view words)
{
    std::string result;
    for (const char c : words) {
        if (c != '\n' && c != ' ') result += c;
        else if (!result.empty() && result.back() != ' ') result += ' ';
    }
    return result;
}

} // namespace

void TaughtNames::add(std::string type, std::vector<std::string> forms)
{
    for (const std::string& form : forms) {
        addForm(form, m_names.size());
        m_byForm.emplace(form, m_names.size());
    }
    m_names.push_back({std::move(type), std::move(forms)});
}

void TaughtNames::ignore(std::string words)
{
    m_ignored.insert(std::ranges::lower_bound(m_ignored, words), words);
}

void TaughtNames::addForm(std::string words, std::size_t name)
{
    std::size_t lead = 0;
    while (!isWordByte(words, lead))
        ++lead;
    auto& forms = m_byWord[words.substr(lead, wordEnd(words, lead) - lead)];
    const auto place = std::ranges::upper_bound(forms, words.size(), std::ranges::greater(), [](const Form& f) { return f.words.size(); });
    forms.insert(place, {std::move(words), static_cast<std::uint32_t>(lead), name});
}

// Left to right, without overlaps; each on the edges of words and inside one sentence.
std::vector<TaughtNames::Found> TaughtNames::find(std::string_view text, const Reading& reading) const
{
    std::vector<Found> found;
    std::size_t sentence = 0;
    std::size_t last = 0; // the end of what was found
    for (std::size_t at = 0; at < text.size();) {
        if (!isWordByte(text, at)) {
            ++at;
            continue;
        }
        const std::size_t end = wordEnd(text, at);
        const auto forms = m_byWord.find(text.substr(at, end - at));
        std::size_t next = end;
        if (forms != m_byWord.end()) {
            while (sentence < reading.sentences.size() && reading.sentences[sentence].span.end <= at)
                ++sentence;
            for (const Form& form : forms->second) {
                if (at < last + form.lead) continue;
                const std::size_t begin = at - form.lead;
                const auto stop = matchAt(text, begin, form.words);
                if (!stop || (*stop < text.size() && isWordByte(text, *stop) && isWordByte(text, *stop - 1))) continue;
                const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(*stop)};
                if (sentence == reading.sentences.size() || !reading.sentences[sentence].span.contains(span)) continue;
                found.push_back({span, form.name, !form.words.contains(' ')});
                next = last = *stop;
                break;
            }
        }
        at = std::max(next, end);
    }
    return found;
}

void TaughtNames::apply(const Document& document, const Reading& reading, NameReading& names) const
{
    if (isEmpty()) return;
    const std::string_view text = document.text;
    std::vector<Found> found = find(text, reading);
    std::erase_if(found, [&](const Found& one) {
        return one.isSingle && std::ranges::any_of(names.mentions, [&](const Mention& mention) {
                   return mention.span != one.span && mention.span.contains(one.span);
               });
    });

    // Who is meant: an entity that was found (by its index) or a taught name (behind them).
    const std::size_t before = names.entities.size();
    std::vector<std::size_t> becomes(before);
    for (std::size_t e = 0; e < before; ++e) {
        const auto taught = m_byForm.find(names.entities[e].name);
        becomes[e] = taught == m_byForm.end() ? e : before + taught->second;
    }
    std::vector<Mention> mentions;
    std::vector<bool> isTouched(before, false);
    std::size_t next = 0;
    for (const Mention& mention : names.mentions) {
        while (next < found.size() && found[next].span.end <= mention.span.begin)
            ++next;
        const bool isCovered = next < found.size() && found[next].span.overlaps(mention.span);
        if (isCovered || std::ranges::binary_search(m_ignored, surface(textOf(text, mention.span))))
            isTouched[mention.entity] = true;
        else
            mentions.push_back({mention.span, becomes[mention.entity], mention.kind});
    }
    for (const Found& one : found)
        mentions.push_back({one.span, before + one.name, MentionKind::name});
    std::ranges::stable_sort(mentions, {}, &Mention::span);

    std::map<std::size_t, std::size_t> newIndex; // in the order of first mentions
    std::vector<std::set<std::string>> surfaces;
    NameReading result;
    for (Mention& mention : mentions) {
        const auto [place, isNew] = newIndex.try_emplace(mention.entity, result.entities.size());
        if (isNew) {
            const bool isTaught = mention.entity >= before;
            const Name* name = isTaught ? &m_names[mention.entity - before] : nullptr;
            result.entities.push_back(isTaught ? Entity{name->forms.front(), name->type, {}}
                                               : std::move(names.entities[mention.entity]));
            surfaces.emplace_back();
        }
        surfaces[place->second].insert(surface(textOf(text, mention.span)));
        mention.entity = place->second;
        result.mentions.push_back(mention);
    }
    for (const auto& [old, entity] : newIndex) {
        Entity& named = result.entities[entity];
        if (old < before && !isTouched[old]) continue;
        if (old < before && !surfaces[entity].contains(named.name))
            named.name = *std::ranges::max_element(surfaces[entity], {}, &std::string::size);
        surfaces[entity].erase(named.name);
        named.aliases.assign(surfaces[entity].begin(), surfaces[entity].end());
    }
    names = std::move(result);
}

} // namespace skein
