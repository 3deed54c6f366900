// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/lens.h"

#include "app/desktop/convert.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace {

constexpr std::size_t legendGroups = 10;

QColor inkOf(skein::Colour colour)
{
    return QColor(colour.red, colour.green, colour.blue);
}

skein::Measure measureOf(skein::SizeBy size)
{
    switch (size) {
    case skein::SizeBy::mentions: break;
    case skein::SizeBy::connections: return skein::Measure::degree;
    case skein::SizeBy::sources: return skein::Measure::sources;
    case skein::SizeBy::betweenness: return skein::Measure::betweenness;
    case skein::SizeBy::pageRank: return skein::Measure::pageRank;
    }
    return skein::Measure::mentions;
}

std::array<QString, skein::scaleSteps> stepLabels(skein::ColourBy colour)
{
    if (colour == skein::ColourBy::recency)
        return {Lens::tr("Older"), Lens::tr("Within 3 years"), Lens::tr("Within a year"), Lens::tr("Within 90 days"), Lens::tr("Within 30 days")};
    if (colour == skein::ColourBy::confidence)
        return {Lens::tr("Below 0.5"), Lens::tr("From 0.5"), Lens::tr("From 0.65"), Lens::tr("From 0.8"), Lens::tr("From 0.9")};
    return {Lens::tr("1 source"), Lens::tr("2 sources"), Lens::tr("3–4 sources"), Lens::tr("5–9 sources"), Lens::tr("10 and more")};
}

// Beside skein::typeStyles().
std::array<QString, 9> colourNames()
{
    return {Lens::tr("Orange"), Lens::tr("Blue"), Lens::tr("Ochre"), Lens::tr("Green"), Lens::tr("Pink"),
            Lens::tr("Sky blue"), Lens::tr("Red"), Lens::tr("Violet"), Lens::tr("Grey")};
}

} // namespace

Lens::Lens(Exploration& exploration, Analysis& analysis, Preferences& preferences, QObject* parent)
    : QObject(parent), m_exploration(exploration), m_analysis(analysis), m_preferences(preferences),
      m_legend({{"label", [](const LegendRow& row) { return row.label; }},
                {"ink", [](const LegendRow& row) { return row.ink; }},
                {"count", [](const LegendRow& row) { return row.count; }}}),
      m_palette({{"name", [](const PaletteRow& row) { return row.name; }}, {"ink", [](const PaletteRow& row) { return row.ink; }}})
{
    fillPalette();
    connect(&m_exploration, &Exploration::viewChanged, this, [this] {
        refresh();
        emit changed();
    });
    connect(&m_exploration.graph(), &skein::GraphModel::graphChanged, this, &Lens::refresh);
    connect(&m_analysis, &Analysis::changed, this, &Lens::refresh);
    connect(&m_analysis, &Analysis::busyChanged, this, &Lens::busyChanged);
    connect(&m_preferences, &Preferences::isDarkChanged, this, [this] {
        fillPalette();
        refresh();
    });
}

Lens::Size Lens::size() const { return Size(m_exploration.view().looks.size); }
Lens::Colour Lens::colour() const { return Colour(m_exploration.view().looks.colour); }
bool Lens::hasRegions() const { return m_exploration.view().looks.hasRegions; }

void Lens::setSize(Size size)
{
    m_exploration.perform(tr("Change what size tells"), [size](skein::GraphView& view) { view.looks.size = skein::SizeBy(size); });
}

void Lens::setColour(Colour colour)
{
    m_exploration.perform(tr("Change what colour tells"), [colour](skein::GraphView& view) { view.looks.colour = skein::ColourBy(colour); });
}

void Lens::setHasRegions(bool hasRegions)
{
    m_exploration.perform(hasRegions ? tr("Show groups") : tr("Show no groups"),
                          [hasRegions](skein::GraphView& view) { view.looks.hasRegions = hasRegions; });
}

void Lens::fillPalette()
{
    std::vector<PaletteRow> rows;
    const auto names = colourNames();
    for (std::size_t i = 0; i < names.size(); ++i)
        rows.push_back({names[i], inkOf(skein::ownColour(skein::ownColourNumber(i), m_preferences.isDark()))});
    m_palette.setRows(std::move(rows));
}

int Lens::ownColourOf(const QString& entity) const
{
    const auto id = skein::entityIdFrom(utf8(entity));
    const auto& colours = m_exploration.view().looks.colours;
    const auto found = std::ranges::find(colours, id, [](const skein::NodeColour& one) { return std::optional(one.node); });
    for (std::size_t i = 0; found != colours.end() && i < m_palette.rows().size(); ++i) {
        if (skein::ownColourNumber(i) == found->rgb)
            return int(i);
    }
    return -1;
}

