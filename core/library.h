// SPDX-License-Identifier: GPL-3.0-or-later
// The façade of the core: plain values in and out. app/ includes this and nothing else of core/.
//
// Reading a file (digest) is a pure function for any thread. A Library is one connection to one SQLite file, used by one
// thread at a time; open a second one, read-only, for another thread.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/task.h"
#include "core/base/utf8.h"
#include "core/document/document.h"
#include "core/exchange/graph-file.h"
#include "core/exchange/picture.h"
#include "core/extract/analysis.h"
#include "core/extract/check.h"
#include "core/extract/difference.h"
#include "core/extract/engine.h"
#include "core/graph/graph.h"
#include "core/store/model.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

// Reads a source: imports it and analyses its text. Pure; for any thread. Fails as importDocument() does.
Result<Digest> digest(Source source, const Engine& engine, const Cancel& cancel);

// The text of a file of additions. Fails with notFound, notReadable or isFolder.
Result<std::string> loadAdditions(const std::filesystem::path& file);

// One line of `skein-cli analyse` (analyse-format): a JSON object in, one out, without the line's end. It cannot fail: for
// a line that cannot be read it is {"id": …, "error": what `words` says}. Pure; for any thread.
std::string analyseLine(std::string_view line, const Engine& engine, bool tokens,
                        const std::function<std::string(const Error&)>& words);

class Library {
public:
    enum class Access { readWrite, readOnly };

    // Opens a library, making it first when `access` is readWrite and there is no such file. Older schemas are migrated.
    // Fails with notFound, notReadable, isFolder, notALibrary, newerSchema, corrupt, busy or diskFull.
    static Result<Library> open(const std::filesystem::path& file, Access access);
    Library(Library&&) noexcept;
    Library& operator=(Library&&) noexcept;
    ~Library();

    const std::filesystem::path& file() const;

    // Adds sources in one transaction: all of them, or none and an error. Entities are linked across documents anew.
    Result<std::vector<Added>> add(const std::vector<Digest>& digests);
    // A decision: the bytes stay in the library, and adding removedSource() brings the source back with all that hangs on it.
    // That, or adding the same bytes by other means, takes the removal back in the log. Fails with notFound.
    Result<OperationId> remove(DocumentId document);
    Result<Source> removedSource(OperationId removal) const;
    // Reads every source again with this engine and replays all decisions. All or nothing: when it fails or is cancelled,
    // the library is as it was. Sources are read on `jobs` threads (0: one a core), with the same result for any number; all
    // else, `progress` too, happens on the calling one.
    Result<Reread> rebuild(const Engine& engine, const Cancel& cancel, const Progress& progress, std::size_t jobs = 0);

    // What the library is taught beyond what Skein ships; empty: nothing. Whoever reads for it extends the engine by this.
    Result<std::string> additions() const;
    // Teaches it, a decision, and reads every source again with `engine`, which was extended by the same text. All or
    // nothing; threads as in rebuild().
    Result<Reread> teach(const std::string& additions, const Engine& engine, const Cancel& cancel, const Progress& progress,
                         std::size_t jobs = 0);
    // How many documents were read by another engine than this.
    Result<std::uint32_t> outdated(const Engine& engine) const;

    Result<OperationId> decide(const Decision& decision);
    // A removal is taken back by add() alone, for its source has to be read: undo() fails with badSyntax.
    Result<void> undo(OperationId operation);
    Result<void> redo(OperationId operation);
    Result<std::vector<OperationSummary>> operations() const; // oldest first

    Result<LibraryCounts> counts() const;
    Result<std::vector<DocumentSummary>> documents() const;   // by publication date, then title
    Result<DocumentText> document(DocumentId document) const;
    Result<Source> source(DocumentId document) const;         // the original bytes
    Result<Graph> graph() const;
    Result<EntityDetails> entity(EntityId entity) const;
    // Every quote behind the edges between two entities, or of one relation of them when it is named; best first.
    Result<std::vector<Quote>> quotes(EntityId a, EntityId b, std::string_view relation = {}) const;
    // The best quote behind an edge of the graph: one that reads from source to target, or any where the relation reads the
    // same from either end. Absent when there is none.
    Result<std::optional<Quote>> quoteOf(EntityId source, EntityId target, std::string_view relation) const;
    Result<SearchAnswer> search(std::string_view query, std::size_t limit) const;

    // Which entities may be one though their names differ, the best first.
    Result<std::vector<Suggestion>> suggestions(std::size_t limit) const;

    Result<std::vector<PlacedNode>> pins() const;
    Result<void> setPin(EntityId node, std::optional<Point> position); // absent: unpinned

    // Where the nodes of the whole library stood when they were last laid out, by id. Derived: may be empty.
    Result<std::vector<PlacedNode>> positions() const;
    // Writes what differs; places of nodes that are not named stay.
    Result<void> setPositions(const std::vector<PlacedNode>& positions);

    // Views that were saved under a name, by name.
    Result<std::vector<StoredView>> views() const;
    // Saves under a name, over a view that has it. Fails with badSyntax for an empty name.
    Result<void> setView(const StoredView& view);
    // Fails with notFound.
    Result<void> removeView(std::string_view name);
    // Fails with notFound, and with badSyntax when the new name is empty or taken.
    Result<void> renameView(std::string_view from, std::string_view to);

    // `graph`, which is this library's or made of some of it, with the words behind it; `looks` beside its nodes, or empty;
    // `leaders`: of each entity that is drawn as another.
    Result<exchange::GraphFile> graphFile(Graph graph, std::vector<exchange::NodeLook> looks,
                                          const exchange::Leaders& leaders = {}) const;
    // The JSON of `skein-cli export --format json` (analyse-format); equal libraries give equal bytes.
    Result<std::string> exportJson() const;
    // Checks every invariant; each string is one sentence that says what is wrong. Empty: nothing is.
    Result<std::vector<std::string>> verify(const Progress& progress) const;

private:
    struct Data;
    explicit Library(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace skein
