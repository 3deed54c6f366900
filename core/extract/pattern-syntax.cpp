// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/pattern-syntax.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace skein {
namespace {

constexpr std::size_t fillerLimit = 8;
constexpr int macroDepth = 8;
constexpr int bracketDepth = 32;
constexpr std::size_t codeLimit = 5000; // macros in macros may multiply: a hostile pattern ends here

std::vector<std::string> splitAt(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

// Recursive descent over the characters; code is emitted as it goes.
class Compiler {
public:
    Compiler(const Macros& macros, Vocabulary& vocabulary) : m_macros(macros), m_vocabulary(vocabulary) {}

    std::expected<Program, PatternProblem> compile(std::string_view pattern)
    {
        m_pattern = pattern;
        if (!sequence(pattern, 0)) return std::unexpected(std::move(m_problem));
        emit({.op = Op::match});
        m_program.linked = m_program.code.size() > 2 && m_program.code[0].op == Op::slot &&
                           !m_program.code[0].possessive && m_program.code[1].op == Op::verb;
        chooseAnchors();
        return std::move(m_program);
    }

private:
    using Text = std::string_view;

    // Inside a macro the fault is shown at the macro that the pattern itself names.
    bool wrong(Text at, std::string message)
    {
        if (m_problem.message.empty()) m_problem = {m_macro ? *m_macro : spanOf(at), std::move(message)};
        return false;
    }

    // REQUIRES: a part of the pattern.
    Span spanOf(Text part) const
    {
        const auto begin = static_cast<std::uint32_t>(part.data() - m_pattern.data());
        return {begin, begin + static_cast<std::uint32_t>(part.size())};
    }

    std::size_t emit(Instruction instruction)
    {
        m_program.code.push_back(std::move(instruction));
        return m_program.code.size() - 1;
    }

    // Moves the instructions from `at` on by one place, to put one before them.
    void insertAt(std::size_t at, Instruction instruction)
    {
        for (std::size_t i = 0; i < m_program.code.size(); ++i) { // who jumped here from outside still arrives here
            Instruction& other = m_program.code[i];
            if ((other.op == Op::split || other.op == Op::jump) && (i < at ? other.to > at : other.to >= at))
                ++other.to;
        }
        m_program.code.insert(m_program.code.begin() + static_cast<std::ptrdiff_t>(at), std::move(instruction));
    }

    // One alternative after the other, down to the end of the text or an unmatched bracket.
    bool sequence(Text text, int depth)
    {
        if (m_brackets > bracketDepth) return wrong(text, "brackets are nested too deeply; split the pattern in two");
        if (m_program.code.size() > codeLimit) return wrong(text, "the pattern is too large; split it in two");
        std::vector<Text> branches;
        int nesting = 0;
        std::size_t opened = 0;
        std::size_t from = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '(') {
                if (nesting++ == 0) opened = i;
            } else if (text[i] == ')' && --nesting < 0)
                return wrong(text.substr(i, 1), "this bracket closes one that was not opened; take it away");
            else if (text[i] == '|' && nesting == 0 && i > 0 && text[i - 1] == ' ') {
                branches.push_back(text.substr(from, i - from));
                from = i + 1;
            }
        }
        if (nesting != 0) return wrong(text.substr(opened, 1), "this bracket is not closed; write ) behind what it holds");
        branches.push_back(text.substr(from));
        std::vector<std::size_t> ends;
        for (std::size_t b = 0; b < branches.size(); ++b) {
            const std::size_t fork = b + 1 < branches.size() ? emit({.op = Op::split}) : 0;
            if (!branch(branches[b], depth)) return false;
            if (b + 1 < branches.size()) {
                ends.push_back(emit({.op = Op::jump}));
                m_program.code[fork].to = m_program.code.size();
            }
        }
        for (std::size_t end : ends)
            m_program.code[end].to = m_program.code.size();
        return true;
    }

    bool branch(Text text, int depth)
    {
        const Text whole = text;
        bool isEmpty = true;
        while (true) {
            while (!text.empty() && text.front() == ' ')
                text.remove_prefix(1);
            if (text.empty())
                return isEmpty ? wrong(whole, "there is nothing to match here; write a word or take the | away") : true;
            isEmpty = false;
            if (!element(text, depth)) return false;
        }
    }

