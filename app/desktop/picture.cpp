// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/picture.h"

#include "app/desktop/workspace.h"

#include <QCoreApplication>
#include <QCursor>
#include <QFile>
#include <QQuickWindow>
#include <QScreen>

#include <cstdio>

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
    QTimer::singleShot(patienceMilliseconds, this, [] {
        std::fprintf(stderr, "skein: the window was not ready for a picture within five minutes\n");
        QCoreApplication::exit(1);
    });
    if (workspace.isSettled())
        m_calm.start();
}

void Picture::proceed()
{
    if (!m_workspace.isSettled())
        return;
    if (!m_hasSelected) {
        m_hasSelected = true;
        const auto first = m_workspace.entityNamed(m_options.select.value(0));
        const auto second = m_workspace.entityNamed(m_options.select.value(1));
        if (!first.isEmpty() && !second.isEmpty())
            m_workspace.inspector()->showConnection(first, second, {});
        else if (!first.isEmpty())
            m_workspace.inspector()->showEntity(first);
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

void Picture::save()
{
    const auto image = m_window.grabWindow();
    if (image.isNull() || !image.save(m_options.screenshot)) {
        std::fprintf(stderr, "skein: the picture could not be saved as %s\n", qPrintable(m_options.screenshot));
        QCoreApplication::exit(1);
    } else {
        QCoreApplication::exit(0);
    }
}
