// SPDX-License-Identifier: GPL-3.0-or-later
// paths and groups: how entities are connected, and what the whole says of them.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/insight-words.h"
#include "app/words.h"
#include "core/graph/analysis/centrality.h"
#include "core/graph/analysis/paths.h"
#include "core/graph/analysis/strength.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace skein::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t offeredNames = 3;
constexpr std::size_t listedMembers = 8;

void printJson(const Json& json) { print(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"); }

// The node of that name: the one that is called so, else the first that search knows by it. Complains when there is none.
Result<std::optional<std::uint32_t>> nodeNamed(const Library& library, const Graph& graph, const std::string& name)
{
    std::optional<std::uint32_t> best;
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].name == name && (!best || graph.nodes[i].mentions > graph.nodes[*best].mentions)) best = i;
    }
    if (best) return best;
    const auto answer = library.search(name, offeredNames);
    if (!answer) return std::unexpected(answer.error());
    std::vector<std::string> offers;
    for (const auto& hit : answer->entities) {
        const auto found = std::ranges::lower_bound(graph.nodes, hit.id, {}, &GraphNode::id);
        if (found == graph.nodes.end() || found->id != hit.id) continue;
        const auto isSame = [&](const std::string& other) {
            return std::ranges::equal(name, other, [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
        };
        if (isSame(hit.name) || isSame(hit.matched)) return static_cast<std::uint32_t>(found - graph.nodes.begin());
        offers.push_back("“" + oneLine(hit.name) + "”");
    }
    complain("There is no entity “" + oneLine(name) + "” in the library" +
             (offers.empty() ? "; skein-cli search helps to find names." : "; did you mean " + listed(offers, offeredNames) + "?"));
    return std::nullopt;
}

// A connection as its claims have it, with the best quote.
struct Step {
    const GraphEdge& edge;
    std::optional<Quote> quote;
};

class Teller {
public:
    Teller(const Library& library, const Graph& graph, const Pairs& pairs) : m_library(library), m_graph(graph), m_pairs(pairs) {}

    Result<Step> step(std::uint32_t pair) const
    {
        const GraphEdge& edge = m_graph.edges[m_pairs.edges[m_pairs.pairs[pair].firstEdge]];
        auto quote = m_library.quoteOf(m_graph.nodes[edge.source].id, m_graph.nodes[edge.target].id, m_graph.relationOf(edge).id);
        if (!quote) return std::unexpected(quote.error());
        return Step{edge, std::move(*quote)};
    }

    std::string words(const Step& step) const
    {
        std::string words = "     " + nameOf(step.edge.source) + " – " + m_graph.relationOf(step.edge).label + " – " + nameOf(step.edge.target);
        if (step.edge.isPlanned) words += " (planned)";
        if (step.edge.isDisputed) words += " (disputed)";
        words += "\n";
        if (step.quote) words += "         “" + oneLine(step.quote->text) + "” – " + oneLine(step.quote->documentTitle) + "\n";
        return words;
    }

    Json json(const Step& step) const
    {
        Json json{{"source", node(step.edge.source)},
                  {"relation", m_graph.relationOf(step.edge).id},
                  {"label", m_graph.relationOf(step.edge).label},
                  {"target", node(step.edge.target)},
                  {"claims", step.edge.claims}};
        if (step.quote) {
            json["quote"] = step.quote->text;
            json["document"] = toString(step.quote->document);
            json["title"] = step.quote->documentTitle;
        }
        return json;
    }

    Json node(std::uint32_t node) const { return {{"id", toString(m_graph.nodes[node].id)}, {"name", m_graph.nodes[node].name}}; }
    std::string nameOf(std::uint32_t node) const { return oneLine(m_graph.nodes[node].name); }

private:
    const Library& m_library;
    const Graph& m_graph;
    const Pairs& m_pairs;
};

Result<Json> tellSteps(const Teller& teller, const std::vector<std::uint32_t>& pairs, bool asJson)
{
    auto steps = Json::array();
    for (const auto pair : pairs) {
        const auto step = teller.step(pair);
        if (!step) return std::unexpected(step.error());
        if (asJson) steps.push_back(teller.json(*step));
        else print(teller.words(*step));
    }
    return steps;
}

Result<void> tellPaths(const PathsOptions& options, const Teller& teller, const Network& network, const std::vector<std::uint32_t>& ends)
{
    const auto found = bestPaths(network, ends[0], ends[1], options.limit, Cancel{});
    if (!found) return std::unexpected(found.error());
    auto json = Json::array();
    for (std::size_t i = 0; i < found->size(); ++i) {
        const Path& path = (*found)[i];
        if (!options.json) {
            std::string names;
            for (const auto node : path.nodes) names += (names.empty() ? "" : " → ") + teller.nameOf(node);
            print(std::to_string(i + 1) + ". " + names + " (" + counted(path.pairs.size(), "step", "steps") + ")\n");
        }
        auto steps = tellSteps(teller, path.pairs, options.json);
        if (!steps) return std::unexpected(steps.error());
        auto nodes = Json::array();
        for (const auto node : path.nodes) nodes.push_back(teller.node(node));
        json.push_back({{"cost", path.cost}, {"nodes", std::move(nodes)}, {"steps", std::move(*steps)}});
    }
    if (options.json) printJson({{"paths", std::move(json)}});
    else if (found->empty()) print("Nothing connects " + teller.nameOf(ends[0]) + " with " + teller.nameOf(ends[1]) + ".\n");
    return {};
}

Result<void> tellJoining(const PathsOptions& options, const Teller& teller, const Network& network, const std::vector<std::uint32_t>& ends)
{
    const auto found = joinTerminals(network, ends, Cancel{});
    if (!found) return std::unexpected(found.error());
    std::vector<std::string> between;
    auto nodes = Json::array();
    for (const auto node : found->nodes) {
        if (!std::ranges::contains(ends, node)) between.push_back(teller.nameOf(node));
        nodes.push_back(teller.node(node));
    }
    if (!options.json && !found->pairs.empty())
        print(counted(found->pairs.size(), "connection", "connections") +
              (between.empty() ? " and nobody else between them:\n" : " over " + listed(between, 12) + ":\n"));
    auto steps = tellSteps(teller, found->pairs, options.json);
    if (!steps) return std::unexpected(steps.error());
    auto stranded = Json::array();
    for (const auto node : found->stranded) {
        stranded.push_back(teller.node(node));
        if (!options.json) print("Nothing connects " + teller.nameOf(node) + " with " + teller.nameOf(ends[0]) + ".\n");
    }
    if (options.json) printJson({{"cost", found->cost}, {"nodes", std::move(nodes)}, {"steps", std::move(*steps)}, {"stranded", std::move(stranded)}});
    return {};
}

// Everything of a graph that `groups` tells.
struct Told {
    Communities communities;
    Insights insights;
};

Result<Told> readGroups(const Graph& graph, std::size_t limit)
{
    const auto pairs = pairsOf(graph);
    const auto adjacency = adjacencyOf(graph.nodes.size(), pairs.pairs);
    auto communities = communitiesOf(graph, pairs, Cancel{});
    if (!communities) return std::unexpected(communities.error());
    const auto between = centrality(graph, pairs, adjacency, Measure::betweenness, Cancel{});
    if (!between) return std::unexpected(between.error());
    auto insights = insightsOf(graph, pairs, adjacency, *communities, between->values, limit, Cancel{});
    if (!insights) return std::unexpected(insights.error());
    return Told{std::move(*communities), std::move(*insights)};
}

Json groupsJson(const Graph& graph, const Told& told, std::size_t limit)
{
    const auto node = [&](std::uint32_t i) { return Json{{"id", toString(graph.nodes[i].id)}, {"name", graph.nodes[i].name}}; };
    auto groups = Json::array();
    for (const auto& group : told.communities.groups) {
        if (groups.size() == limit) break;
        auto members = Json::array();
        for (const auto member : group.members) members.push_back(node(member));
        groups.push_back({{"number", group.number + 1}, {"name", group.name}, {"members", std::move(members)},
                          {"within", group.innerPairs}, {"outward", group.outerPairs}});
    }
    Json json{{"groups", std::move(groups)}, {"bridges", Json::array()}, {"joints", Json::array()}, {"gaps", Json::array()}};
    for (const auto& bridge : told.insights.bridges)
        json["bridges"].push_back({{"node", node(bridge.node)}, {"betweenness", bridge.betweenness}, {"constraint", bridge.constraint},
                                   {"cutsOff", bridge.cutOff}, {"words", sentence(graph, told.communities, bridge)}});
    for (const auto& joint : told.insights.joints)
        json["joints"].push_back({{"groups", {told.communities.groups[joint.a].number + 1, told.communities.groups[joint.b].number + 1}},
                                  {"node", node(joint.node)}, {"words", sentence(graph, told.communities, joint)}});
    for (const auto& gap : told.insights.gaps)
        json["gaps"].push_back({{"groups", {told.communities.groups[gap.a].number + 1, told.communities.groups[gap.b].number + 1}},
                                {"connections", gap.pairs}, {"expected", gap.expected}, {"words", sentence(graph, told.communities, gap)}});
    return json;
}

void tellGroups(const Graph& graph, const Told& told, std::size_t limit)
{
    const auto& groups = told.communities.groups;
    const auto alone = static_cast<std::size_t>(std::ranges::count(told.communities.groupOf, Communities::none));
    print(counted(groups.size(), "group", "groups") + ", " + counted(alone, "entity", "entities") + " in none\n");
    for (std::size_t i = 0; i < std::min(groups.size(), limit); ++i) {
        std::vector<std::string> names;
        for (const auto member : groups[i].members) names.push_back(oneLine(graph.nodes[member].name));
        print(std::to_string(groups[i].number + 1) + ". " + counted(names.size(), "member", "members") + ", " +
              counted(groups[i].innerPairs, "connection", "connections") + " within, " + std::to_string(groups[i].outerPairs) +
              " to others\n     " + listed(names, listedMembers) + "\n");
    }
    if (groups.size() > limit) print("… and " + counted(groups.size() - limit, "smaller group", "smaller groups") + "\n");
    const auto tell = [&](const char* title, const auto& insights) {
        if (!insights.empty()) print("\n" + std::string(title) + "\n");
        for (const auto& one : insights) print("  " + oneLine(sentence(graph, told.communities, one)) + "\n");
    };
    tell("Bridges", told.insights.bridges);
    tell("Joined in one place", told.insights.joints);
    tell("Gaps", told.insights.gaps);
}

} // namespace