    // Takes one element and its suffix off the front of the text.
    bool element(Text& text, int depth)
    {
        const Text whole = text.substr(0, text.find(' '));
        std::string name;
        std::size_t letters = 0;
        while (letters < text.size() && ((text[letters] >= 'a' && text[letters] <= 'z') || text[letters] == '_'))
            ++letters;
        if (letters > 0 && letters + 1 < text.size() && text[letters] == '=') {
            name = text.substr(0, letters);
            text.remove_prefix(letters + 1);
        }
        if (text.empty() || text.front() == ' ') 
            return wrong(whole, "there is nothing behind " + name + "=; write what it keeps");
        const std::size_t begin = m_program.code.size();
        if (text.front() == '(') {
            std::size_t i = 0;
            int nesting = 0;
            do {
                nesting += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
                ++i;
            } while (nesting > 0);
            ++m_brackets;
            if (!sequence(text.substr(1, i - 2), depth)) return false;
            --m_brackets;
            text.remove_prefix(i);
        } else {
            std::size_t end = text.front() == '{' ? text.find('}') : 0;
            if (end == Text::npos) return wrong(whole, "this brace is not closed; write } behind the verbs");
            while (end < text.size() && text[end] != ' ')
                ++end;
            Text atom = text.substr(0, end);
            if (atom.size() > 1 && (atom.back() == '?' || atom.back() == '*' || atom.back() == '+'))
                atom.remove_suffix(1);
            if (!single(atom, depth)) return false;
            text.remove_prefix(atom.size());
        }
        if (!name.empty()) {
            m_program.captures.push_back(name);
            insertAt(begin, {.op = Op::open, .capture = m_program.captures.size() - 1});
            emit({.op = Op::close, .capture = m_program.captures.size() - 1});
        }
        if (!text.empty() && text.front() != ' ') {
            if (text.front() != '?' && mayBeEmpty(begin))
                return wrong(text.substr(0, 1), "what may match nothing cannot be repeated; take the " +
                                                    std::string(1, text.front()) + " away");
            repeat(begin, text.front());
            text.remove_prefix(1);
        }
        return text.empty() || text.front() == ' ' ||
               wrong(text.substr(0, text.find(' ')), "elements stand apart; write a space before this");
    }

    // Whether the code from `begin` to the end can be passed without an item.
    bool mayBeEmpty(std::size_t begin) const
    {
        std::vector<bool> seen(m_program.code.size(), false);
        std::vector<std::size_t> open = {begin};
        while (!open.empty()) {
            const std::size_t pc = open.back();
            open.pop_back();
            if (pc >= m_program.code.size()) return true;
            if (seen[pc]) continue;
            seen[pc] = true;
            const Instruction& now = m_program.code[pc];
            if (now.op == Op::split || now.op == Op::open || now.op == Op::close || now.op == Op::start)
                open.push_back(pc + 1);
            if (now.op == Op::split || now.op == Op::jump) open.push_back(now.to);
        }
        return false;
    }

    void repeat(std::size_t begin, char how)
    {
        if (how == '?' || how == '*') {
            insertAt(begin, {.op = Op::split});
            if (how == '*') emit({.op = Op::jump, .to = begin});
            m_program.code[begin].to = m_program.code.size();
        } else if (how == '+') {
            const std::size_t fork = emit({.op = Op::split});
            emit({.op = Op::jump, .to = begin});
            m_program.code[fork].to = m_program.code.size();
        }
    }

    bool single(Text atom, int depth)
    {
        if (atom.front() == '#') {
            const auto macro = m_macros.find(atom.substr(1));
            if (macro == m_macros.end()) return wrong(atom, "there is no macro " + std::string(atom));
            const bool isOutermost = !m_macro;
            if (isOutermost) m_macro = spanOf(atom);
            if (depth == macroDepth) return wrong(atom, "macros are nested too deeply; one may call itself");
            if (!sequence(macro->second, depth + 1)) return false;
            if (isOutermost) m_macro.reset();
            return true;
        }
        if (atom.front() == '{') return verb(atom);
        if (atom.front() == '<') return value(atom);
        if (atom == "np" || atom == "gap") return filler(atom == "np" ? Op::nounWord : Op::anyItem);
        if (atom == "^") {
            emit({.op = Op::start});
            return true;
        }
        if (atom.front() == 'S' || atom.front() == 'O' || atom.front() == 'E') return slot(atom);
        Instruction word{.op = Op::word};
        for (const std::string& part : splitAt(atom, '|')) {
            if (part.empty()) return wrong(atom, "a word is missing beside a |; write it or take the | away");
            if (std::ranges::any_of(part, [](char c) { return c >= 'A' && c <= 'Z'; }))
                return wrong(atom, "words are written in lower case, and stand for any case");
            word.words.push_back(m_vocabulary.add(part == "[" ? "(" : part == "]" ? ")" : part));
        }
        emit(std::move(word));
        return true;
    }

