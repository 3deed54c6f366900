// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences, words, word classes and grammar of a text, after Universal Dependencies 2 (universaldependencies.org).
#pragma once

#include "core/base/span.h"
#include "core/document/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

enum class Upos : std::uint8_t {
    adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x
};

// The UD relations and the English subtypes of EWT, as one table of names; see deprelName().
enum class Deprel : std::uint8_t; // its values: core/text/deprel.h

struct Token {
    Span span;
    Upos upos = Upos::x;
    Deprel deprel{};
    std::int32_t head = -1; // index into Reading::tokens, in the same sentence; -1: root, or not parsed
    std::string lemma;

    bool operator==(const Token&) const = default;
};

struct Sentence {
    Span span;                    // from its first to its last token, without surrounding white space
    std::uint32_t firstToken = 0; // tokens [firstToken, lastToken)
    std::uint32_t lastToken = 0;

    bool operator==(const Sentence&) const = default;
};

// Tokens and sentences in order; every token belongs to exactly one sentence. No sentence crosses a block.
struct Reading {
    std::vector<Sentence> sentences;
    std::vector<Token> tokens;

    bool operator==(const Reading&) const = default;
};

std::string_view uposName(Upos upos);       // "PROPN"
std::string_view deprelName(Deprel deprel); // "nsubj:pass"

} // namespace skein
