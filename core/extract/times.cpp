// SPDX-License-Identifier: GPL-3.0-or-later
// What is read first at each place, and which of the two anchors holds.
#include "core/extract/times-finder.h"

#include "core/text/deprel.h"

#include <algorithm>
#include <cstdlib>

namespace skein {

TimeFinder::TimeFinder(const Document& document, const Reading& reading) : m_document(document), m_reading(reading)
{
    m_anchor = dateFromEdtf(document.published);
    m_isStory = tellsStory();
}

std::vector<TimeExpression> TimeFinder::find()
{
    for (; m_sentence < m_reading.sentences.size(); ++m_sentence) {
        m_pieces = timePieces(m_document.text, m_reading.sentences[m_sentence].span);
        m_before.reset();
        for (std::size_t i = 0; i < m_pieces.size();) {
            const auto found = at(i);
            if (!found) {
                ++i;
                continue;
            }
            m_result.push_back({{m_pieces[i].span.begin, m_pieces[found->end - 1].span.end},
                                found->type,
                                found->edtf + (isDoubted(i, *found) ? "?" : "")});
            if (found->date) {
                refer(i, *found);
                m_before = Before{found->end, *found->date, found->date->day != 0, found->date->month == 0};
            }
            i = found->end;
        }
    }
    return std::move(m_result);
}

// "perhaps in 1850"
bool TimeFinder::isDoubted(std::size_t i, const Found& found) const
{
    static const WordSet doubts{"perhaps possibly probably maybe"};
    static const WordSet prepositions{"in on"};
    if (found.type != "date" || !found.date || found.edtf != edtfOf(*found.date)) return false;
    return wordBefore(wordBefore(i, prepositions) ? i - 1 : i, doubts);
}

bool TimeFinder::isWord(std::size_t index, std::string_view word) const
{
    return index < m_pieces.size() && m_pieces[index].kind == Kind::word && m_pieces[index].lower == word;
}

bool TimeFinder::isOneOf(std::size_t index, const WordSet& words) const
{
    return index < m_pieces.size() && m_pieces[index].kind == Kind::word && words.has(m_pieces[index].lower);
}

bool TimeFinder::wordBefore(std::size_t index, const WordSet& words) const
{
    return index > 0 && isOneOf(index - 1, words);
}

bool TimeFinder::isNumber(std::size_t index) const
{
    return index < m_pieces.size() && m_pieces[index].kind == Kind::number && !m_pieces[index].isDecimal &&
           m_pieces[index].suffix.empty();
}

std::optional<std::size_t> TimeFinder::tokenOf(std::size_t index) const
{
    if (index >= m_pieces.size()) return std::nullopt;
    const Sentence& sentence = m_reading.sentences[m_sentence];
    const auto begin = m_reading.tokens.begin() + sentence.firstToken;
    const auto end = m_reading.tokens.begin() + sentence.lastToken;
    const auto token =
        std::partition_point(begin, end, [&](const Token& t) { return t.span.end <= m_pieces[index].span.begin; });
    if (token == end) return std::nullopt;
    return static_cast<std::size_t>(token - m_reading.tokens.begin());
}

Upos TimeFinder::uposAt(std::size_t index) const
{
    const auto token = tokenOf(index);
    return token ? m_reading.tokens[*token].upos : Upos::x;
}

TimeFinder::Tense TimeFinder::tenseAt(std::size_t index) const
{
    static const WordSet future{"will shall wo 'll ’ll would"};
    static const WordSet past{"was were had did 'd could"};
    static const WordSet present{"is are has have do does can may must should 's 're 've am"};
    static const WordSet planned{"plan expect schedule intend hope aim propose slate set due agree want"};
    static const WordSet saying{"said announced told reported wrote warned added says declared"};
    if (wordBefore(index, saying)) return Tense::past; // "said Tuesday it will close"
    auto at = tokenOf(index);
    if (!at) return Tense::unknown;
    const std::vector<Token>& tokens = m_reading.tokens;
    const Sentence& sentence = m_reading.sentences[m_sentence];
    std::size_t verb = *at;
    for (int steps = 0; steps < 24 && tokens[verb].upos != Upos::verb && tokens[verb].upos != Upos::aux; ++steps) {
        if (tokens[verb].head < 0) break;
        verb = static_cast<std::size_t>(tokens[verb].head);
    }
    Tense tense = Tense::unknown;
    for (std::size_t i = sentence.firstToken; i < sentence.lastToken; ++i) {
        if (tokens[i].head != static_cast<std::int32_t>(verb) && i != verb) continue;
        std::string word(textOf(m_document.text, tokens[i].span));
        if (word == "May") continue; // the month, whatever the tagger thinks
        for (char& c : word)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (tokens[i].upos == Upos::aux || i == verb) {
            if (future.has(word)) return Tense::future;
            if (past.has(word)) tense = Tense::past;
            if (present.has(word) && tense == Tense::unknown) tense = Tense::present;
        }
        if (tokens[i].upos == Upos::part && word == "to" && i < verb) {
            const std::int32_t governor = tokens[verb].head;
            return governor >= 0 && planned.has(tokens[static_cast<std::size_t>(governor)].lemma) ? Tense::future
                                                                                                  : Tense::unknown;
        }
    }
    if (tense == Tense::present && planned.has(tokens[verb].lemma)) return Tense::future; // "is set for Friday"
    if (tense != Tense::unknown || tokens[verb].upos != Upos::verb) return tense;
    static const WordSet unchanging{"put set hit cut let shut cost spread read beat cast quit split hurt"};
    if (unchanging.has(tokens[verb].lemma)) return Tense::unknown;
    const std::string_view form = textOf(m_document.text, tokens[verb].span);
    if (form == tokens[verb].lemma || form == tokens[verb].lemma + "s" || form == tokens[verb].lemma + "es")
        return Tense::present;
    return form.ends_with("ing") ? Tense::unknown : Tense::past;
}

bool TimeFinder::isInName(std::size_t index) const
{
    const auto isCapital = [&](std::size_t i) {
        return i < m_pieces.size() && m_pieces[i].kind == Kind::word && m_pieces[i].isUpper;
    };
    return (index > 1 && isCapital(index - 1)) || isCapital(index + 1);
}

// A history names many years that lie behind the document's own, and few of its own year and week. Without a date of
// its own, a document can only be read by the dates it names.
bool TimeFinder::tellsStory() const
{
    if (!m_anchor) return true;
    static const WordSet steps{"last this next past"};
    static const WordSet units{"week weekend month year"};
    bool isStep = false; // "last" of "last week"
    static const WordSet today{"yesterday today tomorrow tonight monday tuesday wednesday thursday friday saturday "
                               "sunday"};
    const std::string_view text = m_document.text;
    int years = 0;
    int recent = 0;
    int days = 0;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        if (isDigit(text[i])) {
            while (end < text.size() && isDigit(text[end]))
                ++end;
            if (end - i == 4) {
                const int year = std::atoi(std::string(text.substr(i, 4)).c_str());
                years += year >= 1000 && year < m_anchor->year - 1;
                recent += year >= m_anchor->year - 1 && year <= m_anchor->year + 1;
            } else if (end - i <= 3 && text.substr(end, 3) == " BC") {
                ++years;
            }
        } else if (isLetter(text[i])) {
            while (end < text.size() && isLetter(text[end]))
                ++end;
            if (end - i >= 4 && end - i <= 9) {
                std::string word(text.substr(i, end - i));
                for (char& c : word)
                    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
                days += today.has(word) || (isStep && units.has(word));
                isStep = steps.has(word);
            } else {
                isStep = false;
            }
        } else {
            ++end;
        }
        i = end;
    }
    return years >= 4 && years > 2 * days + recent;
}

