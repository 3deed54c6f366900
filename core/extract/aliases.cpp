// SPDX-License-Identifier: GPL-3.0-or-later
// Names with one key are one form; every form is the child of at most one longer form. Each kind of short form (acronym,
// surname, …) is a question about two forms; a form that has several possible parents keeps to itself.
#include "core/extract/aliases.h"
#include "core/extract/candidates.h"
#include "core/extract/name-case.h"
#include "core/extract/wordset.h"
#include "core/text/characters.h"

#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace skein {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// Latin letters without their accents; other characters as they are.
std::string withoutAccents(const std::string& text)
{
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return text;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* normalizer = unorm2_getNFDInstance(&error);
    if (U_FAILURE(error)) return text;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        CodePoint c = nextCharacter(text, at);
        UChar decomposed[8];
        const std::int32_t size = unorm2_getDecomposition(normalizer, c, decomposed, 8, &error);
        if (size > 0) {
            std::int32_t first = 0;
            U16_NEXT(decomposed, first, size, c);
        }
        if (c >= 0x300 && c <= 0x36F) continue;
        // Letters that Unicode does not take apart.
        if (c == 0xF8) c = 'o';
        if (c == 0x142) c = 'l';
        if (c == 0x131) c = 'i';
        if (c == 0x111) c = 'd';
        std::uint8_t bytes[U8_MAX_LENGTH];
        std::int32_t count = 0;
        U8_APPEND_UNSAFE(bytes, count, c);
        for (std::int32_t i = 0; i < count; ++i) result += static_cast<char>(bytes[i]);
    }
    return result;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        if (end != 0) parts.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return parts;
}

