// SPDX-License-Identifier: GPL-3.0-or-later
// Reading GraphML 1.0 and GEXF 1.1 to 1.3: both are nodes, edges and declared attributes, so one handler hears both.
#include "core/exchange/graph-builder.h"
#include "core/exchange/xml-reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace skein::exchange {
namespace {

constexpr std::size_t maxNodeDepth = 32;
// A default is given to every node, so a long one would make much of a small file.
constexpr std::size_t maxDefaultBytes = 256;
constexpr std::size_t maxKeys = 256;

std::string_view find(std::span<const XmlAttribute> attributes, std::string_view name)
{
    for (const auto& [key, value] : attributes)
        if (key == name) return value;
    return {};
}

// A node or an edge whose end has not come yet. Owns its texts: the parser's live as long as a call.
struct Open {
    bool isEdge = false;
    std::string id;
    std::string source;
    std::string target;
    std::vector<std::pair<std::string, std::string>> values;
};

class Reader : public XmlHandler {
public:
    Result<void> begin(std::string_view element, std::span<const XmlAttribute> attributes) override
    {
        if (m_kind == Kind::unknown) {
            if (element != "graphml" && element != "gexf")
                return fail(Errc::badSyntax, "the file is neither GraphML nor GEXF");
            m_kind = element == "gexf" ? Kind::gexf : Kind::graphml;
            return {};
        }
        m_text.clear();
        if (element == "node" || element == "edge") return open(element == "edge", attributes);
        return m_kind == Kind::graphml ? beginGraphml(element, attributes) : beginGexf(element, attributes);
    }

    Result<void> end(std::string_view element) override
    {
        if (element == "default") {
            if (m_text.size() > maxDefaultBytes) return fail(Errc::tooLarge, "a default that is too long");
            for (auto* declared : m_declared) declared->fallback = m_text;
            m_isListening = false;
        } else if (element == "key" || element == "attribute") {
            m_declared.clear();
        } else if (element == "attributes") {
            m_domain.clear();
        } else if (m_kind == Kind::graphml) {
            endGraphml(element);
        }
        m_text.clear();
        if (element != "node" && element != "edge") return {};
        Open done = std::move(m_open.back());
        m_open.pop_back();
        addDefaults(done);
        Values values;
        for (const auto& [name, value] : done.values) values.emplace_back(name, value);
        return done.isEdge ? m_builder.addEdge(done.source, done.target, values) : m_builder.addNode(done.id, values);
    }

    void text(std::string_view part) override
    {
        if (m_isListening) m_text += part;
    }

    void instruction(std::string_view target, std::string_view data) override
    {
        if (target != "skein-documents") return;
        if (auto documents = documentsFrom(data)) m_builder.addDocuments(std::move(*documents));
    }

    Result<GraphFile> build()
    {
        if (m_kind == Kind::unknown) return fail(Errc::badSyntax, "the file is empty");
        return m_builder.build();
    }

private:
    enum class Kind { unknown, graphml, gexf };
    struct Declared {
        std::string name;
        std::optional<std::string> fallback; // what elements have that say nothing else
    };
    using Table = std::map<std::string, Declared, std::less<>>; // by id

    Result<void> open(bool isEdge, std::span<const XmlAttribute> attributes)
    {
        if (m_open.size() == maxNodeDepth) return fail(Errc::tooDeep, "nodes are nested too deeply");
        Open open;
        open.isEdge = isEdge;
        open.id = find(attributes, "id");
        if (isEdge) {
            open.source = find(attributes, "source");
            open.target = find(attributes, "target");
            if (open.source.empty() || open.target.empty()) return fail(Errc::badSyntax, "an edge without source or target");
        } else if (open.id.empty()) {
            return fail(Errc::badSyntax, "a node without id");
        }
        if (m_kind == Kind::gexf)
            for (const auto& [name, value] : attributes)
                if (name == "label" || name == "kind") open.values.emplace_back(name, value);
        m_open.push_back(std::move(open));
        return {};
    }

    Result<void> beginGraphml(std::string_view element, std::span<const XmlAttribute> attributes)
    {
        if (element == "key") {
            const auto domain = find(attributes, "for");
            const auto id = find(attributes, "id");
            auto name = find(attributes, "attr.name");
            if (name.empty()) name = id;
            const bool isForAll = domain == "all" || domain.empty();
            if (isForAll || domain == "node") declare(m_nodeKeys, id, name);
            if (isForAll || domain == "edge") declare(m_edgeKeys, id, name);
        } else if (element == "data") {
            m_key = find(attributes, "key");
            m_isListening = true;
        } else if (element == "default") {
            m_isListening = true;
        }
        return checkKeys();
    }

