// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/view/view-json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

namespace skein {

namespace {

using Written = nlohmann::ordered_json; // members in the order they are put in; finding one is linear
using Json = nlohmann::json;

// In the order of the enumerators.
constexpr std::array layoutNames = {"force", "hierarchy", "radial", "time"};
constexpr std::array sizeNames = {"mentions", "connections", "sources", "betweenness", "pagerank"};
constexpr std::array colourNames = {"type", "group", "sources", "recency", "confidence"};

Written idsOf(const auto& ids)
{
    Written list = Written::array();
    for (const auto& id : ids)
        list.push_back(toString(id));
    return list;
}

void put(Written& object, const char* key, Written value, bool isDefault)
{
    if (!isDefault)
        object[key] = std::move(value);
}

// A member that is not there yet: what is put in by [] is looked for among all.
void append(Written& object, std::string key, Written value)
{
    object.get_ref<Written::object_t&>().emplace_back(std::move(key), std::move(value));
}

Written contentsJson(const Contents& contents)
{
    Written json = Written::object();
    if (contents.start)
        json["start"] = toString(*contents.start);
    put(json, "entities", idsOf(contents.entities), contents.isWhole);
    put(json, "hidden", idsOf(contents.hidden), contents.hidden.empty());
    put(json, "stopped", idsOf(contents.stopped), contents.stopped.empty());
    Written list = Written::array();
    for (const Collapsed& one : contents.collapsed) {
        Written entry = {{"leader", toString(one.leader)}};
        put(entry, "members", idsOf(one.members), one.isHub());
        list.push_back(std::move(entry));
    }
    put(json, "collapsed", std::move(list), contents.collapsed.empty());
    return json;
}

Written filterJson(const Filter& filter)
{
    Written json = Written::object();
    put(json, "types", filter.types, filter.types.empty());
    put(json, "relations", filter.relations, filter.relations.empty());
    put(json, "sources", idsOf(filter.sources), filter.sources.empty());
    if (filter.days)
        json["days"] = {filter.days->first, filter.days->last};
    put(json, "leastConfidence", filter.leastConfidence, filter.leastConfidence <= 0);
    put(json, "leastSources", filter.leastSources, filter.leastSources <= 1);
    return json;
}

Written looksJson(const Looks& looks)
{
    Written json = Written::object();
    put(json, "size", sizeNames[static_cast<std::size_t>(looks.size)], looks.size == SizeBy::mentions);
    put(json, "colour", colourNames[static_cast<std::size_t>(looks.colour)], looks.colour == ColourBy::type);
    put(json, "regions", true, !looks.hasRegions);
    Written colours = Written::object();
    for (const NodeColour& colour : looks.colours)
        append(colours, toString(colour.node), colour.rgb);
    put(json, "colours", std::move(colours), looks.colours.empty());
    return json;
}

Written placesJson(const std::vector<PlacedNode>& places)
{
    Written json = Written::object();
    for (const PlacedNode& place : places)
        append(json, toString(place.id), {place.position.x, place.position.y});
    return json;
}

// What is wrong comes out as the first member that is.
class Reader {
public:
    std::string problem;

    // The member when it is there and of the kind; else null, with a problem when it is there.
    const Json* member(const Json& object, const char* key, bool (Json::*is)() const noexcept)
    {
        const auto found = object.find(key);
        if (found == object.end())
            return nullptr;
        if (((*found).*is)())
            return &*found;
        note(key);
        return nullptr;
    }

    const Json* object(const Json& in, const char* key) { return member(in, key, &Json::is_object); }
    const Json* list(const Json& in, const char* key) { return member(in, key, &Json::is_array); }

    template <typename Id>
    void ids(const Json& in, const char* key, std::optional<Id> (*from)(std::string_view), std::vector<Id>& to)
    {
        if (const Json* all = list(in, key)) {
            for (const Json& entry : *all) {
                const auto id = entry.is_string() ? from(entry.get_ref<const std::string&>()) : std::nullopt;
                id ? to.push_back(*id) : note(key);
            }
            sort(to);
        }
    }

