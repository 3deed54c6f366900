// SPDX-License-Identifier: GPL-3.0-or-later
// A hand-written lexer. A block is cut at white space into chunks; inside a chunk the longest thing that can start at a
// position wins: address, smiley, word with its inner connectors, run of punctuation. Every look-ahead is capped, so the
// cost stays linear whatever the input.
#include "core/text/tokenizer.h"

#include "core/text/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace skein {
namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool isIn(const std::array<std::string_view, N>& sorted, std::string_view word)
{
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

constexpr auto titles = std::to_array({"adm."sv, "capt."sv, "cmdr."sv, "col."sv, "cpl."sv, "dr."sv, "fr."sv, "ft."sv,
                                       "gen."sv, "gov."sv, "hon."sv, "lt."sv, "maj."sv, "messrs."sv, "mlle."sv, "mme."sv,
                                       "mr."sv, "mrs."sv, "ms."sv, "mt."sv, "pres."sv, "prof."sv, "rep."sv, "reps."sv,
                                       "rev."sv, "sen."sv, "sens."sv, "sgt."sv, "st."sv, "supt."sv});
constexpr auto abbreviations = std::to_array(
    {"a.k.a."sv, "al."sv, "approx."sv, "attn."sv, "aug."sv, "ave."sv, "b.sc."sv, "bldg."sv, "blvd."sv, "bros."sv,
     "ca."sv, "cf."sv, "co."sv, "corp."sv, "dec."sv, "dept."sv, "dist."sv, "div."sv, "ed."sv, "eds."sv, "eg."sv,
     "esp."sv, "esq."sv, "est."sv, "etc."sv, "ext."sv, "feb."sv, "fri."sv, "govt."sv, "ie."sv, "inc."sv, "jan."sv,
     "jr."sv, "ltd."sv, "m.sc."sv, "nov."sv, "oct."sv, "ph.d."sv, "phd."sv, "plc."sv, "sec."sv, "sep."sv, "sept."sv,
     "sr."sv, "thur."sv, "thurs."sv, "tue."sv, "tues."sv, "univ."sv, "vol."sv, "vols."sv, "vs."sv, "wed."sv});
// Ordinary words or rare short forms unless a number follows.
constexpr auto beforeNumbers = std::to_array({"apr."sv, "art."sv, "ch."sv, "chap."sv, "fig."sv, "figs."sv, "jul."sv,
                                              "jun."sv, "mar."sv, "no."sv, "nos."sv, "p."sv, "para."sv, "pp."sv});
constexpr auto prefixes = std::to_array(
    {"anti"sv, "arch"sv, "bi"sv, "co"sv, "counter"sv, "cross"sv, "de"sv, "e"sv, "em"sv, "ex"sv, "extra"sv, "hyper"sv,
     "inter"sv, "intra"sv, "mega"sv, "micro"sv, "mid"sv, "mini"sv, "multi"sv, "neo"sv, "non"sv, "over"sv, "post"sv,
     "pre"sv, "pro"sv, "pseudo"sv, "psycho"sv, "re"sv, "semi"sv, "socio"sv, "sub"sv, "super"sv, "trans"sv, "ultra"sv,
     "un"sv});
constexpr auto domains = std::to_array({"ai"sv, "app"sv, "au"sv, "ca"sv, "ch"sv, "co"sv, "com"sv, "de"sv, "dev"sv,
                                        "edu"sv, "eu"sv, "fr"sv, "gov"sv, "info"sv, "int"sv, "io"sv, "jp"sv, "me"sv,
                                        "mil"sv, "net"sv, "nl"sv, "org"sv, "tv"sv, "uk"sv, "us"sv});
constexpr auto extensions = std::to_array({"csv"sv, "doc"sv, "docx"sv, "exe"sv, "gguf"sv, "gif"sv, "htm"sv, "html"sv, "jpeg"sv,
                                           "jpg"sv, "json"sv, "md"sv, "mp3"sv, "mp4"sv, "odt"sv, "onnx"sv, "pdf"sv,
                                           "png"sv, "ppt"sv, "pptx"sv, "qml"sv, "txt"sv, "wav"sv, "xls"sv, "xlsx"sv,
                                           "xml"sv, "yaml"sv, "zip"sv});
constexpr auto units = std::to_array({"am"sv, "bn"sv, "cm"sv, "ft"sv, "gb"sv, "ghz"sv, "hr"sv, "hrs"sv, "hz"sv, "kb"sv, "kg"sv, "km"sv,
                                      "kw"sv, "lb"sv, "lbs"sv, "m"sv, "mb"sv, "mg"sv, "mhz"sv, "mi"sv, "ml"sv, "mm"sv,
                                      "mw"sv, "pm"sv, "tb"sv, "tn"sv});
constexpr auto moneyUnits = std::to_array({"b"sv, "bn"sv, "k"sv, "m"sv, "mn"sv, "t"sv, "tn"sv});
// Typed without the apostrophe: where the second word begins.
struct Contracted {
    std::string_view word;
    std::size_t cut;
};
constexpr Contracted contracted[] = {
    {"aint", 2},   {"alot", 1},    {"arent", 3},   {"cannot", 3},  {"cant", 2},    {"couldnt", 5}, {"didnt", 3},  {"doesnt", 4},
    {"dont", 2},   {"gonna", 3},   {"gotta", 3},   {"hadnt", 3},   {"hasnt", 3},   {"havent", 4}, {"im", 1},
    {"isnt", 2},   {"ive", 1},     {"outta", 3},     {"shouldnt", 6}, {"thats", 4},  {"theyre", 4},  {"wanna", 3},  {"wasnt", 3},
    {"werent", 4}, {"whats", 4},   {"wont", 2},    {"wouldnt", 5}, {"youll", 3},   {"youre", 3},  {"youve", 3}};
constexpr auto smileys = std::to_array({":'("sv, ":("sv, ":)"sv, ":-("sv, ":-)"sv, ":-/"sv, ":-D"sv, ":-P"sv, ":D"sv,
                                        ":P"sv, ";)"sv, ";-)"sv, "=)"sv, "<3"sv, "(:"sv});

constexpr std::size_t lookAhead = 160; // characters; longer addresses are cut

struct Character {
    CodePoint value;
    std::uint32_t at; // byte offset in the text
};

class Lexer {
public:
    Lexer(std::string_view text, std::vector<Span>& tokens) : m_text(text), m_tokens(tokens) {}

    void chunk(const std::vector<Character>& characters, std::uint32_t end, CodePoint nextChunkStart)
    {
        m_c = &characters;
        m_n = characters.size();
        m_end = end;
        m_next = nextChunkStart;
        for (std::size_t i = 0; i < m_n;) i = token(i);
    }

private:
    CodePoint at(std::size_t i) const { return i < m_n ? (*m_c)[i].value : 0; }
    bool wordAt(std::size_t i) const { return i < m_n && isWordCharacter(at(i)); }
    bool digitAt(std::size_t i) const { return i < m_n && isDigit(at(i)); }
    bool letterAt(std::size_t i) const { return i < m_n && isLetter(at(i)); }
    std::uint32_t byte(std::size_t i) const { return i < m_n ? (*m_c)[i].at : m_end; }
    std::string_view view(std::size_t i, std::size_t j) const { return m_text.substr(byte(i), byte(j) - byte(i)); }

    std::size_t emit(std::size_t i, std::size_t j)
    {
        m_tokens.push_back({byte(i), byte(j)});
        return j;
    }

    bool startsWith(std::size_t i, std::string_view ascii) const
    {
        for (std::size_t k = 0; k < ascii.size(); ++k)
            if ((at(i + k) | 0x20) != (ascii[k] | 0x20)) return false;
        return true;
    }

    std::size_t token(std::size_t i);
    std::size_t word(std::size_t i);
    std::size_t wordEnd(std::size_t i) const;
    std::size_t address(std::size_t i) const;
    std::size_t smiley(std::size_t i) const;
    bool takesStop(std::size_t i, std::size_t j) const;
    bool joinsHyphen(std::size_t start, std::size_t hyphen) const;
    bool wordEndsSentence(std::size_t start, std::size_t stop) const;
    std::size_t digitsFrom(std::size_t i) const;
    std::size_t punctuation(std::size_t i);
    std::size_t contraction(std::size_t i, std::size_t j, bool isRest = false);

    std::string_view m_text;
    std::vector<Span>& m_tokens;
    const std::vector<Character>* m_c = nullptr;
    std::size_t m_n = 0;
    std::uint32_t m_end = 0;
    CodePoint m_next = 0; // first character after the white space behind the chunk; 0 at the end of the block
};

std::size_t Lexer::token(std::size_t i)
{
    const CodePoint c = at(i);
    if (const std::size_t end = address(i); end > i) return emit(i, end);
    if (const std::size_t end = smiley(i); end > i) return emit(i, end);
    if (isWordCharacter(c) && c != '_') return word(i);
    const bool fresh = i == 0 || !wordAt(i - 1);
    if (fresh && c == '.' && wordAt(i + 1) && at(i + 1) != '_') return word(i);               // .NET, .5, .doc
    if (fresh && (c == '#' || c == '@') && letterAt(i + 1)) return word(i);                   // #tag, @name
    if (fresh && c == '+' && digitAt(i + 1)) return word(i);                                  // +1
    if (fresh && isApostrophe(c) && (digitAt(i + 1) || startsWith(i + 1, "em") || startsWith(i + 1, "til"))) {
        const std::size_t end = wordEnd(i + 1);
        const auto rest = view(i + 1, end);
        if (digitAt(i + 1) ? end - i <= 4 : lowered(rest) == "em" || lowered(rest) == "til") return emit(i, end); // '90s
    }
    return punctuation(i);
}

// A web or mail address that starts at `i`, or a path behind a domain; its end, or `i`.
std::size_t Lexer::address(std::size_t i) const
{
    if (i > 0 && wordAt(i - 1)) return i;
    const CodePoint c = at(i);
    if (!isWordCharacter(c)) return i;
    std::size_t from = 0;
    if (startsWith(i, "http://") || startsWith(i, "https://") || startsWith(i, "ftp://"))
        from = i + 7;
    else if (startsWith(i, "www.") && wordAt(i + 4))
        from = i + 4;
    else {
        // One pass over what may be the name part of a mail address or a domain.
        std::size_t j = i;
        std::size_t dot = 0;
        const std::size_t stop = std::min(m_n, i + lookAhead);
        while (j < stop && (isWordCharacter(at(j)) || at(j) == '.' || at(j) == '-' || at(j) == '%' || at(j) == '+')) {
            if (at(j) == '.') dot = j;
            ++j;
        }
        if (j < stop && at(j) == '@' && wordAt(j + 1)) {
            for (++j; j < m_n && (wordAt(j) || at(j) == '.' || at(j) == '-'); ++j) {}
            while (at(j - 1) == '.' || at(j - 1) == '-') --j;
            return j;
        }
        if (j >= stop || at(j) != '/' || dot <= i || !isIn(domains, lowered(view(dot + 1, j)))) return i;
        from = j;
    }
    std::size_t end = from;
    int open = 0;
    for (; end < m_n; ++end) {
        const CodePoint x = at(end);
        if (x == '<' || x == '>' || x == '"' || x == 0x201C || x == 0x201D || x == '|' || x == ']') break;
        open += x == '(' ? 1 : x == ')' ? -1 : 0;
        if (open < 0) break;
    }
    while (end > from && (".,;:!?'*"sv.find(static_cast<char>(at(end - 1) & 0x7F)) != std::string_view::npos) &&
           at(end - 1) < 0x80)
        --end;
    return end;
}

std::size_t Lexer::smiley(std::size_t i) const
{
    const CodePoint c = at(i);
    if (c != ':' && c != ';' && c != '=' && c != '<' && c != '(') return i;
    if (i > 0 && wordAt(i - 1) && c != ':') return i;
    for (const auto form : smileys) {
        if (i + form.size() > m_n || view(i, i + form.size()) != form) continue;
        if (form == "(:" && i + 2 < m_n) continue;
        if (!wordAt(i + form.size())) return i + form.size();
    }
    return i;
}

// How many digits start at `i`.
std::size_t Lexer::digitsFrom(std::size_t i) const
{
    std::size_t n = 0;
    while (n < 24 && digitAt(i + n)) ++n;
    return n;
}

// Does the hyphen at `hyphen` bind the word that began at `start` to what follows?
bool Lexer::joinsHyphen(std::size_t start, std::size_t hyphen) const
{
    const std::size_t length = hyphen - start;
    if (digitAt(start)) {
        // Telephone numbers and dates are one token, ranges are three.
        const std::size_t before = [&] {
            std::size_t n = 0;
            while (n < length && n < 24 && digitAt(hyphen - 1 - n)) ++n;
            return n;
        }();
        const std::size_t after = digitsFrom(hyphen + 1);
        if (after == 0 || before == 0) return false;
        const bool more = isHyphen(at(hyphen + 1 + after)) && digitAt(hyphen + 2 + after);
        if (before == length && before == 4) return more && after == 2;       // 2026-04-09
        if (before == length && before == 3) return more ? after >= 3 : after == 4; // 713-853-3989, 853-3989
        if (before == length && before <= 2) return more;                     // 02-05-02, 1-800-…
        return before != length && isHyphen(at(hyphen - 1 - before)) && (after >= 2);
    }
    if (length > 40) return false;
    const auto left = view(start, hyphen);
    if (isIn(prefixes, lowered(left)) && wordAt(hyphen + 1)) return true;
    // A name with a version: GPT-5.4, Llama-3-70B, SS-N-22.
    if (!isUpper(at(start)) || !digitAt(hyphen + 1) || left == "AM" || left == "PM") {
        const bool versioned = isUpper(at(start)) && left.find('-') != std::string_view::npos &&
                               std::any_of(left.begin(), left.end(), [](char x) { return x >= '0' && x <= '9'; });
        return versioned && wordAt(hyphen + 1) && (isUpper(at(hyphen + 1)) || digitAt(hyphen + 1));
    }
    return length >= 2;
}

// "the box.other": words of small letters, parted by a full stop that is no part of a domain, a file name or a path.
bool Lexer::wordEndsSentence(std::size_t start, std::size_t stop) const
{
    if (stop - start < 3 || stop - start > 20) return false;
    for (std::size_t k = start; k < stop; ++k)
        if (!letterAt(k) || (k > start && !isLower(at(k)))) return false;
    std::size_t end = stop + 1;
    while (end < m_n && end - stop < 20 && isLower(at(end))) ++end;
    if (end - stop < 4 || (end < m_n && (wordAt(end) || at(end) == '/' || at(end) == '(' || at(end) == '@' || at(end) == '_')))
        return false;
    if (end + 1 < m_n && at(end) == '.' && wordAt(end + 1)) return false;
    const auto right = lowered(view(stop + 1, end));
    return !isIn(domains, right) && !isIn(extensions, right);
}

// The end of the word at `i`, its inner points, apostrophes and joined hyphens included, its last full stop not.
std::size_t Lexer::wordEnd(std::size_t i) const
{
    std::size_t j = i;
    if (!isWordCharacter(at(j))) ++j; // the leading sign that token() let in
    const std::size_t first = j;
    while (j < m_n) {
        const CodePoint c = at(j);
        if (isWordCharacter(c)) {
            ++j;
            continue;
        }
        if (!wordAt(j + 1) || j == first) break;
        const CodePoint before = at(j - 1);
        const CodePoint after = at(j + 1);
        const bool digits = isDigit(before) && isDigit(after);
        bool joins = false;
        if (c == '.') {
            // "end.Next": two sentences without a space between them.
            const bool glued = isLower(before) && isUpper(after) && letterAt(j + 2) && isLower(at(j + 2));
            joins = !glued || (j - first <= 2);
            if (joins && wordEndsSentence(first, j)) joins = false;
        } else if (c == ',' || c == ':') {
            joins = digits && (c == ',' || digitsFrom(j + 1) == 2);
        } else if (c == '/') {
            joins = digits || (j - first == 1 && isLetter(before) && isLetter(after) && !wordAt(j + 4) && at(j + 2) != '/');
        } else if (isApostrophe(c)) {
            joins = isLetter(before) || isDigit(before);
        } else if (c == '&') {
            joins = isUpper(before) ? isUpper(after) : (j - first == 1 && !wordAt(j + 2));
        } else if (c == '*') {
            joins = isLetter(before) && isLetter(after);
        } else if (isHyphen(c)) {
            joins = joinsHyphen(first, j);
        }
        if (!joins) break;
        ++j;
    }
    if (j - first == 1 && isUpper(at(first))) { // C++, C#
        if (at(j) == '+' && at(j + 1) == '+' && !wordAt(j + 2)) return j + 2;
        if (at(j) == '#' && !wordAt(j + 1)) return j + 1;
    }
    return j;
}

// Does the full stop at `j` belong to the word [i, j)?
bool Lexer::takesStop(std::size_t i, std::size_t j) const
{
    if (at(j) != '.' || at(j + 1) == '.' || j - i > 12) return false;
    if (j + 1 < m_n && wordAt(j + 1)) return false;
    const auto form = lowered(view(i, j + 1));
    const bool last = j + 1 == m_n;
    const CodePoint next = last ? m_next : at(j + 1);
    if (isIn(titles, form)) return (form != "fr." && form != "st." && form != "ms." && form != "gen.") || next != 0;
    if (isIn(abbreviations, form)) {
        const bool isWordToo = form == "dec." || form == "wed." || form == "fri." || form == "est." || form == "sec." ||
                               form == "ed." || form == "co." || form == "ie." || form == "ext.";
        return !isWordToo || (next != 0 && (isUpper(at(i)) || isDigit(next) || next == ','));
    }
    if (isIn(beforeNumbers, form)) return last && isDigit(next);
    if (j - i == 1 && isUpper(at(i))) // an initial: J. Edgar; but "Plan B." and "and I."
        return next == ',' || (last && isUpper(next) && at(i) != 'I');
    if (j - i < 3) return false;
    for (std::size_t k = i; k < j; ++k) // U.S., p.m., e.g.
        if ((k - i) % 2 == 0 ? !letterAt(k) : at(k) != '.') return false;
    return (j - i) % 2 == 1;
}

std::size_t Lexer::word(std::size_t i)
{
    std::size_t j = wordEnd(i);
    if (takesStop(i, j)) return emit(i, j + 1);
    // A number and its unit: 7:30PM, 430km, $5M.
    if (digitAt(i)) {
        std::size_t k = i;
        while (k < j && (digitAt(k) || ((at(k) == '.' || at(k) == ',' || at(k) == ':') && digitAt(k + 1)))) ++k;
        if (k < j && j - k <= 3 && letterAt(k)) {
            const auto unit = lowered(view(k, j));
            const bool money = i > 0 && isCurrency(at(i - 1));
            if ((isIn(units, unit) && (j - k > 1 || isLower(at(k)))) || (money && isIn(moneyUnits, unit)) ||
                (unit == "k" && isLower(at(k)))) {
                emit(i, k);
                return emit(k, j);
            }
        }
    }
    if (j == i + 2 && view(i, j) == "US" && isCurrency(at(j))) return emit(i, j + 1); // US$
    return contraction(i, j);
}

// Emits [i, j), cut where a clitic begins.
std::size_t Lexer::contraction(std::size_t i, std::size_t j, bool isRest)
{
    const std::size_t length = j - i;
    std::size_t mark = j; // the last apostrophe
    for (std::size_t k = j; k > i && j - k < 4; --k)
        if (isApostrophe(at(k - 1))) {
            mark = k - 1;
            break;
        }
    if (mark < j && mark > i) {
        const auto tail = lowered(view(mark + 1, j));
        const CodePoint before = at(mark - 1) | 0x20;
        if (tail == "t" && before == 'n' && mark - i >= 2) {
            emit(i, mark - 1);
            return emit(mark - 1, j);
        }
        if (tail == "s" || tail == "re" || tail == "ve" || tail == "ll" || tail == "d" || tail == "m") {
            if (isRest)
                emit(i, mark);
            else
                contraction(i, mark, true); // couldn't've: two clitics at most
            return emit(mark, j);
        }
    } else if (length <= 8 && letterAt(i) && (isLower(at(j - 1)) || isUpper(at(j - 1)))) {
        const auto form = lowered(view(i, j));
        if (form != "im" && form != "ive" && form != "wont" && form != "cant")
            for (const auto& entry : contracted)
                if (entry.word == form) {
                    emit(i, i + entry.cut);
                    return emit(i + entry.cut, j);
                }
        const bool shouted = length > 1 && isUpper(at(i + 1));
        if (!shouted && (form == "im" || form == "ive" || form == "wont" || form == "cant")) {
            const std::size_t cut = form[0] == 'i' ? 1 : 2;
            emit(i, i + cut);
            return emit(i + cut, j);
        }
    }
    return emit(i, j);
}

std::size_t Lexer::punctuation(std::size_t i)
{
    const CodePoint c = at(i);
    std::size_t j = i + 1;
    const auto isEnd = [](CodePoint x) { return x == '.' || x == '!' || x == '?' || x == 0x2026; };
    if (isEnd(c)) {
        while (j < m_n && isEnd(at(j)) && !(at(j) == '.' && at(j - 1) != '.' && wordAt(j + 1))) ++j;
        return emit(i, j);
    }
    if (isApostrophe(c)) {
        const std::size_t end = i + 1;
        // 's that stands behind a quotation mark or a bracket
        if (i > 0 && (at(i + 1) | 0x20) == 's' && !wordAt(i + 2)) return emit(i, i + 2);
        if (at(end) == c) ++j;
        return emit(i, j);
    }
    if (c == '-' || c == '=' || c == '*' || c == '_' || c == '~' || c == '+' || c == '<' || c == '>' || c == '#' || c == '|' || c == '$')
        while (j < m_n && at(j) == c) ++j;
    // A character of several code points (skin tone, variation, joined emoji) stays whole.
    while (j < m_n && c >= 0x80 && (at(j) == 0xFE0F || at(j) == 0x200D || (at(j) >= 0x1F3FB && at(j) <= 0x1F3FF) ||
                                    (at(j - 1) == 0x200D && at(j) >= 0x2000)))
        ++j;
    return emit(i, j);
}

} // namespace

