// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/base/sha256.h"
#include "core/extract/textfile.h"
#include "core/library-data.h"
#include "core/store/documents.h"
#include "core/store/read.h"
#include "core/store/reread.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

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

// Several documents at a time are read on all threads; what they say is compared and written by the calling one, in order.
constexpr std::size_t documentsPerThread = 4; // in memory at once

// Inside the caller's transaction.
Result<Reread> readAgain(const store::Database& database, const std::vector<DocumentSummary>& documents, const Engine& engine,
                         const Cancel& cancel, const Progress& progress, std::size_t jobs)
{
    auto writer = store::DocumentWriter::prepare(database);
    if (!writer) return std::unexpected(writer.error());
    Reread reread;
    const std::size_t most = documentsPerThread * threadsFor(jobs);
    for (std::size_t first = 0; first < documents.size(); first += most) {
        const std::size_t count = std::min(most, documents.size() - first);
        std::vector<Source> sources;
        for (std::size_t i = 0; i < count; ++i) {
            auto source = store::readSource(database, documents[first + i].id);
            if (!source) return std::unexpected(source.error());
            sources.push_back(std::move(*source));
        }
        std::vector<Result<Digest>> fresh(count, fail(Errc::cancelled, "reading all sources again"));
        inParallelEach(count, jobs, [&](std::size_t i) {
            if (!cancel.isRaised()) fresh[i] = digest(std::move(sources[i]), engine, cancel);
        });
        for (std::size_t i = 0; i < count; ++i) {
            if (cancel.isRaised()) return fail(Errc::cancelled, "reading all sources again");
            if (!fresh[i]) return std::unexpected(fresh[i].error());
            const DocumentId id = documents[first + i].id;
            SKEIN_TRY(store::check(*fresh[i]));
            const auto before = store::readReading(database, id);
            if (!before) return std::unexpected(before.error());
            store::compare(*before, store::readingOf(*fresh[i]), reread);
            SKEIN_TRY(writer->remove(id, store::DocumentWriter::Bytes::dropped));
            SKEIN_TRY(writer->insert(*fresh[i]));
            ++reread.documents;
            if (progress) progress(static_cast<double>(reread.documents) / static_cast<double>(documents.size()));
        }
    }
    SKEIN_TRY(database.execute("DELETE FROM relations WHERE engine NOT IN (SELECT engine FROM documents)"));
    return reread;
}

} // namespace

Result<std::string> loadAdditions(const std::filesystem::path& file) { return readTextFile(file); }

Result<Reread> Library::rebuild(const Engine& engine, const Cancel& cancel, const Progress& progress, std::size_t jobs)
{
    const auto before = documents();
    if (!before) return std::unexpected(before.error());
    Result<Reread> reread;
    const auto written = m_data->write([&]() -> Result<void> {
        reread = readAgain(m_data->database, *before, engine, cancel, progress, jobs);
        if (!reread) return std::unexpected(reread.error());
        return {};
    });
    if (!written) return std::unexpected(written.error());
    return reread;
}

Result<Reread> Library::teach(const std::string& additions, const Engine& engine, const Cancel& cancel,
                              const Progress& progress, std::size_t jobs)
{
    const auto before = documents();
    if (!before) return std::unexpected(before.error());
    Result<Reread> reread;
    const auto written = m_data->write([&]() -> Result<void> {
        SKEIN_TRY(store::checkDecision(m_data->database, Teach{additions}));
        if (auto appended = store::appendDecision(m_data->database, Teach{additions}); !appended)
            return std::unexpected(appended.error());
        reread = readAgain(m_data->database, *before, engine, cancel, progress, jobs);
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
