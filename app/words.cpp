// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words.h"

#include "core/document/document.h"

namespace skein {
namespace {

std::string megabytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

std::string withDetail(std::string words, const Error& error)
{
    if (!error.detail.empty()) words += " (" + error.detail + ")";
    return words + ".";
}

} // namespace

std::string sentence(const Error& error, std::string_view name)
{
    const auto it = "“" + std::string(name) + "”";
    switch (error.code) {
    case Errc::notFound: return "There is no " + it + "; check the name and the folder.";
    case Errc::notReadable: return it + " may not be read or written; check its permissions and those of its folder.";
    case Errc::isFolder: return it + " is a folder; name the files in it instead, for example FOLDER/*.";
    case Errc::empty: return it + " has no text in it; nothing was read from it.";
    case Errc::binary: return it + " is not a text that Skein can read; give it plain text, Markdown or HTML.";
    case Errc::tooLarge:
        return it + " is too large; split it into files of at most " + megabytes(maxSourceBytes) + ".";
    case Errc::tooDeep: return it + " is nested too deeply to be an article; save it as plain text first.";
    case Errc::badEncoding:
        return it + " is in a character encoding that Skein cannot read; save it as UTF-8 first.";
    case Errc::badSyntax: return withDetail(it + " cannot be understood; correct it and try again", error);
    case Errc::notALibrary: return it + " is not a Skein library; choose a file that Skein made, or a new name.";
    case Errc::newerSchema: return it + " was written by a newer Skein; update Skein to open it.";
    case Errc::corrupt: return it + " is damaged; restore it from a copy, or import the sources into a new library.";
    case Errc::diskFull: return "There is no room left for " + it + "; free some space and try again: nothing was lost.";
    case Errc::busy: return it + " is being written by another program; try again when that is done.";
    case Errc::cancelled: return "Stopped before " + it + " was done; nothing was changed.";
    case Errc::internal: break;
    }
    return withDetail("Skein made a mistake with " + it + "; please report it", error);
}

std::string sentence(const Error& error)
{
    switch (error.code) {
    case Errc::empty: return "The text is empty; nothing was read from it.";
    case Errc::tooLarge: return "The text is too large; split it into pieces of at most " + megabytes(maxSourceBytes) + ".";
    case Errc::tooDeep: return "The text is nested too deeply to be an article; give it as plain text.";
    case Errc::binary: return "This is not a text that Skein can read; give it plain text, Markdown or HTML.";
    case Errc::badSyntax: return withDetail("This cannot be understood; correct it and try again", error);
    case Errc::cancelled: return "Stopped; nothing was changed.";
    default: return sentence(error, "text");
    }
}

} // namespace skein
