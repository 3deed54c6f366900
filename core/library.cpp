// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/exchange/export.h"
#include "core/exchange/provenance.h"
#include "core/library-data.h"
#include "core/store/suggest.h"
#include "core/store/documents.h"
#include "core/store/read.h"
#include "core/store/schema.h"
#include "core/store/views.h"
#include "core/store/verify.h"

#include <algorithm>

namespace skein {

namespace {

Result<void> removeRows(const store::Database& database, const Decision& decision)
{
    const auto* removal = std::get_if<RemoveSource>(&decision);
    if (!removal) return {};
    auto writer = store::DocumentWriter::prepare(database);
    if (!writer) return std::unexpected(writer.error());
    return writer->remove(removal->document, store::DocumentWriter::Bytes::kept);
}

Result<store::Operation> operationOf(const store::Database& database, OperationId id)
{
    auto operations = store::readOperations(database);
    if (!operations) return std::unexpected(operations.error());
    const auto found = std::ranges::find(*operations, id, &store::Operation::id);
    if (found == operations->end()) return fail(Errc::notFound, "no decision " + toString(id));
    return std::move(*found);
}

// What is added again was not removed.
Result<void> takeRemovalsBack(const store::Database& database, const std::vector<DocumentId>& documents)
{
    const auto count = database.integer("SELECT count(*) FROM operations WHERE kind = 'remove-source'");
    if (!count) return std::unexpected(count.error());
    if (*count == 0) return {};
    const auto operations = store::readOperations(database);
    if (!operations) return std::unexpected(operations.error());
    for (const auto& operation : *operations) {
        const auto* removal = std::get_if<RemoveSource>(&operation.decision);
        if (removal && !operation.isUndone && std::ranges::contains(documents, removal->document))
            SKEIN_TRY(store::appendUndo(database, operation.id));
    }
    return {};
}

} // namespace

Library::Library(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

Result<Library> Library::open(const std::filesystem::path& file, Access access)
{
    auto database = access == Access::readWrite ? store::openForWriting(file) : store::openForReading(file);
    if (!database) return std::unexpected(database.error());
    return Library(std::make_unique<Data>(file, std::move(*database)));
}

const std::filesystem::path& Library::file() const { return m_data->file; }

Result<std::vector<Added>> Library::add(const std::vector<Digest>& digests)
{
    std::vector<Added> added;
    std::vector<DocumentId> fresh;
    auto transaction = store::Transaction::begin(m_data->database);
    if (!transaction) return std::unexpected(transaction.error());
    auto writer = store::DocumentWriter::prepare(m_data->database);
    if (!writer) return std::unexpected(writer.error());
    for (const auto& digest : digests) {
        const auto wasThere = writer->contains(digest.id);
        if (!wasThere) return std::unexpected(wasThere.error());
        added.push_back({digest.id, *wasThere});
        if (*wasThere) continue;
        SKEIN_TRY(store::check(digest));
        SKEIN_TRY(writer->insert(digest));
        fresh.push_back(digest.id);
    }
    if (!fresh.empty()) {
        SKEIN_TRY(takeRemovalsBack(m_data->database, fresh));
        SKEIN_TRY(store::updateDerived(m_data->database));
    }
    SKEIN_TRY(transaction->commit());
    return added;
}

Result<OperationId> Library::remove(DocumentId document)
{
    const auto source = this->source(document);
    if (!source) return std::unexpected(source.error());
    return decide(RemoveSource{document, source->name, source->uri, source->mediaType, toHex(sha256(source->bytes))});
}

Result<Source> Library::removedSource(OperationId removal) const
{
    const auto operation = operationOf(m_data->database, removal);
    if (!operation) return std::unexpected(operation.error());
    const auto* removed = std::get_if<RemoveSource>(&operation->decision);
    if (!removed) return fail(Errc::notFound, toString(removal) + " removed no source");
    auto select = m_data->database.prepare("SELECT bytes FROM snapshots WHERE lower(hex(sha256)) = ?");
    if (!select) return std::unexpected(select.error());
    std::optional<std::string> bytes;
    SKEIN_TRY(select->with(removed->sha256).each([&](const store::Statement& row) { bytes = row.blob(0); }));
    if (!bytes) return fail(Errc::corrupt, "the bytes of " + toString(removed->document) + " are gone");
    return Source{std::move(*bytes), removed->name, removed->uri, removed->mediaType};
}

Result<OperationId> Library::decide(const Decision& decision)
{
    Result<OperationId> id = fail(Errc::internal, "not decided");
    const auto written = m_data->write([&]() -> Result<void> {
        SKEIN_TRY(store::checkDecision(m_data->database, decision));
        id = store::appendDecision(m_data->database, decision);
        if (!id) return std::unexpected(id.error());
        return removeRows(m_data->database, decision);
    });
    if (!written) return std::unexpected(written.error());
    return id;
}

Result<void> Library::undo(OperationId operation)
{
    return m_data->write([&]() -> Result<void> {
        const auto known = operationOf(m_data->database, operation);
        if (!known) return std::unexpected(known.error());
        if (std::holds_alternative<RemoveSource>(known->decision) && !known->isUndone)
            return fail(Errc::badSyntax, "a removed source comes back by adding it");
        return store::appendUndo(m_data->database, operation);
    });
}

Result<void> Library::redo(OperationId operation)
{
    return m_data->write([&]() -> Result<void> {
        const auto known = operationOf(m_data->database, operation);
        if (!known) return std::unexpected(known.error());
        if (!known->isUndone) return {};
        if (std::holds_alternative<RemoveSource>(known->decision)) {
            SKEIN_TRY(store::checkDecision(m_data->database, known->decision));
            SKEIN_TRY(removeRows(m_data->database, known->decision));
        }
        return store::appendRedo(m_data->database, operation);
    });
}

Result<std::vector<OperationSummary>> Library::operations() const { return m_data->read(store::readSummaries); }
Result<std::string> Library::additions() const { return m_data->read(store::readAdditions); }
Result<LibraryCounts> Library::counts() const { return m_data->read(store::readCounts); }
Result<std::vector<DocumentSummary>> Library::documents() const { return m_data->read(store::readDocuments); }
Result<DocumentText> Library::document(DocumentId document) const { return m_data->read(store::readDocument, document); }
Result<Source> Library::source(DocumentId document) const { return m_data->read(store::readSource, document); }
Result<Graph> Library::graph() const { return m_data->read(store::readGraph); }
Result<EntityDetails> Library::entity(EntityId entity) const { return m_data->read(store::readEntity, entity); }

Result<std::vector<Quote>> Library::quotes(EntityId a, EntityId b, std::string_view relation) const
{
    return m_data->read(store::readQuotesBetween, a, b, relation);
}

Result<std::optional<Quote>> Library::quoteOf(EntityId source, EntityId target, std::string_view relation) const
{
    auto both = quotes(source, target, relation);
    if (!both) return std::unexpected(both.error());
    if (both->empty()) return std::nullopt;
    const auto found = std::ranges::find(*both, source, &Quote::subject);
    return std::move(found == both->end() ? both->front() : *found);
}

Result<SearchAnswer> Library::search(std::string_view query, std::size_t limit) const
{
    return m_data->read(store::readSearch, query, limit);
}

Result<std::vector<Suggestion>> Library::suggestions(std::size_t limit) const
{
    return m_data->read(store::readSuggestions, limit);
}

Result<std::vector<PlacedNode>> Library::pins() const { return m_data->read(store::readPins); }

Result<void> Library::setPin(EntityId node, std::optional<Point> position)
{
    return store::writePin(m_data->database, node, position);
}

Result<std::vector<PlacedNode>> Library::positions() const { return m_data->read(store::readPositions); }
Result<std::vector<StoredView>> Library::views() const { return m_data->read(store::readViews); }

Result<void> Library::setPositions(const std::vector<PlacedNode>& positions)
{
    return store::writePositions(m_data->database, positions);
}

Result<void> Library::setView(const StoredView& view) { return store::writeView(m_data->database, view); }
Result<void> Library::removeView(std::string_view name) { return store::removeView(m_data->database, name); }

Result<void> Library::renameView(std::string_view from, std::string_view to)
{
    return store::renameView(m_data->database, from, to);
}

Result<exchange::GraphFile> Library::graphFile(Graph graph, std::vector<exchange::NodeLook> looks,
                                               const exchange::Leaders& leaders) const
{
    const auto content = m_data->read(store::readContent);
    if (!content) return std::unexpected(content.error());
    return exchange::graphFile(*content, std::move(graph), std::move(looks), leaders);
}

Result<std::string> Library::exportJson() const
{
    const auto content = m_data->read(store::readContent);
    if (!content) return std::unexpected(content.error());
    return exchange::exportJson(*content);
}

Result<std::vector<std::string>> Library::verify(const Progress& progress) const
{
    return m_data->read(store::verify, progress);
}

} // namespace skein