    void strings(const Json& in, const char* key, std::vector<std::string>& to)
    {
        if (const Json* all = list(in, key)) {
            for (const Json& entry : *all)
                entry.is_string() ? to.push_back(entry.get<std::string>()) : note(key);
            sort(to);
        }
    }

    std::optional<EntityId> entity(const Json& in, const char* key)
    {
        const Json* text = member(in, key, &Json::is_string);
        const auto id = text ? entityIdFrom(text->get_ref<const std::string&>()) : std::nullopt;
        if (!id)
            note(key);
        return id;
    }

    std::optional<double> number(const Json& in, const char* key, double least, double most)
    {
        const Json* value = member(in, key, &Json::is_number);
        if (!value)
            return std::nullopt;
        const double result = value->get<double>();
        if (std::isfinite(result) && least <= result && result <= most)
            return result;
        note(key);
        return std::nullopt;
    }

    // Numbers of a list that has exactly `count`.
    std::vector<float> numbers(const Json& all, std::size_t count, const char* key)
    {
        std::vector<float> result;
        if (all.is_array()) {
            for (const Json& entry : all) {
                if (entry.is_number() && std::isfinite(entry.get<float>()))
                    result.push_back(entry.get<float>());
            }
        }
        if (all.size() == count && result.size() == count)
            return result;
        note(key);
        return {};
    }

    template <typename Enum>
    void choice(const Json& in, const char* key, const auto& names, Enum& to)
    {
        const Json* text = member(in, key, &Json::is_string);
        if (!text)
            return;
        const auto found = std::ranges::find(names, text->get_ref<const std::string&>());
        if (found == names.end())
            note(key);
        else
            to = static_cast<Enum>(found - names.begin());
    }

    bool flag(const Json& in, const char* key)
    {
        const Json* value = member(in, key, &Json::is_boolean);
        return value && value->get<bool>();
    }

