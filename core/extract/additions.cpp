// SPDX-License-Identifier: GPL-3.0-or-later
// A statement begins at the left margin; the indented lines below belong to it. A # that stands alone begins a comment.
#include "core/extract/additions.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace skein {
namespace {

constexpr double usualConfidence = 0.9;

const std::vector<std::string_view> statements = {"type", "relation", "rule", "names", "ignore", "verbs", "macros"};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

// The id as words for people: "has_member", "Has member".
std::string spoken(std::string_view id, bool isCapitalised)
{
    std::string words(id);
    std::ranges::replace(words, '_', ' ');
    if (isCapitalised && !words.empty() && isLetter(words[0])) words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string pluralOf(std::string_view label)
{
    std::string word(label);
    const auto endsWith = [&](std::initializer_list<std::string_view> ends) {
        return std::ranges::any_of(ends, [&](std::string_view end) { return word.ends_with(end); });
    };
    if (endsWith({"s", "x", "z", "ch", "sh"})) return word + "es";
    if (word.ends_with('y') && !endsWith({"ay", "ey", "oy", "uy"})) return word.substr(0, word.size() - 1) + "ies";
    return word + "s";
}

class Parser {
public:
    explicit Parser(Complaints& complaints) : m_complaints(complaints), m_text(complaints.text()) {}

    Additions parse()
    {
        if (m_text.size() > maxAdditionsBytes) {
            m_complaints.add({0, 0}, "the text is larger than one megabyte; keep the names that this library needs");
            return {};
        }
        for (std::size_t at = m_text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < m_text.size();) {
            const std::size_t end = std::min(m_text.find('\n', at), m_text.size());
            line(at, end);
            at = end + 1;
        }
        finish();
        return std::move(m_additions);
    }

private:
    enum class Statement { none, broken, type, relation, rule, names, ignore, verbs, macros };

    Span span(std::string_view part) const
    {
        const auto begin = static_cast<std::uint32_t>(part.data() - m_text.data());
        return {begin, begin + static_cast<std::uint32_t>(part.size())};
    }

    Written written(std::string_view part) const { return {std::string(part), span(part)}; }

    void complain(std::string_view part, std::string message) { m_complaints.add(span(part), std::move(message)); }

    static std::string_view trimmed(std::string_view part)
    {
        while (!part.empty() && isSpace(part.front()))
            part.remove_prefix(1);
        while (!part.empty() && isSpace(part.back()))
            part.remove_suffix(1);
        return part;
    }

    // Takes the first word off the front of the line.
    static std::string_view word(std::string_view& line)
    {
        line = trimmed(line);
        const auto end = std::ranges::find_if(line, isSpace) - line.begin();
        const auto first = line.substr(0, static_cast<std::size_t>(end));
        line = trimmed(line.substr(first.size()));
        return first;
    }

    static std::string_view withoutComment(std::string_view line)
    {
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '#' && (i == 0 || isSpace(line[i - 1])) && (i + 1 == line.size() || isSpace(line[i + 1])))
                return line.substr(0, i);
        }
        return line;
    }

    void line(std::size_t begin, std::size_t end)
    {
        const std::string_view whole = m_text.substr(begin, end - begin);
        if (!isUtf8(whole)) {
            complain(whole, "this line is not UTF-8; save the text as UTF-8");
            m_hasLines = true;
            return;
        }
        const std::string_view kept = withoutComment(whole);
        const std::string_view content = trimmed(kept);
        if (content.empty()) return;
        const bool isIndented = isSpace(kept.front());
        m_additions.essence += (isIndented ? " " : "") + std::string(content) + "\n";
        if (!isIndented) {
            finish();
            head(content);
            return;
        }
        switch (m_statement) {
        case Statement::none:
            complain(content, "this line belongs to no statement; begin one at the left margin, such as: names product");
            break;
        case Statement::broken: break; // said already
        case Statement::type: typeLine(content); break;
        case Statement::relation: relationLine(content); break;
        case Statement::rule: ruleLine(content); break;
        case Statement::names: nameLine(content); break;
        case Statement::ignore: ignoredLine(content); break;
        case Statement::verbs: verbLine(content); break;
        case Statement::macros: macroLine(content); break;
        }
        m_hasLines = true;
    }

