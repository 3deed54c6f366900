// SPDX-License-Identifier: GPL-3.0-or-later
// The plain values that go into a library and come out of it.
#pragma once

#include "core/base/id.h"
#include "core/base/span.h"
#include "core/document/document.h"
#include "core/extract/analysis.h"
#include "core/extract/engine.h"
#include "core/graph/graph.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace skein {

// Everything a library keeps about one source.
struct Digest {
    DocumentId id; // from the bytes
    Source source;
    Document document;
    Analysis analysis;
    std::vector<Relation> relations; // those that the claims use; how they read from either end
    std::string engine;              // Engine::version() of the reading
};

struct Added {
    DocumentId id;
    bool wasThere = false; // the same bytes were in the library already; nothing was changed
};

struct DocumentSummary {
    DocumentId id;
    std::string title;
    std::string author;
    std::string published; // EDTF or empty
    std::string site;
    std::string name;      // file name
    std::string uri;
    std::string mediaType;
    std::uint32_t mentions = 0;
    std::uint32_t claims = 0;
    std::uint32_t words = 0;

    bool operator==(const DocumentSummary&) const = default;
};

struct DocumentMention {
    Span span;
    EntityId entity;
    std::string type;
    MentionKind kind = MentionKind::name;
};

// What the reader shows.
struct DocumentText {
    DocumentSummary summary;
    std::string text;
    std::vector<Block> blocks;
    std::vector<DocumentMention> mentions; // in text order, rejected ones left out
};

enum class ClaimStatus { suggested, accepted, rejected, human };

// One claim with the words that carry it.
struct Quote {
    ClaimId claim;
    DocumentId document;
    std::string documentTitle;
    std::string documentPublished;
    Span span;                  // in the document's text
    std::string text;           // equals the document's text there, to the character
    std::vector<Span> triggers; // relative to `text`
    EntityId subject;
    std::optional<EntityId> object;
    std::string relation;
    std::string label;
    std::string value;
    std::vector<Qualifier> qualifiers;
    Polarity polarity = Polarity::asserted;
    Modality modality = Modality::fact;
    std::optional<EntityId> speaker;
    std::string speakerName;
    std::string time;           // true when: EDTF or empty
    double confidence = 0;
    std::string rule;
    ClaimStatus status = ClaimStatus::suggested;
};

struct Neighbour {
    EntityId id;
    std::string name;
    std::string type;
    std::string relation;
    std::string label;      // as read from the entity that was asked about: "invested in" or "was funded by"
    bool isOutgoing = true; // that entity is the claims' subject
    std::uint32_t claims = 0;
};

struct MentionPlace {
    DocumentId document;
    std::string documentTitle;
    std::string published;
    Span span;
    Span sentence;
    std::string sentenceText;
};

// An open proposition that no claim covers: what a source says in its own words.
struct Saying {
    DocumentId document;
    std::string documentTitle;
    std::string documentPublished;
    Span sentence;             // in the document's text
    std::string text;          // of the sentence
    Span subject;              // these are relative to `text`
    Span predicate;
    std::vector<Span> objects;
    double confidence = 0;
};

struct EntityDetails {
    EntityId id;
    std::string name;
    std::string type;
    std::vector<std::string> aliases;
    std::uint32_t mentions = 0;
    std::uint32_t documents = 0;
    std::vector<Neighbour> neighbours;    // grouped by label, the strongest first
    std::vector<MentionPlace> places;     // by document date, then position; at most 200
    std::vector<Quote> facts;             // claims about a value: dates, amounts
    std::vector<Saying> sayings;          // whose subject or object mentions it, the best first; at most 40
};

struct SearchHit {
    DocumentId document;
    std::string documentTitle;
    Span span;           // the snippet, in the document's text
    std::string snippet; // equals the text there
    std::vector<Span> matches; // relative to the snippet
    double score = 0;    // higher is better
};

struct EntityHit {
    EntityId id;
    std::string name;
    std::string type;
    std::string matched; // the alias that matched, when it was not the name
    std::uint32_t mentions = 0;
};

struct SearchAnswer {
    std::vector<EntityHit> entities;
    std::vector<SearchHit> hits;
};

// What a person decided; one row in the operation log each. Targets are ids that survive a fresh extraction.
struct RejectClaim { ClaimId claim; };
struct AcceptClaim { ClaimId claim; };
struct RenameEntity { EntityId entity; std::string name; };
struct RetypeEntity { EntityId entity; std::string type; };
struct MergeEntities { EntityId kept; EntityId merged; };
struct RejectEntity { EntityId entity; }; // not a name at all: its mentions and claims are hidden
struct Teach { std::string additions; }; // all that the library is taught from then on; see core/extract/additions.h
// A source that was removed, and what it takes to read it again; its bytes stay in the library under their hash.
struct RemoveSource { DocumentId document; std::string name; std::string uri; std::string mediaType; std::string sha256; };
using Decision = std::variant<RejectClaim, AcceptClaim, RenameEntity, RetypeEntity, MergeEntities, RejectEntity, Teach, RemoveSource>;

// A claim that came or went when its document was read again.
struct ClaimChange {
    bool isAdded = false;
    DocumentId document;
    std::string documentTitle;
    std::string subject;
    std::string label;
    std::string object; // or the value
    std::string quote;
};

// What reading documents again changed.
struct Reread {
    std::uint32_t documents = 0;
    std::uint32_t claimsAdded = 0;
    std::uint32_t claimsRemoved = 0;
    std::uint32_t mentionsAdded = 0;
    std::uint32_t mentionsRemoved = 0;
    std::vector<ClaimChange> changes; // the first ones of claims, at most maxChanges

    static constexpr std::size_t maxChanges = 100;
};

struct OperationSummary {
    OperationId id;
    std::string kind; // "reject-claim", …
    std::string detail; // JSON of the decision
    bool isUndone = false;
    std::string subject; // what it is about: a name, or a claim in words; empty when no document says it any more

    bool operator==(const OperationSummary&) const = default;
};

// A view as the library keeps it.
struct StoredView {
    std::string name;
    std::string content; // JSON; see core/graph/view/view-json.h

    bool operator==(const StoredView&) const = default;
};

// Two entities that may be one: MergeEntities{kept, merged} accepts it.
struct Suggestion {
    EntityId kept;
    EntityId merged;
    std::string keptName;
    std::string mergedName;
    std::string type;   // of the kept one
    double score = 0;   // 0 … 1, higher is more likely
    std::string reason; // one sentence

    bool operator==(const Suggestion&) const = default;
};

struct LibraryCounts {
    std::uint32_t documents = 0;
    std::uint32_t entities = 0;
    std::uint32_t mentions = 0;
    std::uint32_t claims = 0;
    std::uint32_t edges = 0;
};

} // namespace skein
