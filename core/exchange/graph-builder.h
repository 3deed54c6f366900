// SPDX-License-Identifier: GPL-3.0-or-later
// Puts together a Graph from nodes and edges that come in any order under any names, as foreign files have them.
#pragma once

#include "core/exchange/evidence.h"
#include "core/exchange/graph-file.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace skein::exchange {

// What a file says of a node or an edge: names of ours (graphml.cpp) and their text. Names that it does not know it passes over.
using Values = std::vector<std::pair<std::string_view, std::string_view>>;

class GraphBuilder {
public:
    // Fails with tooLarge beyond the caps of graph-file.h. Of nodes with the same id the first one counts.
    Result<void> addNode(std::string_view id, const Values& values);
    // The ends may come later; see build().
    Result<void> addEdge(std::string_view source, std::string_view target, const Values& values);
    void addDocuments(std::vector<GraphDocument> documents);

    // Sorts everything as Graph asks. An id of Skein's is kept, any other gives one that depends on nothing but itself.
    // Fails with badSyntax when an edge ends in no node. Leaves the builder empty.
    Result<GraphFile> build();

private:
    struct Node {
        GraphNode node;
        NodeLook look;
        bool isThere = false; // else only an edge has spoken of it
        bool hasPlace = false;
    };
    struct Edge {
        std::uint32_t source = 0; // index into m_nodes
        std::uint32_t target = 0;
        std::uint32_t relation = 0;
        GraphEdge edge;           // without ends and relation
        std::vector<GraphEvidence> evidence; // of documents in m_documents
        std::vector<Provenance> quotes;
        bool hasEvidence = false;
    };

    std::uint32_t indexOf(std::string_view id);
    std::uint32_t documentOf(GraphDocument document);
    Result<std::vector<std::uint32_t>> sortNodes(GraphFile& file);
    std::vector<std::uint32_t> sortDocuments(Graph& graph);
    void takeEdges(GraphFile& file, const std::vector<std::uint32_t>& nodePlaces);

    std::vector<Node> m_nodes;
    std::vector<std::string> m_names; // beside m_nodes
    std::unordered_map<std::string, std::uint32_t> m_indices;
    std::vector<Edge> m_edges;
    std::map<GraphRelation, std::uint32_t> m_relations;
    std::vector<GraphDocument> m_documents;
    std::map<DocumentId, std::uint32_t> m_documentIndices;
    bool m_hasLooks = false;
};

} // namespace skein::exchange
