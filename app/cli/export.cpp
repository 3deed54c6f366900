// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/words.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace skein::cli {
namespace {

bool writeTo(const std::filesystem::path& file, std::string_view text)
{
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.close();
    return static_cast<bool>(stream);
}

// Writes beside the file first: one that was there stays whole until the new one is.
bool writeFile(const std::filesystem::path& file, std::string_view text)
{
    std::error_code error;
    // A device or a pipe is written to, never replaced; a link leads to the file that is.
    const auto target = std::filesystem::weakly_canonical(file, error);
    if (error) return false;
    const auto status = std::filesystem::status(target, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) return writeTo(target, text);
    auto part = target;
    part += ".part";
    if (writeTo(part, text)) {
        std::filesystem::rename(part, target, error);
        if (!error) return true;
    }
    std::filesystem::remove(part, error);
    return false;
}

// Writes one after the other, or complains about the first that it could not.
int writeAll(const std::vector<exchange::TextFile>& files)
{
    for (const auto& [path, text] : files) {
        if (writeFile(path, text)) continue;
        complain("“" + path.string() + "” could not be written; check its folder and the room left on the disk.");
        return Exit::unusable;
    }
    return Exit::ok;
}

int exportGraph(const ExportOptions& options, const Library& library, exchange::GraphFormat format)
{
    if (format == exchange::GraphFormat::csv && options.output.empty()) {
        complain("CSV is two files; name them with -o NAME.csv, which makes NAME-nodes.csv and NAME-edges.csv.");
        return Exit::usage;
    }
    auto graph = library.graph();
    auto file = graph ? library.graphFile(std::move(*graph), {}) : std::unexpected(graph.error());
    if (!file) {
        complain(sentence(file.error(), options.library));
        return Exit::unusable;
    }
    const auto files = exchange::filesOf(*file, format, options.output);
    if (!options.output.empty()) return writeAll(files);
    print(files.front().text);
    return finishOutput() ? Exit::ok : Exit::unusable;
}

// The whole file, or complains.
std::optional<std::string> readWhole(const std::string& name)
{
    std::error_code error;
    const auto isFolder = std::filesystem::is_directory(name, error);
    std::ifstream stream(name, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!isFolder && stream) return bytes;
    const auto code = isFolder                                  ? Errc::isFolder
                      : std::filesystem::exists(name, error) ? Errc::notReadable
                                                             : Errc::notFound;
    complain(sentence({code, {}}, name));
    return std::nullopt;
}

} // namespace

int convert(const ConvertOptions& options)
{
    const auto ending = std::filesystem::path(options.output).extension().string();
    const auto format = exchange::graphFormatOf(std::string_view(ending).substr(ending.empty() ? 0 : 1));
    if (!format) {
        complain("“" + options.output + "” ends in none of .graphml, .gexf, .jsonld and .csv, which say what to write.");
        return Exit::usage;
    }
    const auto bytes = readWhole(options.input);
    if (!bytes) return Exit::inputFailed;
    const auto file = exchange::readGraphFile(*bytes, Cancel());
    if (!file) {
        complain(sentence(file.error(), options.input));
        return Exit::inputFailed;
    }
    return writeAll(exchange::filesOf(*file, *format, options.output));
}

int exportLibrary(const ExportOptions& options)
{
    const auto library = openForReading(options.library);
    if (!library) return Exit::unusable;
    if (const auto format = exchange::graphFormatOf(options.format)) return exportGraph(options, *library, *format);
    auto json = library->exportJson();
    if (!json) {
        complain(sentence(json.error(), options.library));
        return Exit::unusable;
    }
    if (!options.output.empty()) return writeAll({{options.output, std::move(*json)}});
    print(*json);
    return finishOutput() ? Exit::ok : Exit::unusable;
}

} // namespace skein::cli
