// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

namespace skein {

namespace {

UChar32 characterAt(std::string_view text, std::size_t at, std::size_t& next)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto index = static_cast<std::int32_t>(at);
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(bytes, index, static_cast<std::int32_t>(text.size()), character);
    next = static_cast<std::size_t>(index);
    return character;
}

bool isApostrophe(UChar32 c)
{
    return c == '\'' || c == 0x2019;
}

bool isWordCharacter(UChar32 c)
{
    return u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK;
}

// Joins two word characters into one word: Ray-Ban, GPT-5.4, AT&T, O'Brien.
bool isJoiner(UChar32 c)
{
    return c == '-' || c == 0x2010 || c == 0x2011 || c == '.' || c == '&' || isApostrophe(c) || c == 0xB7 || c == '_';
}

bool isAbbreviation(std::string_view word)
{
    static constexpr std::array<std::string_view, 44> known = {
        "Mr",  "Mrs", "Ms",  "Dr",   "Prof", "Inc", "Corp", "Ltd", "Co",   "Jr",   "Sr",  "St",  "Gov", "Sen", "Rep",
        "Gen", "Lt",  "Col", "Sgt",  "Capt", "Rev", "Bros", "Maj", "Hon",  "vs",   "etc", "Mt",  "Ft",  "Jan", "Feb",
        "Mar", "Apr", "Aug", "Sept", "Sep",  "Oct", "Nov",  "Dec", "Univ", "Dept", "Ph",  "Adm", "Jun", "Jul"};
    if (std::ranges::find(known, word) != known.end()) return true;
    // Initials and dotted acronyms: J, U.S, D.C, a.m
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool letter = (word[i] >= 'A' && word[i] <= 'Z') || (word[i] >= 'a' && word[i] <= 'z');
        if (i % 2 == 0 ? !letter : word[i] != '.') return false;
    }
    return word.size() % 2 == 1 && (word.size() > 1 || (word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I'));
}

Shape shapeOf(std::string_view text)
{
    bool letters = false;
    bool digits = false;
    bool firstUpper = false;
    bool innerUpper = false;
    bool lower = false;
    bool partStart = true;
    for (std::size_t at = 0, next = 0; at < text.size(); at = next) {
        const UChar32 c = characterAt(text, at, next);
        if (u_isdigit(c)) {
            digits = true;
            partStart = false;
        } else if (u_isalpha(c)) {
            const bool upper = u_isupper(c) || u_istitle(c);
            if (upper && !letters) firstUpper = at == 0;
            if (upper && at != 0 && !partStart) innerUpper = true;
            if (!upper) lower = true;
            letters = true;
            partStart = false;
        } else {
            partStart = true;
        }
    }
    if (!letters) return digits ? Shape::number : Shape::other;
    const bool anyUpper = firstUpper || innerUpper;
    if (text.front() >= '0' && text.front() <= '9') {
        // 4o, 31B, 1970s and 10K are numbers; 3M and 4Chan may be names.
        const std::size_t digitsEnd = text.find_first_not_of("0123456789.,");
        const bool unit = text.size() - digitsEnd == 1 && text != "3M";
        const bool form = text.size() - digitsEnd == 2 && text[digitsEnd] == '-'; // 10-K
        return anyUpper && !unit && !form ? Shape::mixed : Shape::number;
    }
    if (!lower && anyUpper) return digits ? Shape::mixed : Shape::upper;
    if (digits && anyUpper) return Shape::mixed;
    if (firstUpper) {
        // McCarthy, O'Brien, DeepMind: an inner capital after a lower-case letter is a brand unless it is a Mc or an
        // O'.
        return innerUpper && !text.starts_with("Mc") && !text.starts_with("Mac") ? Shape::mixed : Shape::capital;
    }
    return innerUpper ? Shape::mixed : Shape::lower;
}

// Splits "Llama-based" and "non-Meta" at the hyphen; 0 when the word stays whole.
std::size_t hyphenToSplit(std::string_view text, const Lexicons& lexicons)
{
    for (std::size_t hyphen = text.find('-'); hyphen != std::string_view::npos; hyphen = text.find('-', hyphen + 1)) {
        const std::string_view left = text.substr(0, hyphen);
        const std::string_view right = text.substr(hyphen + 1);
        if (left.size() < 2 || right.size() < 2) continue;
        const Shape leftShape = shapeOf(left);
        const Shape rightShape = shapeOf(right);
        const bool leftName = leftShape != Shape::lower && leftShape != Shape::number && leftShape != Shape::other;
        if (leftName && rightShape == Shape::lower && lexicons.has(Lexicon::common, right)) return hyphen;
        const bool rightName = rightShape == Shape::capital || rightShape == Shape::upper || rightShape == Shape::mixed;
        if (leftShape == Shape::lower && rightName && text[0] >= 'a' && left != "al" && left != "el") return hyphen;
    }
    return 0;
}

class Splitter {
public:
    Splitter(const Document& document, const Reading& reading, const Lexicons& lexicons)
        : m_text(document.text), m_reading(reading), m_lexicons(lexicons)
    {
        m_result.words.reserve(reading.tokens.size());
        std::size_t block = 0;
        for (std::size_t i = 0; i < reading.sentences.size(); ++i) {
            const Sentence& sentence = reading.sentences[i];
            while (block < document.blocks.size() && document.blocks[block].span.end <= sentence.span.begin)
                ++block;
            const bool inBlock = block < document.blocks.size() && document.blocks[block].span.overlaps(sentence.span);
            const BlockKind kind = inBlock ? document.blocks[block].kind : BlockKind::paragraph;
            m_result.firsts.push_back(static_cast<std::uint32_t>(m_result.words.size()));
            if (kind == BlockKind::code) continue;
            splitSentence(sentence, static_cast<std::uint32_t>(i));
            markTitleCase(kind == BlockKind::title || kind == BlockKind::heading);
        }
        m_result.firsts.push_back(static_cast<std::uint32_t>(m_result.words.size()));
    }

    Words take() { return std::move(m_result); }

private:
    void splitSentence(const Sentence& sentence, std::uint32_t index)
    {
        m_sentence = index;
        m_token = sentence.firstToken;
        m_lastToken = sentence.lastToken;
        m_gapBegin = sentence.span.begin;
        m_initial = true;
        std::size_t at = sentence.span.begin;
        const std::size_t end = sentence.span.end;
        while (at < end) {
            std::size_t next = at;
            const UChar32 c = characterAt(m_text, at, next);
            if (!isWordCharacter(c)) {
                at = next;
                continue;
            }
            const std::size_t begin = at;
            if (const std::size_t address = addressEnd(at, end); address > at) {
                at = address;
                continue;
            }
            at = wordEnd(begin, end, c);
            add(begin, at, end);
            at = std::max<std::size_t>(at, m_gapBegin);
        }
    }

    // One past a web or mail address that begins here, which is kept out of the words; `at` itself when none does.
    std::size_t addressEnd(std::size_t at, std::size_t end)
    {
        std::size_t stop = at;
        while (stop < end && !u_isUWhiteSpace(static_cast<unsigned char>(m_text[stop])))
            ++stop;
        const std::string_view chunk = m_text.substr(at, stop - at);
        const bool address = chunk.find("://") != std::string_view::npos || chunk.starts_with("www.") ||
                             (chunk.find('@') != std::string_view::npos && chunk.find('.') != std::string_view::npos);
        return address ? stop : at;
    }

    std::size_t wordEnd(std::size_t begin, std::size_t end, UChar32 previous)
    {
        std::size_t at = begin;
        std::size_t next = at;
        characterAt(m_text, at, next);
        at = next;
        while (at < end) {
            const UChar32 c = characterAt(m_text, at, next);
            if (isWordCharacter(c)) {
                previous = c;
                at = next;
                continue;
            }
            if (c == '+' || c == '#') { // C++, C#, Disney+
                if (at > begin && u_isalpha(previous)) {
                    at = next;
                    continue;
                }
                break;
            }
            if (!isJoiner(c) || next >= end) break;
            std::size_t after = next;
            const UChar32 following = characterAt(m_text, next, after);
            if (!isWordCharacter(following)) break;
            if (isApostrophe(c) && isPossessive(next, end)) break;
            if (c == '.' && u_islower(previous) && u_isupper(following) && after < end &&
                u_islower(characterAt(m_text, after, after)))
                break; // "end.Next": a full stop without its space
            previous = following;
            at = after;
        }
        return at;
    }

    // Whether an "s" that ends a word stands here.
    bool isPossessive(std::size_t at, std::size_t end) const
    {
        if (at >= end || (m_text[at] != 's' && m_text[at] != 'S')) return false;
        std::size_t next = at;
        return at + 1 >= end || !isWordCharacter(characterAt(m_text, at + 1, next));
    }

    void add(std::size_t begin, std::size_t stop, std::size_t end)
    {
        std::string_view text = m_text.substr(begin, stop - begin);
        if (const std::size_t hyphen = hyphenToSplit(text, m_lexicons)) {
            add(begin, begin + hyphen, begin + hyphen);
            add(begin + hyphen + 1, stop, end);
            return;
        }
        if (stop < end && m_text[stop] == '.' && isAbbreviation(text) && (text.size() > 1 || stop + 1 < end)) {
            ++stop;
            text = m_text.substr(begin, stop - begin);
        }

        Word word;
        word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)};
        word.text = text;
        word.gap = m_text.substr(m_gapBegin, begin - m_gapBegin);
        word.lower = foldedCase(text);
        word.sentence = m_sentence;
        word.shape = shapeOf(text);
        const bool first = m_initial;
        word.joined =
            !first && !word.gap.empty() && std::ranges::all_of(word.gap, [](char c) { return c == ' ' || c == '\n'; });
        word.initial = first || opensClause(word.gap);
        m_initial = false;

        m_gapBegin = stop;
        std::size_t next = stop;
        if (stop < end) {
            const UChar32 c = characterAt(m_text, stop, next);
            if (isApostrophe(c)) {
                if (isPossessive(next, end)) {
                    const std::string whole = foldedCase(m_text.substr(begin, next + 1 - begin));
                    word.possessive = true;
                    m_gapBegin = next + 1;
                    std::string written(text);
                    written += "'s";
                    if (const std::uint64_t lists = m_lexicons.lists(written)) { // McDonald's
                        word.span.end = static_cast<std::uint32_t>(next + 1);
                        word.text = m_text.substr(begin, next + 1 - begin);
                        word.lower = whole;
                        word.lists = lists;
                        word.possessive = false;
                    }
                } else if (text.ends_with('s') && !isQuoteOpen(begin)) {
                    word.possessive = true;
                    m_gapBegin = next;
                }
            }
        }
        if (!word.lists) word.lists = m_lexicons.lists(word.text);
        if (!word.lists && word.shape == Shape::upper && text.size() > 2 &&
            static_cast<unsigned char>(text[0]) < 0x80) {
            // Transcripts write speakers in capitals: AMY HOOD.
            constexpr std::uint64_t people = bit(Lexicon::femaleName) | bit(Lexicon::maleName) | bit(Lexicon::surname);
            word.lists = m_lexicons.lists(std::string(1, text[0]) + word.lower.substr(1)) & people;
        }
        word.lowerLists = m_lexicons.lists(word.lower);
        word.upos = tagAt(word.span);
        m_result.words.push_back(std::move(word));
    }

