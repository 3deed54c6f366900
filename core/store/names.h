// SPDX-License-Identifier: GPL-3.0-or-later
// The words with which enumerations are stored and exported.
#pragma once

#include "core/store/model.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace skein::store {

template <typename Enum>
inline constexpr std::array<std::pair<Enum, std::string_view>, 0> wordsOf{};

template <>
inline constexpr std::array wordsOf<MentionKind>{
    std::pair{MentionKind::name, std::string_view("name")}, std::pair{MentionKind::nominal, std::string_view("nominal")},
    std::pair{MentionKind::pronoun, std::string_view("pronoun")}};
template <>
inline constexpr std::array wordsOf<Polarity>{std::pair{Polarity::asserted, std::string_view("asserted")},
                                              std::pair{Polarity::denied, std::string_view("denied")}};
template <>
inline constexpr std::array wordsOf<Modality>{
    std::pair{Modality::fact, std::string_view("fact")}, std::pair{Modality::planned, std::string_view("planned")},
    std::pair{Modality::possible, std::string_view("possible")}, std::pair{Modality::reported, std::string_view("reported")}};
template <>
inline constexpr std::array wordsOf<ClaimStatus>{std::pair{ClaimStatus::suggested, std::string_view("suggested")},
                                                 std::pair{ClaimStatus::accepted, std::string_view("accepted")},
                                                 std::pair{ClaimStatus::rejected, std::string_view("rejected")},
                                                 std::pair{ClaimStatus::human, std::string_view("human")}};
template <>
inline constexpr std::array wordsOf<BlockKind>{
    std::pair{BlockKind::title, std::string_view("title")},         std::pair{BlockKind::heading, std::string_view("heading")},
    std::pair{BlockKind::paragraph, std::string_view("paragraph")}, std::pair{BlockKind::listItem, std::string_view("list-item")},
    std::pair{BlockKind::quotation, std::string_view("quotation")}, std::pair{BlockKind::code, std::string_view("code")},
    std::pair{BlockKind::tableRow, std::string_view("table-row")},  std::pair{BlockKind::caption, std::string_view("caption")}};

template <typename Enum>
constexpr std::string_view wordFor(Enum value)
{
    for (const auto& [candidate, word] : wordsOf<Enum>)
        if (candidate == value) return word;
    return {};
}

// The value that `word` stands for; the first one when there is none such.
template <typename Enum>
constexpr Enum valueOf(std::string_view word)
{
    for (const auto& [value, candidate] : wordsOf<Enum>)
        if (candidate == word) return value;
    return wordsOf<Enum>.front().first;
}

} // namespace skein::store
