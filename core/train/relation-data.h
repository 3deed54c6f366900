// SPDX-License-Identifier: GPL-3.0-or-later
// Gold facts of KnowledgeNet, CORE and Re-DocRED, and transcripts without any, as answers to "does the sentence say this of these two?".
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

// The relation holds from one of the subject's spans to one of the object's. Positions are bytes of RelationText::document.
struct GoldFact {
    std::string relation; // ontology id
    std::vector<Span> subject;
    std::vector<Span> object;
    std::vector<Span> where; // the sentences that say so; empty: nobody told
};

// A gold end for which a mention is put in when the finders miss it.
struct GoldEnd {
    std::vector<Span> spans;
    std::string type; // ontology id, or "date"
};

struct RelationText {
    enum class Kind { knowledgenet, core, redocred, plain };

    Kind kind = Kind::knowledgenet;
    std::size_t unit = 0; // position of the document among those of its set, for folds
    std::size_t units = 0;
    Document document;
    std::vector<GoldFact> facts;
    std::vector<GoldEnd> ends;
    std::vector<std::pair<Span, std::set<std::string>>> zones; // knowledgenet: the relations annotated without gaps there
    std::vector<std::vector<Span>> entities;                   // redocred: all that are known
};

// What gold says of an ordered pair.
enum class Answer { unknown, no, yes, hardly };

// `hardly`: nobody asked, but most pairs do not stand in a relation that the set is not about.
Answer answerOf(const RelationText& text, std::string_view relation, bool symmetric, Span subject, Span object, Span sentence);

// All sets under the data folder, in a fixed order. Fails with notFound or badSyntax.
Result<std::vector<RelationText>> readRelations(const std::filesystem::path& data);

// Whether CORE is about the relation.
bool isOfCore(std::string_view relation);

// Whether the text belongs to the part [k·n/5, (k+1)·n/5) of its set.
bool isHeldOut(const RelationText& text, int k);

} // namespace skein
