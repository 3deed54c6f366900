// SPDX-License-Identifier: GPL-3.0-or-later
// Writing what one document says.
#pragma once

#include "core/base/sha256.h"
#include "core/store/model.h"
#include "core/store/sqlite.h"

#include <vector>

namespace skein::store {

// Whether a digest keeps the promises of its headers: spans in the text and on character boundaries, indices in range,
// triggers inside quotes, the id made from the bytes. Fails with internal and says what is wrong: a reader's defect must
// not reach the library.
Result<void> check(const Digest& digest);

// The id of each claim of a digest, in the order of Analysis::claims.
std::vector<ClaimId> claimIds(const Digest& digest);

// Writes documents into their tables; the caller holds the transaction and calls updateDerived() afterwards.
class DocumentWriter {
public:
    static Result<DocumentWriter> prepare(const Database& database);

    Result<bool> contains(DocumentId document);
    // REQUIRES: check(digest), and the document is not there.
    Result<void> insert(const Digest& digest);
    // Everything of the document goes; whether its snapshot does is said by `bytes`. Fails with notFound.
    enum class Bytes { dropped, kept };
    Result<void> remove(DocumentId document, Bytes bytes);

private:
    struct Statements {
        Statement contains, snapshot, document, note, block, sentence, entity, alias, mention, time, claim, qualifier,
            trigger, proposition, propositionObject, relation, removeDocument, removeSnapshot;
    };
    explicit DocumentWriter(Statements statements) : m_statements(std::move(statements)) {}

    Result<void> insertText(const Digest& digest);
    Result<void> insertEntities(const Digest& digest);
    Result<void> insertClaims(const Digest& digest);
    Result<void> insertPropositions(const Digest& digest);

    Statements m_statements;
};

} // namespace skein::store
