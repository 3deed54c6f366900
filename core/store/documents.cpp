// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/documents.h"

#include "core/store/fold.h"
#include "core/store/names.h"

#include <algorithm>
#include <map>

namespace skein::store {
namespace {

std::string_view bytesOf(const Sha256& digest)
{
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::int64_t countWords(const Reading& reading)
{
    return std::ranges::count_if(reading.tokens, [](const Token& token) {
        return token.upos != Upos::punct && token.upos != Upos::sym;
    });
}

} // namespace

std::vector<ClaimId> claimIds(const Digest& digest)
{
    std::vector<ClaimId> ids;
    std::map<std::string, int> repeats;
    for (const auto& claim : digest.analysis.claims) {
        const auto& entities = digest.analysis.entities;
        const auto end = [&](std::size_t entity) { return entities[entity].type + '\0' + foldName(entities[entity].name); };
        std::string key = "claim";
        for (const auto& part :
             {toString(digest.id), std::to_string(claim.quote.begin), std::to_string(claim.quote.end), claim.relation,
              end(claim.subject), claim.object ? end(*claim.object) : "=" + foldName(claim.value)})
            (key += '\0') += part;
        // Two equal claims in one quote are told apart by their order.
        const auto repeat = std::to_string(repeats[key]++);
        (key += '\0') += repeat;
        ids.push_back(ClaimId{idBits(sha256(key))});
    }
    return ids;
}

Result<DocumentWriter> DocumentWriter::prepare(const Database& database)
{
    std::optional<Error> trouble;
    const auto statement = [&](std::string_view sql) {
        auto prepared = database.prepare(sql);
        if (prepared) return std::move(*prepared);
        if (!trouble) trouble = prepared.error();
        return Statement(nullptr, nullptr);
    };
    Statements statements{
        .contains = statement("SELECT 1 FROM documents WHERE id = ?"),
        .snapshot = statement("INSERT OR IGNORE INTO snapshots (sha256, bytes) VALUES (?, ?)"),
        .document = statement("INSERT INTO documents (id, snapshot, name, uri, declared_media_type, media_type, encoding, "
                              "title, author, published, site, words, engine, text) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        .note = statement("INSERT INTO document_notes (document, ordinal, note) VALUES (?, ?, ?)"),
        .block = statement("INSERT INTO blocks (document, ordinal, kind, level, span_begin, span_end, text) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?)"),
        .sentence = statement("INSERT INTO sentences (document, span_begin, span_end) VALUES (?, ?, ?)"),
        .entity = statement("INSERT INTO document_entities (document, ordinal, type, name) VALUES (?, ?, ?, ?)"),
        .alias = statement("INSERT INTO document_entity_aliases (document, entity, ordinal, alias) VALUES (?, ?, ?, ?)"),
        .mention = statement("INSERT INTO mentions (document, ordinal, span_begin, span_end, entity, kind) "
                             "VALUES (?, ?, ?, ?, ?, ?)"),
        .time = statement("INSERT INTO times (document, ordinal, span_begin, span_end, type, edtf) "
                          "VALUES (?, ?, ?, ?, ?, ?)"),
        .claim = statement("INSERT INTO claims (id, document, ordinal, relation, label, subject, object, value, polarity, "
                           "modality, speaker, time, confidence, rule, quote_begin, quote_end) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        .qualifier = statement("INSERT INTO claim_qualifiers (claim, ordinal, name, value) VALUES (?, ?, ?, ?)"),
        .trigger = statement("INSERT INTO claim_triggers (claim, ordinal, span_begin, span_end) VALUES (?, ?, ?, ?)"),
        .proposition = statement("INSERT INTO propositions (document, ordinal, subject_begin, subject_end, "
                                 "predicate_begin, predicate_end, confidence) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        .propositionObject = statement("INSERT INTO proposition_objects (document, proposition, ordinal, span_begin, "
                                       "span_end) VALUES (?, ?, ?, ?, ?)"),
        .relation = statement("INSERT INTO relations (engine, id, label, inverse, is_symmetric) VALUES (?, ?, ?, ?, ?) "
                              "ON CONFLICT (engine, id) DO NOTHING"),
        .removeDocument = statement("DELETE FROM documents WHERE id = ? RETURNING snapshot"),
        .removeSnapshot = statement("DELETE FROM snapshots WHERE sha256 = ?"),
    };
    if (trouble) return std::unexpected(*trouble);
    return DocumentWriter(std::move(statements));
}

Result<bool> DocumentWriter::contains(DocumentId document)
{
    auto& select = m_statements.contains.with(document);
    const auto row = select.step();
    select.reset();
    return row;
}

Result<void> DocumentWriter::insert(const Digest& digest)
{
    SKEIN_TRY(insertText(digest));
    SKEIN_TRY(insertEntities(digest));
    SKEIN_TRY(insertClaims(digest));
    return insertPropositions(digest);
}

Result<void> DocumentWriter::insertText(const Digest& digest)
{
    const auto& [id, source, document, analysis, relations, engine] = digest;
    const auto hash = sha256(source.bytes);
    SKEIN_TRY(m_statements.snapshot.run(Blob{bytesOf(hash)}, Blob{source.bytes}));
    SKEIN_TRY(m_statements.document.run(id, Blob{bytesOf(hash)}, source.name, source.uri, source.mediaType,
                                        document.mediaType, document.encoding, document.title, document.author,
                                        document.published, document.site, countWords(analysis.reading), engine,
                                        document.text));
    for (std::size_t i = 0; i < document.notes.size(); ++i)
        SKEIN_TRY(m_statements.note.run(id, i, document.notes[i]));
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const auto& block = document.blocks[i];
        SKEIN_TRY(m_statements.block.run(id, i, wordFor(block.kind), block.level, block.span.begin, block.span.end,
                                         textOf(document.text, block.span)));
    }
    for (const auto& sentence : analysis.reading.sentences)
        SKEIN_TRY(m_statements.sentence.run(id, sentence.span.begin, sentence.span.end));
    for (std::size_t i = 0; i < analysis.times.size(); ++i) {
        const auto& time = analysis.times[i];
        SKEIN_TRY(m_statements.time.run(id, i, time.span.begin, time.span.end, time.type, time.edtf));
    }
    return {};
}

Result<void> DocumentWriter::insertEntities(const Digest& digest)
{
    const auto& analysis = digest.analysis;
    for (std::size_t i = 0; i < analysis.entities.size(); ++i) {
        const auto& entity = analysis.entities[i];
        SKEIN_TRY(m_statements.entity.run(digest.id, i, entity.type, entity.name));
        for (std::size_t j = 0; j < entity.aliases.size(); ++j)
            SKEIN_TRY(m_statements.alias.run(digest.id, i, j, entity.aliases[j]));
    }
    for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
        const auto& mention = analysis.mentions[i];
        SKEIN_TRY(m_statements.mention.run(digest.id, i, mention.span.begin, mention.span.end, mention.entity,
                                           wordFor(mention.kind)));
    }
    return {};
}

Result<void> DocumentWriter::insertClaims(const Digest& digest)
{
    for (const auto& relation : digest.relations)
        SKEIN_TRY(m_statements.relation.run(digest.engine, relation.id, relation.label, relation.inverse,
                                            relation.symmetric));
    const auto ids = claimIds(digest);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto& claim = digest.analysis.claims[i];
        SKEIN_TRY(m_statements.claim.run(ids[i], digest.id, i, claim.relation, claim.label, claim.subject, claim.object,
                                         claim.value, wordFor(claim.polarity), wordFor(claim.modality), claim.speaker,
                                         claim.time, claim.confidence, claim.rule, claim.quote.begin, claim.quote.end));
        for (std::size_t j = 0; j < claim.qualifiers.size(); ++j)
            SKEIN_TRY(m_statements.qualifier.run(ids[i], j, claim.qualifiers[j].name, claim.qualifiers[j].value));
        for (std::size_t j = 0; j < claim.triggers.size(); ++j)
            SKEIN_TRY(m_statements.trigger.run(ids[i], j, claim.triggers[j].begin, claim.triggers[j].end));
    }
    return {};
}

Result<void> DocumentWriter::insertPropositions(const Digest& digest)
{
    const auto& propositions = digest.analysis.propositions;
    for (std::size_t i = 0; i < propositions.size(); ++i) {
        const auto& [subject, predicate, objects, confidence] = propositions[i];
        SKEIN_TRY(m_statements.proposition.run(digest.id, i, subject.begin, subject.end, predicate.begin, predicate.end,
                                               confidence));
        for (std::size_t j = 0; j < objects.size(); ++j)
            SKEIN_TRY(m_statements.propositionObject.run(digest.id, i, j, objects[j].begin, objects[j].end));
    }
    return {};
}

Result<void> DocumentWriter::remove(DocumentId document, Bytes bytes)
{
    std::string snapshot;
    SKEIN_TRY(m_statements.removeDocument.with(document).each([&](const Statement& row) { snapshot = row.blob(0); }));
    m_statements.removeDocument.reset();
    if (snapshot.empty()) return fail(Errc::notFound, "no document " + toString(document));
    return bytes == Bytes::kept ? Result<void>() : m_statements.removeSnapshot.run(Blob{snapshot});
}

} // namespace skein::store