    // Whether a single quotation mark is open before this place of the sentence: then an apostrophe closes it.
    bool isQuoteOpen(std::size_t begin) const
    {
        const auto& gap = m_text;
        for (std::size_t at = begin; at > m_reading.sentences[m_sentence].span.begin; --at) {
            if (gap[at - 1] == '\'' && at >= 2 && (gap[at - 2] == ' ' || gap[at - 2] == '(')) return true;
        }
        return false;
    }

    static bool opensClause(std::string_view gap)
    {
        if (gap.find("\xE2\x80\x9C") != std::string_view::npos || gap.find("\xE2\x80\x98") != std::string_view::npos)
            return true;
        if (gap.find("\xE2\x80\xA2") != std::string_view::npos || gap.find("\xE2\x80\xA6") != std::string_view::npos)
            return true;
        const std::size_t quote = gap.find_last_of("\"'");
        if (quote != std::string_view::npos && quote + 1 == gap.size() && gap.size() > 1) return true;
        return gap.find_first_of(":?!|>[") != std::string_view::npos || gap.find(". ") != std::string_view::npos;
    }

    Upos tagAt(Span span)
    {
        const auto& tokens = m_reading.tokens;
        while (m_token < m_lastToken && tokens[m_token].span.end <= span.begin)
            ++m_token;
        return m_token < m_lastToken && tokens[m_token].span.overlaps(span) ? tokens[m_token].upos : Upos::x;
    }

