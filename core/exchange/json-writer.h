// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON (RFC 8259) piece by piece into a string: members keep their order, nothing is held twice.
#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace skein::exchange {

// Strings must be UTF-8. Doubles are written with as few digits as bring the same value back, independent of the locale.
class JsonWriter {
public:
    JsonWriter& beginObject() { return open('{'); }
    JsonWriter& endObject() { return close('}'); }
    JsonWriter& beginArray() { return open('['); }
    JsonWriter& endArray() { return close(']'); }

    JsonWriter& key(std::string_view name)
    {
        string(name);
        m_text += ':';
        m_needsComma = false;
        return *this;
    }

    JsonWriter& string(std::string_view text)
    {
        separate();
        m_text += '"';
        for (const char c : text) {
            switch (c) {
            case '"': m_text += "\\\""; break;
            case '\\': m_text += "\\\\"; break;
            case '\n': m_text += "\\n"; break;
            case '\r': m_text += "\\r"; break;
            case '\t': m_text += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    m_text += "\\u00";
                    m_text += c < 0x10 ? '0' : '1';
                    m_text += "0123456789abcdef"[c & 15];
                } else {
                    m_text += c;
                }
            }
        }
        m_text += '"';
        m_needsComma = true;
        return *this;
    }

    template <typename Number>
        requires std::integral<Number> || std::floating_point<Number>
    JsonWriter& number(Number value)
    {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        return raw({digits, end});
    }

    JsonWriter& null() { return raw("null"); }
    // Null for an empty text.
    JsonWriter& stringOrNull(std::string_view text) { return text.empty() ? null() : string(text); }

    // A value that is JSON already.
    JsonWriter& raw(std::string_view json)
    {
        separate();
        m_text += json;
        m_needsComma = true;
        return *this;
    }

    // White space between values, for people who look at the file.
    JsonWriter& lineBreak()
    {
        separate();
        m_text += '\n';
        m_needsComma = false;
        return *this;
    }

    std::string& text() { return m_text; }

private:
    JsonWriter& open(char bracket)
    {
        separate();
        m_text += bracket;
        m_needsComma = false;
        return *this;
    }
    JsonWriter& close(char bracket)
    {
        m_text += bracket;
        m_needsComma = true;
        return *this;
    }
    void separate()
    {
        if (m_needsComma) m_text += ',';
    }

    std::string m_text;
    bool m_needsComma = false;
};

} // namespace skein::exchange