    void head(std::string_view content)
    {
        const std::string_view keyword = word(content);
        m_head = keyword;
        m_hasLines = false;
        m_statement = Statement::broken;
        if (keyword == "type") return typeHead(content);
        if (keyword == "relation") return relationHead(content);
        if (keyword == "rule") return ruleHead(content);
        if (keyword == "names") return namesHead(content);
        for (const auto& [name, statement] : {std::pair{"ignore", Statement::ignore}, std::pair{"verbs", Statement::verbs},
                                              std::pair{"macros", Statement::macros}}) {
            if (keyword != name) continue;
            m_statement = statement;
            rest(content, "the lines of “" + std::string(name) + "” stand below it, indented");
            return;
        }
        if (keyword.starts_with('#')) {
            complain(keyword, "a comment has a space behind its #");
            return;
        }
        complain(keyword, inQuotes(keyword) + " begins no statement; " + suggestion(keyword, statements));
    }

    void rest(std::string_view content, const std::string& message)
    {
        if (content.empty()) return;
        complain(content, message);
        m_hasLines = true; // enough is said
    }

    // Complains when a word is no id. `more` is a character that it may have besides letters and digits.
    bool checkId(std::string_view id, std::string_view more, const std::string& example)
    {
        const bool isGood = !id.empty() && isLetter(id.front()) && std::ranges::all_of(id, [&](char c) {
            return isLetter(c) || (c >= '0' && c <= '9') || more.contains(c);
        });
        if (!isGood)
            complain(id, inQuotes(id) + " is no id; write small letters, digits and " + std::string(1, more.back()) +
                             ", such as " + example);
        return isGood;
    }

    void typeHead(std::string_view content)
    {
        const std::string_view id = word(content);
        if (id.empty()) return complain(m_head, "the type needs an id, such as: type weapon");
        if (!checkId(id, "_", "weapon")) return;
        Additions::Type type{.id = written(id), .like = {}, .label = {}, .plural = {}};
        if (!content.empty()) {
            const std::string_view like = word(content);
            const std::string_view model = word(content);
            if (like != "like" || model.empty() || !content.empty())
                return complain(like, "behind the id may only stand “like” and another type: type weapon like product");
            type.like = written(model);
        }
        m_statement = Statement::type;
        m_additions.types.push_back(std::move(type));
    }

    void relationHead(std::string_view content)
    {
        const std::string example = "relation supplies organization -> product";
        const std::string_view id = word(content);
        if (id.empty()) return complain(m_head, "the relation needs an id and its ends, such as: " + example);
        if (!checkId(id, "_", "supplies")) return;
        Additions::Relation relation{.id = written(id), .subjects = {}, .objects = {}, .label = {}, .inverse = {}};
        const auto arrow = content.find("->");
        if (arrow == std::string_view::npos)
            return complain(id, "the relation needs an arrow between the types of its ends, such as: " + example);
        relation.symmetric = arrow > 0 && content[arrow - 1] == '<';
        const auto from = content.substr(0, relation.symmetric ? arrow - 1 : arrow);
        if (!ends(from, relation.subjects, nullptr) || !ends(content.substr(arrow + 2), relation.objects, &relation.value))
            return;
        m_statement = Statement::relation;
        m_additions.relations.push_back(std::move(relation));
    }

    bool ends(std::string_view list, std::vector<Written>& types, bool* value)
    {
        bool isGood = true;
        eachAlternative(list, [&](std::string_view type) {
            if (type == "value" && value != nullptr) {
                *value = true;
            } else if (type == "value") {
                complain(type, "a value cannot be the subject of a relation; write it behind the arrow");
                isGood = false;
            } else if (type.empty() || std::ranges::any_of(type, isSpace)) {
                complain(type.empty() ? list : type, "types are separated by |, such as organization|person");
                isGood = false;
            } else {
                types.push_back(written(type));
            }
        });
        return isGood;
    }

    template <typename Take>
    static void eachAlternative(std::string_view list, Take take)
    {
        for (std::size_t at = 0; at <= list.size();) {
            const std::size_t end = std::min(list.find('|', at), list.size());
            take(trimmed(list.substr(at, end - at)));
            at = end + 1;
        }
    }