    void declare(Table& table, std::string_view id, std::string_view name)
    {
        m_declared.push_back(&table.insert_or_assign(std::string(id), Declared{std::string(name), {}}).first->second);
    }

    Result<void> checkKeys() const
    {
        if (std::max(m_nodeKeys.size(), m_edgeKeys.size()) > maxKeys) return fail(Errc::tooLarge, "too many attributes are declared");
        return {};
    }

    void endGraphml(std::string_view element)
    {
        if (element == "data") {
            if (!m_open.empty()) {
                const auto& table = m_open.back().isEdge ? m_edgeKeys : m_nodeKeys;
                if (const auto key = table.find(m_key); key != table.end()) m_open.back().values.emplace_back(key->second.name, m_text);
            } else if (m_key == "sources") {
                if (auto documents = documentsFrom(m_text)) m_builder.addDocuments(std::move(*documents));
            }
            m_isListening = false;
        } else if ((element == "NodeLabel" || element == "EdgeLabel") && m_isListening && !m_open.empty()) {
            m_open.back().values.emplace_back("label", m_text); // yEd's way to say it
        }
    }

    Result<void> beginGexf(std::string_view element, std::span<const XmlAttribute> attributes)
    {
        if (element == "attributes") {
            m_domain = find(attributes, "class");
        } else if (element == "attribute") {
            auto& table = m_domain == "edge" ? m_edgeKeys : m_nodeKeys;
            auto name = find(attributes, "title");
            if (name.empty()) name = find(attributes, "id");
            declare(table, find(attributes, "id"), name);
        } else if (element == "default") {
            m_isListening = true;
        } else if (!m_open.empty()) {
            takeGexfValue(element, attributes);
        }
        return checkKeys();
    }

    void takeGexfValue(std::string_view element, std::span<const XmlAttribute> attributes)
    {
        auto& open = m_open.back();
        if (element == "attvalue") {
            auto id = find(attributes, "for");
            if (id.empty()) id = find(attributes, "id"); // GEXF 1.0
            const auto& table = open.isEdge ? m_edgeKeys : m_nodeKeys;
            if (const auto key = table.find(id); key != table.end())
                open.values.emplace_back(key->second.name, find(attributes, "value"));
        } else if (open.isEdge) {
            return;
        } else if (element == "size") {
            open.values.emplace_back("size", find(attributes, "value"));
        } else if (element == "position") {
            for (const char* axis : {"x", "y"}) open.values.emplace_back(axis, find(attributes, axis));
        } else if (element == "color") {
            takeColour(open, attributes);
        }
    }

    static void takeColour(Open& open, std::span<const XmlAttribute> attributes)
    {
        if (const auto hex = find(attributes, "hex"); hex.size() == 7 && hex.front() == '#') {
            const char* names[] = {"r", "g", "b"};
            for (std::size_t i = 0; i < 3; ++i) {
                std::uint8_t part = 0;
                std::from_chars(hex.data() + 1 + 2 * i, hex.data() + 3 + 2 * i, part, 16);
                open.values.emplace_back(names[i], std::to_string(part));
            }
        } else {
            for (const char* part : {"r", "g", "b"}) open.values.emplace_back(part, find(attributes, part));
        }
        float alpha = 1;
        const auto text = find(attributes, "a");
        std::from_chars(text.data(), text.data() + text.size(), alpha);
        if (alpha >= 0 && alpha <= 1) open.values.emplace_back("a", std::to_string(std::lround(alpha * 255)));
    }

    void addDefaults(Open& open) const
    {
        for (const auto& [id, declared] : open.isEdge ? m_edgeKeys : m_nodeKeys)
            if (declared.fallback && !std::ranges::contains(open.values, declared.name, &std::pair<std::string, std::string>::first))
                open.values.emplace_back(declared.name, *declared.fallback);
    }

    Kind m_kind = Kind::unknown;
    GraphBuilder m_builder;
    Table m_nodeKeys;
    Table m_edgeKeys;
    std::vector<Declared*> m_declared; // in these two: of the keys or attributes that are open
    std::string m_domain;           // of the <attributes> that are open
    std::vector<Open> m_open;
    std::string m_key;
    std::string m_text;
    bool m_isListening = false;
};

} // namespace

Result<GraphFile> readGraphFile(std::string_view bytes, const Cancel& cancel)
{
    Reader reader;
    if (auto read = readXml(bytes, maxGraphFileBytes, reader, cancel); !read) return std::unexpected(read.error());
    return reader.build();
}

} // namespace skein::exchange
