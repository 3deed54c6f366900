// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

#include <string_view>

namespace skein {

// Writes a document's text block by block, so that spans and separators are made in one place. Every importer ends here.
class BlockWriter {
public:
    // REQUIRES: the document outlives the writer and has no text yet.
    explicit BlockWriter(Document& document) : m_document(document) {}

    // Appends a block: normalised, blanks squeezed (a line break that the author made stays one; code keeps its blanks).
    // Nothing happens when no text is left.
    void add(BlockKind kind, int level, std::string_view utf8);

private:
    Document& m_document;
};

} // namespace skein
