// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/words.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace skein::cli {

int suggest(const SuggestOptions& options)
{
    using Json = nlohmann::ordered_json;
    const auto library = openForReading(options.library);
    if (!library) return Exit::unusable;
    const auto suggestions = library->suggestions(options.limit);
    if (!suggestions) {
        complain(sentence(suggestions.error(), options.library));
        return Exit::unusable;
    }
    auto list = Json::array();
    for (const auto& one : *suggestions) {
        if (options.json) {
            list.push_back({{"kept", {{"id", toString(one.kept)}, {"name", one.keptName}}},
                            {"merged", {{"id", toString(one.merged)}, {"name", one.mergedName}}},
                            {"type", one.type},
                            {"score", one.score},
                            {"reason", one.reason}});
            continue;
        }
        char score[16];
        std::snprintf(score, sizeof score, "%.2f", one.score);
        print(std::string(score) + "  " + oneLine(one.keptName) + " ← " + oneLine(one.mergedName) + "\n      " +
              oneLine(one.reason) + "\n");
    }
    if (options.json) print(Json{{"suggestions", std::move(list)}}.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    else if (suggestions->empty()) print("Nothing to suggest.\n");
    return finishOutput() ? Exit::ok : Exit::unusable;
}

} // namespace skein::cli
