// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/timeline.h"

#include "core/graph/appearance.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>
#include <numeric>

namespace skein {

namespace {

constexpr float betweenLanes = 26;
constexpr float besideEachOther = 6;
constexpr float undatedGap = 60;
constexpr double shareOfTime = 0.35; // how much of the axis is even time; the rest is even in nodes
constexpr float tickDistance = 90;

// Where days stand on an axis from 0 to 1.
class Axis {
public:
    explicit Axis(std::vector<std::int32_t> days) : m_days(std::move(days))
    {
        std::sort(m_days.begin(), m_days.end());
    }
    bool isEmpty() const { return m_days.empty(); }
    double at(std::int32_t day) const
    {
        const double span = m_days.back() - m_days.front();
        if (span == 0)
            return 0.5;
        const auto low = std::lower_bound(m_days.begin(), m_days.end(), day) - m_days.begin();
        const auto high = std::upper_bound(m_days.begin(), m_days.end(), day) - m_days.begin();
        const double rank = static_cast<double>(low + high) / 2 / static_cast<double>(m_days.size());
        return shareOfTime * (day - m_days.front()) / span + (1 - shareOfTime) * rank;
    }
    std::int32_t first() const { return m_days.front(); }
    std::int32_t last() const { return m_days.back(); }
    const std::vector<std::int32_t>& days() const { return m_days; }

private:
    std::vector<std::int32_t> m_days; // one for each dated node
};

std::chrono::year_month_day dateOf(std::int32_t day)
{
    return std::chrono::sys_days(std::chrono::days(day));
}

std::string labelOf(std::int32_t day, bool hasMonth, bool hasDay)
{
    const auto date = dateOf(day);
    char text[32];
    if (hasDay)
        std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
    else if (hasMonth)
        std::snprintf(text, sizeof text, "%04d-%02u", int(date.year()), unsigned(date.month()));
    else
        std::snprintf(text, sizeof text, "%04d", int(date.year()));
    return text;
}

// 0 … count − 1: the ends, then the middle, then the middles of what is left between. The first few are spread evenly.
std::vector<std::size_t> outsideIn(std::size_t count)
{
    std::vector<std::size_t> order;
    if (count > 0)
        order.push_back(0);
    if (count > 1)
        order.push_back(count - 1);
    std::vector<std::pair<std::size_t, std::size_t>> between{{0, count > 1 ? count - 1 : 0}};
    for (std::size_t i = 0; i < between.size(); ++i) {
        const auto [low, high] = between[i];
        if (high - low < 2)
            continue;
        const std::size_t middle = (low + high) / 2;
        order.push_back(middle);
        between.emplace_back(low, middle);
        between.emplace_back(middle, high);
    }
    return order;
}

// Beginnings of years first, then of months, then days of nodes, as far as they have room.
std::vector<TimelineTick> ticksOf(const Axis& axis, float left, float width)
{
    using namespace std::chrono;
    std::map<float, TimelineTick> ticks;
    const auto offer = [&](std::int32_t day, bool hasMonth, bool hasDay) {
        if (day < axis.first() || day > axis.last())
            return;
        const float x = left + static_cast<float>(axis.at(day)) * width;
        const auto after = ticks.lower_bound(x);
        float room = std::numeric_limits<float>::max();
        if (after != ticks.end())
            room = after->first - x;
        if (after != ticks.begin())
            room = std::min(room, x - std::prev(after)->first);
        if (room > tickDistance)
            ticks.emplace(x, TimelineTick{x, room, labelOf(day, hasMonth, hasDay)});
    };
    const auto days = [](sys_days day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); };
    std::vector<std::int32_t> years;
    std::vector<std::int32_t> months;
    std::vector<std::int32_t> singles(axis.days());
    for (const std::int32_t day : axis.days()) {
        const auto date = dateOf(day);
        years.push_back(days(sys_days(date.year() / January / 1)));
        months.push_back(days(sys_days(date.year() / date.month() / 1)));
    }
    const auto offerAll = [&](std::vector<std::int32_t>& all, bool hasMonth, bool hasDay) {
        all.erase(std::unique(all.begin(), all.end()), all.end());
        for (const std::size_t i : outsideIn(all.size()))
            offer(all[i], hasMonth, hasDay);
    };
    offerAll(years, false, false);
    offerAll(months, true, false);
    offerAll(singles, true, true);
    std::vector<TimelineTick> result;
    for (auto& [x, tick] : ticks)
        result.push_back(std::move(tick));
    return result;
}

// One lane for a given width: dated nodes in the first row that is free at their day, undated ones in rows to the left.
struct Lane {
    std::vector<std::uint32_t> dated; // by day
    std::vector<std::uint32_t> undated;
};

struct Rows {
    std::vector<float> ends;         // how far to the right each row is taken
    std::vector<std::uint32_t> rowOf; // beside Lane::dated
};

Rows rowsOf(const Graph& graph, const Lane& lane, const std::vector<double>& share, float width)
{
    Rows rows;
    // Rows by where they end: the one that ends the farthest to the right before the box keeps the others for earlier boxes.
    std::multimap<float, std::uint32_t> free;
    for (const std::uint32_t node : lane.dated) {
        const Rect box = footprint(graph.nodes[node]).movedBy({static_cast<float>(share[node]) * width, 0});
        auto found = free.upper_bound(box.left);
        std::uint32_t row = 0;
        if (found == free.begin()) {
            row = static_cast<std::uint32_t>(rows.ends.size());
            rows.ends.push_back(0);
        } else {
            row = std::prev(found)->second;
            free.erase(std::prev(found));
        }
        rows.ends[row] = box.right + besideEachOther;
        free.emplace(rows.ends[row], row);
        rows.rowOf.push_back(row);
    }
    return rows;
}

} // namespace

