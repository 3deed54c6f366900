// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/blockwriter.h"

#include "core/document/normalise.h"

namespace skein {
namespace {

// Code as written, without trailing blanks and without empty lines at its ends; empty lines inside become none, for an
// empty line is what separates blocks.
std::string tidyCode(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, end - at);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
        if (!line.empty()) {
            if (!out.empty()) out += '\n';
            out += line;
        }
        at = end + 1;
    }
    return out;
}

bool isTight(BlockKind kind) { return kind == BlockKind::listItem || kind == BlockKind::tableRow; }

} // namespace

void BlockWriter::add(BlockKind kind, int level, std::string_view utf8)
{
    const std::string normal = normaliseText(utf8);
    const std::string tidy = kind == BlockKind::code ? tidyCode(normal) : squeezedLines(normal);
    if (tidy.empty()) return;
    auto& text = m_document.text;
    if (!text.empty()) {
        const bool tight = isTight(kind) && !m_document.blocks.empty() && m_document.blocks.back().kind == kind;
        text += tight ? "\n" : "\n\n";
    }
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += tidy;
    m_document.blocks.push_back({{begin, static_cast<std::uint32_t>(text.size())}, kind, level});
}

} // namespace skein
