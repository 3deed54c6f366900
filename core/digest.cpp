// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/extract/textfile.h"
#include "core/library-data.h"
#include "core/store/documents.h"
#include "core/store/read.h"
#include "core/store/reread.h"

#include <set>
#include <string_view>

namespace skein {

Result<Digest> digest(Source source, const Engine& engine, const Cancel& cancel)
{
    auto document = importDocument(source, cancel);
    if (!document) return std::unexpected(document.error());
    auto analysis = engine.analyse(*document, cancel);
    if (!analysis) return std::unexpected(analysis.error());
    std::set<std::string_view> used;
    for (const auto& claim : analysis->claims) used.insert(claim.relation);
    std::vector<Relation> relations;
    for (const auto& relation : engine.relations())
        if (used.contains(relation.id)) relations.push_back(relation);
    const DocumentId id{idBits(sha256(source.bytes))};
    return Digest{id, std::move(source), std::move(*document), std::move(*analysis), std::move(relations),
                  std::string(engine.version())};
}

namespace {

// Inside the caller's transaction.
Result<Reread> readAgain(const store::Database& database, const std::vector<DocumentSummary>& documents, const Engine& engine,
                         const Cancel& cancel, const Progress& progress)
{
    auto writer = store::DocumentWriter::prepare(database);
    if (!writer) return std::unexpected(writer.error());
    Reread reread;
    for (const auto& document : documents) {
        if (cancel.isRaised()) return fail(Errc::cancelled, "reading all sources again");
        auto source = store::readSource(database, document.id);
        if (!source) return std::unexpected(source.error());
        const auto fresh = digest(std::move(*source), engine, cancel);
        if (!fresh) return std::unexpected(fresh.error());
        SKEIN_TRY(store::check(*fresh));
        const auto before = store::readReading(database, document.id);
        if (!before) return std::unexpected(before.error());
        store::compare(*before, store::readingOf(*fresh), reread);
        SKEIN_TRY(writer->remove(document.id));
        SKEIN_TRY(writer->insert(*fresh));
        ++reread.documents;
        if (progress) progress(static_cast<double>(reread.documents) / static_cast<double>(documents.size()));
    }
    SKEIN_TRY(database.execute("DELETE FROM relations WHERE engine NOT IN (SELECT engine FROM documents)"));
    return reread;
}

} // namespace

Result<std::string> loadAdditions(const std::filesystem::path& file) { return readTextFile(file); }

Result<Reread> Library::rebuild(const Engine& engine, const Cancel& cancel, const Progress& progress)
{
    const auto before = documents();
    if (!before) return std::unexpected(before.error());
    Result<Reread> reread;
    const auto written = m_data->write([&]() -> Result<void> {
        reread = readAgain(m_data->database, *before, engine, cancel, progress);
        if (!reread) return std::unexpected(reread.error());
        return {};
    });
    if (!written) return std::unexpected(written.error());
    return reread;
}

Result<Reread> Library::teach(const std::string& additions, const Engine& engine, const Cancel& cancel,
                              const Progress& progress)
{
    const auto before = documents();
    if (!before) return std::unexpected(before.error());
    Result<Reread> reread;
    const auto written = m_data->write([&]() -> Result<void> {
        SKEIN_TRY(store::checkDecision(m_data->database, Teach{additions}));
        if (auto appended = store::appendDecision(m_data->database, Teach{additions}); !appended)
            return std::unexpected(appended.error());
        reread = readAgain(m_data->database, *before, engine, cancel, progress);
        if (!reread) return std::unexpected(reread.error());
        return {};
    });
    if (!written) return std::unexpected(written.error());
    return reread;
}

Result<std::uint32_t> Library::outdated(const Engine& engine) const
{
    auto count = m_data->database.prepare("SELECT count(*) FROM documents WHERE engine <> ?");
    if (!count) return std::unexpected(count.error());
    std::uint32_t number = 0;
    SKEIN_TRY(count->with(engine.version()).each([&](const store::Statement& row) {
        number = static_cast<std::uint32_t>(row.integer(0));
    }));
    return number;
}

} // namespace skein
