// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/picture.h"

#include "app/desktop/workspace.h"

#include <QCoreApplication>
#include <QCursor>
#include <QFile>
#include <QQuickWindow>
#include <QScreen>

#include <cstdio>
#include <utility>

namespace {
constexpr int calmMilliseconds = 400;
constexpr int patienceMilliseconds = 300'000;

QString textOf(const QString& name)
{
    QFile file(name);
    return !name.isEmpty() && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}
} // namespace

Picture::Picture(Workspace& workspace, QQuickWindow& window, const Options& options)
    : m_workspace(workspace), m_window(window), m_options(options)
{
    QCursor::setPos(window.screen()->geometry().bottomRight()); // what the pointer lies over would look hovered
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmMilliseconds);
    connect(&workspace, &Workspace::settled, this, [this] { m_calm.start(); });
    connect(&m_calm, &QTimer::timeout, this, &Picture::proceed);
    QTimer::singleShot(patienceMilliseconds, this, [this] { fail(QStringLiteral("the window was not ready for a picture within five minutes")); });
    if (workspace.isSettled())
        m_calm.start();
}

void Picture::proceed()
{
    if (!m_workspace.isSettled())
        return;
    if (!m_hasSelected) {
        m_hasSelected = true;
        if (const auto why = select(); !why.isEmpty())
            fail(why);
        else
            m_calm.start();
    } else if (!m_hasTurned && m_options.page == QStringLiteral("teach")) {
        m_hasTurned = true;
        if (m_workspace.reader()->stopCount() > 0)
            m_workspace.reader()->nextStop(); // what is taught is tried on that source
        m_workspace.setPage(Workspace::Teach);
        if (const auto text = textOf(m_options.teach); !text.isEmpty())
            m_workspace.teaching()->replaceText(text);
        m_calm.start();
    } else if (!m_hasTurned && m_options.page == QStringLiteral("read")) {
        m_hasTurned = true;
        if (m_workspace.reader()->stopCount() > 0)
            m_workspace.reader()->nextStop();
        m_workspace.setPage(Workspace::Read);
        m_calm.start();
    } else {
        save();
    }
}

QString Picture::select()
{
    QStringList ids;
    for (const auto& name : m_options.select) {
        ids.append(m_workspace.entityNamed(name));
        if (ids.last().isEmpty())
            return QStringLiteral("nothing in the library is named “%1”").arg(name);
    }
    if (ids.size() == 1) {
        m_workspace.inspector()->showEntity(ids[0]);
    } else if (ids.size() == 2) {
        const auto* graph = m_workspace.graph();
        const auto ends = std::pair(graph->indexOf(ids[0]), graph->indexOf(ids[1]));
        if (ends.first && ends.second && !graph->scene().pairOf(*ends.first, *ends.second))
            return QStringLiteral("“%1” and “%2” are not connected").arg(m_options.select[0], m_options.select[1]);
        m_workspace.inspector()->showConnection(ids[0], ids[1], {});
    }
    return {};
}

void Picture::save()
{
    const auto image = m_window.grabWindow();
    if (image.isNull() || !image.save(m_options.screenshot))
        fail(QStringLiteral("the picture could not be saved as %1").arg(m_options.screenshot));
    else
        QCoreApplication::exit(0);
}

void Picture::fail(const QString& why)
{
    std::fprintf(stderr, "skein: %s\n", qPrintable(why));
    QCoreApplication::exit(1);
}
