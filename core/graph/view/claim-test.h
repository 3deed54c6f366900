// SPDX-License-Identifier: GPL-3.0-or-later
// A filter made ready for one graph: which of its conditions a claim fails. For seen.cpp and counts.cpp.
#pragma once

#include "core/graph/view/view.h"

#include <cstdint>
#include <vector>

namespace skein {

class ClaimTest {
public:
    enum Condition : std::uint8_t { type = 1, relation = 2, source = 4, days = 8, confidence = 16 };

    ClaimTest(const Graph& graph, const Filter& filter);

    bool hasType(std::uint32_t node) const { return m_isTypeOut.empty() || !m_isTypeOut[node]; }
    // The conditions that the edge itself fails.
    std::uint8_t failsOf(const GraphEdge& edge) const
    {
        std::uint8_t fails = m_isRelationOut[edge.relation] ? relation : 0;
        if (!m_isTypeOut.empty() && (m_isTypeOut[edge.source] || m_isTypeOut[edge.target]))
            fails |= type;
        return fails;
    }
    // The conditions that a claim fails, besides its edge's.
    std::uint8_t failsOf(const GraphEvidence& claim) const
    {
        std::uint8_t fails = m_isSourceOut.empty() || !m_isSourceOut[claim.document] ? 0 : source;
        if (m_filter.days && !(claim.isDated() && claim.when.meets(*m_filter.days)))
            fails |= days;
        if (claim.confidence < m_filter.leastConfidence)
            fails |= confidence;
        return fails;
    }
    std::uint32_t leastSources() const { return m_filter.leastSources; }

    // Calls visit(claim, fails) for each claim of an edge; an edge without evidence gives one, of noDocument, that stands for
    // all of its claims.
    template <typename Visit>
    void eachClaim(const Graph& graph, const GraphEdge& edge, Visit visit) const
    {
        const std::uint8_t own = failsOf(edge);
        const auto evidence = graph.evidenceOf(edge);
        if (evidence.empty()) {
            const bool isLow = edge.confidence < m_filter.leastConfidence;
            const auto fails = static_cast<std::uint8_t>(own | (m_filter.days ? days : 0) | (isLow ? confidence : 0));
            visit(GraphEvidence{.document = noDocument, .confidence = edge.confidence}, fails);
        }
        for (const GraphEvidence& claim : evidence)
            visit(claim, static_cast<std::uint8_t>(own | failsOf(claim)));
    }

    static constexpr std::uint32_t noDocument = ~0U;

private:
    const Filter& m_filter;
    std::vector<bool> m_isTypeOut;     // beside nodes; empty: none is
    std::vector<bool> m_isRelationOut; // beside relations
    std::vector<bool> m_isSourceOut;   // beside documents; empty: none is
};

// Counts the documents of claims that come by document, of one edge.
class DocumentCount {
public:
    void take(const GraphEvidence& claim, const GraphEdge& edge)
    {
        if (claim.document == ClaimTest::noDocument)
            m_count = edge.documents;
        else if (m_count == 0 || claim.document != m_last)
            ++m_count;
        m_last = claim.document;
    }
    std::uint32_t count() const { return m_count; }

private:
    std::uint32_t m_count = 0;
    std::uint32_t m_last = 0;
};

} // namespace skein