bool TimeFinder::isToldDate() const
{
    if (!m_story) return false;
    return m_isStory || !m_anchor ||
           (m_yearSentence != 0 && m_yearSentence >= m_sentence && m_story->year < m_anchor->year);
}

std::optional<CalendarDate> TimeFinder::told() const
{
    if (m_reference && (m_referenceSentence == m_sentence || !m_story)) return m_reference;
    if (m_reference && m_referenceSentence + 1 == m_sentence && !m_isReferenceBound) return m_reference;
    if (!m_isStory && m_referenceSentence + 3 < m_sentence) return m_anchor; // news go back to their own day
    return m_story ? m_story : m_anchor;
}

// Whether the date at piece `i` is only mentioned ("a treaty of 1902", "until May"), so that the story does not go on
// from it. What opens a sentence never is; what goes back, leaps ahead or names a bare year is, unless the main verb of
// the sentence happened then.
bool TimeFinder::isAside(std::size_t i, const Found& found) const
{
    static const WordSet open{"since until till as"};
    if (found.isAside) return true;
    if (!m_story || i <= 2 || m_pieces.size() <= 4) return false;
    const CalendarDate& date = *found.date;
    const int months =
        (date.year - m_story->year) * 12 + (date.month && m_story->month ? date.month - m_story->month : 0);
    const bool isNear = months >= -3 && months <= 15;
    if (isMark(i - 1, '(') || wordBefore(i, open)) return true;
    if (date.month && isNear && date.year == m_story->year) return false;
    if (!date.month) return true;
    if (found.edtf.size() == 7 && found.edtf[5] == '2') return true;
    if (date.month && isNear) return false;
    // The token of the expression that the rest of the sentence holds.
    const std::vector<Token>& tokens = m_reading.tokens;
    const Span span{m_pieces[i].span.begin, m_pieces[found.end - 1].span.end};
    for (auto at = tokenOf(i); at && *at < m_reading.sentences[m_sentence].lastToken; ++*at) {
        const Token& token = tokens[*at];
        if (token.span.begin >= span.end) break;
        if (token.head < 0) return false;
        const Token& head = tokens[static_cast<std::size_t>(token.head)];
        if (head.span.overlaps(span)) continue;
        return head.upos != Upos::verb || (head.deprel != Deprel::root && head.deprel != Deprel::conj);
    }
    return false;
}

