// SPDX-License-Identifier: GPL-3.0-or-later
// Digests made by hand, so that the store is tested without a reader.
#pragma once

#include "core/base/sha256.h"
#include "core/store/model.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skein {

inline const std::vector<Relation>& testRelations()
{
    static const std::vector<Relation> relations{{"invested_in", "invested in", "was funded by", false},
                                                 {"leads", "leads", "is led by", false},
                                                 {"competes_with", "competes with", "competes with", true},
                                                 {"released", "released", "was released by", false},
                                                 {"founded_on", "was founded on", "", false}};
    return relations;
}

// Paragraphs are separated by an empty line; a sentence ends with ". " or the paragraph.
class DigestBuilder {
public:
    explicit DigestBuilder(std::string text, std::string name = "a.txt")
    {
        m_digest.source = {text, name, "file:///tmp/" + name, "text/plain"};
        m_digest.id = DocumentId{idBits(sha256(text))};
        m_digest.engine = "test 1";
        m_digest.document.mediaType = "text/plain";
        m_digest.document.encoding = "UTF-8";
        m_digest.document.title = name;
        m_digest.document.text = std::move(text);
        split();
    }

    DigestBuilder& title(std::string title, std::string published = {})
    {
        m_digest.document.title = std::move(title);
        m_digest.document.published = std::move(published);
        return *this;
    }

    // An entity; each place in the text where one of `names` stands is a mention. The first one is its name.
    DigestBuilder& entity(std::string type, std::vector<std::string> names)
    {
        const auto index = m_digest.analysis.entities.size();
        for (const auto& name : names) {
            for (std::size_t at = text().find(name); at != std::string::npos; at = text().find(name, at + 1)) {
                const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())};
                auto& mentions = m_digest.analysis.mentions;
                if (std::ranges::none_of(mentions, [&](const Mention& m) { return m.span.overlaps(span); }))
                    mentions.push_back({span, index, MentionKind::name});
            }
        }
        std::ranges::sort(m_digest.analysis.mentions, {}, &Mention::span);
        Entity entity{names.front(), std::move(type), {names.begin() + 1, names.end()}};
        std::ranges::sort(entity.aliases);
        m_digest.analysis.entities.push_back(std::move(entity));
        return *this;
    }

    // A claim in the sentence where `trigger` stands.
    DigestBuilder& claim(std::string relation, std::size_t subject, std::optional<std::size_t> object,
                         std::string_view trigger, double confidence = 0.9)
    {
        const auto at = text().find(trigger);
        if (at == std::string::npos) throw std::logic_error("no such trigger");
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + trigger.size())};
        Claim claim;
        claim.relation = std::move(relation);
        for (const auto& known : testRelations()) {
            if (known.id != claim.relation) continue;
            claim.label = known.label;
            if (std::ranges::find(m_digest.relations, known.id, &Relation::id) == m_digest.relations.end())
                m_digest.relations.push_back(known);
        }
        if (claim.label.empty()) claim.label = claim.relation;
        claim.subject = subject;
        claim.object = object;
        if (!object) claim.value = std::string(trigger);
        claim.confidence = confidence;
        claim.rule = "test-rule";
        claim.triggers = {span};
        for (const auto& sentence : m_digest.analysis.reading.sentences)
            if (sentence.span.contains(span)) claim.quote = sentence.span;
        m_digest.analysis.claims.push_back(std::move(claim));
        return *this;
    }

    // An open proposition, each part where its words first stand from `sentence` on.
    DigestBuilder& proposition(std::string_view sentence, std::string_view subject, std::string_view predicate,
                               const std::vector<std::string_view>& objects, double confidence = 0.8)
    {
        const auto from = text().find(sentence);
        if (from == std::string::npos) throw std::logic_error("no such sentence");
        const auto find = [&](std::string_view words) {
            const auto at = text().find(words, from);
            if (at == std::string::npos) throw std::logic_error("no such words");
            return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
        };
        Proposition proposition{find(subject), find(predicate), {}, confidence};
        for (const auto object : objects) proposition.objects.push_back(find(object));
        m_digest.analysis.propositions.push_back(std::move(proposition));
        return *this;
    }

    Claim& lastClaim() { return m_digest.analysis.claims.back(); }
    Digest& get() { return m_digest; }
    operator Digest() const { return m_digest; }

private:
    const std::string& text() const { return m_digest.document.text; }

    void split()
    {
        for (std::size_t begin = 0; begin < text().size();) {
            const auto end = std::min(text().find("\n\n", begin), text().size());
            m_digest.document.blocks.push_back(
                {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, BlockKind::paragraph, 0});
            for (std::size_t from = begin; from < end;) {
                // Not beyond the paragraph: a long text without full stops would be searched over and over.
                const auto stop = std::string_view(text()).substr(from, end - from).find(". ");
                const auto to = stop == std::string_view::npos ? end : from + stop + 1;
                m_digest.analysis.reading.sentences.push_back(
                    {{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}, 0, 0});
                from = to < end ? to + 1 : end;
            }
            begin = end + 2;
        }
    }

    Digest m_digest{.id = DocumentId{0}};
};

} // namespace skein