bool isTitleAbbreviation(std::string_view wordWithStop)
{
    return wordWithStop.size() <= 8 && isIn(titles, lowered(wordWithStop));
}

bool isAbbreviation(std::string_view wordWithStop)
{
    if (wordWithStop.size() < 2 || wordWithStop.size() > 12 || wordWithStop.back() != '.') return false;
    const auto form = lowered(wordWithStop);
    return isIn(titles, form) || isIn(abbreviations, form) || isIn(beforeNumbers, form) ||
           wordWithStop.find('.') != wordWithStop.size() - 1 || wordWithStop.size() == 2;
}

void tokenize(std::string_view text, Span block, std::vector<Span>& tokens)
{
    const std::string_view upToEnd = text.substr(0, block.end);
    Lexer lexer(text, tokens);
    std::vector<Character> chunk;
    std::size_t at = block.begin;
    const auto skipSpace = [&] {
        while (at < block.end) {
            std::size_t after = at;
            if (!isSpace(nextCharacter(upToEnd, after))) break;
            at = after;
        }
    };
    skipSpace();
    while (at < block.end) {
        chunk.clear();
        std::size_t end = at;
        while (at < block.end) {
            const auto begin = static_cast<std::uint32_t>(at);
            const CodePoint c = nextCharacter(upToEnd, at);
            if (isSpace(c)) {
                at = begin;
                break;
            }
            chunk.push_back({c, begin});
            end = at;
        }
        skipSpace();
        std::size_t peek = at;
        const CodePoint next = at < block.end ? nextCharacter(upToEnd, peek) : 0;
        lexer.chunk(chunk, static_cast<std::uint32_t>(end), next);
    }
}

} // namespace skein
