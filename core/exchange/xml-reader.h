// SPDX-License-Identifier: GPL-3.0-or-later
// Reads XML that nobody vouches for, as a stream of events, with Expat: it holds nothing but the open elements, reads no
// external entity unless it is told how, and is kept well (Firefox, CPython and every Debian system stand on it).
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace skein::exchange {

using XmlAttribute = std::pair<std::string_view, std::string_view>;

// Hears of every element. Names come without their prefixes; views live as long as the call.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    // An error stops the reading; the line is put before its detail.
    virtual Result<void> begin(std::string_view element, std::span<const XmlAttribute> attributes) = 0;
    virtual Result<void> end(std::string_view element) = 0;
    virtual void text(std::string_view part) = 0; // perhaps in several parts
    virtual void instruction(std::string_view target, std::string_view data) = 0;
};

// Fails as the handler does, and with badSyntax for what is no well-formed XML or declares an entity, tooLarge beyond
// `maxBytes`, tooDeep beyond 64 open elements, and cancelled.
Result<void> readXml(std::string_view bytes, std::size_t maxBytes, XmlHandler& handler, const Cancel& cancel);

} // namespace skein::exchange
