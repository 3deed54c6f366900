// SPDX-License-Identifier: GPL-3.0-or-later
// What a file says, and where in it. One importer a format turns untrusted bytes into a Document.
//
// Every importer: fetches nothing, follows nothing outside the bytes, expands nothing without a cap, recurses to no depth
// that input decides, and either returns a document or refuses with a reason. The same bytes give the same document.
#pragma once

#include "core/base/result.h"
#include "core/base/span.h"
#include "core/base/task.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

// The largest source that is read, in bytes.
inline constexpr std::size_t maxSourceBytes = 64u << 20;

// The original bytes of a source and what its surroundings say about them.
struct Source {
    std::string bytes;
    std::string name;      // file name with extension, for people and as a hint to the format
    std::string uri;       // where it came from: a file: URI, or empty
    std::string mediaType; // IANA media type; empty: decided from name and bytes

    bool operator==(const Source&) const = default;
};

enum class BlockKind { title, heading, paragraph, listItem, quotation, code, tableRow, caption };

// A run of text that stands on its own: no sentence and no name crosses its ends. Blocks are in order and do not overlap;
// text between them is line breaks. A block may hold single line breaks that its author made (<br>, code). A table row's
// cells are joined by " | ". List items hold their text without bullet or number.
struct Block {
    Span span;
    BlockKind kind = BlockKind::paragraph;
    int level = 0; // heading 1–6, list nesting from 1, otherwise 0

    bool operator==(const Block&) const = default;
};

struct Document {
    std::string mediaType;    // text/plain, text/markdown, text/html
    std::string encoding;     // IANA name of the character set the bytes were decoded from
    std::string title;        // never empty: metadata, first heading, first line or file name, in this order
    std::string author;       // empty when the document does not say
    std::string published;    // EDTF (ISO 8601-2), empty when the document does not say
    std::string site;         // publication or site name, empty when the document does not say
    std::string text;         // UTF-8, NFC, LF; blocks separated by one empty line, items of a list and rows of a table by
                              // one line break; mark-up, site furniture, bylines and datelines gone. HTML: the article
                              // without its headline, which is the title
    std::vector<Block> blocks;
    std::vector<std::string> notes; // what was lost or guessed, for people who ask: "2 invalid bytes replaced"

    bool operator==(const Document&) const = default;
};

// Reads a file into memory. Fails with notFound, notReadable (also: a pipe, a socket, a device; never waits for one),
// isFolder, empty or tooLarge (told by the size alone, nothing is read).
Result<Source> loadSource(const std::filesystem::path& file);

// Decides the format and imports: a media type that is given decides, then the name's extension, then the first bytes.
// Source text and JSON are plain text whose blocks are code. Fails with empty, binary (the detail names the kind: "PDF",
// "ZIP archive", …), badEncoding, tooLarge or tooDeep, or cancelled.
Result<Document> importDocument(const Source& source, const Cancel& cancel);

// Decodes bytes to UTF-8 without changing what they say: a byte-order mark, then the zero bytes of unmarked UTF-16, then
// UTF-8 validity (well-formed UTF-8 beyond ASCII is hardly ever anything else, whatever its page declares), then
// `declared` (an HTML or XML declaration, read by the aliases of the WHATWG Encoding Standard; may be empty), then
// detection. Fails with badEncoding when more than a twentieth of the characters would be lost. The text as an editor
// would show it: for the raw view of a source.
struct Decoded {
    std::string text;
    std::string encoding;
    std::size_t replaced = 0; // bytes that had no meaning and became U+FFFD
};
Result<Decoded> decode(std::string_view bytes, std::string_view declared = {});

} // namespace skein
