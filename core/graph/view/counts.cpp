// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/view/claim-test.h"
#include "core/graph/view/seen.h"

#include <chrono>
#include <map>
#include <string_view>

namespace skein {

namespace {

constexpr std::size_t mostBars = 48;

using Days = std::chrono::sys_days;

Days dayOf(std::int32_t number) { return Days(std::chrono::days(number)); }
std::int32_t numberOf(Days day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

// The first days of bars that hold `first` to `last` and the day after: whole days, weeks, months, quarters, or years; the
// finest that give no more than `mostBars`.
std::vector<std::int32_t> barsOver(std::int32_t first, std::int32_t last)
{
    using namespace std::chrono;
    const std::int32_t span = last - first + 1;
    std::vector<std::int32_t> bars;
    for (const std::int32_t width : {1, 7}) {
        if (span > width * static_cast<std::int32_t>(mostBars) - width)
            continue;
        const std::int32_t begin = width == 1 ? first : first - static_cast<std::int32_t>(weekday(dayOf(first)).iso_encoding()) + 1;
        for (bars = {begin}; bars.back() <= last;)
            bars.push_back(bars.back() + width);
        return bars;
    }
    const year_month_day begin{dayOf(first)};
    for (const int width : {1, 3, 12, 24, 60, 120, 240, 600, 1200}) { // months
        const int month0 = static_cast<int>(static_cast<unsigned>(begin.month())) - 1;
        year_month at = width < 12 ? begin.year() / month(static_cast<unsigned>(month0 / width * width + 1))
                                   : year(static_cast<int>(begin.year()) / (width / 12) * (width / 12)) / January;
        bars = {numberOf(at / 1)};
        while (bars.back() <= last && bars.size() <= mostBars + 1) {
            at += months(width);
            bars.push_back(numberOf(at / 1));
        }
        if (bars.size() <= mostBars + 1)
            break;
    }
    return bars;
}

// Bars over where the claims are, but for the outermost hundredth on either side.
Timeline timelineOver(const Graph& graph)
{
    Timeline timeline;
    std::vector<std::int32_t> firsts;
    for (const GraphEvidence& claim : graph.evidence) {
        if (claim.isDated())
            firsts.push_back(claim.when.first);
    }
    if (firsts.empty())
        return timeline;
    const std::size_t low = firsts.size() / 100;
    const std::size_t high = firsts.size() - 1 - low;
    std::ranges::nth_element(firsts, firsts.begin() + static_cast<std::ptrdiff_t>(low));
    const std::int32_t first = firsts[low];
    std::ranges::nth_element(firsts, firsts.begin() + static_cast<std::ptrdiff_t>(high));
    timeline.days = barsOver(first, firsts[high]);
    timeline.claims.assign(timeline.days.size() - 1, 0);
    return timeline;
}

void take(Timeline& timeline, const GraphEvidence& claim)
{
    if (!claim.isDated() || timeline.claims.empty()) {
        ++timeline.undated;
        return;
    }
    const auto barOf = [&](std::int32_t day) {
        const auto after = std::ranges::upper_bound(timeline.days.begin(), timeline.days.end() - 1, day);
        return std::max<std::ptrdiff_t>(after - timeline.days.begin() - 1, 0);
    };
    for (auto bar = barOf(claim.when.first); bar <= barOf(claim.when.last); ++bar)
        ++timeline.claims[static_cast<std::size_t>(bar)];
}

} // namespace

FilterCounts countsIn(const Graph& graph, const Filter& filter)
{
    const ClaimTest test(graph, filter);
    FilterCounts counts;
    counts.relations.assign(graph.relations.size(), 0);
    counts.documents.assign(graph.documents.size(), 0);
    counts.timeline = timelineOver(graph);
    std::vector<bool> isNodeIn(graph.nodes.size(), !filter.asksOfClaims());
    const auto isAll = [](std::uint8_t fails, std::uint8_t but) { return (fails & ~but) == 0; };
    for (const GraphEdge& edge : graph.edges) {
        // Documents among the claims that meet all conditions but one.
        DocumentCount butNone, butType, butRelation, butSource, butDays, butConfidence;
        float best = -1; // confidence among the claims that meet all else
        test.eachClaim(graph, edge, [&](const GraphEvidence& claim, std::uint8_t fails) {
            const auto takeIf = [&](std::uint8_t but, DocumentCount& into) {
                if (isAll(fails, but))
                    into.take(claim, edge);
            };
            takeIf(0, butNone);
            takeIf(ClaimTest::type, butType);
            takeIf(ClaimTest::relation, butRelation);
            takeIf(ClaimTest::source, butSource);
            takeIf(ClaimTest::days, butDays);
            takeIf(ClaimTest::confidence, butConfidence);
            if (isAll(fails, ClaimTest::confidence))
                best = std::max(best, claim.confidence);
        });
        const auto isEnough = [&](const DocumentCount& count) { return count.count() >= std::max(1U, test.leastSources()); };
        counts.edges += isEnough(butNone) ? 1 : 0;
        counts.relations[edge.relation] += isEnough(butRelation) ? 1 : 0;
        if (isEnough(butType))
            isNodeIn[edge.source] = isNodeIn[edge.target] = true;
        for (std::uint32_t n = 0; n < counts.sources.size() && n <= butNone.count(); ++n)
            ++counts.sources[n];
        if (isEnough(butConfidence)) {
            for (std::size_t n = 0; n < counts.confidence.size(); ++n)
                counts.confidence[n] += best >= static_cast<float>(n) / FilterCounts::confidenceSteps ? 1 : 0;
        }
        test.eachClaim(graph, edge, [&](const GraphEvidence& claim, std::uint8_t fails) {
            if (claim.document == ClaimTest::noDocument)
                return;
            if (isAll(fails, ClaimTest::source) && isEnough(butSource))
                ++counts.documents[claim.document];
            if (isAll(fails, ClaimTest::days) && isEnough(butDays))
                take(counts.timeline, claim);
        });
    }
    std::map<std::string_view, std::uint32_t> types;
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
        types[graph.nodes[i].type] += isNodeIn[i] ? 1 : 0;
    for (const auto& [type, count] : types)
        counts.types.emplace_back(type, count);
    return counts;
}

} // namespace skein