    void note(const char* key)
    {
        if (problem.empty())
            problem = key;
    }

private:
    template <typename Value>
    static void sort(std::vector<Value>& values)
    {
        std::ranges::sort(values);
        const auto [first, last] = std::ranges::unique(values);
        values.erase(first, last);
    }
};

void readContents(Reader& reader, const Json& json, Contents& to)
{
    to.isWhole = !json.contains("entities");
    if (json.contains("start"))
        to.start = reader.entity(json, "start");
    reader.ids(json, "entities", entityIdFrom, to.entities);
    reader.ids(json, "hidden", entityIdFrom, to.hidden);
    reader.ids(json, "stopped", entityIdFrom, to.stopped);
    if (const Json* all = reader.list(json, "collapsed")) {
        for (const Json& entry : *all) {
            if (const auto leader = entry.is_object() ? reader.entity(entry, "leader") : std::nullopt) {
                to.collapsed.push_back({*leader, {}});
                reader.ids(entry, "members", entityIdFrom, to.collapsed.back().members);
            } else {
                reader.note("collapsed");
            }
        }
        std::ranges::sort(to.collapsed, {}, &Collapsed::leader);
    }
}

void readFilter(Reader& reader, const Json& json, Filter& to)
{
    reader.strings(json, "types", to.types);
    reader.strings(json, "relations", to.relations);
    reader.ids(json, "sources", documentIdFrom, to.sources);
    if (const Json* days = reader.list(json, "days")) {
        if (days->size() == 2 && (*days)[0].is_number_integer() && (*days)[1].is_number_integer())
            to.days = DayRange{(*days)[0].get<std::int32_t>(), (*days)[1].get<std::int32_t>()};
        else
            reader.note("days");
    }
    if (const auto least = reader.number(json, "leastConfidence", 0, 1))
        to.leastConfidence = static_cast<float>(*least);
    if (const auto least = reader.number(json, "leastSources", 1, Filter::mostSources))
        to.leastSources = static_cast<std::uint32_t>(*least);
}

void readPlaces(Reader& reader, const Json& json, const char* key, std::vector<PlacedNode>& to)
{
    const Json* all = reader.object(json, key);
    if (!all)
        return;
    for (const auto& [id, value] : all->items()) {
        const auto node = entityIdFrom(id);
        if (const auto place = reader.numbers(value, 2, key); node && !place.empty())
            to.push_back({*node, {place[0], place[1]}});
        else
            reader.note(key);
    }
    std::ranges::sort(to, {}, &PlacedNode::id);
}

void readLooks(Reader& reader, const Json& json, Looks& to)
{
    reader.choice(json, "size", sizeNames, to.size);
    reader.choice(json, "colour", colourNames, to.colour);
    to.hasRegions = reader.flag(json, "regions");
    if (const Json* colours = reader.object(json, "colours")) {
        for (const auto& [id, rgb] : colours->items()) {
            const auto node = entityIdFrom(id);
            if (node && rgb.is_number_unsigned() && rgb.get<std::uint64_t>() <= 0xFFFFFFU)
                to.colours.push_back({*node, rgb.get<std::uint32_t>()});
            else
                reader.note("colours");
        }
        std::ranges::sort(to.colours, {}, &NodeColour::node);
    }
}

} // namespace

std::string toJson(const GraphView& view)
{
    Written json = {{"version", viewVersion}};
    put(json, "contents", contentsJson(view.contents), view.contents == Contents{});
    put(json, "filter", filterJson(view.filter), view.filter.isEmpty());
    if (view.focus)
        json["focus"] = {{"node", toString(view.focus->node)}, {"depth", view.focus->depth}};
    put(json, "hidesRest", true, !view.hidesRest);
    put(json, "pathEnds", idsOf(view.pathEnds), view.pathEnds.empty());
    put(json, "looks", looksJson(view.looks), view.looks == Looks{});
    put(json, "layout", layoutNames[static_cast<std::size_t>(view.layout)], view.layout == LayoutKind::force);
    if (view.centre)
        json["centre"] = toString(*view.centre);
    put(json, "pins", placesJson(view.pins), view.pins.empty());
    put(json, "places", placesJson(view.places), view.places.empty());
    if (view.seen)
        json["seen"] = {view.seen->left, view.seen->top, view.seen->right, view.seen->bottom};
    return json.dump(-1, ' ', false, Written::error_handler_t::replace);
}

Result<GraphView> viewFromJson(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return fail(Errc::badSyntax, "no JSON object");
    const auto version = json.find("version");
    if (version == json.end() || !version->is_number_integer() || version->get<std::int64_t>() < 1)
        return fail(Errc::badSyntax, "version");
    if (version->get<std::int64_t>() > viewVersion)
        return fail(Errc::newerSchema, "view version " + version->dump());
    GraphView view;
    Reader reader;
    if (const Json* contents = reader.object(json, "contents"))
        readContents(reader, *contents, view.contents);
    if (const Json* filter = reader.object(json, "filter"))
        readFilter(reader, *filter, view.filter);
    if (const Json* focus = reader.object(json, "focus")) {
        const auto node = reader.entity(*focus, "node");
        const auto depth = reader.number(*focus, "depth", 1, Focus::deepest);
        if (node && depth)
            view.focus = Focus{*node, static_cast<std::uint32_t>(*depth)};
        else
            reader.note("focus");
    }
    view.hidesRest = reader.flag(json, "hidesRest");
    if (const Json* ends = reader.list(json, "pathEnds")) {
        for (const Json& end : *ends) { // their order means something
            const auto id = end.is_string() ? entityIdFrom(end.get_ref<const std::string&>()) : std::nullopt;
            id ? view.pathEnds.push_back(*id) : reader.note("pathEnds");
        }
    }
    if (const Json* looks = reader.object(json, "looks"))
        readLooks(reader, *looks, view.looks);
    reader.choice(json, "layout", layoutNames, view.layout);
    if (json.contains("centre"))
        view.centre = reader.entity(json, "centre");
    readPlaces(reader, json, "pins", view.pins);
    readPlaces(reader, json, "places", view.places);
    if (const Json* seen = reader.list(json, "seen")) {
        if (const auto sides = reader.numbers(*seen, 4, "seen"); !sides.empty())
            view.seen = Rect{sides[0], sides[1], sides[2], sides[3]};
    }
    if (!reader.problem.empty())
        return fail(Errc::badSyntax, reader.problem);
    return view;
}

} // namespace skein
