// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong in a file that a person wrote, and where: the shape in which every validator reports.
#pragma once

#include "core/base/result.h"
#include "core/base/span.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

struct Problem {
    std::string file;         // as the caller named it
    std::uint32_t line = 1;   // from 1
    std::uint32_t column = 1; // from 1, in Unicode code points
    Span span;                // the words at fault, bytes of the file; may be empty
    std::string message;      // what is wrong and what to do, one sentence without a full stop

    bool operator==(const Problem&) const = default;
};

// "FILE:LINE:COLUMN: MESSAGE."
std::string toString(const Problem& problem);

// All of them as one error: badSyntax, the detail is the first and how many there are besides. REQUIRES: there is one.
Error errorOf(const std::vector<Problem>& problems);

// The problems of one text. Keeps a view of it.
class Complaints {
public:
    Complaints(std::string_view file, std::string_view text);

    // A span beyond the text means its end.
    void add(Span where, std::string message);
    bool isEmpty() const { return m_problems.empty(); }
    std::string_view file() const { return m_file; }
    std::string_view text() const { return m_text; }
    std::uint32_t lineOf(std::uint32_t at); // from 1
    // In the order of the text.
    std::vector<Problem> take();

private:
    std::string m_file;
    std::string_view m_text;
    std::vector<std::uint32_t> m_lines; // where each begins; made when it is first asked for
    std::vector<Problem> m_problems;
};

// “words”
std::string inQuotes(std::string_view words);

// What to write instead of a word that is none of `known`: "did you mean “label”?" when one differs by a letter or two,
// else "use one of a, b and c".
std::string suggestion(std::string_view word, const std::vector<std::string_view>& known);

} // namespace skein
