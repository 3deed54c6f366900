// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the window share: the open library's two connections, the engine, and the names the graph knows.
// Lives on the GUI thread; owned by Workspace.
#pragma once

#include "app/desktop/connection.h"
#include "core/library.h"

#include <QHash>
#include <QString>

#include <memory>

struct EntityName {
    QString name;
    QString type;
};

struct Session {
    Connection writer; // the only one that writes
    Connection reader; // read-only, for everything that is looked up
    std::shared_ptr<const skein::Engine> shipped; // as Skein comes; null until it is loaded
    std::shared_ptr<const skein::Engine> engine; // extended by what the open library is taught; null until that is known
    std::shared_ptr<const skein::Graph> graph = std::make_shared<skein::Graph>(); // of the open library as it was read last
    QHash<QString, EntityName> names; // of entities that were looked up since then, by id

    // Empty for what neither has.
    QString nameOf(const QString& entity) const;
    QString typeOf(const QString& entity) const;
    QString typeLabel(const QString& type) const;
    QString typePlural(const QString& type) const; // "Organizations"
    QString whyRule(const std::string& rule) const; // one sentence; empty when nothing is known
};