std::vector<std::int32_t> firstDays(const Graph& graph)
{
    std::vector<std::int32_t> told(graph.nodes.size(), noDay); // by words
    std::vector<std::int32_t> published(graph.nodes.size(), noDay);
    for (const GraphEdge& edge : graph.edges) {
        for (const GraphEvidence& evidence : graph.evidenceOf(edge)) {
            if (!evidence.isDated())
                continue;
            for (const std::uint32_t node : {edge.source, edge.target}) {
                std::int32_t& day = (evidence.isDatedByWords ? told : published)[node];
                if (day == noDay || evidence.when.first < day)
                    day = evidence.when.first;
            }
        }
    }
    for (std::size_t i = 0; i < told.size(); ++i) {
        if (told[i] == noDay)
            told[i] = published[i];
    }
    return told;
}

Result<TimelineDrawing> timelineLayout(const Graph& graph, const std::vector<std::uint32_t>& laneOf, float aspect, const Cancel& cancel)
{
    TimelineDrawing result;
    result.positions.resize(graph.nodes.size());
    const std::vector<std::int32_t> day = firstDays(graph);
    std::vector<std::int32_t> known;
    for (const std::int32_t d : day) {
        if (d != noDay)
            known.push_back(d);
    }
    const Axis axis(std::move(known));
    std::vector<double> share(graph.nodes.size(), 0.0);
    std::map<std::uint32_t, Lane> lanes;
    float tallest = 0;
    double area = 0;
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
        Lane& lane = lanes[i < laneOf.size() ? laneOf[i] : 0];
        (day[i] == noDay ? lane.undated : lane.dated).push_back(i);
        if (day[i] != noDay)
            share[i] = axis.at(day[i]);
        const Rect box = footprint(graph.nodes[i]);
        tallest = std::max(tallest, box.height());
        area += static_cast<double>(box.width()) * box.height();
    }
    for (auto& [number, lane] : lanes) {
        std::stable_sort(lane.dated.begin(), lane.dated.end(), [&](std::uint32_t a, std::uint32_t b) { return share[a] < share[b]; });
        std::stable_sort(lane.undated.begin(), lane.undated.end(), [&](std::uint32_t a, std::uint32_t b) {
            return graph.nodes[a].mentions > graph.nodes[b].mentions;
        });
    }

    // The narrowest axis that shows the whole in the window's shape.
    float width = std::max(600.0F, static_cast<float>(std::sqrt(area * aspect)));
    const auto height = [&](float w) {
        float sum = 0;
        for (const auto& [number, lane] : lanes)
            sum += static_cast<float>(std::max<std::size_t>(rowsOf(graph, lane, share, w).ends.size(), 1)) * tallest + betweenLanes;
        return sum;
    };
    for (int trial = 0; trial < 10 && height(width) * aspect > width; ++trial) {
        if (cancel.isRaised())
            return fail(Errc::cancelled, "timeline");
        width *= 1.3F;
    }
    if (cancel.isRaised())
        return fail(Errc::cancelled, "timeline");

    result.right = width;
    for (const auto& [number, lane] : lanes) {
        for (const std::uint32_t node : lane.dated)
            result.left = std::min(result.left, static_cast<float>(share[node]) * width + footprint(graph.nodes[node]).left);
    }
    if (!axis.isEmpty())
        result.ticks = ticksOf(axis, 0, width);
    float top = 0;
    for (const auto& [number, lane] : lanes) {
        const Rows rows = rowsOf(graph, lane, share, width);
        // Undated nodes fill the lane's own height, or half a window's width at most.
        float widest = 0;
        for (const std::uint32_t node : lane.undated)
            widest = std::max(widest, footprint(graph.nodes[node]).width() + besideEachOther);
        const auto most = static_cast<std::size_t>(std::max(1.0F, widest > 0 ? width / 2 / widest : 1.0F));
        const std::size_t needed = (lane.undated.size() + most - 1) / most;
        const std::size_t count = std::max({rows.ends.size(), needed, std::size_t{1}});
        const auto middle = [&](std::uint32_t node, std::size_t row) {
            return top + (static_cast<float>(row) + 0.5F) * tallest - footprint(graph.nodes[node]).centre().y;
        };
        for (std::size_t i = 0; i < lane.dated.size(); ++i) {
            const std::uint32_t node = lane.dated[i];
            result.positions[node] = {static_cast<float>(share[node]) * width, middle(node, rows.rowOf[i])};
        }
        for (std::size_t i = 0; i < lane.undated.size(); ++i) {
            const std::uint32_t node = lane.undated[i];
            const float x = result.left - undatedGap - (static_cast<float>(i / count) + 0.5F) * widest;
            result.positions[node] = {x - footprint(graph.nodes[node]).centre().x, middle(node, i % count)};
        }
        const float bottom = top + static_cast<float>(count) * tallest;
        result.lanes.push_back({number, top, bottom});
        top = bottom + betweenLanes;
    }
    return result;
}

} // namespace skein
