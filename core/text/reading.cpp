// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/reading.h"

#include "core/text/deprel.h"

#include <algorithm>
#include <array>

namespace skein {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::string_view, uposCount> uposNames{
    "ADJ"sv, "ADP"sv, "ADV"sv,  "AUX"sv,   "CCONJ"sv, "DET"sv,   "INTJ"sv, "NOUN"sv, "NUM"sv,
    "PART"sv, "PRON"sv, "PROPN"sv, "PUNCT"sv, "SCONJ"sv, "SYM"sv, "VERB"sv, "X"sv};

constexpr std::array<std::string_view, deprelCount> deprelNames{
    "acl"sv, "acl:relcl"sv, "advcl"sv, "advcl:relcl"sv, "advmod"sv, "amod"sv, "appos"sv, "aux"sv, "aux:pass"sv, "case"sv,
    "cc"sv, "cc:preconj"sv, "ccomp"sv, "compound"sv, "compound:prt"sv, "conj"sv, "cop"sv, "csubj"sv, "csubj:outer"sv,
    "csubj:pass"sv, "dep"sv, "det"sv, "det:predet"sv, "discourse"sv, "dislocated"sv, "expl"sv, "fixed"sv, "flat"sv,
    "goeswith"sv, "iobj"sv, "list"sv, "mark"sv, "nmod"sv, "nmod:desc"sv, "nmod:poss"sv, "nmod:unmarked"sv, "nsubj"sv,
    "nsubj:outer"sv, "nsubj:pass"sv, "nummod"sv, "obj"sv, "obl"sv, "obl:agent"sv, "obl:unmarked"sv, "orphan"sv,
    "parataxis"sv, "punct"sv, "reparandum"sv, "root"sv, "vocative"sv, "xcomp"sv};
static_assert(std::ranges::is_sorted(deprelNames));

} // namespace

std::string_view uposName(Upos upos) { return uposNames[static_cast<std::size_t>(upos)]; }

std::string_view deprelName(Deprel deprel) { return deprelNames[static_cast<std::size_t>(deprel)]; }

std::optional<Deprel> deprelFrom(std::string_view name)
{
    for (;;) {
        const auto found = std::ranges::lower_bound(deprelNames, name);
        if (found != deprelNames.end() && *found == name) return static_cast<Deprel>(found - deprelNames.begin());
        const auto colon = name.rfind(':');
        if (colon == std::string_view::npos) return std::nullopt;
        name = name.substr(0, colon);
    }
}

std::optional<Upos> uposFrom(std::string_view name)
{
    const auto found = std::ranges::find(uposNames, name);
    if (found == uposNames.end()) return std::nullopt;
    return static_cast<Upos>(found - uposNames.begin());
}

} // namespace skein
