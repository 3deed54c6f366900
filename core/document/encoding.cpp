// SPDX-License-Identifier: GPL-3.0-or-later
// decode(): the order of evidence is the one document.h states. ICU converts, uchardet guesses when nothing else is left.
#include "core/document/encoding.h"

#include "core/base/utf8.h"
#include "core/document/document.h"
#include "core/document/normalise.h"

#include <uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace skein {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Mark {
    std::string_view bytes;
    std::string_view name;
};

// The longer ones first: the mark of UTF-16LE begins that of UTF-32LE.
constexpr std::array marks = {
    Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"}, Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, Mark{"\xEF\xBB\xBF"sv, "UTF-8"},
    Mark{"\xFF\xFE"sv, "UTF-16LE"},     Mark{"\xFE\xFF"sv, "UTF-16BE"},
};

const Mark* markOf(std::string_view bytes)
{
    const auto* found = std::ranges::find_if(marks, [&](const Mark& mark) { return bytes.starts_with(mark.bytes); });
    return found == marks.end() ? nullptr : found;
}

// UTF-16 and UTF-32 without a mark: in text of most scripts the high byte of spaces and line breaks, and in Latin text of
// nearly everything, is zero, and always in the same place.
std::string_view wideByZeros(std::string_view bytes)
{
    const auto sample = bytes.substr(0, std::min<std::size_t>(bytes.size(), 1u << 14) & ~std::size_t{3});
    if (sample.size() < 4) return {};
    std::array<std::size_t, 4> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 4] += sample[i] == 0;
    const auto units = sample.size() / 4;
    if (zeros[2] * 10 > units * 9 && zeros[3] * 10 > units * 9 && zeros[0] * 10 < units) return "UTF-32LE";
    if (zeros[0] * 10 > units * 9 && zeros[1] * 10 > units * 9 && zeros[3] * 10 < units) return "UTF-32BE";
    const auto even = zeros[0] + zeros[2], odd = zeros[1] + zeros[3];
    std::size_t blanksLittle = 0, blanksBig = 0; // U+0020 and U+000A
    for (std::size_t i = 0; i + 1 < sample.size(); i += 2) {
        blanksLittle += (sample[i] == ' ' || sample[i] == '\n') && sample[i + 1] == 0;
        blanksBig += sample[i] == 0 && (sample[i + 1] == ' ' || sample[i + 1] == '\n');
    }
    const auto characters = sample.size() / 2;
    if (even * 50 <= characters && (odd * 10 > characters * 7 || (odd > even * 8 && blanksLittle * 25 > characters)))
        return "UTF-16LE";
    if (odd * 50 <= characters && (even * 10 > characters * 7 || (even > odd * 8 && blanksBig * 25 > characters)))
        return "UTF-16BE";
    return {};
}

// UTF-8 with each maximal ill-formed part replaced (Unicode Standard, 3.9, best practice).
Decoded repairUtf8(std::string_view bytes, std::size_t* wellFormed = nullptr)
{
    Decoded out{{}, "UTF-8", 0};
    out.text.reserve(bytes.size());
    std::size_t multi = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            out.text += bytes[i++];
            continue;
        }
        const auto start = i;
        if (nextUtf8(bytes, i) >= 0) {
            out.text.append(bytes.substr(start, i - start));
            ++multi;
        } else {
            out.text += replacement;
            ++out.replaced;
        }
    }
    if (wellFormed) *wellFormed = multi;
    return out;
}

std::size_t count(std::string_view text, std::string_view part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

Result<Decoded> convert(std::string_view bytes, std::string_view encoding)
{
    // ICU's name for what the web calls windows-1252 is the same; only a few differ.
    std::string name(encoding);
    if (name == "Shift_JIS") name = "windows-31j";
    else if (name == "EUC-KR") name = "windows-949";
    else if (name == "x-mac-cyrillic") name = "macos-7_3-10.2";
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name.c_str(), &status), ucnv_close);
    if (U_FAILURE(status)) return fail(Errc::badEncoding, "no converter for " + name + ": " + u_errorName(status));

    Decoded out{{}, std::string(encoding), 0};
    out.text.reserve(bytes.size() + bytes.size() / 8);
    std::array<UChar, 8192> wide;
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    UChar pending = 0; // the first half of a surrogate pair that a chunk cut
    do {
        status = U_ZERO_ERROR;
        UChar* to = wide.data();
        if (pending) *to++ = std::exchange(pending, UChar{0});
        ucnv_toUnicode(converter.get(), &to, wide.data() + wide.size(), &from, end, nullptr, true, &status);
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
            return fail(Errc::badEncoding, name + " does not decode: " + u_errorName(status));
        std::int32_t size = static_cast<std::int32_t>(to - wide.data());
        if (status == U_BUFFER_OVERFLOW_ERROR && size > 0 && U16_IS_LEAD(wide[static_cast<std::size_t>(size) - 1]))
            pending = wide[static_cast<std::size_t>(--size)];
        for (std::int32_t i = 0; i < size;) {
            UChar32 c = 0;
            U16_NEXT(wide.data(), i, size, c);
            appendUtf8(out.text, static_cast<char32_t>(c)); // a lone surrogate becomes U+FFFD
        }
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (out.text.starts_with("\xEF\xBB\xBF")) out.text.erase(0, 3);
    out.replaced = count(out.text, replacement);
    return out;
}