    void ruleHead(std::string_view content)
    {
        const std::string example = "rule deliveries for supplies";
        const std::string_view id = word(content);
        const std::string_view link = word(content);
        const std::string_view relation = word(content);
        if (link != "for" || relation.empty() || !content.empty())
            return complain(m_head, "the rule needs an id and the relation that it finds, such as: " + example);
        if (!checkId(id, "_-", "deliveries")) return;
        m_statement = Statement::rule;
        m_additions.rules.push_back({.id = written(id), .relation = written(relation), .label = {}, .why = {},
                                     .confidence = usualConfidence, .modality = {}, .qualifiers = {}, .patterns = {}});
    }

    void namesHead(std::string_view content)
    {
        const std::string_view type = word(content);
        if (type.empty()) return complain(m_head, "say of which type the names are, such as: names product");
        m_type = written(type);
        m_isInstead = content == "instead";
        m_statement = Statement::names;
        if (!m_isInstead) rest(content, "behind the type may only stand “instead”; the names stand below, indented");
    }

    // "key: value"; false when the line is none.
    bool option(std::string_view content, std::string_view& key, std::string_view& value)
    {
        const auto colon = content.find(':');
        if (colon == std::string_view::npos || colon == 0) return false;
        key = content.substr(0, colon);
        if (!std::ranges::all_of(key, isLetter) || (colon + 1 < content.size() && !isSpace(content[colon + 1]))) return false;
        value = trimmed(content.substr(colon + 1));
        return true;
    }

    // A line of a statement that knows nothing but options.
    bool knownOption(std::string_view content, std::string_view& key, std::string_view& value,
                     const std::vector<std::string_view>& known)
    {
        if (!option(content, key, value)) {
            complain(content, "below “" + std::string(m_head) + "” stand lines such as: " + std::string(known[0]) + ": …");
            return false;
        }
        if (std::ranges::find(known, key) == known.end()) {
            complain(key, inQuotes(key) + " is not known of a " + std::string(m_head) + "; " + suggestion(key, known));
            return false;
        }
        if (value.empty()) complain(key, inQuotes(key) + " has no text; write it behind the colon");
        return !value.empty();
    }

    void typeLine(std::string_view content)
    {
        std::string_view key, value;
        if (!knownOption(content, key, value, {"label", "plural"})) return;
        auto& type = m_additions.types.back();
        (key == "label" ? type.label : type.plural) = value;
    }

    void relationLine(std::string_view content)
    {
        std::string_view key, value;
        if (!knownOption(content, key, value, {"label", "inverse"})) return;
        auto& relation = m_additions.relations.back();
        (key == "label" ? relation.label : relation.inverse) = value;
    }

