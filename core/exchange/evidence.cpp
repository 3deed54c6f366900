// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/evidence.h"

#include "core/exchange/json-writer.h"
#include "core/store/days.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <limits>

namespace skein::exchange {
namespace {

using Json = nlohmann::json;

// Days that no date of four digits names are numbers: they must come back too.
void writeDay(JsonWriter& json, std::int32_t day)
{
    if (const auto text = dayText(day); !text.empty()) json.string(text);
    else json.number(day);
}

void writeDocument(JsonWriter& json, const GraphDocument& document)
{
    json.key("document").string(toString(document.id)).key("title").string(document.title);
    if (!document.published.empty()) json.key("published").string(document.published);
}

void writeText(JsonWriter& json, std::string_view key, std::string_view text)
{
    if (!text.empty()) json.key(key).string(text);
}

std::string text(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint32_t count(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned()) return 0;
    const auto value = found->get<std::uint64_t>();
    return value <= std::numeric_limits<std::uint32_t>::max() ? static_cast<std::uint32_t>(value) : 0;
}

std::optional<std::int32_t> dayFrom(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end()) return std::nullopt;
    if (found->is_string()) {
        const auto days = daysOf(found->get<std::string>());
        return days ? std::optional(days->first) : std::nullopt;
    }
    if (!found->is_number_integer()) return std::nullopt;
    const auto value = found->get<std::int64_t>();
    if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max())
        return std::nullopt;
    return static_cast<std::int32_t>(value);
}

std::optional<GraphDocument> documentFrom(const Json& object)
{
    if (!object.is_object()) return std::nullopt;
    const auto id = documentIdFrom(text(object, "document"));
    if (!id) return std::nullopt;
    return GraphDocument{*id, text(object, "title"), text(object, "published")};
}

} // namespace

std::string dayText(std::int32_t day)
{
    constexpr std::int32_t first = -719162; // 0001-01-01
    constexpr std::int32_t last = 2932896;  // 9999-12-31
    if (day < first || day > last) return {};
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    char digits[32];
    std::snprintf(digits, sizeof digits, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return digits;
}

std::string evidenceJson(const GraphFile& file, std::size_t edge)
{
    const auto evidence = file.graph.evidenceOf(file.graph.edges[edge]);
    const bool hasQuotes = !file.quotes.empty() && file.quotes[edge].size() == evidence.size();
    JsonWriter json;
    json.beginArray();
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        json.beginObject();
        writeDocument(json, file.graph.documents[evidence[i].document]);
        json.key("confidence").number(evidence[i].confidence);
        if (evidence[i].when != GraphEvidence::undated) {
            json.key("first");
            writeDay(json, evidence[i].when.first);
            json.key("last");
            writeDay(json, evidence[i].when.last);
        }
        if (evidence[i].isDatedByWords) json.key("datedByWords").raw("true");
        if (hasQuotes) {
            const auto& quote = file.quotes[edge][i];
            json.key("claim").string(toString(quote.claim)).key("quote").string(quote.quote);
            json.key("start").number(quote.start).key("end").number(quote.end);
            writeText(json, "before", quote.before);
            writeText(json, "after", quote.after);
            writeText(json, "speaker", quote.speaker);
            writeText(json, "polarity", quote.polarity);
            writeText(json, "modality", quote.modality);
            writeText(json, "status", quote.status);
            writeText(json, "time", quote.time);
            writeText(json, "rule", quote.rule);
        }
        json.endObject();
    }
    return std::move(json.endArray().text());
}

const Provenance* bestQuote(const GraphFile& file, std::size_t edge)
{
    if (file.quotes.empty() || file.quotes[edge].empty()) return nullptr;
    return &*std::ranges::max_element(file.quotes[edge], {}, &Provenance::confidence);
}

std::string documentsJson(const std::vector<GraphDocument>& documents)
{
    JsonWriter json;
    json.beginArray();
    for (const auto& document : documents) {
        json.beginObject();
        writeDocument(json, document);
        json.endObject();
    }
    return std::move(json.endArray().text());
}

std::optional<ReadEvidence> evidenceFrom(std::string_view json)
{
    const auto array = Json::parse(json, nullptr, false);
    if (!array.is_array()) return std::nullopt;
    ReadEvidence read;
    for (const auto& object : array) {
        auto document = documentFrom(object);
        if (!document) return std::nullopt;
        GraphEvidence evidence;
        evidence.document = static_cast<std::uint32_t>(read.documents.size());
        const auto confidence = object.find("confidence");
        if (confidence != object.end() && confidence->is_number()) evidence.confidence = static_cast<float>(confidence->get<double>());
        if (!std::isfinite(evidence.confidence)) return std::nullopt;
        const auto first = dayFrom(object, "first");
        const auto last = dayFrom(object, "last");
        if (first && last) evidence.when = {*first, *last};
        const auto dated = object.find("datedByWords");
        evidence.isDatedByWords = dated != object.end() && dated->is_boolean() && dated->get<bool>();
        if (const auto claim = claimIdFrom(text(object, "claim")))
            read.quotes.push_back({.claim = *claim, .document = document->id, .quote = text(object, "quote"),
                                   .start = count(object, "start"), .end = count(object, "end"),
                                   .before = text(object, "before"), .after = text(object, "after"),
                                   .speaker = text(object, "speaker"), .polarity = text(object, "polarity"),
                                   .modality = text(object, "modality"), .status = text(object, "status"),
                                   .time = text(object, "time"), .rule = text(object, "rule"),
                                   .confidence = evidence.confidence});
        read.evidence.push_back(evidence);
        read.documents.push_back(std::move(*document));
    }
    if (read.quotes.size() != read.evidence.size()) read.quotes.clear();
    return read;
}

std::optional<std::vector<GraphDocument>> documentsFrom(std::string_view json)
{
    const auto array = Json::parse(json, nullptr, false);
    if (!array.is_array()) return std::nullopt;
    std::vector<GraphDocument> documents;
    for (const auto& object : array) {
        auto document = documentFrom(object);
        if (!document) return std::nullopt;
        documents.push_back(std::move(*document));
    }
    return documents;
}

} // namespace skein::exchange
