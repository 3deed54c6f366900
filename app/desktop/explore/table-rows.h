// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the table beside the canvas: which there are, in what order, and what their cells say. Pure functions for any
// thread over a scene, quick enough for 100,000 rows within a frame or two: what takes time is looked up once in TableFacts.
#pragma once

#include "core/graph/scene/display.h"

#include <QString>

#include <memory>
#include <vector>

namespace skein {

enum class TableOf { entities, edges };

enum EntityColumn { NameColumn, TypeColumn, MentionsColumn, SourcesColumn, ConnectionsColumn, GroupColumn, FirstColumn, LastColumn, EntityColumns };
enum EdgeColumn { FromColumn, RelationColumn, ToColumn, QuotesColumn, EdgeSourcesColumn, ConfidenceColumn, EdgeFirstColumn, EdgeLastColumn, FlagsColumn, EdgeColumns };

struct TableFacts {
    std::shared_ptr<const Scene> scene;
    std::vector<QString> folded;           // names of nodes without case
    std::vector<std::uint32_t> nameRank;   // of a node among all names
    std::vector<std::uint32_t> typeRank;
    std::vector<std::uint32_t> relationRank; // beside relations, by label
    std::vector<DayRange> nodeDays;        // of all evidence of its edges; GraphEvidence::undated: none is dated
    std::vector<DayRange> edgeDays;
    std::vector<std::uint32_t> pairOf;     // beside edges
};
std::shared_ptr<const TableFacts> tableFacts(std::shared_ptr<const Scene> scene);

struct TableQuery {
    TableOf of = TableOf::entities;
    int column = 0;
    bool isDescending = false;
    QString filter;                 // words that all have to stand in the row's words, whatever their case; empty: all rows
    std::vector<Presence> nodes;    // as in ViewState
    std::vector<Presence> pairs;
    Regions regions;                // as on the canvas
};

// Nodes or edges, by index; hidden ones left out. Equal cells: the better known first.
std::vector<std::uint32_t> tableRows(const TableFacts& facts, const TableQuery& query);

// A day range as people sort it: "2026-04-08"; empty when undated.
QString dayCell(std::int32_t day);

} // namespace skein
