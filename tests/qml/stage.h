// SPDX-License-Identifier: GPL-3.0-or-later
// What a Qt Quick test stands on: a workspace of its own, a library that was made by hand, and files to read.
#pragma once

#include "app/desktop/workspace.h"
#include "tests/desktop/held-pool.h"

#include <QObject>
#include <QTemporaryDir>
#include <QUrl>
#include <QWindow>

#include <optional>

class Stage : public QObject {
    Q_OBJECT
    Q_PROPERTY(Workspace* workspace READ workspace CONSTANT)

public:
    explicit Stage(QObject* parent = nullptr) : QObject(parent), m_workspace(true, this) {}

    Workspace* workspace() { return &m_workspace; }

    // Opens a library of two sources, three entities and two connections; see stage.cpp for its words.
    Q_INVOKABLE void openLibrary();
    Q_INVOKABLE void reopenLibrary() { m_workspace.openFile(m_workspace.libraryFile()); }
    // Opens a library of one source: two groups of four that know each other, and one connection between the two.
    Q_INVOKABLE void openGroups();
    Q_INVOKABLE void loadEngine();
    Q_INVOKABLE QUrl write(const QString& name, const QString& text);
    Q_INVOKABLE QUrl folder(const QString& name);
    Q_INVOKABLE QString entity(const QString& name) const { return m_workspace.entityNamed(name); }
    Q_INVOKABLE QString firstDocument() const { return m_workspace.firstDocument(); }
    Q_INVOKABLE QString read(const QUrl& file) const; // byte for character; empty when it is not there
    Q_INVOKABLE QString clipboard() const;
    // Keys for a window of its own: Qt Quick Test's go to the one that the test stands in.
    Q_INVOKABLE void press(QWindow* window, int key, int modifiers = 0);
    Q_INVOKABLE void type(QWindow* window, const QString& text);
    // While it is held nothing that takes time begins.
    Q_INVOKABLE void holdPool() { m_held.emplace(); }
    Q_INVOKABLE void releasePool() { m_held.reset(); }
    Q_INVOKABLE bool isSettled() const { return m_workspace.isSettled(); }

private:
    QTemporaryDir m_folder;
    Workspace m_workspace;
    std::optional<HeldPool> m_held;
};
