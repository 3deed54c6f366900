// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts of money, shares, ranks and numbers in running text.
#include "core/extract/items.h"

#include <algorithm>
#include <array>

namespace skein {
namespace {

using Text = std::string_view;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Lower-case ASCII comparison of the text at `at` with `word`, which must end at a word boundary.
bool wordAt(Text text, std::size_t at, Text word)
{
    if (at + word.size() > text.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = text[at + i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != word[i]) return false;
    }
    return at + word.size() == text.size() || !isLetter(text[at + word.size()]);
}

template <std::size_t n>
std::size_t anyWordAt(Text text, std::size_t at, const std::array<Text, n>& words)
{
    for (Text word : words) {
        if (wordAt(text, at, word)) return word.size();
    }
    return 0;
}

constexpr std::array<Text, 8> currencySigns = {"$", "€", "£", "¥", "₹", "₩", "₽", "₪"};
constexpr std::array<Text, 20> currencyPrefixes = {"us$",  "a$",   "c$",   "hk$",  "ca$",  "au$",  "nz$",
                                                   "s$",   "r$",   "usd ", "eur ", "gbp ", "chf ", "jpy ",
                                                   "rmb ", "sek ", "usd",  "eur",  "gbp",  "rmb"};
constexpr std::array<Text, 22> currencyWords = {
    "dollars", "dollar", "euros",  "euro",  "pounds", "pound",  "yen",     "yuan",  "rupees", "francs", "usd",
    "eur",     "gbp",    "kronor", "cents", "won",    "rubles", "roubles", "pesos", "reais",  "rmb",    "chf"};
constexpr std::array<Text, 9> currencyOwners = {"u.s. ",  "us ",      "american ",  "canadian ", "australian ",
                                                "swiss ", "british ", "hong kong ", "singapore "};
constexpr std::array<Text, 11> magnitudes = {"trillion", "billion", "million", "thousand", "bn", "mn",
                                             "tn",       "m",       "b",       "k",        "t"};
constexpr std::array<Text, 8> writtenMagnitudes = {"trillion", "billion", "million", "thousand",
                                                   "hundred",  "bn",      "mn",      "tn"};
constexpr std::array<Text, 4> gluedMagnitudes = {"m", "b", "k", "x"}; // 3M users, 10x
constexpr std::array<Text, 28> writtenNumbers = {
    "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",     "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "thirty", "forty",  "fifty",    "sixty",    "seventy", "eighty",  "ninety",    "zero"};
constexpr std::array<Text, 10> writtenOrdinals = {"first", "second",  "third",  "fourth", "fifth",
                                                  "sixth", "seventh", "eighth", "ninth",  "tenth"};
constexpr std::array<Text, 7> percentWords = {"percentage points", "percentage point", "percent", "per cent", "pct",
                                              "basis points",      "basis point"};
constexpr std::array<Text, 2> articles = {"a ", "an "};
constexpr std::array<Text, 2> ordersOfMagnitude = {"order of magnitude", "orders of magnitude"};

std::size_t digitsEnd(Text text, std::size_t at)
{
    while (at < text.size() && (isDigit(text[at]) || ((text[at] == ',' || text[at] == '.') && at + 1 < text.size() &&
                                                      isDigit(text[at + 1]))))
        ++at;
    return at;
}

std::size_t skipSpace(Text text, std::size_t at)
{
    if (at < text.size() && (text[at] == ' ' || text[at] == '-')) return at + 1;
    if (text.substr(std::min(at, text.size())).starts_with("\u00a0")) return at + 2;
    return at;
}

std::size_t currencySignAt(Text text, std::size_t at)
{
    for (Text sign : currencySigns) {
        if (text.substr(at).starts_with(sign)) return sign.size();
    }
    for (Text prefix : currencyPrefixes) {
        bool same = at + prefix.size() < text.size();
        for (std::size_t i = 0; same && i < prefix.size(); ++i)
            same = (text[at + i] | 0x20) == (prefix[i] | 0x20);
        if (same && isDigit(text[at + prefix.size()])) return prefix.size();
    }
    return 0;
}

// The end of a magnitude ("billion", "bn") after a number that ends at `at`; `at` when there is none.
template <std::size_t n>
std::size_t magnitudeEnd(Text text, std::size_t at, const std::array<Text, n>& words)
{
    const std::size_t next = skipSpace(text, at);
    const std::size_t length = anyWordAt(text, next, words);
    return length != 0 ? next + length : at;
}

// The end of the second amount of "$10–20 million", "$10 to $20 million" after a first that ends at `at`; else `at`.
std::size_t rangeEnd(Text text, std::size_t at)
{
    std::size_t next = at;
    if (text.substr(at).starts_with("–"))
        next += Text("–").size();
    else if (text.substr(at).starts_with("-") || text.substr(at).starts_with(" to "))
        next += text[at] == '-' ? 1 : 4;
    else
        return at;
    const std::size_t sign = currencySignAt(text, next);
    const std::size_t digits = next + sign;
    if (digits >= text.size() || !isDigit(text[digits])) return at;
    const std::size_t end = magnitudeEnd(text, digitsEnd(text, digits), magnitudes);
    const bool isAmount = sign != 0 || end != digitsEnd(text, digits); // not "$5 to 20 people"
    return isAmount ? end : at;
}

// The end of the currency that follows an amount: "dollars", "U.S. dollars"; 0 when none does.
std::size_t currencyEnd(Text text, std::size_t at)
{
    if (const std::size_t currency = anyWordAt(text, at, currencyWords); currency != 0) return at + currency;
    for (const Text owner : currencyOwners) {
        bool same = at + owner.size() < text.size();
        for (std::size_t i = 0; same && i < owner.size(); ++i)
            same = (text[at + i] | 0x20) == (owner[i] | 0x20);
        if (!same) continue;
        if (const std::size_t currency = anyWordAt(text, at + owner.size(), currencyWords); currency != 0)
            return at + owner.size() + currency;
    }
    return 0;
}

// The end of a number in words: "twelve", "twenty-five"; 0 when there is none.
std::size_t writtenNumberEnd(Text text, std::size_t at)
{
    const std::size_t tens = anyWordAt(text, at, writtenNumbers);
    if (tens == 0) return 0;
    std::size_t end = at + tens;
    if (text.substr(at, tens).ends_with("ty") && end < text.size() && text[end] == '-') {
        const std::size_t ones = anyWordAt(text, end + 1, writtenNumbers);
        if (ones >= 3 && ones <= 5) end += 1 + ones;
    }
    return end;
}

} // namespace

std::optional<Value> valueAt(std::string_view whole, std::uint32_t begin, std::uint32_t limit)
{
    const Text text = whole.substr(0, limit);
    auto found = [](ValueKind kind, std::size_t end) { return Value{kind, static_cast<std::uint32_t>(end)}; };
    if (const std::size_t sign = currencySignAt(text, begin); sign != 0) {
        const std::size_t digits = begin + sign;
        if (digits < text.size() && isDigit(text[digits]))
            return found(ValueKind::money, rangeEnd(text, magnitudeEnd(text, digitsEnd(text, digits), magnitudes)));
        return std::nullopt;
    }
    if (text[begin] == '#' && begin + 1u < text.size() && isDigit(text[begin + 1u]))
        return found(ValueKind::ordinal, digitsEnd(text, begin + 1u));
    if (const std::size_t no = wordAt(text, begin, "no") ? 2 : wordAt(text, begin, "number") ? 6 : 0; no != 0) {
        const std::size_t dot = begin + no + (text.substr(begin + no).starts_with(".") ? 1 : 0);
        const std::size_t digits = skipSpace(text, dot);
        if (digits > begin + no && digits < text.size() && isDigit(text[digits]))
            return found(ValueKind::ordinal, digitsEnd(text, digits));
        if (no == 6 && anyWordAt(text, digits, writtenNumbers) != 0)
            return found(ValueKind::ordinal, digits + anyWordAt(text, digits, writtenNumbers));
        return std::nullopt;
    }
    std::size_t end = 0;
    if (isDigit(text[begin])) {
        end = digitsEnd(text, begin);
        static constexpr std::array<Text, 4> suffixes = {"st", "nd", "rd", "th"};
        if (const std::size_t suffix = anyWordAt(text, end, suffixes); suffix != 0)
            return found(ValueKind::ordinal, end + suffix);
        const std::size_t glued = anyWordAt(text, end, gluedMagnitudes);
        end = glued != 0 ? end + glued : magnitudeEnd(text, end, writtenMagnitudes);
    } else if (const std::size_t ordinal = anyWordAt(text, begin, writtenOrdinals); ordinal != 0) {
        return found(ValueKind::ordinal, begin + ordinal);
    } else if (const std::size_t number = writtenNumberEnd(text, begin); number != 0) {
        end = magnitudeEnd(text, number, writtenMagnitudes);
    } else {
        // "a billion dollars", "an order of magnitude"
        for (const Text article : articles) {
            if (end != 0 || !wordAt(text, begin, article.substr(0, article.size() - 1))) continue;
            const std::size_t noun = begin + article.size();
            if (noun >= text.size() || text[noun - 1] != ' ') continue;
            if (const std::size_t size = anyWordAt(text, noun, writtenMagnitudes); size > 2) end = noun + size;
            if (const std::size_t size = anyWordAt(text, noun, ordersOfMagnitude); size != 0)
                return found(ValueKind::number, noun + size);
        }
        if (end == 0) return std::nullopt;
    }
    if (const std::size_t orders = anyWordAt(text, skipSpace(text, end), ordersOfMagnitude); orders != 0)
        return found(ValueKind::number, skipSpace(text, end) + orders);
    const std::size_t next = skipSpace(text, end);
    if (end < text.size() && text[end] == '%') return found(ValueKind::percent, end + 1);
    if (next < text.size() && text[next] == '%') return found(ValueKind::percent, next + 1);
    if (const std::size_t percent = anyWordAt(text, next, percentWords); percent != 0)
        return found(ValueKind::percent, next + percent);
    if (const std::size_t currency = currencyEnd(text, next); currency != 0) return found(ValueKind::money, currency);
    return found(ValueKind::number, end);
}

} // namespace skein
