// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <charconv>

namespace skein {
namespace {

std::string write(char kind, std::uint64_t value)
{
    std::string text(17, '0');
    text[0] = kind;
    for (std::size_t i = 16; i > 0; --i, value >>= 4) text[i] = "0123456789abcdef"[value & 15];
    return text;
}

std::optional<std::uint64_t> parse(char kind, std::string_view text)
{
    if (text.size() != 17 || text[0] != kind) return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 17, value, 16);
    if (error != std::errc{} || end != text.data() + 17 || value >> 63) return std::nullopt;
    return value;
}

} // namespace

std::string toString(DocumentId id) { return write('d', id.value); }
std::string toString(EntityId id) { return write('e', id.value); }
std::string toString(ClaimId id) { return write('c', id.value); }
std::string toString(OperationId id) { return write('o', id.value); }

std::optional<DocumentId> documentIdFrom(std::string_view text)
{
    const auto value = parse('d', text);
    return value ? std::optional(DocumentId{*value}) : std::nullopt;
}

std::optional<EntityId> entityIdFrom(std::string_view text)
{
    const auto value = parse('e', text);
    return value ? std::optional(EntityId{*value}) : std::nullopt;
}

std::optional<ClaimId> claimIdFrom(std::string_view text)
{
    const auto value = parse('c', text);
    return value ? std::optional(ClaimId{*value}) : std::nullopt;
}

} // namespace skein
