// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace skein {

// What a line between an article's title and its first paragraph says about the article.
struct HeadLine {
    bool isMetadata = false; // the whole line is a byline, a date, a reading time or several of them
    std::string author;
    std::string published;   // EDTF
};

// Understands "By Jane Doe", "Published April 9, 2026", "2026-04-09", "Jane Doe · April 9, 2026 · 5 min read" and the like.
HeadLine readHeadLine(std::string_view line);

// The names in a byline without its "By", titles of office and what follows the names; empty when it holds no name.
std::string authorFrom(std::string_view byline);

} // namespace skein
