// SPDX-License-Identifier: GPL-3.0-or-later
// The types of names, and the labels that words of a sentence get. Internal to core/extract and the trainer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace skein {

// In the order in which ties are decided.
enum class NameType : std::uint8_t { person, organization, product, place, technology, benchmark, event, work, law };
inline constexpr std::size_t nameTypeCount = 9;

std::string_view nameTypeId(NameType type); // the ontology's id

// Labels of words: outside, then "begins a name of this type" and "is inside one" for every type and for names that the
// ontology has no type for (an award, a protein, a nationality).
inline constexpr std::size_t labelledTypes = nameTypeCount + 1;
inline constexpr std::size_t otherType = nameTypeCount;
inline constexpr std::size_t nameLabels = 1 + 2 * labelledTypes;
constexpr std::size_t beginLabel(std::size_t type) { return 1 + 2 * type; }
constexpr std::size_t insideLabel(std::size_t type) { return 2 + 2 * type; }
constexpr std::size_t typeOfLabel(std::size_t label) { return (label - 1) / 2; } // REQUIRES: label != 0
constexpr bool isInside(std::size_t label) { return label != 0 && label % 2 == 0; }
// Inside continues a name of its own type; everything else may follow anything.
constexpr bool mayFollow(std::size_t before, std::size_t label)
{
    return !isInside(label) || (before != 0 && typeOfLabel(before) == typeOfLabel(label));
}

} // namespace skein
