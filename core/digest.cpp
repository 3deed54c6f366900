// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/library-data.h"
#include "core/store/documents.h"
#include "core/store/read.h"

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

Result<void> Library::rebuild(const Engine& engine, const Cancel& cancel, const Progress& progress)
{
    const auto before = documents();
    if (!before) return std::unexpected(before.error());
    return m_data->write([&]() -> Result<void> {
        auto writer = store::DocumentWriter::prepare(m_data->database);
        if (!writer) return std::unexpected(writer.error());
        std::size_t done = 0;
        for (const auto& document : *before) {
            if (cancel.isRaised()) return fail(Errc::cancelled, "rebuilding " + m_data->file.string());
            auto source = store::readSource(m_data->database, document.id);
            if (!source) return std::unexpected(source.error());
            const auto fresh = digest(std::move(*source), engine, cancel);
            if (!fresh) return std::unexpected(fresh.error());
            SKEIN_TRY(store::check(*fresh));
            SKEIN_TRY(writer->remove(document.id));
            SKEIN_TRY(writer->insert(*fresh));
            if (progress) progress(static_cast<double>(++done) / static_cast<double>(before->size()));
        }
        return {};
    });
}

} // namespace skein