void TimeFinder::refer(std::size_t i, const Found& found)
{
    const CalendarDate& date = *found.date;
    if (!isAside(i, found)) {
        if (isToldDate() && !m_isStory) m_yearSentence = m_sentence + 1; // it goes on from there
        const bool isCoarser = m_story && !date.month && m_story->year == date.year;
        if (!isCoarser) m_story = date;
        for (std::size_t k = i; k < found.end; ++k)
            if ((isNumber(k) && m_pieces[k].digits >= 3) || isEra(k)) m_yearSentence = m_sentence + 1;
    }
    static const WordSet open{"since until till as than"};
    m_isReferenceBound = found.isAside || (i > 0 && isMark(i - 1, '(')) || wordBefore(i, open);
    m_reference = date;
    m_referenceSentence = m_sentence;
    if (date.day) {
        m_day = date;
        m_daySentence = m_sentence;
    }
}

std::optional<TimeFinder::Found> TimeFinder::at(std::size_t i)
{
    if (auto found = modified(i)) return found;
    if (auto found = date(i)) return found;
    if (auto found = relative(i)) return found;
    if (auto found = clock(i)) return found;
    if (auto found = set(i)) return found;
    if (auto found = duration(i)) return found;
    return vague(i);
}

// "the end of 2025", "early 2025", "mid-June", "the summer of 2025", "later that year", "month's end"
std::optional<TimeFinder::Found> TimeFinder::modified(std::size_t i)
{
    static const WordSet parts{"end beginning start middle close outset rest remainder course part half most "
                               "days weeks months years"};
    static const WordSet degrees{"early late mid later earlier"};
    static const WordSet cues{"by at until since from"};
    static const WordSet adjectives{"latter first second early late later final last closing opening middle"};
    static const WordSet about{"about around circa approximately roughly ca c"};
    std::size_t at = i;
    if (isOneOf(at, about)) { // "about 1850", "c. 1850"
        ++at;
        if (m_pieces[at - 1].lower.starts_with('c') && isMark(at, '.')) ++at;
        auto dated = piece(at) ? date(at) : std::nullopt;
        if (!dated || !dated->date || dated->edtf != edtfOf(*dated->date)) return std::nullopt;
        dated->edtf += "~";
        return dated;
    }
    const bool isDefinite = isWord(at, "the");
    if (isDefinite) ++at;
    std::optional<Found> found;
    if (isOneOf(at, degrees)) {
        ++at;
        while (isMark(at, '-'))
            ++at;
        if (isWord(at, "in") || isWord(at, "on")) ++at;
        found = partOf(at);
        if (!found && isWord(at, "part") && isWord(at + 1, "of")) found = partOf(at + 2);
    } else if (isOneOf(at, parts) && isWord(at + 1, "of") &&
               (isDefinite || m_pieces[at].lower == "most" || wordBefore(at, cues))) {
        static const WordSet plural{"days weeks months years"};
        if (isOneOf(at, plural)) return std::nullopt;
        found = partOf(at + 2);
    } else if (isDefinite && isOneOf(at, adjectives) && isOneOf(at + 1, parts) && isWord(at + 2, "of")) {
        if (isWord(at + 1, "half") && ordinalOf(m_pieces[at])) return date(at); // "the first half of 2025"
        const bool isLatter = isWord(at + 1, "half") && isWord(at, "latter");
        found = partOf(at + 3);
        if (found && isLatter && found->date && found->edtf == edtfOf({found->date->year, 0, 0})) found->edtf += "-41";
    } else if (isDefinite) {
        // "the summer of 2025", "the 1990s", "the 17th century", "the third quarter"
        if (!piece(at)) return std::nullopt;
        const TimePiece& next = m_pieces[at];
        if (seasonOf(next) || next.suffix == "s" || ordinalOf(next) || next.lower.starts_with("q") || decadeOf(next) ||
            next.isMark('\''))
            return date(at);
        return std::nullopt;
    } else if (unitAt(at) != Unit::none &&
               (m_pieces[at].isPossessive || isMark(at + 1, '-') || unitAt(at) == Unit::year) &&
               isWord(at + (isMark(at + 1, '-') ? 2 : 1), "end")) {
        const auto base = spokenOf();
        if (!base) return std::nullopt;
        found = unitBeside(*base, unitAt(at), 0, at + (isMark(at + 1, '-') ? 3 : 2));
    }
    return found;
}

