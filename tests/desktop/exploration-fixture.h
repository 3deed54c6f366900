// SPDX-License-Identifier: GPL-3.0-or-later
// An Exploration over an empty library file and a graph made by hand.
#pragma once

#include "app/desktop/convert.h"
#include "app/desktop/explore/exploration.h"
#include "held-pool.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace skein {

// Meta (1) with Ann, Ben and Scale (2–4); Ben with Cleo (5); Scale with Dan (6); Eve (7) with nobody.
inline Graph story()
{
    Graph graph;
    const char* names[] = {"Meta", "Ann", "Ben", "Scale", "Cleo", "Dan", "Eve"};
    for (std::uint64_t i = 0; i < 7; ++i)
        graph.nodes.push_back({EntityId{i + 1}, names[i], i == 0 || i == 3 ? "organization" : "person", i == 0 ? 9U : 1U, 1});
    graph.relations = {{"invests", "invested in"}, {"leads", "leads"}};
    graph.documents = {{DocumentId{1}, "First", "2024-01-01"}, {DocumentId{2}, "Second", "2025-01-01"}};
    const auto edge = [&](std::uint32_t a, std::uint32_t b, std::uint16_t relation, float confidence, std::uint32_t document, std::int32_t day) {
        GraphEdge made{.source = a, .target = b, .relation = relation, .claims = 1, .documents = 1, .confidence = confidence};
        made.firstEvidence = std::uint32_t(graph.evidence.size());
        graph.evidence.push_back({document, confidence, {day, day}, true});
        graph.edges.push_back(made);
    };
    edge(0, 1, 1, 0.9F, 0, 19700);
    edge(0, 2, 1, 0.6F, 0, 19800);
    edge(0, 3, 0, 0.95F, 1, 20100);
    edge(2, 4, 1, 0.8F, 1, 20150);
    edge(3, 5, 1, 0.7F, 0, 19750);
    return graph;
}

// A hub with many around it.
inline Graph star(std::uint32_t rays)
{
    Graph graph;
    graph.relations = {{"leads", "leads"}};
    graph.nodes.push_back({EntityId{1}, "Hub", "organization", 50, 1});
    for (std::uint32_t i = 1; i <= rays; ++i) {
        graph.nodes.push_back({EntityId{i + 1}, "Ray", "person", 1, 1});
        graph.edges.push_back({.source = 0, .target = i, .claims = 1, .documents = 1, .confidence = 0.9F});
    }
    return graph;
}

inline std::shared_ptr<const Scene> sceneOf(Graph graph)
{
    return std::make_shared<const Scene>(sceneFrom(std::move(graph)));
}

class ExplorationTest : public testing::Test {
protected:
    ExplorationTest()
    {
        m_session.writer.open(toPath(m_folder.filePath("Test.skein")), Library::Access::readWrite).waitForFinished();
        m_session.reader.open(toPath(m_folder.filePath("Test.skein")), Library::Access::readOnly).waitForFinished();
        m_exploration.clear();
    }
    void show(Graph graph, std::vector<PlacedNode> positions = {})
    {
        m_exploration.setLibrary(sceneOf(std::move(graph)), {}, std::move(positions));
        settle();
    }
    void settle()
    {
        QElapsedTimer clock;
        clock.start();
        do
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        while ((m_exploration.isBusy() || m_graph.isLayingOut()) && clock.elapsed() < 20000);
        ASSERT_FALSE(m_exploration.isBusy() || m_graph.isLayingOut());
    }
    static QString id(std::uint64_t number) { return idText(EntityId{number}); }
    // Names of what is in the picture and not hidden.
    std::vector<std::string> shown() const
    {
        std::vector<std::string> names;
        for (std::uint32_t i = 0; i < m_graph.scene().graph.nodes.size(); ++i) {
            if (!m_graph.state().isHidden(i))
                names.push_back(m_graph.scene().graph.nodes[i].name);
        }
        return names;
    }
    std::vector<std::string> faded() const
    {
        std::vector<std::string> names;
        for (std::uint32_t i = 0; i < m_graph.scene().graph.nodes.size(); ++i) {
            if (m_graph.state().presenceOf(i) == Presence::faded)
                names.push_back(m_graph.scene().graph.nodes[i].name);
        }
        return names;
    }
    Point place(std::uint64_t number) const
    {
        return m_graph.positions()[*skein::indexOf(m_graph.scene().graph, EntityId{number})];
    }
    QStringList chips() const
    {
        QStringList texts;
        auto* model = const_cast<Exploration&>(m_exploration).chips();
        for (int i = 0; i < model->rowCount(); ++i)
            texts += model->data(model->index(i, 0), model->roleNames().key("text")).toString();
        return texts;
    }

    QTemporaryDir m_folder;
    Session m_session;
    History m_history;
    Notice m_notice;
    GraphModel m_graph;
    Exploration m_exploration{m_session, m_history, m_notice, m_graph};
};

} // namespace skein