    // Capitals say nothing where nearly every longer word has one. Headings count as such unless they plainly do not.
    void markTitleCase(bool heading)
    {
        const std::size_t first = m_result.firsts.back();
        mark(first, m_result.words.size(), heading, 2);
        // A quoted headline inside a sentence of prose.
        std::size_t open = 0;
        bool isOpen = false;
        for (std::size_t i = first; i <= m_result.words.size(); ++i) {
            const std::string_view gap = i < m_result.words.size() ? m_result.words[i].gap : std::string_view("\"");
            const bool quote = gap.find('"') != std::string_view::npos ||
                               gap.find("\xE2\x80\x9C") != std::string_view::npos ||
                               gap.find("\xE2\x80\x9D") != std::string_view::npos;
            if (!quote) continue;
            if (isOpen && i - open >= 3) mark(open, i, false, 1);
            open = i;
            isOpen = !isOpen || gap.find("\xE2\x80\x9C") != std::string_view::npos;
        }
    }

    void mark(std::size_t first, std::size_t last, bool heading, std::size_t plainCapitals)
    {
        std::size_t capitals = 0;
        std::size_t longer = 0;
        std::size_t commonCapitals = 0;
        for (std::size_t i = first; i < last; ++i) {
            const Word& word = m_result.words[i];
            if (i == first || word.text.size() < 4 || word.shape == Shape::number || word.shape == Shape::other)
                continue;
            ++longer;
            if (!word.isCapitalised()) continue;
            ++capitals;
            if (word.isCommon() && word.lists == 0) ++commonCapitals;
        }
        // A sentence with its full stop is prose, however many names it has, unless all of it is capitalised.
        const std::size_t end = m_reading.sentences[m_sentence].span.end;
        if (!heading && end > 0 && m_text[end - 1] == '.' && capitals != longer) return;
        const bool titleCased = heading ? capitals * 10 >= longer * 6
                                        : longer >= 3 && capitals * 4 >= longer * 3 && commonCapitals >= plainCapitals;
        if (!titleCased) return;
        for (std::size_t i = first; i < last; ++i)
            m_result.words[i].titleCased = true;
    }

    std::string_view m_text;
    const Reading& m_reading;
    const Lexicons& m_lexicons;
    Words m_result;
    std::uint32_t m_sentence = 0;
    std::uint32_t m_token = 0;
    std::uint32_t m_lastToken = 0;
    std::size_t m_gapBegin = 0;
    bool m_initial = true;
};

} // namespace

Words splitWords(const Document& document, const Reading& reading, const Lexicons& lexicons)
{
    return Splitter(document, reading, lexicons).take();
}

std::string foldedCase(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0, next = 0; at < text.size(); at = next) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            const char c = text[at];
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            next = at + 1;
            continue;
        }
        UChar32 c = characterAt(text, at, next);
        c = c == 0x2019 ? '\'' : u_tolower(c);
        std::array<std::uint8_t, 4> bytes{};
        std::int32_t length = 0;
        U8_APPEND_UNSAFE(bytes.data(), length, c);
        result.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
    }
    return result;
}

} // namespace skein
