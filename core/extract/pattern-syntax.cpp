// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/pattern-syntax.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace skein {
namespace {

constexpr std::size_t fillerLimit = 8;
constexpr int macroDepth = 8;

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

// Recursive descent over the characters; code is emitted as it goes. Nesting is bounded by macroDepth and by what a
// person wrote in one line.
class Compiler {
public:
    Compiler(const Macros& macros, Vocabulary& vocabulary) : m_macros(macros), m_vocabulary(vocabulary) {}

    Result<Program> compile(std::string_view pattern)
    {
        if (!sequence(pattern, 0)) return fail(Errc::badSyntax, m_error);
        emit({.op = Op::match});
        m_program.linked = m_program.code.size() > 2 && m_program.code[0].op == Op::slot &&
                           !m_program.code[0].possessive && m_program.code[1].op == Op::verb;
        chooseAnchors();
        return std::move(m_program);
    }

private:
    using Text = std::string_view;

    bool wrong(std::string message)
    {
        if (m_error.empty()) m_error = std::move(message);
        return false;
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
        if (depth > macroDepth) return wrong("macros nested too deeply");
        std::vector<Text> branches;
        int nesting = 0;
        std::size_t from = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '(')
                ++nesting;
            else if (text[i] == ')' && --nesting < 0)
                return wrong("a bracket is closed that was not opened");
            else if (text[i] == '|' && nesting == 0 && i > 0 && text[i - 1] == ' ') {
                branches.push_back(text.substr(from, i - from));
                from = i + 1;
            }
        }
        if (nesting != 0) return wrong("a bracket is not closed");
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
        bool isEmpty = true;
        while (true) {
            while (!text.empty() && text.front() == ' ')
                text.remove_prefix(1);
            if (text.empty()) return isEmpty ? wrong("an empty alternative") : true;
            isEmpty = false;
            if (!element(text, depth)) return false;
        }
    }

    // Takes one element and its suffix off the front of the text.
    bool element(Text& text, int depth)
    {
        std::string name;
        std::size_t letters = 0;
        while (letters < text.size() && ((text[letters] >= 'a' && text[letters] <= 'z') || text[letters] == '_'))
            ++letters;
        if (letters > 0 && letters + 1 < text.size() && text[letters] == '=') {
            name = text.substr(0, letters);
            text.remove_prefix(letters + 1);
        }
        if (text.empty() || text.front() == ' ') return wrong("nothing behind " + name + "=");
        const std::size_t begin = m_program.code.size();
        if (text.front() == '(') {
            std::size_t i = 0;
            int nesting = 0;
            do {
                nesting += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
                ++i;
            } while (nesting > 0);
            if (!sequence(text.substr(1, i - 2), depth)) return false;
            text.remove_prefix(i);
        } else {
            std::size_t end = text.front() == '{' ? text.find('}') : 0;
            if (end == Text::npos) return wrong("a brace is not closed");
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
            if (text.front() != '?' && mayBeEmpty(begin)) return wrong("what may be empty is repeated");
            repeat(begin, text.front());
            text.remove_prefix(1);
        }
        return text.empty() || text.front() == ' ' ||
               wrong("unexpected character '" + std::string(1, text.front()) + "'");
    }

    // Whether the code from `begin` to the end can be passed without an item. Code only jumps back to what consumes.
    bool mayBeEmpty(std::size_t pc) const
    {
        if (pc >= m_program.code.size()) return true;
        const Instruction& now = m_program.code[pc];
        switch (now.op) {
        case Op::split:
            return mayBeEmpty(pc + 1) || (now.to > pc && mayBeEmpty(now.to));
        case Op::jump:
            return now.to > pc && mayBeEmpty(now.to);
        case Op::open:
        case Op::close:
        case Op::start:
            return mayBeEmpty(pc + 1);
        default:
            return false;
        }
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
            auto macro = m_macros.find(atom.substr(1));
            return macro != m_macros.end() ? sequence(macro->second, depth + 1)
                                           : wrong("unknown macro " + std::string(atom));
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
            if (part.empty()) return wrong("an empty word in " + std::string(atom));
            if (std::ranges::any_of(part, [](char c) { return c >= 'A' && c <= 'Z'; }))
                return wrong("words are written in lower case: " + part);
            word.words.push_back(m_vocabulary.add(part == "[" ? "(" : part == "]" ? ")" : part));
        }
        emit(std::move(word));
        return true;
    }

    bool verb(Text atom)
    {
        const std::size_t close = atom.find('}');
        if (close == Text::npos) return wrong("a brace is not closed");
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
            return wrong("unknown voice " + std::string(voice));
        for (const std::string& lemma : splitAt(atom.substr(1, close - 1), '|')) {
            if (lemma.empty()) return wrong("an empty verb in " + std::string(atom));
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
        return wrong("unknown value " + std::string(atom));
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
            return wrong("not a slot: " + std::string(whole));
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
    Program m_program;
    std::string m_error;
};

} // namespace

Result<Program> compilePattern(std::string_view pattern, const Macros& macros, Vocabulary& vocabulary)
{
    return Compiler(macros, vocabulary).compile(pattern);
}

} // namespace skein