int paths(const PathsOptions& options)
{
    const auto library = openForReading(options.library);
    if (!library) return Exit::unusable;
    const auto graph = library->graph();
    if (!graph) return refuse(graph.error(), options.library);
    std::vector<std::uint32_t> ends;
    for (const auto& name : options.names) {
        const auto node = nodeNamed(*library, *graph, name);
        if (!node) return refuse(node.error(), options.library);
        if (*node) ends.push_back(**node);
    }
    if (ends.size() < options.names.size()) return Exit::inputFailed;
    std::vector<std::uint32_t> different;
    for (const auto end : ends) {
        if (!std::ranges::contains(different, end)) different.push_back(end);
    }
    if (different.size() < 2) {
        complain("“" + oneLine(options.names[0]) + "” and “" + oneLine(options.names[1]) + "” are one entity; name two.");
        return Exit::inputFailed;
    }
    const auto pairs = pairsOf(*graph);
    const auto adjacency = adjacencyOf(graph->nodes.size(), pairs.pairs);
    const auto costs = costsOf(*graph, pairs, adjacency);
    const std::vector<std::uint8_t> isBarred;
    const Teller teller(*library, *graph, pairs);
    const Network network{pairs, adjacency, costs, isBarred};
    const auto told = different.size() == 2 ? tellPaths(options, teller, network, different) : tellJoining(options, teller, network, different);
    if (!told) return refuse(told.error(), options.library);
    return finishOutput() ? Exit::ok : Exit::unusable;
}

int groups(const GroupsOptions& options)
{
    const auto library = openForReading(options.library);
    if (!library) return Exit::unusable;
    const auto graph = library->graph();
    if (!graph) return refuse(graph.error(), options.library);
    const auto told = readGroups(*graph, options.limit);
    if (!told) return refuse(told.error(), options.library);
    if (options.json) printJson(groupsJson(*graph, *told, options.limit));
    else tellGroups(*graph, *told, options.limit);
    return finishOutput() ? Exit::ok : Exit::unusable;
}

} // namespace skein::cli
