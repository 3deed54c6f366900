// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/encoding.h"
#include "core/document/normalise.h"

#include <array>
#include <utility>

namespace skein {
namespace {

using namespace std::string_view_literals;

struct Labels {
    std::string_view name;
    std::string_view labels; // separated by blanks, with one at both ends
};

// Facts of the Encoding Standard. UTF-16 and UTF-32 declared inside ASCII-compatible bytes contradict themselves; the
// standard reads them as UTF-8.
constexpr Labels table[] = {
    {"UTF-8", " utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-16 utf-16le utf-16be unicode "
              "ucs-2 iso-10646-ucs-2 utf-32 utf-32le utf-32be "},
    {"windows-1252", " windows-1252 ansi_x3.4-1968 ascii us-ascii cp1252 cp819 ibm819 iso-8859-1 iso-ir-100 iso8859-1 "
                     "iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 csisolatin1 x-cp1252 x-user-defined ansi "},
    {"windows-1250", " windows-1250 cp1250 x-cp1250 "},
    {"windows-1251", " windows-1251 cp1251 x-cp1251 "},
    {"windows-1253", " windows-1253 cp1253 x-cp1253 "},
    {"windows-1254", " windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso-ir-148 l5 latin5 "
                     "csisolatin5 iso_8859-9:1989 "},
    {"windows-1255", " windows-1255 cp1255 x-cp1255 "},
    {"windows-1256", " windows-1256 cp1256 x-cp1256 "},
    {"windows-1257", " windows-1257 cp1257 x-cp1257 "},
    {"windows-1258", " windows-1258 cp1258 x-cp1258 "},
    {"windows-874", " windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 "},
    {"ISO-8859-2", " iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso-ir-101 l2 latin2 csisolatin2 iso_8859-2:1987 "},
    {"ISO-8859-3", " iso-8859-3 iso8859-3 iso88593 iso_8859-3 iso-ir-109 l3 latin3 csisolatin3 "},
    {"ISO-8859-4", " iso-8859-4 iso8859-4 iso88594 iso_8859-4 iso-ir-110 l4 latin4 csisolatin4 "},
    {"ISO-8859-5", " iso-8859-5 iso8859-5 iso88595 iso_8859-5 iso-ir-144 cyrillic csisolatincyrillic "},
    {"ISO-8859-6", " iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso-ir-127 arabic asmo-708 ecma-114 csisolatinarabic "},
    {"ISO-8859-7", " iso-8859-7 iso8859-7 iso88597 iso_8859-7 iso-ir-126 greek greek8 ecma-118 elot_928 "
                   "csisolatingreek sun_eu_greek "},
    {"ISO-8859-8", " iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso-8859-8-i iso-8859-8-e hebrew visual logical "
                   "csisolatinhebrew "},
    {"ISO-8859-10", " iso-8859-10 iso8859-10 iso885910 iso-ir-157 l6 latin6 csisolatin6 "},
    {"ISO-8859-13", " iso-8859-13 iso8859-13 iso885913 "},
    {"ISO-8859-14", " iso-8859-14 iso8859-14 iso885914 "},
    {"ISO-8859-15", " iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 latin9 latin-9 csisolatin9 "},
    {"KOI8-R", " koi8-r koi koi8 koi8_r cskoi8r "},
    {"KOI8-U", " koi8-u koi8-ru "},
    {"IBM866", " ibm866 866 cp866 csibm866 "},
    {"macintosh", " macintosh mac x-mac-roman csmacintosh "},
    {"x-mac-cyrillic", " x-mac-cyrillic x-mac-ukrainian "},
    {"gb18030", " gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58 x-gbk "},
    {"Big5", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 "},
    {"EUC-JP", " euc-jp x-euc-jp cseucpkdfmtjapanese "},
    {"ISO-2022-JP", " iso-2022-jp csiso2022jp "},
    {"Shift_JIS", " shift_jis shift-jis sjis x-sjis ms932 ms_kanji windows-31j csshiftjis "},
    {"EUC-KR", " euc-kr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 iso-ir-149 "
               "csksc56011987 uhc "},
};

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// The value after "name =", quoted or not, in lower-case text from `at`; empty when something else follows.
std::string_view valueAfter(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at])) ++at;
    if (at >= text.size() || text[at] != '=') return {};
    ++at;
    while (at < text.size() && isBlank(text[at])) ++at;
    if (at >= text.size()) return {};
    const char quote = text[at];
    if (quote == '"' || quote == '\'') {
        const auto end = text.find(quote, at + 1);
        return end == std::string_view::npos ? std::string_view{} : text.substr(at + 1, end - at - 1);
    }
    auto end = at;
    while (end < text.size() && !isBlank(text[end]) && !";>\"'/?"sv.contains(text[end])) ++end;
    return text.substr(at, end - at);
}

} // namespace

std::string_view encodingForLabel(std::string_view label)
{
    const auto wanted = " " + lowerAscii(trimmed(label)) + " ";
    if (wanted.size() < 3 || wanted.find_first_of(" \t\n", 1) != wanted.size() - 1) return {};
    for (const auto& row : table)
        if (row.labels.contains(wanted)) return row.name;
    return {};
}

std::string declaredEncoding(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string head = lowerAscii(bytes.substr(0, 4096));
    const std::string_view view = head;
    if (view.starts_with("<?xml")) {
        const auto declaration = view.substr(0, view.find('>'));
        if (const auto at = declaration.find("encoding"); at != std::string_view::npos)
            if (const auto value = valueAfter(declaration, at + 8); !value.empty()) return std::string(value);
    }
    for (std::size_t at = 0; (at = view.find("<", at)) != std::string_view::npos;) {
        if (view.substr(at).starts_with("<!--")) { // a declaration in a comment declares nothing
            const auto end = view.find("-->", at + 4);
            if (end == std::string_view::npos) return {};
            at = end;
            continue;
        }
        ++at;
        if (!view.substr(at).starts_with("meta")) continue;
        const auto tag = view.substr(at, view.find('>', at) - at);
        if (const auto name = tag.find("charset"); name != std::string_view::npos)
            if (const auto value = valueAfter(tag, name + 7); !value.empty()) return std::string(trimmed(value));
    }
    return {};
}

} // namespace skein
