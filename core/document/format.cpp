// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/format.h"

#include "core/document/encoding.h"
#include "core/document/normalise.h"

#include <algorithm>
#include <array>
#include <utility>

namespace skein {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    std::string_view kind;
};

constexpr Signature signatures[] = {
    {0, "%PDF-"sv, "PDF"},
    {0, "PK\x03\x04"sv, "ZIP archive"},
    {0, "PK\x05\x06"sv, "ZIP archive"},
    {0, "\x89PNG\r\n\x1a\n"sv, "PNG image"},
    {0, "GIF87a"sv, "GIF image"},
    {0, "GIF89a"sv, "GIF image"},
    {0, "\xFF\xD8\xFF"sv, "JPEG image"},
    {0, "II*\0"sv, "TIFF image"},
    {0, "MM\0*"sv, "TIFF image"},
    {0, "\0\0\x01\0"sv, "icon"},
    {4, "ftyp"sv, "MPEG-4 media"},
    {0, "\x7F"
        "ELF"sv,
     "ELF program"},
    {0, "MZ\x90\0"sv, "Windows program"},
    {0, "\xCA\xFE\xBA\xBE"sv, "Java class or Mach-O program"},
    {0, "\xCF\xFA\xED\xFE"sv, "Mach-O program"},
    {0, "\0asm"sv, "WebAssembly module"},
    {0, "\x1F\x8B"sv, "gzip archive"},
    {0, "BZh9"sv, "bzip2 archive"},
    {0, "\xFD"
        "7zXZ\0"sv,
     "xz archive"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "7-Zip archive"},
    {0, "\x28\xB5\x2F\xFD"sv, "Zstandard archive"},
    {0, "Rar!\x1A\x07"sv, "RAR archive"},
    {257, "ustar"sv, "tar archive"},
    {0, "!<arch>\n"sv, "ar archive"},
    {0, "OggS"sv, "Ogg media"},
    {0, "ID3\x03"sv, "MP3 audio"},
    {0, "ID3\x04"sv, "MP3 audio"},
    {0, "fLaC"sv, "FLAC audio"},
    {0, "\x1A\x45\xDF\xA3"sv, "Matroska media"},
    {0, "SQLite format 3\0"sv, "SQLite database"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "Microsoft Office 97 document"},
    {0, "{\\rtf"sv, "RTF document"},
    {0, "%!PS-Adobe"sv, "PostScript document"},
    {0, "AT&TFORM"sv, "DjVu document"},
    {0, "wOFF"sv, "font"},
    {0, "wOF2"sv, "font"},
    {0, "\0\x01\0\0\0"sv, "font"},
    {0, "OTTO\0"sv, "font"},
};

std::string riffKind(std::string_view bytes)
{
    const auto form = bytes.size() >= 12 ? bytes.substr(8, 4) : std::string_view{};
    if (form == "WEBP") return "WebP image";
    if (form == "WAVE") return "WAV audio";
    if (form == "AVI ") return "AVI video";
    return {};
}

// Office and e-book formats are ZIP archives whose first entries give them away.
std::string zipKind(std::string_view bytes)
{
    const auto head = bytes.substr(0, 4096);
    if (head.contains("application/epub+zip")) return "ZIP archive (EPUB book)";
    if (head.contains("application/vnd.oasis.opendocument")) return "ZIP archive (OpenDocument file)";
    if (head.contains("word/") || head.contains("[Content_Types].xml")) return "ZIP archive (Microsoft Office document)";
    return "ZIP archive";
}

std::string extensionOf(std::string_view name)
{
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string{} : lowerAscii(name.substr(dot + 1));
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

// The first bytes, when they can only be the beginning of an HTML page.
bool looksLikeHtml(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    auto head = trimmed(bytes.substr(0, 4096));
    while (head.starts_with("<!--") || head.starts_with("<?xml")) {
        const auto end = head.find('>');
        if (end == std::string_view::npos) return false;
        head = trimmed(head.substr(end + 1));
    }
    const auto lower = lowerAscii(head.substr(0, 16));
    for (const auto tag : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv})
        if (lower.starts_with(tag)) return true;
    return false;
}

bool looksLikeMarkdown(std::string_view bytes)
{
    if (!bytes.starts_with("---\n") && !bytes.starts_with("---\r\n")) return false;
    const auto end = bytes.substr(0, 16384).find("\n---", 3);
    return end != std::string_view::npos && bytes.substr(0, end).find(':') != std::string_view::npos;
}

} // namespace

std::string binaryKind(std::string_view bytes)
{
    for (const auto& signature : signatures)
        if (bytes.size() >= signature.offset && bytes.substr(signature.offset).starts_with(signature.bytes))
            return signature.kind == "ZIP archive" ? zipKind(bytes) : std::string(signature.kind);
    if (bytes.starts_with("RIFF"))
        if (auto kind = riffKind(bytes); !kind.empty()) return kind;

    if (!wideEncodingOf(bytes).empty()) return {};
    const auto sample = bytes.substr(0, 1u << 16);
    std::size_t nuls = 0, controls = 0;
    for (const char c : sample) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0) ++nuls;
        else if (byte < 0x20 && !isOneOf(std::string_view(&c, 1), {"\t", "\n", "\r", "\f", "\x1B"})) ++controls;
    }
    // A stray NUL in a long page is damage, not a format; more are.
    if (nuls * 512 > sample.size()) return "binary data with NUL bytes";
    if (controls * 10 > sample.size()) return "binary data, mostly control characters";
    return {};
}

Format formatOf(const Source& source)
{
    if (!source.mediaType.empty()) {
        auto type = lowerAscii(source.mediaType.substr(0, source.mediaType.find(';')));
        type = std::string(trimmed(type));
        if (isOneOf(type, {"text/html", "application/xhtml+xml"})) return Format::html;
        if (isOneOf(type, {"text/markdown", "text/x-markdown"})) return Format::markdown;
        if (type == "application/json") return Format::sourceText;
        return Format::plainText;
    }
    const auto extension = extensionOf(source.name);
    if (isOneOf(extension, {"html", "htm", "xhtml", "xht", "shtml"})) return Format::html;
    if (isOneOf(extension, {"md", "markdown", "mdown", "mkd", "mkdn"})) return Format::markdown;
    if (isOneOf(extension, {"json", "jsonl", "ndjson", "geojson", "c", "h", "cpp", "hpp", "cc", "cxx", "py", "js", "ts",
                            "java", "rs", "go", "rb", "sh", "css", "qml", "cmake", "sql", "yaml", "yml", "toml", "ini",
                            "xml", "csv", "tsv", "svg"}))
        return Format::sourceText;
    if (looksLikeHtml(source.bytes)) return Format::html;
    if (looksLikeMarkdown(source.bytes)) return Format::markdown;
    return Format::plainText;
}

std::string_view mediaTypeOf(Format format)
{
    switch (format) {
    case Format::markdown: return "text/markdown";
    case Format::html: return "text/html";
    case Format::plainText:
    case Format::sourceText: break;
    }
    return "text/plain";
}

std::string charsetParameter(std::string_view mediaType)
{
    const auto lower = lowerAscii(mediaType);
    const auto at = lower.find("charset=");
    if (at == std::string::npos) return {};
    auto value = std::string_view(lower).substr(at + 8);
    value = value.substr(0, value.find(';'));
    value = trimmed(value);
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'')) value = value.substr(1, value.size() - 2);
    return std::string(value);
}

} // namespace skein
