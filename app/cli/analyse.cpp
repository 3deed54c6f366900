// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/in-order.h"
#include "app/words.h"

#include <cstdio>

namespace skein::cli {
namespace {

// A source may double its size in JSON, and more; beyond this the line is not kept.
constexpr std::size_t maxLineBytes = 4 * maxSourceBytes;

// The next line of standard input without its end; absent at the end of the input.
std::optional<std::string> readLine()
{
    std::string line;
    bool isThere = false;
    for (int c = std::getc(stdin); c != EOF; c = std::getc(stdin)) {
        isThere = true;
        if (c == '\n') break;
        if (line.size() < maxLineBytes) line += static_cast<char>(c);
    }
    return isThere ? std::optional(std::move(line)) : std::nullopt;
}

bool isBlank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

} // namespace

int analyse(const AnalyseOptions& options)
{
    auto engine = loadEngine(options.resources);
    if (!engine) return Exit::unusable;
    if (!options.additions.empty()) {
        const auto additions = loadAdditions(options.additions);
        if (!additions) {
            complain(sentence(additions.error(), options.additions));
            return Exit::inputFailed;
        }
        auto extended = engine->extended(*additions, options.additions);
        if (!extended) {
            for (const auto& problem : extended.error()) complain(toString(problem));
            return Exit::inputFailed;
        }
        engine = std::move(*extended);
    }
    const auto words = [](const Error& error) { return sentence(error); };
    const auto next = [] {
        auto line = readLine();
        while (line && isBlank(*line)) line = readLine();
        return line;
    };
    const auto work = [&](std::string line) { return analyseLine(line, *engine, options.tokens, words) + "\n"; };
    inOrder(jobsOrAll(options.jobs), next, work, [](std::string answer) {
        print(answer);
        std::fflush(stdout); // whoever waits for this answer before asking the next question gets it
    });
    return finishOutput() ? Exit::ok : Exit::unusable;
}

} // namespace skein::cli