void Lens::colourNodes(const QStringList& entities, int colour)
{
    std::vector<skein::EntityId> nodes;
    for (const auto& entity : entities) {
        if (const auto id = skein::entityIdFrom(utf8(entity)))
            skein::insert(nodes, *id);
    }
    if (nodes.empty() || colour >= m_palette.rowCount())
        return;
    const auto what = nodes.size() == 1 ? m_exploration.nameOf(nodes[0]) : tr("%L1 entities").arg(nodes.size());
    const auto text = colour < 0 ? tr("No own colour for %1").arg(what)
                                 : tr("Colour %1 %2").arg(what, m_palette.rows()[std::size_t(colour)].name.toLower());
    m_exploration.perform(text, [&](skein::GraphView& view) {
        auto& colours = view.looks.colours;
        std::erase_if(colours, [&](const skein::NodeColour& one) { return skein::contains(nodes, one.node); });
        for (const auto node : nodes) {
            if (colour >= 0)
                colours.push_back({node, skein::ownColourNumber(std::size_t(colour))});
        }
        std::ranges::sort(colours, {}, &skein::NodeColour::node);
    });
}

void Lens::forgetOwnColours()
{
    m_exploration.perform(tr("No own colours"), [](skein::GraphView& view) { view.looks.colours.clear(); });
}

void Lens::fallBack()
{
    m_exploration.perform(tr("Stop computing what size and colour tell"), [this](skein::GraphView& view) {
        auto& looks = view.looks;
        if (looks.size != skein::SizeBy::mentions && !m_analysis.measured(measureOf(looks.size)))
            looks.size = skein::SizeBy::mentions;
        const bool byGroup = looks.colour == skein::ColourBy::group;
        if (byGroup ? !m_analysis.groups() : looks.colour != skein::ColourBy::type && !m_analysis.claims())
            looks.colour = skein::ColourBy::type;
        looks.hasRegions = looks.hasRegions && m_analysis.groups();
    });
}

void Lens::refresh()
{
    const auto& picture = m_exploration.graph().scene().graph;
    const auto& looks = m_exploration.view().looks;
    const skein::Looks plain;
    auto& graph = m_exploration.graph();
    const bool wasPlain = graph.state().sizes.empty() && graph.state().fills.empty() && graph.regions().groups.empty();
    m_note.clear();
    m_title.clear();
    if (looks == plain || picture.nodes.empty()) {
        if (!wasPlain) {
            graph.setLooks({}, {});
            graph.setRegions({});
        }
        m_legend.setRows({});
        emit legendChanged();
        return;
    }
    const auto indices = m_analysis.indicesIn(picture);
    graph.setLooks(sizes(indices), fills(indices));
    auto grounds = regions(indices);
    if (grounds != graph.regions())
        graph.setRegions(std::move(grounds));
    emit legendChanged();
}

std::vector<float> Lens::sizes(const std::vector<std::uint32_t>& indices)
{
    const auto size = m_exploration.view().looks.size;
    if (size == skein::SizeBy::mentions)
        return {};
    const auto measured = m_analysis.measured(measureOf(size));
    if (!measured)
        return {};
    if (measured->starts > 0)
        m_note = tr("Estimated from ways between %L1 nodes and all others; the largest are right to about ±%L2 %.")
                     .arg(measured->starts).arg(std::max(1, int(std::lround(measured->error * 100))));
    std::vector<double> values;
    values.reserve(indices.size());
    for (const auto index : indices)
        values.push_back(index < measured->values.size() ? measured->values[index] : 0);
    return skein::radiiOf(values);
}

std::vector<skein::Colour> Lens::fills(const std::vector<std::uint32_t>& indices)
{
    const auto& looks = m_exploration.view().looks;
    const auto& nodes = m_exploration.graph().scene().graph.nodes;
    std::vector<skein::Colour> result;
    if (looks.colour == skein::ColourBy::group)
        result = groupFills(indices);
    else if (looks.colour != skein::ColourBy::type)
        result = scaleFills(indices);
    else
        m_legend.setRows({});
    if (looks.colours.empty())
        return result;
    if (result.empty()) {
        const auto theme = m_preferences.isDark() ? skein::darkTheme() : skein::lightTheme();
        for (const auto& node : nodes)
            result.push_back(theme.typeColour(skein::typeStyle(node.type)));
    }
    colourOwn(result);
    return result;
}

