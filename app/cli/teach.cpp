// SPDX-License-Identifier: GPL-3.0-or-later
// teach and check: what a library knows beyond what Skein ships, and whether files of ours are as they should be.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/words.h"

#include <cstdio>
#include <unistd.h>

namespace skein::cli {
namespace {

// "3 claims more, 1 less"
std::string movement(std::size_t more, std::size_t less, const char* one, const char* many)
{
    if (more == 0 && less == 0) return std::string("no ") + one + " changed";
    std::string words;
    if (more > 0) words = counted(more, one, many) + " more";
    if (less > 0) words += (words.empty() ? counted(less, one, many) : ", " + std::to_string(less)) + " less";
    return words;
}

void report(const Reread& reread)
{
    print("Read again: " + counted(reread.documents, "document", "documents") + "; " +
          movement(reread.claimsAdded, reread.claimsRemoved, "claim", "claims") + "; " +
          movement(reread.mentionsAdded, reread.mentionsRemoved, "mention", "mentions") + ".\n");
    for (const auto& change : reread.changes)
        print(std::string(change.isAdded ? "  + " : "  - ") + change.subject + " – " + change.label + " – " + change.object +
              "\n      “" + oneLine(change.quote) + "” (" + oneLine(change.documentTitle) + ")\n");
    const std::size_t all = reread.claimsAdded + reread.claimsRemoved;
    if (all > reread.changes.size()) print("  … and " + counted(all - reread.changes.size(), "claim", "claims") + " besides\n");
}

int show(const std::string& name)
{
    const auto library = openForReading(name);
    if (!library) return Exit::unusable;
    const auto additions = library->additions();
    if (!additions) {
        complain(sentence(additions.error(), name));
        return Exit::unusable;
    }
    print(*additions);
    return finishOutput() ? Exit::ok : Exit::unusable;
}

} // namespace

int teach(const TeachOptions& options)
{
    if (options.file.empty()) return show(options.library);
    const auto additions = loadAdditions(options.file);
    if (!additions) {
        complain(sentence(additions.error(), options.file));
        return Exit::inputFailed;
    }
    const auto engine = loadEngine(options.resources);
    if (!engine) return Exit::unusable;
    const auto extended = engine->extended(*additions, options.file);
    if (!extended) {
        for (const auto& problem : extended.error()) complain(toString(problem));
        return Exit::inputFailed;
    }
    auto library = Library::open(options.library, Library::Access::readWrite);
    if (!library) {
        complain(sentence(library.error(), options.library));
        return Exit::unusable;
    }
    const bool hasTerminal = isatty(STDERR_FILENO) != 0;
    const auto reread = library->teach(*additions, **extended, Cancel(), [&](double share) {
        if (hasTerminal) std::fprintf(stderr, "\r\033[K%3.0f %% read again", 100 * share);
    });
    if (hasTerminal) std::fputs("\r\033[K", stderr);
    if (!reread) {
        complain(sentence(reread.error(), options.library));
        return Exit::unusable;
    }
    report(*reread);
    return finishOutput() ? Exit::ok : Exit::unusable;
}

int check(const CheckOptions& options)
{
    std::size_t files = 0, problems = 0;
    for (const auto& path : options.paths) {
        const auto checked = checkResources(path, resourceFolder(options.resources));
        if (!checked) {
            complain(sentence(checked.error(), path));
            return Exit::unusable;
        }
        files += checked->files;
        problems += checked->problems.size();
        for (const auto& problem : checked->problems) print(toString(problem) + "\n");
    }
    if (problems == 0)
        print(files == 0 ? "Nothing of ours to check: no ontology, list, rules or additions.\n"
                         : "Sound: " + counted(files, "file", "files") + ".\n");
    if (!finishOutput()) return Exit::unusable;
    return problems == 0 ? Exit::ok : Exit::inputFailed;
}

} // namespace skein::cli
