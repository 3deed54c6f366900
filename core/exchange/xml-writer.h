// SPDX-License-Identifier: GPL-3.0-or-later
// Writes XML 1.0 (fifth edition) piece by piece into a string. Nothing is checked: the caller closes what it opens.
#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace skein::exchange {

// As few digits as bring the same value back, independent of the locale.
template <typename Number>
    requires std::integral<Number> || std::floating_point<Number>
std::string numberText(Number value)
{
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

// Strings must be UTF-8. Elements stand on lines of their own; an element with text keeps it as it is.
class XmlWriter {
public:
    XmlWriter() { m_text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

    XmlWriter& begin(std::string_view element)
    {
        endTag();
        m_text.append(m_depth, ' ').append("<").append(element);
        m_isInTag = true;
        ++m_depth;
        return *this;
    }
    XmlWriter& attribute(std::string_view name, std::string_view value)
    {
        m_text.append(" ").append(name).append("=\"");
        escape(value);
        m_text += '"';
        return *this;
    }
    template <typename Number>
        requires std::integral<Number> || std::floating_point<Number>
    XmlWriter& attribute(std::string_view name, Number value)
    {
        return attribute(name, std::string_view(numberText(value)));
    }
    XmlWriter& end(std::string_view element)
    {
        --m_depth;
        if (m_isInTag) {
            m_text += "/>\n";
            m_isInTag = false;
        } else {
            m_text.append(m_depth, ' ').append("</").append(element).append(">\n");
        }
        return *this;
    }
    // Ends the element that was just begun, with this between its tags.
    XmlWriter& textAndEnd(std::string_view element, std::string_view value)
    {
        m_text += '>';
        escape(value);
        m_text.append("</").append(element).append(">\n");
        m_isInTag = false;
        --m_depth;
        return *this;
    }
    // REQUIRES: `data` has no "?>" in it.
    XmlWriter& instruction(std::string_view target, std::string_view data)
    {
        endTag();
        m_text.append("<?").append(target).append(" ").append(data).append("?>\n");
        return *this;
    }

    std::string& text() { return m_text; }

private:
    void endTag()
    {
        if (m_isInTag) m_text += ">\n";
        m_isInTag = false;
    }

    // White space is written by number: a parser would make spaces of it in an attribute, and line feeds of carriage returns.
    void escape(std::string_view value)
    {
        for (std::size_t i = 0; i < value.size(); ++i) {
            switch (const char c = value[i]; c) {
            case '&': m_text += "&amp;"; break;
            case '<': m_text += "&lt;"; break;
            case '>': m_text += "&gt;"; break;
            case '"': m_text += "&quot;"; break;
            case '\t': m_text += "&#9;"; break;
            case '\n': m_text += "&#10;"; break;
            case '\r': m_text += "&#13;"; break;
            default:
                // U+FFFE and U+FFFF are the only others that XML leaves out of well-formed UTF-8.
                if (value.substr(i).starts_with("\xEF\xBF\xBE") || value.substr(i).starts_with("\xEF\xBF\xBF")) {
                    m_text += "\xEF\xBF\xBD";
                    i += 2;
                } else if (static_cast<unsigned char>(c) < 0x20) {
                    m_text += "\xEF\xBF\xBD";
                } else {
                    m_text += c;
                }
            }
        }
    }

    std::string m_text;
    std::size_t m_depth = 0;
    bool m_isInTag = false;
};

} // namespace skein::exchange
