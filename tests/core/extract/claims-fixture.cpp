// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/extract/claims-fixture.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iostream>

namespace skein::testing {
namespace {

[[noreturn]] void stop(const Error& error)
{
    std::cerr << error.detail << '\n';
    std::abort();
}

bool isWordByte(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0xc3;
}

std::size_t characterSize(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

// Words with inner hyphens, apostrophes and full stops; "'s" and punctuation stand alone; no model.
void tokenize(Marked& marked)
{
    const std::string& text = marked.document.text;
    std::uint32_t first = 0;
    const auto endSentence = [&] {
        const auto last = static_cast<std::uint32_t>(marked.reading.tokens.size());
        if (last > first)
            marked.reading.sentences.push_back(
                {{marked.reading.tokens[first].span.begin, marked.reading.tokens[last - 1].span.end}, first, last});
        first = last;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\n') {
            if (text[at] == '\n') endSentence();
            ++at;
            continue;
        }
        std::size_t end = at + characterSize(text, at);
        const std::string_view rest = std::string_view(text).substr(at);
        if (rest.starts_with("'s") || rest.starts_with("’s")) {
            end = at + (rest[0] == '\'' ? 2 : 4);
        } else if (isWordByte(text[at])) {
            while (end < text.size() && !std::string_view(text).substr(end).starts_with("'s") &&
                   (isWordByte(text[end]) || (text[end] == '-' && end + 1 < text.size() && isWordByte(text[end + 1])) ||
                    ((text[end] == '.' || text[end] == ',' || text[end] == '\'') && end + 1 < text.size() &&
                     isWordByte(text[end + 1]) &&
                     (text[end] != ',' || std::isdigit(static_cast<unsigned char>(text[end + 1])) != 0))))
                ++end;
        }
        marked.reading.tokens.push_back(
            {.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, .lemma = {}});
        const std::string_view token = std::string_view(text).substr(at, end - at);
        at = end;
        const std::string_view next = std::string_view(text).substr(at);
        if ((token == "." || token == "?" || token == "!") && !next.starts_with("\"") && !next.starts_with("”"))
            endSentence();
        else if ((token == "\"" || token == "”") && marked.reading.tokens.size() > first + 1) {
            const Span before = marked.reading.tokens[marked.reading.tokens.size() - 2].span;
            if (std::string_view(".?!").contains(text[before.begin]) && before.size() == 1) endSentence();
        }
    }
    endSentence();
}

} // namespace

Marked readMarked(std::string_view source, BlockKind kind)
{
    Marked marked;
    std::string& text = marked.document.text;
    while (!source.empty()) {
        const char open = source.front();
        if (open != '[' && open != '<') {
            text += open;
            source.remove_prefix(1);
            continue;
        }
        const std::size_t bar = source.find('|');
        const std::size_t close = source.find(open == '[' ? ']' : '>');
        const std::string words(source.substr(1, bar - 1));
        const std::string about(source.substr(bar + 1, close - bar - 1));
        source.remove_prefix(close + 1);
        const Span span{static_cast<std::uint32_t>(text.size()),
                        static_cast<std::uint32_t>(text.size() + words.size())};
        text += words;
        if (open == '<') {
            marked.times.push_back({span, "date", about});
            continue;
        }
        std::vector<Entity>& entities = marked.names.entities;
        const std::string name = about.starts_with('=') ? about.substr(1) : words;
        auto entity = std::ranges::find(entities, name, &Entity::name);
        if (entity == entities.end()) {
            entities.push_back({name, about, {}});
            entity = entities.end() - 1;
        }
        const bool isName = std::isupper(static_cast<unsigned char>(words[0])) != 0 && words != "He" &&
                            words != "She" && words != "It" && words != "They" && !words.starts_with("The ");
        const bool isPronoun = words.find(' ') == std::string::npos;
        marked.names.mentions.push_back({span, static_cast<std::size_t>(entity - entities.begin()),
                                         isName      ? MentionKind::name
                                         : isPronoun ? MentionKind::pronoun
                                                     : MentionKind::nominal});
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at)
            marked.document.blocks.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, kind});
        at = end + 1;
    }
    tokenize(marked);
    return marked;
}

const Ontology& ontology()
{
    static const Ontology loaded = [] {
        Result<Ontology> result = Ontology::load(SKEIN_SOURCE_DIR "/resources/ontology/ontology.json");
        if (!result) stop(result.error());
        return std::move(*result);
    }();
    return loaded;
}

const Patterns& patterns()
{
    static const Patterns loaded = [] {
        Result<Patterns> result = Patterns::load(SKEIN_SOURCE_DIR "/resources/patterns", ontology());
        if (!result) stop(result.error());
        return std::move(*result);
    }();
    return loaded;
}

std::vector<Claim> claimsIn(const Marked& marked)
{
    return findClaims(marked.document, marked.reading, marked.names, marked.times, {ontology(), patterns()});
}

std::vector<std::string> claimsOf(std::string_view source, BlockKind kind)
{
    const Marked marked = readMarked(source, kind);
    std::vector<std::string> lines;
    for (const Claim& claim : claimsIn(marked)) {
        const auto name = [&](std::size_t entity) { return marked.names.entities[entity].name; };
        std::string line = claim.relation + "(" + name(claim.subject) + ", " +
                           (claim.object ? name(*claim.object) : "=" + claim.value) + ")";
        if (claim.polarity == Polarity::denied) line += " not";
        if (claim.modality != Modality::fact)
            line += claim.modality == Modality::planned    ? " planned"
                    : claim.modality == Modality::possible ? " possible"
                                                           : " reported";
        if (claim.speaker) line += " by " + name(*claim.speaker);
        if (!claim.time.empty()) line += " @" + claim.time;
        for (const Qualifier& qualifier : claim.qualifiers) {
            if (qualifier.name != "statement") line += " " + qualifier.name + ":" + qualifier.value;
        }
        lines.push_back(line);
    }
    return lines;
}

} // namespace skein::testing
