// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/forms.h"

#include "core/text/characters.h"

#include <algorithm>

namespace skein {
namespace {

constexpr std::size_t seen = 48; // bytes of a word that count; longer words differ in their length only

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

} // namespace

Form formOf(std::string_view token)
{
    Form form;
    std::string_view head = token.substr(0, seen);
    while (head.size() < token.size() && !head.empty() && isContinuation(token[head.size()])) head.remove_suffix(1);
    char small[2 * seen + 8];
    std::size_t size = 0;
    std::string shape;
    char lastShape = 0;
    int run = 0;
    bool upper = false, lower = false, innerUpper = false, firstUpper = false, word = false;
    int letters = 0;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t begin = at;
        const CodePoint c = nextCharacter(head, at);
        char kind = 'p';
        if (isDigit(c)) {
            kind = 'd';
            form.hasDigit = word = true;
            small[size++] = '0';
        } else if (c == 0x2019 || c == '`') {
            small[size++] = '\'';
        } else if (isUpper(c)) {
            kind = 'X';
            word = upper = true;
            ++letters;
            if (begin == 0) firstUpper = true;
            else innerUpper = true;
            const auto lowerCase = c < 0x80 ? std::string(1, static_cast<char>(c | 0x20)) : lowered(head.substr(begin, at - begin));
            for (const char x : lowerCase) small[size++] = x;
        } else {
            if (isWordCharacter(c)) {
                kind = 'x';
                word = lower = true;
                ++letters;
            } else if (isHyphen(c)) {
                kind = '-';
                form.hasHyphen = true;
            } else if (c < 0x80) {
                kind = static_cast<char>(c);
            }
            for (std::size_t k = begin; k < at; ++k) small[size++] = head[k];
        }
        run = kind == lastShape ? run + 1 : 1;
        lastShape = kind;
        if (run <= 2) shape += kind;
    }
    const std::string_view text(small, size);
    form.word = hashOf(text);
    form.exact = hashOf(token);
    if (head.size() < token.size()) form.word = combine(form.word, 1);
    form.shape = hashOf(shape);
    form.capital = !upper ? 0 : (!lower && letters > 1) ? 2 : firstUpper ? 1 : innerUpper ? 3 : 0;
    form.isPunctuation = !word;
    std::size_t at = size;
    for (std::size_t i = 0; i < form.suffix.size() && at > 0; ++i) {
        do --at;
        while (at > 0 && isContinuation(small[at]));
        if (at == 0) break;
        form.suffix[i] = hashOf(text.substr(at));
    }
    at = 0;
    for (std::size_t i = 0; i < form.prefix.size() && at < size; ++i) {
        do ++at;
        while (at < size && isContinuation(small[at]));
        if (at == size) break;
        form.prefix[i] = hashOf(text.substr(0, at));
    }
    return form;
}

} // namespace skein
