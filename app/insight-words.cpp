// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/insight-words.h"

#include <cmath>

namespace skein {

namespace {

constexpr std::size_t namedGroups = 3;

const std::string& leadOf(const Graph& graph, const Communities& communities, std::uint32_t group)
{
    return graph.nodes[communities.groups[group].members[0]].name;
}

std::string counted(std::size_t number, const char* one, const char* many)
{
    return number == 1 ? std::string("one ") + one : std::to_string(number) + " " + many;
}

// "the group of Meta", or "its group" when it is named after `node`, which was just named.
std::string groupOf(const Graph& graph, const Communities& communities, std::uint32_t group, std::uint32_t node)
{
    return communities.groups[group].members[0] == node ? "its group" : "the group of " + leadOf(graph, communities, group);
}

} // namespace

std::string listed(const std::vector<std::string>& names, std::size_t shown)
{
    std::string words;
    const std::size_t told = names.size() <= shown + 1 ? names.size() : shown; // "and one more" would be no shorter
    for (std::size_t i = 0; i < told; ++i) {
        const bool isLast = i + 1 == told && told == names.size();
        words += (i == 0 ? "" : isLast ? " and " : ", ") + names[i];
    }
    if (told < names.size())
        words += " and " + std::to_string(names.size() - told) + " more";
    return words;
}

std::string sentence(const Graph& graph, const Communities& communities, const Bridge& bridge)
{
    const std::string& name = graph.nodes[bridge.node].name;
    const std::string without = counted(bridge.cutOff, "entity", "entities");
    if (bridge.groups.size() < 2)
        return "Without " + name + ", " + without + " would be cut off from the rest.";
    std::vector<std::string> others;
    for (std::size_t i = 1; i < bridge.groups.size(); ++i)
        others.push_back(leadOf(graph, communities, bridge.groups[i]));
    std::string words = name + " connects " + groupOf(graph, communities, bridge.groups[0], bridge.node) + " with " +
                        (others.size() == 1 ? "that of " : "those of ") + listed(others, namedGroups);
    if (bridge.cutOff > 0)
        words += "; without it " + without + " would be cut off";
    return words + ".";
}

std::string sentence(const Graph& graph, const Communities& communities, const Joint& joint)
{
    const std::string& name = graph.nodes[joint.node].name;
    if (joint.other)
        return "Only what connects " + name + " with " + graph.nodes[*joint.other].name + " joins the group of " +
               leadOf(graph, communities, joint.a) + " with that of " + leadOf(graph, communities, joint.b) + ".";
    const bool isLeadOfSecond = communities.groups[joint.b].members[0] == joint.node;
    const std::uint32_t first = isLeadOfSecond ? joint.b : joint.a;
    const std::uint32_t second = isLeadOfSecond ? joint.a : joint.b;
    return "Only " + name + " joins " + groupOf(graph, communities, first, joint.node) + " with that of " +
           leadOf(graph, communities, second) + ".";
}

std::string sentence(const Graph& graph, const Communities& communities, const Gap& gap, std::string_view typeWords)
{
    const std::string groups = "The group of " + leadOf(graph, communities, gap.a) + " and that of " + leadOf(graph, communities, gap.b);
    const auto usual = static_cast<std::size_t>(std::max(1.0, std::round(gap.expected)));
    const std::string have = gap.pairs == 0 ? " have no connection" : " have only " + counted(gap.pairs, "connection", "connections");
    std::string words = groups + have + ", where groups of their size have about " + std::to_string(usual);
    if (gap.sharedDocuments > 0)
        words += gap.sharedDocuments == 1 ? ", though one source speaks of both"
                                          : ", though " + std::to_string(gap.sharedDocuments) + " sources speak of both";
    else if (!typeWords.empty())
        words += ", though both are mostly " + std::string(typeWords);
    else
        words += ", though both are mostly of the type " + gap.type;
    return words + ".";
}

} // namespace skein