// What "the end of" and "early" may stand before: a date, a relative date, or "the year" the text speaks of.
std::optional<TimeFinder::Found> TimeFinder::partOf(std::size_t at)
{
    if (!piece(at)) return std::nullopt;
    m_isModified = true;
    auto found = relative(at);
    if (!found || found->type != "date") {
        const std::size_t next = isWord(at, "the") ? at + 1 : at;
        found = piece(next) ? date(next) : std::nullopt;
        const Unit unit = unitAt(next);
        if (!found && next != at && unit >= Unit::week && unit != Unit::fortnight &&
            !m_pieces[next].lower.ends_with("s")) {
            if (const auto base = spokenOf()) found = unitBeside(*base, unit, 0, next + 1);
        }
    }
    m_isModified = false;
    return found && found->type == "date" ? found : std::nullopt;
}

// "now", "formerly", "in the future": what has a place before, in or after the present, but no date.
std::optional<TimeFinder::Found> TimeFinder::vague(std::size_t i) const
{
    static const WordSet present{"now currently nowadays"};
    static const WordSet cues{"at by around until till"};
    static const WordSet the{"the"};
    static const WordSet past{"recently recent former formerly"};
    const TimePiece& first = m_pieces[i];
    if (first.kind != Kind::word) return std::nullopt;
    const auto is = [&](std::size_t size, const char* value) {
        return Found{i + size, "reference", value, std::nullopt};
    };
    if (first.isUpper && i > 0 && isInName(i)) return std::nullopt;
    if (present.has(first.lower)) return isWord(i + 1, "that") ? std::optional<Found>() : is(1, "PRESENT_REF");
    if (past.has(first.lower)) {
        if (first.lower == "former" && wordBefore(i, the) && uposAt(i + 1) != Upos::adj &&
            uposAt(i + 1) != Upos::noun && uposAt(i + 1) != Upos::propn)
            return std::nullopt; // of two
        if (first.lower == "recently" && isWord(i + 1, "as")) return std::nullopt;
        const bool isSpan = first.lower == "recent" && unitAt(i + 1) != Unit::none;
        return is(isSpan ? 2 : 1, "PAST_REF");
    }
    if (first.lower == "in" && isWord(i + 1, "future")) return is(2, "FUTURE_REF");
    if (first.lower == "present" && isMark(i + 1, '-') && isWord(i + 2, "day")) return is(3, "PRESENT_REF");
    if (first.lower == "the" && isWord(i + 1, "future")) return is(2, "FUTURE_REF");
    if (first.lower == "the" && isWord(i + 1, "near") && isWord(i + 2, "future")) return is(3, "FUTURE_REF");
    if (first.lower == "the" && isWord(i + 1, "past") && uposAt(i + 1) == Upos::noun) return is(2, "PAST_REF");
    if (first.lower == "the" && isWord(i + 1, "present") && uposAt(i + 1) == Upos::noun) return is(2, "PRESENT_REF");
    if (first.lower == "to" && isWord(i + 1, "date") && uposAt(i + 1) == Upos::noun) return is(2, "PRESENT_REF");
    if (first.lower == "present" && i > 0 && isMark(i - 1, '-')) return is(1, "PRESENT_REF");
    if (first.lower == "these" && isWord(i + 1, "days")) return is(2, "PRESENT_REF");
    if (first.lower == "this" && isWord(i + 1, "time") && wordBefore(i, cues)) return is(2, "PRESENT_REF");
    return std::nullopt;
}

std::vector<TimeExpression> findTimes(const Document& document, const Reading& reading)
{
    return TimeFinder(document, reading).find();
}

} // namespace skein
