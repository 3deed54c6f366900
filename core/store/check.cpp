// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/store/documents.h"

#include <string>

namespace skein::store {
namespace {

// Collects the first thing that is wrong.
class Checker {
public:
    explicit Checker(const Digest& digest) : m_digest(digest) {}

    void require(bool holds, const char* what)
    {
        if (!holds && m_trouble.empty()) m_trouble = what;
    }
    void span(Span span, const char* what)
    {
        const auto& text = m_digest.document.text;
        require(span.begin < span.end && span.end <= text.size() && isBoundary(span.begin) && isBoundary(span.end), what);
    }
    void entity(std::size_t index, const char* what) { require(index < m_digest.analysis.entities.size(), what); }

    Result<void> result() const
    {
        if (m_trouble.empty()) return {};
        return fail(Errc::internal, "the reading of " + m_digest.source.name + " is inconsistent: " + m_trouble);
    }

private:
    bool isBoundary(std::uint32_t at) const
    {
        const auto& text = m_digest.document.text;
        return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    }

    const Digest& m_digest;
    std::string m_trouble;
};

} // namespace

Result<void> check(const Digest& digest)
{
    Checker checker(digest);
    checker.require(DocumentId{idBits(sha256(digest.source.bytes))} == digest.id, "its id is not made from its bytes");
    checker.require(isUtf8(digest.document.text), "its text is not UTF-8");
    Span last{0, 0};
    for (const auto& block : digest.document.blocks) {
        checker.span(block.span, "a block is not in the text");
        checker.require(block.span.begin >= last.end, "blocks overlap or are out of order");
        last = block.span;
    }
    last = {0, 0};
    for (const auto& sentence : digest.analysis.reading.sentences) {
        checker.span(sentence.span, "a sentence is not in the text");
        checker.require(sentence.span.begin >= last.end, "sentences overlap or are out of order");
        last = sentence.span;
    }
    for (const auto& entity : digest.analysis.entities)
        checker.require(!entity.name.empty() && !entity.type.empty(), "an entity has no name or no type");
    for (const auto& mention : digest.analysis.mentions) {
        checker.span(mention.span, "a mention is not in the text");
        checker.entity(mention.entity, "a mention of no entity");
    }
    for (const auto& time : digest.analysis.times) checker.span(time.span, "a time is not in the text");
    for (const auto& claim : digest.analysis.claims) {
        checker.span(claim.quote, "a quote is not in the text");
        checker.entity(claim.subject, "a claim about no entity");
        if (claim.object) checker.entity(*claim.object, "a claim that leads to no entity");
        else checker.require(!claim.value.empty(), "a claim with neither object nor value");
        if (claim.speaker) checker.entity(*claim.speaker, "a claim that nobody made");
        checker.require(claim.confidence >= 0 && claim.confidence <= 1, "a confidence that is no probability");
        for (const auto trigger : claim.triggers) {
            checker.span(trigger, "a trigger is not in the text");
            checker.require(claim.quote.contains(trigger), "a trigger is not in its quote");
        }
    }
    for (const auto& proposition : digest.analysis.propositions) {
        checker.span(proposition.subject, "a subject is not in the text");
        checker.span(proposition.predicate, "a predicate is not in the text");
        for (const auto object : proposition.objects) checker.span(object, "an object is not in the text");
    }
    return checker.result();
}

} // namespace skein::store