std::string detected(std::string_view bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
    // From the first byte that is not ASCII on, a megabyte tells enough.
    const auto first = std::ranges::find_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto at = static_cast<std::size_t>(first - bytes.begin());
    const auto sample = bytes.substr(at > 512 ? at - 512 : 0, 1u << 20);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

// Text that lost more than a twentieth of its characters, or that shows C1 control characters, was decoded with the wrong
// table or is no text at all.
bool isHopeless(const Decoded& decoded)
{
    std::size_t characters = 0, controls = 0;
    for (std::size_t i = 0; i < decoded.text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(decoded.text[i]);
        if ((byte & 0xC0) != 0x80) ++characters;
        if (byte == 0xC2 && i + 1 < decoded.text.size() && static_cast<unsigned char>(decoded.text[i + 1]) < 0xA0 &&
            static_cast<unsigned char>(decoded.text[i + 1]) != 0x85)
            ++controls;
    }
    return (decoded.replaced + controls) * 20 > characters;
}

Result<Decoded> judged(Result<Decoded> decoded)
{
    if (decoded && isHopeless(*decoded))
        return fail(Errc::badEncoding, std::to_string(decoded->replaced) + " invalid bytes when read as " + decoded->encoding);
    return decoded;
}

} // namespace

std::string_view wideEncodingOf(std::string_view bytes)
{
    if (const auto* mark = markOf(bytes)) return mark->name == "UTF-8" ? std::string_view{} : mark->name;
    return bytes.substr(0, 1u << 14).contains('\0') ? wideByZeros(bytes) : std::string_view{};
}

Result<Decoded> decode(std::string_view bytes, std::string_view declared)
{
    if (const auto* mark = markOf(bytes)) {
        const auto rest = bytes.substr(mark->bytes.size());
        return judged(mark->name == "UTF-8" ? Result<Decoded>(repairUtf8(rest)) : convert(rest, mark->name));
    }
    if (const auto wide = wideEncodingOf(bytes); !wide.empty()) return judged(convert(bytes, wide));

    const auto named = encodingForLabel(declared);
    const bool valid = isUtf8(bytes);
    // Text that is well-formed UTF-8 beyond ASCII is hardly ever anything else, whatever its page declares; only the
    // encodings that hide in seven bits need the declaration.
    if (valid && named != "ISO-2022-JP") return Decoded{std::string(bytes), "UTF-8", 0};
    if (!named.empty() && named != "UTF-8") {
        auto decoded = judged(convert(bytes, named));
        if (decoded && decoded->replaced == 0) return decoded;
    }
    // Damaged UTF-8: much more is well-formed than not.
    std::size_t wellFormed = 0;
    auto repaired = repairUtf8(bytes, &wellFormed);
    if (repaired.replaced <= wellFormed / 8 || (named == "UTF-8" && repaired.replaced <= wellFormed)) return judged(std::move(repaired));

    const auto guess = detected(bytes);
    if (auto name = encodingForLabel(guess); !name.empty() && name != "UTF-8") {
        auto decoded = judged(convert(bytes, name));
        if (decoded && decoded->replaced == 0) return decoded;
    } else if (!guess.empty() && name.empty()) {
        auto decoded = judged(convert(bytes, guess)); // TIS-620 and the like, which ICU knows and the web does not
        if (decoded && decoded->replaced == 0) return decoded;
    }
    return judged(convert(bytes, named.empty() || named == "UTF-8" ? "windows-1252"sv : named));
}

} // namespace skein