    void ruleLine(std::string_view content)
    {
        auto& rule = m_additions.rules.back();
        std::string_view key, value;
        if (!option(content, key, value)) {
            rule.patterns.push_back(written(content));
            return;
        }
        if (!knownOption(content, key, value, {"why", "label", "confidence", "modality", "qualifier"})) return;
        if (key == "why") {
            rule.why = value;
        } else if (key == "label") {
            rule.label = value;
        } else if (key == "confidence") {
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), rule.confidence);
            if (error != std::errc() || end != value.data() + value.size() || !(rule.confidence > 0 && rule.confidence <= 1))
                complain(value, "the confidence is a number above 0 and at most 1, such as 0.9");
        } else if (key == "modality") {
            if (value == "planned") rule.modality = Modality::planned;
            else if (value == "possible") rule.modality = Modality::possible;
            else if (value == "reported") rule.modality = Modality::reported;
            else complain(value, "there is no modality " + inQuotes(value) + "; " + suggestion(value, {"planned", "possible", "reported"}));
        } else {
            const auto equals = value.find('=');
            const auto name = trimmed(value.substr(0, equals));
            const auto what = equals == std::string_view::npos ? std::string_view() : trimmed(value.substr(equals + 1));
            if (name.empty() || what.empty()) complain(value, "a qualifier has a name and a value, such as: status = former");
            else rule.qualifiers.push_back({std::string(name), std::string(what)});
        }
    }

    // White space inside a name is one space.
    Written form(std::string_view part)
    {
        Written result{{}, span(part)};
        while (!part.empty()) {
            if (!result.text.empty()) result.text += ' ';
            result.text += word(part);
        }
        return result;
    }

    bool checkForm(std::string_view part, std::string_view whole)
    {
        if (part.empty()) {
            complain(whole, "a name is missing beside a |; write it or take the | away");
            return false;
        }
        const bool hasLetter = std::ranges::any_of(part, [](char c) {
            return isLetter(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        });
        const auto characters = std::ranges::count_if(part, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
        if (!hasLetter || characters < 2) {
            complain(part, inQuotes(part) + " is too short for a name; write two characters or more, one of them a letter or digit");
            return false;
        }
        return true;
    }

    void nameLine(std::string_view content)
    {
        Additions::Name name{.forms = {}, .type = m_type, .instead = m_isInstead};
        bool isGood = true;
        eachAlternative(content, [&](std::string_view part) {
            if (checkForm(part, content)) name.forms.push_back(form(part));
            else isGood = false;
        });
        if (isGood) m_additions.names.push_back(std::move(name));
    }

    void ignoredLine(std::string_view content)
    {
        eachAlternative(content, [&](std::string_view part) {
            if (checkForm(part, content)) m_additions.ignored.push_back(form(part));
        });
    }

    void verbLine(std::string_view content)
    {
        std::string_view left = content;
        const std::string_view lemma = word(left);
        Additions::Verb verb{.lemma = written(lemma), .forms = {}};
        bool isGood = true;
        const auto check = [&](std::string_view given) {
            isGood = isGood && std::ranges::all_of(given, [](char c) { return isLetter(c) || c == '-' || c == '/' || c == '\''; });
        };
        check(lemma);
        while (!left.empty()) {
            verb.forms.emplace_back(word(left));
            check(verb.forms.back());
        }
        if (!isGood || verb.forms.size() != 4)
            return complain(content, "a verb needs five forms in small letters, such as: slay slays slew slain slaying");
        m_additions.verbs.push_back(std::move(verb));
    }

    void macroLine(std::string_view content)
    {
        std::string_view left = content;
        const std::string_view name = word(left);
        if (!name.starts_with('#') || left.empty())
            return complain(content, "a macro has a name and what it stands for, such as: #arms missile|rifle|gun");
        if (!checkId(name.substr(1), "_", "#arms")) return;
        m_additions.macros.push_back({written(name.substr(1)), written(left)});
    }

    // What is missing is known when the statement ends.
    void finish()
    {
        switch (m_statement) {
        case Statement::type: {
            auto& type = m_additions.types.back();
            if (type.label.empty()) type.label = spoken(type.id.text, true);
            if (type.plural.empty()) type.plural = pluralOf(type.label);
            break;
        }
        case Statement::relation: {
            auto& relation = m_additions.relations.back();
            if (relation.label.empty()) relation.label = spoken(relation.id.text, false);
            if (relation.symmetric && relation.inverse.empty()) relation.inverse = relation.label;
            if (relation.inverse.empty() && !relation.objects.empty())
                m_complaints.add(relation.id.span, "say how the relation reads backwards, in a line below, such as: inverse: is supplied by");
            break;
        }
        case Statement::rule: {
            auto& rule = m_additions.rules.back();
            if (rule.why.empty()) rule.why = "This library was taught that such words mean “" + spoken(rule.relation.text, false) + "”.";
            if (rule.patterns.empty())
                m_complaints.add(rule.id.span, "the rule has no pattern; write one in a line below, such as: S {supply} O");
            break;
        }
        case Statement::names:
        case Statement::ignore:
        case Statement::verbs:
        case Statement::macros:
            if (!m_hasLines) complain(m_head, "nothing stands below " + inQuotes(m_head) + "; write one a line, indented");
            break;
        case Statement::none:
        case Statement::broken: break;
        }
        m_statement = Statement::none;
    }

    Complaints& m_complaints;
    std::string_view m_text;
    Additions m_additions;
    Statement m_statement = Statement::none;
    std::string_view m_head; // the statement's keyword
    bool m_hasLines = false;
    Written m_type; // of the names below
    bool m_isInstead = false;
};

} // namespace

Additions Additions::parse(Complaints& complaints)
{
    return Parser(complaints).parse();
}

} // namespace skein
