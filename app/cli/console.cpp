// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/commands.h"
#include "app/words.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

namespace skein::cli {

void complain(std::string_view sentence)
{
    std::fflush(stdout);
    std::fprintf(stderr, "skein-cli: %.*s\n", static_cast<int>(sentence.size()), sentence.data());
}

std::string counted(std::size_t number, const char* one, const char* many)
{
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

int refuse(const Error& error, const std::string& library)
{
    complain(sentence(error, library));
    return Exit::unusable;
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

bool finishOutput()
{
    if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return true;
    complain(std::string("The output could not be written (") + std::strerror(errno) + "); check where it goes.");
    return false;
}

std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const bool isSpace = c == ' ' || static_cast<unsigned char>(c) < 0x20;
        if (!isSpace) line += c;
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    return line;
}

std::filesystem::path resourceFolder(const std::string& named)
{
    if (!named.empty()) return named;
    if (const char* set = std::getenv("SKEIN_RESOURCES"); set && *set) return set;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        auto installed = program.parent_path().parent_path() / "share" / "skein";
        if (std::filesystem::is_directory(installed, error)) return installed;
    }
    return SKEIN_SOURCE_RESOURCES;
}

std::shared_ptr<const Engine> loadEngine(const std::string& resources)
{
    const auto folder = resourceFolder(resources);
    auto engine = Engine::load(folder);
    if (engine) return *engine;
    complain("The resources in “" + folder.string() + "” cannot be used (" + engine.error().detail +
             "); name their folder with --resources.");
    return nullptr;
}

std::shared_ptr<const Engine> engineFor(const Library& library, const Engine& engine)
{
    const auto additions = library.additions();
    if (!additions) {
        complain(sentence(additions.error(), library.file().string()));
        return nullptr;
    }
    auto extended = engine.extended(*additions, "additions");
    if (extended) return *extended;
    complain("What “" + library.file().string() + "” is taught does not fit this Skein (" + toString(extended.error().front()) +
             "); correct it with skein-cli teach.");
    return nullptr;
}

std::optional<Library> openForReading(const std::string& library)
{
    auto opened = Library::open(library, Library::Access::readOnly);
    if (opened) return std::move(*opened);
    complain(sentence(opened.error(), library));
    return std::nullopt;
}

unsigned jobsOrAll(unsigned jobs)
{
    return jobs > 0 ? std::min(jobs, 256u) : std::max(1u, std::thread::hardware_concurrency());
}

} // namespace skein::cli