    bool verb(Text atom)
    {
        const std::size_t close = atom.find('}');
        if (close == Text::npos) return wrong(atom, "this brace is not closed; write } behind the verbs");
        const Text voice = atom.substr(close + 1);
        Instruction verb{.op = Op::verb};
        if (voice == ".passive")
            verb.voice = Voice::passive;
        else if (voice == ".part")
            verb.voice = Voice::participle;
        else if (voice == ".ing")
            verb.voice = Voice::gerund;
        else if (voice == ".any")
            verb.voice = Voice::any;
        else if (!voice.empty())
            return wrong(voice, "there is no form " + std::string(voice) + " of a verb; use .passive, .part, .ing or .any");
        for (const std::string& lemma : splitAt(atom.substr(1, close - 1), '|')) {
            if (lemma.empty()) return wrong(atom, "a verb is missing in " + std::string(atom) + "; write {buy} or {buy|take}");
            if (lemma.contains(' ')) return wrong(atom, "verbs in braces are separated by |, such as {buy|take}");
            verb.words.push_back(m_vocabulary.addVerb(lemma));
        }
        emit(std::move(verb));
        return true;
    }

    bool value(Text atom)
    {
        static constexpr std::pair<Text, ValueKind> kinds[] = {
            {"<money>", ValueKind::money},     {"<percent>", ValueKind::percent}, {"<number>", ValueKind::number},
            {"<ordinal>", ValueKind::ordinal}, {"<date>", ValueKind::date},       {"<duration>", ValueKind::duration}};
        for (auto [name, kind] : kinds) {
            if (atom == name) {
                emit({.op = Op::value, .value = kind});
                return true;
            }
        }
        return wrong(atom, "there is no value " + std::string(atom) +
                               "; use <money>, <percent>, <number>, <ordinal>, <date> or <duration>");
    }

    bool slot(Text atom)
    {
        Instruction slot{.op = Op::slot};
        slot.slot = atom.front() == 'S' ? Slot::subject : atom.front() == 'O' ? Slot::object : Slot::other;
        const Text whole = atom;
        atom.remove_prefix(1);
        if (atom.ends_with("'s")) {
            slot.possessive = true;
            atom.remove_suffix(2);
        }
        if (atom.starts_with(':'))
            slot.types = splitAt(atom.substr(1), '|');
        else if (!atom.empty())
            return wrong(whole, "this is neither S, O nor E, nor a word in lower case");
        emit(std::move(slot));
        return true;
    }

    // As few as do: each step first tries to go on behind it.
    bool filler(Op op)
    {
        std::vector<std::size_t> leave;
        for (std::size_t i = 0; i < fillerLimit; ++i) {
            const std::size_t fork = emit({.op = Op::split});
            leave.push_back(emit({.op = Op::jump}));
            m_program.code[fork].to = m_program.code.size();
            emit({.op = op});
        }
        for (std::size_t jump : leave)
            m_program.code[jump].to = m_program.code.size();
        return true;
    }

    // What every match holds, as it stands outside all choices and repetitions: the first verb, else a word of content.
    void chooseAnchors()
    {
        std::size_t optionalUntil = 0;
        const Instruction* best = nullptr;
        auto worth = [this](const Instruction& i) {
            return i.op == Op::verb                                                                      ? 2
                   : std::ranges::any_of(i.words, [this](WordId w) { return m_vocabulary.hasClass(w); }) ? 0
                                                                                                         : 1;
        };
        for (std::size_t i = 0; i < m_program.code.size(); ++i) {
            const Instruction& instruction = m_program.code[i];
            if (instruction.op == Op::split || instruction.op == Op::jump)
                optionalUntil = std::max(optionalUntil, instruction.to);
            if (i < optionalUntil || (instruction.op != Op::word && instruction.op != Op::verb)) continue;
            if (best == nullptr || worth(instruction) > worth(*best)) best = &instruction;
        }
        if (best != nullptr) m_program.anchors = best->words;
    }

    const Macros& m_macros;
    Vocabulary& m_vocabulary;
    Text m_pattern;
    Program m_program;
    std::optional<Span> m_macro; // the one that we are in
    int m_brackets = 0;
    PatternProblem m_problem;
};

} // namespace

std::expected<Program, PatternProblem> compilePattern(std::string_view pattern, const Macros& macros,
                                                      Vocabulary& vocabulary)
{
    return Compiler(macros, vocabulary).compile(pattern);
}

} // namespace skein