// Single nodes have the last word, and each of their colours a row of the legend.
void Lens::colourOwn(std::vector<skein::Colour>& fills)
{
    const auto& nodes = m_exploration.graph().scene().graph.nodes;
    std::map<std::uint32_t, int> counts;
    for (const auto& chosen : m_exploration.view().looks.colours) {
        const auto found = std::ranges::lower_bound(nodes, chosen.node, {}, &skein::GraphNode::id);
        if (found == nodes.end() || found->id != chosen.node)
            continue;
        fills[std::size_t(found - nodes.begin())] = skein::ownColour(chosen.rgb, m_preferences.isDark());
        ++counts[chosen.rgb];
    }
    const auto name = [this](std::uint32_t number) {
        for (std::size_t i = 0; i < m_palette.rows().size(); ++i) {
            if (skein::ownColourNumber(i) == number)
                return m_palette.rows()[i].name;
        }
        return tr("Another colour");
    };
    auto rows = m_legend.rows();
    const bool isAlone = rows.empty();
    for (const auto& [number, count] : counts)
        rows.push_back({isAlone ? name(number) : tr("Own: %1").arg(name(number).toLower()),
                        inkOf(skein::ownColour(number, m_preferences.isDark())), count});
    if (isAlone && !rows.empty())
        m_title = tr("Own colours");
    m_legend.setRows(std::move(rows));
}

std::vector<skein::Colour> Lens::groupFills(const std::vector<std::uint32_t>& indices)
{
    const auto groups = m_analysis.groups();
    if (!groups)
        return {};
    const bool isDark = m_preferences.isDark();
    std::vector<skein::Colour> result;
    std::vector<int> counts(groups->groups.size() + 1, 0); // the last: of no group
    for (const auto index : indices) {
        const auto group = index < groups->groupOf.size() ? groups->groupOf[index] : skein::Communities::none;
        const bool isIn = group != skein::Communities::none;
        ++counts[isIn ? group : groups->groups.size()];
        result.push_back(isIn ? skein::regionColour(groups->groups[group].number, isDark) : skein::unknownColour(isDark));
    }
    std::vector<LegendRow> rows;
    for (std::size_t g = 0; g < groups->groups.size() && rows.size() < legendGroups; ++g) {
        const auto& group = groups->groups[g];
        if (counts[g] > 0)
            rows.push_back({qstring(m_analysis.library().graph.nodes[group.members[0]].name), inkOf(skein::regionColour(group.number, isDark)), counts[g]});
    }
    if (counts.back() > 0)
        rows.push_back({tr("In no group"), inkOf(skein::unknownColour(isDark)), counts.back()});
    m_title = tr("Groups");
    m_legend.setRows(std::move(rows));
    return result;
}

std::vector<skein::Colour> Lens::scaleFills(const std::vector<std::uint32_t>& indices)
{
    const auto by = m_exploration.view().looks.colour;
    const auto claims = m_analysis.claims();
    if (!claims)
        return {};
    const auto& nodes = m_analysis.library().graph.nodes;
    const bool isDark = m_preferences.isDark();
    std::optional<std::int32_t> newest;
    for (const auto& one : *claims) {
        if (one.lastDay)
            newest = std::max(newest.value_or(*one.lastDay), *one.lastDay);
    }
    const auto stepOf = [&](std::uint32_t index) -> std::optional<std::uint32_t> {
        if (index >= nodes.size())
            return std::nullopt;
        if (by == skein::ColourBy::sources)
            return skein::stepOfSources(nodes[index].documents);
        if (by == skein::ColourBy::confidence)
            return skein::stepOfConfidence((*claims)[index].confidence);
        const auto day = (*claims)[index].lastDay;
        return day ? skein::stepOfAge(*newest - *day) : std::nullopt;
    };
    std::vector<skein::Colour> result;
    std::array<int, skein::scaleSteps + 1> counts{};
    for (const auto index : indices) {
        const auto step = stepOf(index);
        ++counts[step.value_or(skein::scaleSteps)];
        result.push_back(step ? skein::scaleColour(*step, isDark) : skein::unknownColour(isDark));
    }
    std::vector<LegendRow> rows;
    const auto labels = stepLabels(by);
    for (std::uint32_t step = skein::scaleSteps; step-- > 0;) {
        if (counts[step] > 0)
            rows.push_back({labels[step], inkOf(skein::scaleColour(step, isDark)), counts[step]});
    }
    if (counts.back() > 0)
        rows.push_back({by == skein::ColourBy::recency ? tr("No date") : tr("No connection"), inkOf(skein::unknownColour(isDark)), counts.back()});
    m_title = by == skein::ColourBy::sources ? tr("Sources") : by == skein::ColourBy::confidence ? tr("Best claim's sureness") : tr("Latest claim");
    m_legend.setRows(std::move(rows));
    return result;
}

skein::Regions Lens::regions(const std::vector<std::uint32_t>& indices)
{
    if (!hasRegions())
        return {};
    const auto groups = m_analysis.groups();
    if (!groups)
        return {};
    skein::Regions result;
    for (const auto& group : groups->groups) {
        result.names.resize(std::max<std::size_t>(result.names.size(), group.number + 1));
        result.names[group.number] = m_analysis.library().graph.nodes[group.members[0]].name;
    }
    for (const auto index : indices) {
        const auto group = index < groups->groupOf.size() ? groups->groupOf[index] : skein::Communities::none;
        result.groups.push_back(group == skein::Communities::none ? skein::Regions::none : groups->groups[group].number);
    }
    return result;
}
