// SPDX-License-Identifier: GPL-3.0-or-later
// Gold sentences from CoNLL-U files, with their place in the raw text.
#pragma once

#include "core/base/result.h"
#include "core/base/span.h"
#include "core/document/document.h"

#include <filesystem>
#include <string>
#include <vector>

namespace skein {

struct GoldWord {
    std::string form;
    std::string lemma;
    std::string upos;
    std::string xpos;
    std::string deprel;
    int head = -1; // index in the sentence; -1: root
    std::string misc; // the last column
    Span span;        // in the document's text; the parts of a contraction that is not their plain sum share one
};

struct GoldSentence {
    std::vector<GoldWord> words;
    Span span;
};

struct GoldDocument {
    std::string text;
    std::vector<Block> blocks; // the paragraphs
    std::vector<GoldSentence> sentences;
};

// Reads a .conllu file, or every one in a folder in the order of their names. Fails with notFound or badSyntax.
Result<std::vector<GoldDocument>> readTreebank(const std::filesystem::path& path);

} // namespace skein
