// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/analyse.h"

#include "core/base/utf8.h"
#include "core/exchange/json-writer.h"
#include "core/store/names.h"

#include <nlohmann/json.hpp>

namespace skein::exchange {
namespace {

using Json = nlohmann::ordered_json;

// Writes what an analysis holds with positions in code points.
class AnalysisWriter {
public:
    explicit AnalysisWriter(std::string_view text) : m_offsets(text, OffsetMap::Unit::codePoint) {}

    void span(Span span)
    {
        json.key("start").number(m_offsets.fromByte(span.begin)).key("end").number(m_offsets.fromByte(span.end));
    }
    void pair(Span span)
    {
        json.beginArray().number(m_offsets.fromByte(span.begin)).number(m_offsets.fromByte(span.end)).endArray();
    }
    void index(const std::optional<std::size_t>& index) { index ? json.number(*index) : json.null(); }

    void sentence(const Sentence& sentence)
    {
        json.beginObject();
        span(sentence.span);
        json.endObject();
    }
    void token(const Token& token)
    {
        json.beginObject();
        span(token.span);
        json.key("upos").string(uposName(token.upos)).key("lemma").string(token.lemma);
        json.key("head").number(token.head).key("deprel").string(deprelName(token.deprel)).endObject();
    }
    void entity(const Entity& entity)
    {
        json.beginObject().key("name").string(entity.name).key("type").string(entity.type).key("aliases").beginArray();
        for (const auto& alias : entity.aliases) json.string(alias);
        json.endArray().endObject();
    }
    void mention(const Mention& mention)
    {
        json.beginObject();
        span(mention.span);
        json.key("entity").number(mention.entity).key("kind").string(store::wordFor(mention.kind)).endObject();
    }
    void time(const TimeExpression& time)
    {
        json.beginObject();
        span(time.span);
        json.key("type").string(time.type).key("edtf").string(time.edtf).endObject();
    }
    void claim(const Claim& claim)
    {
        json.beginObject().key("relation").string(claim.relation).key("label").string(claim.label);
        json.key("subject").number(claim.subject).key("object");
        index(claim.object);
        json.key("value").stringOrNull(claim.value).key("qualifiers").beginArray();
        for (const auto& [name, value] : claim.qualifiers)
            json.beginObject().key("name").string(name).key("value").string(value).endObject();
        json.endArray().key("polarity").string(store::wordFor(claim.polarity));
        json.key("modality").string(store::wordFor(claim.modality)).key("speaker");
        index(claim.speaker);
        json.key("time").stringOrNull(claim.time).key("confidence").number(claim.confidence);
        json.key("rule").string(claim.rule);
        span(claim.quote);
        json.key("triggers").beginArray();
        for (const auto trigger : claim.triggers) pair(trigger);
        json.endArray().endObject();
    }
    void proposition(const Proposition& proposition)
    {
        json.beginObject().key("subject");
        pair(proposition.subject);
        json.key("predicate");
        pair(proposition.predicate);
        json.key("objects").beginArray();
        for (const auto object : proposition.objects) pair(object);
        json.endArray().key("confidence").number(proposition.confidence).endObject();
    }

    template <typename Values, typename Write>
    void list(std::string_view name, const Values& values, Write write)
    {
        json.key(name).beginArray();
        for (const auto& value : values) (this->*write)(value);
        json.endArray();
    }

    JsonWriter json;

private:
    OffsetMap m_offsets;
};

Result<std::string> optionalText(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return std::string();
    if (!found->is_string()) return fail(Errc::badSyntax, std::string("\"") + key + "\" is not a string");
    return found->get<std::string>();
}

} // namespace

Result<AnalyseRequest> parseRequest(std::string_view line, std::string& id)
{
    id = "null";
    const auto json = Json::parse(line, nullptr, false);
    if (json.is_discarded()) return fail(Errc::badSyntax, "the line is not JSON");
    if (!json.is_object()) return fail(Errc::badSyntax, "the line is not a JSON object");
    AnalyseRequest request;
    if (const auto given = json.find("id"); given != json.end() && !given->is_structured())
        id = given->dump(-1, ' ', false, Json::error_handler_t::replace);
    request.id = id;
    if (const auto text = json.find("text"); text == json.end() || !text->is_string())
        return fail(Errc::badSyntax, "there is no string \"text\"");
    auto text = optionalText(json, "text");
    auto date = optionalText(json, "date");
    auto mediaType = optionalText(json, "mediaType");
    for (const auto* member : {&text, &date, &mediaType})
        if (!*member) return std::unexpected(member->error());
    if (mediaType->empty()) *mediaType = "text/plain";
    if (*mediaType != "text/plain" && *mediaType != "text/markdown" && *mediaType != "text/html")
        return fail(Errc::badSyntax, "\"mediaType\" is none of text/plain, text/markdown and text/html");
    request.source = {std::move(*text), "", "", std::move(*mediaType)};
    request.date = std::move(*date);
    return request;
}

std::string writeAnalysis(std::string_view id, const Document& document, const Analysis& analysis, bool tokens)
{
    AnalysisWriter writer(document.text);
    writer.json.text().reserve(document.text.size() * (tokens ? 16 : 4));
    writer.json.beginObject().key("id").raw(id).key("text").string(document.text);
    writer.list("sentences", analysis.reading.sentences, &AnalysisWriter::sentence);
    if (tokens) writer.list("tokens", analysis.reading.tokens, &AnalysisWriter::token);
    writer.list("entities", analysis.entities, &AnalysisWriter::entity);
    writer.list("mentions", analysis.mentions, &AnalysisWriter::mention);
    writer.list("times", analysis.times, &AnalysisWriter::time);
    writer.list("claims", analysis.claims, &AnalysisWriter::claim);
    writer.list("propositions", analysis.propositions, &AnalysisWriter::proposition);
    writer.json.endObject();
    return std::move(writer.json.text());
}

std::string writeError(std::string_view id, std::string_view sentence)
{
    JsonWriter json;
    json.beginObject().key("id").raw(id).key("error").string(sentence).endObject();
    return std::move(json.text());
}

} // namespace skein::exchange
