// SPDX-License-Identifier: GPL-3.0-or-later
// importDocument(): from bytes to the importer of their format, and what is the same for every format.
#include "core/document/document.h"

#include "core/document/encoding.h"
#include "core/document/format.h"
#include "core/document/importers.h"
#include "core/document/normalise.h"

#include <algorithm>

namespace skein {
namespace {

// A file name as a title: without its extension, with blanks for the characters that stand for them.
std::string titleFromName(std::string_view name)
{
    auto stem = name.substr(0, name.rfind('.') == 0 ? name.size() : name.rfind('.'));
    std::string title = squeezed(normaliseText(stem));
    std::ranges::replace(title, '_', ' ');
    if (!title.contains(' ')) std::ranges::replace(title, '-', ' ');
    title = squeezed(title);
    return title.empty() ? "Untitled" : title;
}

std::string cut(std::string text, std::size_t bytes)
{
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    text.resize(bytes);
    return text + "…";
}

} // namespace

Result<Document> importDocument(const Source& source, const Cancel& cancel)
{
    if (source.bytes.empty()) return fail(Errc::empty, source.name + " has no bytes");
    if (source.bytes.size() > maxSourceBytes)
        return fail(Errc::tooLarge, source.name + " has " + std::to_string(source.bytes.size()) + " bytes, more than " +
                                        std::to_string(maxSourceBytes));
    if (auto kind = binaryKind(source.bytes); !kind.empty()) return fail(Errc::binary, kind);

    const Format format = formatOf(source);
    std::string declared = charsetParameter(source.mediaType);
    if (declared.empty() && format == Format::html) declared = declaredEncoding(source.bytes);
    auto decoded = decode(source.bytes, declared);
    if (!decoded) return std::unexpected(decoded.error());
    if (cancel.isRaised()) return fail(Errc::cancelled, "while decoding " + source.name);

    Document document;
    document.mediaType = mediaTypeOf(format);
    document.encoding = decoded->encoding;
    if (decoded->replaced == 1) document.notes.push_back("1 invalid byte replaced");
    else if (decoded->replaced > 1) document.notes.push_back(std::to_string(decoded->replaced) + " invalid bytes replaced");

    Result<void> done;
    switch (format) {
    case Format::plainText: done = importPlainText(decoded->text, document, cancel); break;
    case Format::sourceText: done = importSourceText(decoded->text, document, cancel); break;
    case Format::markdown: done = importMarkdown(decoded->text, document, cancel); break;
    case Format::html: done = importHtml(decoded->text, document, cancel); break;
    }
    if (!done) return std::unexpected(done.error());
    if (cancel.isRaised()) return fail(Errc::cancelled, "while reading " + source.name);
    if (document.text.empty()) return fail(Errc::empty, source.name + " has no text");

    for (auto* field : {&document.title, &document.author, &document.site})
        *field = cut(squeezed(normaliseText(*field)), 1000);
    if (document.title.empty()) document.title = titleFromName(source.name);
    return document;
}

} // namespace skein
