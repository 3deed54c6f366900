// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/words.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <map>

namespace skein::cli {
namespace {

using Json = nlohmann::ordered_json;

// Adds the hits with positions in code points of their documents' texts.
Result<Json> hitsJson(const Library& library, const std::vector<SearchHit>& hits)
{
    std::map<DocumentId, std::vector<std::size_t>> byDocument;
    for (std::size_t i = 0; i < hits.size(); ++i) byDocument[hits[i].document].push_back(i);
    auto json = Json::array();
    for (std::size_t i = 0; i < hits.size(); ++i) json.push_back(nullptr);
    for (const auto& [id, indices] : byDocument) {
        const auto document = library.document(id);
        if (!document) return std::unexpected(document.error());
        const OffsetMap offsets(document->text, OffsetMap::Unit::codePoint);
        for (const auto i : indices)
            json[i] = {{"document", toString(id)},
                       {"start", offsets.fromByte(hits[i].span.begin)},
                       {"end", offsets.fromByte(hits[i].span.end)},
                       {"snippet", hits[i].snippet},
                       {"score", hits[i].score}};
    }
    return json;
}

// The title, and the snippet below it.
void printHit(const SearchHit& hit)
{
    print(oneLine(hit.documentTitle) + "\n    " + oneLine(hit.snippet) + "\n");
}

} // namespace

int search(const SearchOptions& options)
{
    const auto library = openForReading(options.library);
    if (!library) return Exit::unusable;
    const auto begin = std::chrono::steady_clock::now();
    const auto answer = library->search(options.query, options.limit);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    if (!answer) {
        complain(sentence(answer.error(), options.library));
        return Exit::unusable;
    }
    if (options.json) {
        auto hits = hitsJson(*library, answer->hits);
        if (!hits) {
            complain(sentence(hits.error(), options.library));
            return Exit::unusable;
        }
        auto entities = Json::array();
        for (const auto& hit : answer->entities)
            entities.push_back({{"id", toString(hit.id)}, {"name", hit.name}, {"type", hit.type}});
        const Json json{{"hits", std::move(*hits)}, {"entities", std::move(entities)}, {"milliseconds", took.count()}};
        print(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    } else {
        for (const auto& hit : answer->entities)
            print(hit.name + (hit.matched.empty() ? "" : " (“" + hit.matched + "”)") + " – " + hit.type + ", " +
                  std::to_string(hit.mentions) + (hit.mentions == 1 ? " mention\n" : " mentions\n"));
        if (!answer->entities.empty() && !answer->hits.empty()) print("\n");
        for (const auto& hit : answer->hits) printHit(hit);
        if (answer->entities.empty() && answer->hits.empty()) print("Nothing found.\n");
    }
    return finishOutput() ? Exit::ok : Exit::unusable;
}

} // namespace skein::cli
