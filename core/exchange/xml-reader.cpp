// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xml-reader.h"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>
#include <vector>

namespace skein::exchange {
namespace {

constexpr std::size_t maxDepth = 64;
constexpr std::size_t chunk = std::size_t{1} << 18; // between two looks at the cancel flag

std::string_view localName(const XML_Char* name)
{
    const std::string_view whole(name);
    const auto colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

struct Reading {
    XML_Parser parser;
    XmlHandler& handler;
    std::vector<XmlAttribute> attributes;
    std::size_t depth = 0;
    std::optional<Error> error;

    void stop(Error reason)
    {
        if (error) return;
        error = std::move(reason);
        XML_StopParser(parser, XML_FALSE);
    }

    // Runs a handler; nothing may be thrown through Expat, which is C.
    template <typename Call>
    void guarded(Call call)
    {
        if (error) return;
        try {
            call();
        } catch (const std::bad_alloc&) {
            stop({Errc::tooLarge, "there is not enough memory for it"});
        }
    }

    static Reading& of(void* data) { return *static_cast<Reading*>(data); }

    static void begin(void* data, const XML_Char* name, const XML_Char** pairs)
    {
        auto& self = of(data);
        self.guarded([&] {
            if (++self.depth > maxDepth) return self.stop({Errc::tooDeep, "elements are nested too deeply"});
            self.attributes.clear();
            for (; *pairs != nullptr; pairs += 2) self.attributes.emplace_back(localName(pairs[0]), pairs[1]);
            if (auto taken = self.handler.begin(localName(name), self.attributes); !taken) self.stop(std::move(taken.error()));
        });
    }
    static void end(void* data, const XML_Char* name)
    {
        auto& self = of(data);
        self.guarded([&] {
            --self.depth;
            if (auto taken = self.handler.end(localName(name)); !taken) self.stop(std::move(taken.error()));
        });
    }
    static void text(void* data, const XML_Char* part, int size)
    {
        auto& self = of(data);
        self.guarded([&] { self.handler.text({part, static_cast<std::size_t>(size)}); });
    }
    static void instruction(void* data, const XML_Char* target, const XML_Char* rest)
    {
        auto& self = of(data);
        self.guarded([&] { self.handler.instruction(target, rest); });
    }
    static void entity(void* data, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
                       const XML_Char*, const XML_Char*)
    {
        of(data).stop({Errc::badSyntax, "it declares an entity, which Skein does not read"});
    }
    static void skipped(void* data, const XML_Char*, int)
    {
        of(data).stop({Errc::badSyntax, "it uses an entity that it does not declare"});
    }
};

} // namespace

Result<void> readXml(std::string_view bytes, std::size_t maxBytes, XmlHandler& handler, const Cancel& cancel)
{
    if (bytes.size() > maxBytes) return fail(Errc::tooLarge, "more than " + std::to_string(maxBytes) + " bytes");
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), &XML_ParserFree);
    if (!parser) return fail(Errc::tooLarge, "there is not enough memory for it");
    Reading reading{parser.get(), handler, {}, 0, {}};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), &Reading::begin, &Reading::end);
    XML_SetCharacterDataHandler(parser.get(), &Reading::text);
    XML_SetProcessingInstructionHandler(parser.get(), &Reading::instruction);
    XML_SetEntityDeclHandler(parser.get(), &Reading::entity);
    XML_SetSkippedEntityHandler(parser.get(), &Reading::skipped);

    const auto here = [&] {
#if XML_MAJOR_VERSION > 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION >= 9)
        const auto line = XML_GetCurrentLineNumber64(parser.get());
#else
        const auto line = XML_GetCurrentLineNumber(parser.get());
#endif
        return "line " + std::to_string(line) + ": ";
    };
    for (std::size_t at = 0;;) {
        if (cancel.isRaised()) return fail(Errc::cancelled, "reading XML");
        const auto size = std::min(chunk, bytes.size() - at);
        const bool isLast = at + size == bytes.size();
        const auto status = XML_Parse(parser.get(), bytes.data() + at, static_cast<int>(size), isLast);
        if (reading.error) return fail(reading.error->code, here() + reading.error->detail);
        if (status != XML_STATUS_OK) return fail(Errc::badSyntax, here() + XML_ErrorString(XML_GetErrorCode(parser.get())));
        at += size;
        if (isLast) return {};
    }
}

} // namespace skein::exchange
