// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/words.h"

#include <filesystem>
#include <fstream>

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

} // namespace

int exportLibrary(const ExportOptions& options)
{
    const auto library = openForReading(options.library);
    if (!library) return Exit::unusable;
    auto json = library->exportJson();
    if (!json) {
        complain(sentence(json.error(), options.library));
        return Exit::unusable;
    }
    if (!options.output.empty()) {
        if (writeFile(options.output, *json)) return Exit::ok;
        complain("“" + options.output + "” could not be written; check its folder and the room left on the disk.");
        return Exit::unusable;
    }
    print(*json);
    return finishOutput() ? Exit::ok : Exit::unusable;
}

} // namespace skein::cli
