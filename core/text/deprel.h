// SPDX-License-Identifier: GPL-3.0-or-later
// The relations of UD 2 that EWT 2.15 uses, with its English subtypes. In the order of their names: the numbers are part of
// the model file's format.
#pragma once

#include "core/text/reading.h"

#include <optional>
#include <string_view>

namespace skein {

enum class Deprel : std::uint8_t {
    acl, aclRelcl, advcl, advclRelcl, advmod, amod, appos, aux, auxPass, casemark, cc, ccPreconj, ccomp, compound,
    compoundPrt, conj, cop, csubj, csubjOuter, csubjPass, dep, det, detPredet, discourse, dislocated, expl, fixed, flat,
    goeswith, iobj, list, mark, nmod, nmodDesc, nmodPoss, nmodUnmarked, nsubj, nsubjOuter, nsubjPass, nummod, obj, obl,
    oblAgent, oblUnmarked, orphan, parataxis, punct, reparandum, root, vocative, xcomp
};

inline constexpr std::size_t deprelCount = static_cast<std::size_t>(Deprel::xcomp) + 1;
inline constexpr std::size_t uposCount = static_cast<std::size_t>(Upos::x) + 1;

// The relation of that name. Of an unknown subtype ("nmod:tmod") the relation without it; absent when there is none.
std::optional<Deprel> deprelFrom(std::string_view name);
std::optional<Upos> uposFrom(std::string_view name);

} // namespace skein
