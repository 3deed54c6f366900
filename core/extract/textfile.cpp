// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/textfile.h"

#include <fstream>
#include <system_error>

namespace skein {

Result<std::string> readTextFile(const std::filesystem::path& file)
{
    std::error_code code;
    const auto status = std::filesystem::status(file, code);
    if (!std::filesystem::exists(status)) return fail(Errc::notFound, file.string());
    if (std::filesystem::is_directory(status)) return fail(Errc::isFolder, file.string());
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return fail(Errc::notReadable, file.string());
    const auto size = std::filesystem::file_size(file, code);
    if (code) return fail(Errc::notReadable, file.string() + ": " + code.message());
    std::string bytes(size, '\0');
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(size))) return fail(Errc::notReadable, file.string());
    return bytes;
}

} // namespace skein