std::string surfaceOf(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c != '\n' && c != ' ')
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    return result;
}

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isSmall(char c) { return c >= 'a' && c <= 'z'; }
bool isNumber(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

struct Form {
    std::string key;
    std::vector<std::string> parts;   // the words of the key
    std::vector<std::string> written; // the same words as first written
    std::string type;                 // empty when no place of it has one
    bool isSure = false;
    std::vector<Span> places;               // in text order
    std::map<std::string, std::size_t> surfaces;
    std::size_t parent = nowhere;
};

// Whether the letters of an acronym are the initials of a name; small words may be left out, a hyphen begins a word.
bool isAcronymOf(std::string_view acronym, const Form& name)
{
    if (acronym.size() > 2 && acronym.back() == 's') acronym.remove_suffix(1);
    std::string letters;
    for (const char c : acronym) {
        if (isUpper(c)) letters += static_cast<char>(c - 'A' + 'a');
        else if (isSmall(c) || (c >= '0' && c <= '9')) letters += c;
        else if (c != '.' && c != '&') return false;
    }
    if (letters.size() < 2) return false;
    std::string all;
    std::string content;
    for (const auto& word : name.written) {
        bool start = true;
        for (const char c : word) {
            const bool capital = isUpper(c);
            if (start && (capital || isSmall(c) || (c >= '0' && c <= '9'))) {
                const char low = capital ? static_cast<char>(c - 'A' + 'a') : c;
                all += low;
                if (capital) content += low;
            }
            start = c == '-';
        }
    }
    return letters == all || letters == content;
}

class Linker {
public:
    Linker(const Document& document, const Lexicons& lexicons, std::vector<FoundName> names)
        : m_document(document), m_lexicons(lexicons), m_names(std::move(names))
    {
        std::ranges::sort(m_names, {}, &FoundName::span);
    }

    NameReading link()
    {
        gather();
        linkBrackets();
        linkAcronyms();
        linkPersons();
        linkShortForms();
        linkSameNames();
        return write();
    }

private:
    void gather()
    {
        std::vector<std::map<std::string, std::pair<std::size_t, std::size_t>>> votes; // type -> count, sure ones
        for (const auto& name : m_names) {
            const std::string written = surfaceOf(textOf(m_document.text, name.span));
            auto key = nameKey(written);
            if (key.empty()) key = written;
            const auto [place, isNew] = m_byKey.try_emplace(key, m_forms.size());
            if (isNew) {
                Form form;
                form.parts = split(key);
                form.written = split(written);
                form.key = std::move(key);
                m_forms.push_back(std::move(form));
                votes.emplace_back();
            }
            m_formOf.push_back(place->second);
            auto& form = m_forms[place->second];
            form.places.push_back(name.span);
            ++form.surfaces[written];
            if (name.type.empty()) continue;
            auto& vote = votes[place->second][name.type];
            ++vote.first;
            vote.second += name.isSure;
        }
        for (std::size_t i = 0; i < m_forms.size(); ++i) {
            std::pair<std::size_t, std::size_t> most{0, 0};
            for (const auto& [type, vote] : votes[i])
                if (vote > most) {
                    most = vote;
                    m_forms[i].type = type;
                }
            m_forms[i].isSure = most.second > 0;
        }
    }

    bool fits(const Form& brief, const Form& full) const
    {
        return !full.type.empty() && (brief.type.empty() || brief.type == full.type || !brief.isSure);
    }

    bool known(const Form& form, Lexicon list) const
    {
        return std::ranges::any_of(form.surfaces, [&](const auto& s) { return m_lexicons.has(list, s.first); });
    }

    std::size_t rootOf(std::size_t form) const
    {
        for (std::size_t steps = 0; m_forms[form].parent != nowhere && steps < m_forms.size(); ++steps)
            form = m_forms[form].parent;
        return form;
    }

    void join(std::size_t brief, std::size_t full)
    {
        const std::size_t root = rootOf(full);
        if (m_forms[brief].parent == nowhere && root != brief) m_forms[brief].parent = root;
    }

    // The only entity among all forms that the question holds for; absent when there are none or several.
    template <typename Question>
    std::optional<std::size_t> onlyParent(std::size_t brief, Question isShortFor) const
    {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < m_forms.size(); ++i) {
            if (i == brief || !fits(m_forms[brief], m_forms[i]) || !isShortFor(m_forms[brief], m_forms[i])) continue;
            const std::size_t root = rootOf(i);
            if (root == brief) continue;
            if (found && *found != root) return std::nullopt;
            found = root;
        }
        return found;
    }

    // "Velmar Quantum Institute (VQI)", "VQI (Velmar Quantum Institute)".
    void linkBrackets()
    {
        for (std::size_t i = 0; i + 1 < m_names.size(); ++i) {
            const Span left = m_names[i].span;
            const Span right = m_names[i + 1].span;
            if (left.end > right.begin || right.begin - left.end > 6 || right.end >= m_document.text.size()) continue;
            std::string_view between = textOf(m_document.text, {left.end, right.begin});
            static const WordSet openings{"( (the (\" (“"};
            while (between.starts_with(' ')) between.remove_prefix(1);
            while (between.ends_with(' ')) between.remove_suffix(1);
            if (!openings.has(between)) continue;
            const bool rightShort = m_forms[m_formOf[i + 1]].parts.size() == 1;
            const std::size_t brief = m_formOf[rightShort ? i + 1 : i];
            const std::size_t full = m_formOf[rightShort ? i : i + 1];
            if (brief == full || m_forms[brief].parts.size() != 1 || m_forms[full].parts.size() < 2) continue;
            if (m_forms[full].type.empty() || !isAcronymOf(m_forms[brief].written.front(), m_forms[full])) continue;
            join(brief, full);
        }
    }

    // "WHO" of the "World Health Organization", wherever both stand.
    void linkAcronyms()
    {
        for (std::size_t i = 0; i < m_forms.size(); ++i) {
            const Form& brief = m_forms[i];
            if (brief.parent != nowhere || brief.parts.size() != 1 || brief.type == "person") continue;
            const std::string& letters = brief.written.front();
            if (std::ranges::count_if(letters, isUpper) < 2 || !isUpper(letters.front()) || isNumber(letters)) continue;
            const auto full = onlyParent(i, [&](const Form& a, const Form& b) {
                return b.parts.size() >= 2 && b.type != "person" && isAcronymOf(a.written.front(), b);
            });
            if (full) join(i, *full);
        }
    }

    // Persons.

    // The words of a person's name without titles and Jr.
    std::vector<std::string> personParts(const Form& form) const
    {
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < form.parts.size(); ++i) {
            const bool title = parts.empty() && i < form.written.size() && m_lexicons.has(Lexicon::title, form.written[i]);
            if (!title) parts.push_back(form.parts[i]);
        }
        static const WordSet juniors{"jr jr. sr sr."};
        while (parts.size() > 1 && juniors.has(parts.back())) parts.pop_back();
        while (!parts.empty() && parts.back().ends_with(',')) parts.back().pop_back();
        return parts.empty() ? form.parts : parts;
    }

    bool sameGivenName(const std::string& a, const std::string& b) const
    {
        if (a == b) return true;
        if (a.size() == 1 || b.size() == 1) return a.front() == b.front();
        return m_lexicons.has(Lexicon::alias, a + ' ' + b) || m_lexicons.has(Lexicon::alias, b + ' ' + a);
    }

    // "J. Brandt", "Tom Brandt" and "Thomas Albert Brandt": nothing in one name contradicts the other.
    bool samePerson(const std::vector<std::string>& a, const std::vector<std::string>& b) const
    {
        if (a.size() < 2 || b.size() < 2) return false;
        const auto& brief = a.size() <= b.size() ? a : b;
        const auto& full = a.size() <= b.size() ? b : a;
        if (std::equal(brief.begin(), brief.end(), full.begin())) return !isNumeral(full.back()); // Ana Ruiz of Ana Ruiz Vela
        if (brief.back() != full.back()) return false;
        if (!sameGivenName(brief.front(), full.front())) {
            // "Luise Fabre" of "Anna Luise Fabre"
            return brief.size() >= 2 && full.size() > brief.size() && brief.front().size() > 1 &&
                   std::equal(brief.rbegin(), brief.rend(), full.rbegin());
        }
        std::size_t at = 1; // the middle names of the short one, in order among those of the full one
        for (std::size_t k = 1; k + 1 < brief.size(); ++k, ++at) {
            while (at + 1 < full.size() && !sameGivenName(brief[k], full[at])) ++at;
            if (at + 1 >= full.size()) return false;
        }
        return true;
    }

    static bool isNumeral(std::string_view word)
    {
        return !word.empty() && word.find_first_not_of("ivx") == std::string_view::npos;
    }

    void linkPersons()
    {
        std::vector<std::vector<std::string>> parts(m_forms.size());
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < m_forms.size(); ++i) {
            parts[i] = personParts(m_forms[i]);
            if (m_forms[i].parent == nowhere) order.push_back(i);
        }
        std::ranges::stable_sort(order, [&](auto a, auto b) { return parts[a].size() > parts[b].size(); });
        const auto find = [&](std::size_t i, auto question) {
            return onlyParent(i, [&](const Form&, const Form& full) {
                const auto& other = parts[static_cast<std::size_t>(&full - m_forms.data())];
                return full.type == "person" && question(parts[i], other);
            });
        };
        for (const std::size_t i : order) {
            const Form& form = m_forms[i];
            if (parts[i].size() < 2 || form.type != "person") continue;
            if (const auto full = find(i, [&](const auto& a, const auto& b) { return a.size() < b.size() && samePerson(a, b); }))
                join(i, *full);
            else if (const auto twin = find(i, [&](const auto& a, const auto& b) {
                         return a.size() == b.size() && (a == b || samePerson(a, b));
                     }))
                if (*twin != i && m_forms[*twin].places.front() < form.places.front()) join(i, *twin);
        }
        for (const std::size_t i : order) {
            const Form& form = m_forms[i];
            const auto& words = parts[i];
            if (words.size() != 1 || form.parent != nowhere || isNumber(words[0]) || words[0].size() < 2) continue;
            const auto surname = [](const auto& a, const auto& b) { return b.size() >= 2 && a[0] == b.back(); };
            const auto given = [](const auto& a, const auto& b) { return b.size() >= 2 && a[0] == b.front(); };
            const auto same = [](const auto& a, const auto& b) { return a == b; }; // Dr Holt, Holt
            // "Galván" of "Luis Galván Ortega"
            const auto middle = [](const auto& a, const auto& b) { return b.size() >= 3 && a[0] == b[b.size() - 2]; };
            // "Mike" of Michael Spencer
            const auto nick = [&](const auto& a, const auto& b) { return b.size() >= 2 && a[0].size() > 1 && b[0].size() > 1 && sameGivenName(a[0], b[0]); };
            auto full = find(i, surname);
            bool isGiven = false;
            if (!full && anyOf(i, parts, surname)) {
                full = mostSpokenOf(i, parts, surname);
            } else if (!full) {
                full = find(i, given);
                isGiven = full.has_value();
                if (!full && anyOf(i, parts, given)) full = mostSpokenOf(i, parts, given);
                else if (!full) full = find(i, middle);
                if (!full && !anyOf(i, parts, given)) full = find(i, nick);
            }
            if (!full && form.parts.size() == 1) full = find(i, same);
            if (!full || !mayBePerson(form, *full, isGiven)) continue;
            join(i, *full);
        }
    }

    template <typename Question>
    bool anyOf(std::size_t i, const std::vector<std::vector<std::string>>& parts, Question question) const
    {
        for (std::size_t k = 0; k < m_forms.size(); ++k)
            if (k != i && m_forms[k].type == "person" && question(parts[i], parts[k])) return true;
        return false;
    }

    // Of several who have a name in common, the one of whom the text has spoken before and speaks far more than of the others.
    template <typename Question>
    std::optional<std::size_t> mostSpokenOf(std::size_t i, const std::vector<std::vector<std::string>>& parts, Question question) const
    {
        std::map<std::size_t, std::size_t> counts; // by root
        for (std::size_t k = 0; k < m_forms.size(); ++k)
            if (const std::size_t root = rootOf(k); root != i && m_forms[root].type == "person" &&
                                                    question(parts[i], parts[root]))
                counts[root] += m_forms[k].places.size();
        std::optional<std::size_t> best;
        std::size_t first = 0;
        std::size_t second = 0;
        for (const auto& [root, count] : counts) {
            if (count > first) {
                second = std::exchange(first, count);
                best = root;
            } else {
                second = std::max(second, count);
            }
        }
        if (!best || first < 2 * second || m_forms[*best].places.front() > m_forms[i].places.front()) return std::nullopt;
        return best;
    }

    // Words that mean other things too are a person's only where the document speaks of that person a good deal.
    bool mayBePerson(const Form& form, std::size_t full, bool isGiven) const
    {
        if (form.type == "person") return true;
        std::size_t count = 0;
        for (std::size_t i = 0; i < m_forms.size(); ++i)
            if (rootOf(i) == full) count += m_forms[i].places.size();
        const bool isKnownWell = count >= 3;
        constexpr std::uint64_t others =
            bit(Lexicon::organization) | bit(Lexicon::product) | bit(Lexicon::place) | bit(Lexicon::media);
        const std::uint64_t lists = m_lexicons.lists(form.written.front());
        if (!form.type.empty() && (!isKnownWell || (lists & others))) return false;
        const bool isFirstName = lists & (bit(Lexicon::femaleName) | bit(Lexicon::maleName));
        return !isGiven || isFirstName || (isKnownWell && lists == 0);
    }

    // Organisations, products, events …

    static bool isPrefix(const Form& brief, const Form& full)
    {
        return brief.parts.size() < full.parts.size() &&
               std::equal(brief.parts.begin(), brief.parts.end(), full.parts.begin());
    }

    static bool isSuffix(const Form& brief, const Form& full)
    {
        return brief.parts.size() < full.parts.size() &&
               std::equal(brief.parts.rbegin(), brief.parts.rend(), full.parts.rbegin());
    }

    bool isHead(const std::string& word) const
    {
        static const WordSet heads{"University College Platforms Corporation Inc Corp Ltd Company"};
        return heads.has(word) || m_lexicons.has(Lexicon::organizationSuffix, word) ||
               m_lexicons.has(Lexicon::organizationHead, word) || m_lexicons.has(Lexicon::generic, word);
    }

    // "Nimbus" of "Nimbus Labs": what is left without legal form or head noun. The short form comes later: a name that was
    // there before is somebody else.
    bool isOrganizationStem(const Form& brief, const Form& full) const
    {
        if (full.type != "organization" || !isPrefix(brief, full) || full.written.size() != full.parts.size()) return false;
        for (std::size_t i = brief.parts.size(); i < full.written.size(); ++i)
            if (!isHead(full.written[i])) return false;
        const bool legal = m_lexicons.has(Lexicon::organizationSuffix, full.written.back());
        static const WordSet legalHeads{"University College Platforms Corporation Inc Corp Ltd Company"};
        if (brief.parts.size() == 1 && known(brief, Lexicon::organization) && !legal && !legalHeads.has(full.written.back()))
            return false;
        return legal || full.places.front().begin < brief.places.front().begin;
    }

    // "Conclave" of "Velmari National Conclave", once that was named.
    bool isTail(const Form& brief, const Form& full) const
    {
        static const WordSet types{"organization event law"};
        return types.has(full.type) && brief.type == full.type && isSuffix(brief, full) &&
               full.places.front() < brief.places.front() && !known(brief, Lexicon::organization) &&
               !known(brief, Lexicon::media);
    }

    // "Ray-Ban" of "Ray-Ban Meta AI glasses": the name of a device without the words that say what it is.
    static bool isDeviceStem(const Form& brief, const Form& full)
    {
        return full.type == "product" && brief.type == "product" && isPrefix(brief, full) && isDeviceNoun(full.written.back());
    }

    void linkShortForms()
    {
        for (std::size_t i = 0; i < m_forms.size(); ++i) {
            if (m_forms[i].parent != nowhere) continue;
            const auto full = onlyParent(
                i, [&](const Form& a, const Form& b) { return isOrganizationStem(a, b) || isDeviceStem(a, b) || isTail(a, b); });
            if (full) join(i, *full);
        }
    }

    // What the list of aliases says is one: "US", "United States".
    void linkSameNames()
    {
        for (std::size_t i = 0; i < m_forms.size(); ++i) {
            if (m_forms[i].parent != nowhere || m_forms[i].type == "person") continue;
            const auto full = onlyParent(i, [&](const Form& a, const Form& b) {
                return b.type != "person" && m_lexicons.has(Lexicon::alias, a.key + ' ' + b.key);
            });
            if (full) join(i, *full);
        }
    }

    NameReading write() const
    {
        NameReading result;
        std::map<std::size_t, std::size_t> entityOf; // root form -> entity
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const std::size_t root = rootOf(m_formOf[i]);
            if (m_forms[root].type.empty()) continue;
            const auto [place, isNew] = entityOf.try_emplace(root, result.entities.size());
            if (isNew) result.entities.push_back({{}, m_forms[root].type, {}});
            result.mentions.push_back({m_names[i].span, place->second, MentionKind::name});
        }
        std::vector<std::map<std::string, std::size_t>> surfaces(result.entities.size());
        for (std::size_t i = 0; i < m_forms.size(); ++i)
            if (const auto found = entityOf.find(rootOf(i)); found != entityOf.end())
                for (const auto& [surface, count] : m_forms[i].surfaces) surfaces[found->second][surface] += count;
        for (const auto& [root, entity] : entityOf) nameEntity(result.entities[entity], m_forms[root].key, surfaces[entity]);
        return result;
    }

    // The lead form is the root's, in its most frequent spelling; the rest are aliases.
    void nameEntity(Entity& entity, const std::string& key, const std::map<std::string, std::size_t>& surfaces) const
    {
        // AMY HOOD is Amy Hood, shouted; MSL is not.
        const auto isLoud = [&](const std::string& form) {
            return (entity.type == "person" || form.find(' ') != std::string::npos) && isShouted(form);
        };
        std::size_t most = 0;
        for (const auto& [form, count] : surfaces) {
            if (nameKey(form) != key) continue;
            const std::size_t weight = isLoud(form) ? 1 : count + 1;
            if (weight > most) {
                most = weight;
                entity.name = form;
            }
        }
        if (most == 0)
            for (const auto& [form, count] : surfaces)
                if (form.size() > entity.name.size()) entity.name = form;
        // "Anna Kern Podcast", once, in a text that says Anna Kern all the time: the name is what is used.
        if (entity.type == "person") {
            const std::string full = entity.name;
            std::map<std::string, std::size_t> counts; // however it is written
            for (const auto& [form, count] : surfaces) counts[nameKey(form)] += count;
            for (const auto& [form, count] : surfaces)
                if (counts[nameKey(form)] >= 3 * std::max<std::size_t>(counts[nameKey(full)], 1) && form.find(' ') != std::string::npos &&
                    !isLoud(form) && full.starts_with(form + ' '))
                    entity.name = form;
        }
        if (entity.type == "person" && entity.name.find(' ') != std::string::npos && isShouted(entity.name))
            entity.name = personInNormalCase(entity.name, m_lexicons);
        for (const auto& [form, count] : surfaces)
            if (form != entity.name) entity.aliases.push_back(form);
    }

    const Document& m_document;
    const Lexicons& m_lexicons;
    std::vector<FoundName> m_names;     // in text order
    std::vector<std::size_t> m_formOf; // parallel to them
    std::vector<Form> m_forms;
    std::map<std::string, std::size_t> m_byKey;
};

} // namespace

std::string nameKey(std::string_view name)
{
    std::string key = withoutAccents(foldedName(name));
    if (key.starts_with("the ") && key.size() > 4) key.erase(0, 4);
    for (const std::string_view ending : {"'s", "'"})
        if (key.size() > ending.size() + 1 && key.ends_with(ending)) {
            key.resize(key.size() - ending.size());
            break;
        }
    return key;
}

NameReading linkNames(const Document& document, const Lexicons& lexicons, std::vector<FoundName> names)
{
    return Linker(document, lexicons, std::move(names)).link();
}

} // namespace skein
