// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/preferences.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QStyleHints>

namespace {
constexpr int recentCount = 8;
}

Preferences::Preferences(bool isPrivate, QObject* parent) : QObject(parent), m_isPrivate(isPrivate)
{
    m_scheme = Scheme(qBound(int(System), number("look/scheme", System), int(Dark)));
    m_isStill = number("look/still", 0) != 0;
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Preferences::isDarkChanged);
}

void Preferences::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    keep("look/scheme", int(scheme));
    setSchemeForNow(scheme);
}

void Preferences::setSchemeForNow(Scheme scheme)
{
    m_scheme = scheme;
    // Native dialogs follow too where the platform can.
    QGuiApplication::styleHints()->setColorScheme(scheme == System ? Qt::ColorScheme::Unknown
                                                  : scheme == Dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    emit schemeChanged();
    emit isDarkChanged();
}

bool Preferences::isDark() const
{
    return m_scheme == Dark || (m_scheme == System && QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark);
}

void Preferences::setHasSources(bool isShown)
{
    keep("panels/hasSources", int(isShown));
    emit panelsChanged();
}

void Preferences::setHasInspector(bool isShown)
{
    keep("panels/hasInspector", int(isShown));
    emit panelsChanged();
}

void Preferences::rememberWindow(int width, int height, bool isMaximized)
{
    keep("window/maximized", int(isMaximized));
    if (isMaximized) // the size to come back to is the one before
        return;
    keep("window/width", width);
    keep("window/height", height);
}

void Preferences::rememberPanels(int sources, int inspector)
{
    keep("panels/sources", sources);
    keep("panels/inspector", inspector);
}

void Preferences::setHasTable(bool isShown)
{
    m_forThisRun.remove(QStringLiteral("panels/hasTable"));
    keep("panels/hasTable", int(isShown));
    emit panelsChanged();
}

void Preferences::rememberTable(int height) { keep("panels/table", height); }

int Preferences::columnWidth(int table, int column, int otherwise) const
{
    return number(QStringLiteral("columns/%1-%2").arg(table).arg(column).toLatin1().constData(), otherwise);
}

void Preferences::rememberColumnWidth(int table, int column, int width)
{
    keep(QStringLiteral("columns/%1-%2").arg(table).arg(column).toLatin1().constData(), width);
}

QStringList Preferences::recentLibraries() const
{
    QStringList files = m_forThisRun.value(QStringLiteral("recent")).toStringList();
    if (!m_isPrivate)
        files = m_settings.value("recent").toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void Preferences::rememberLibrary(const QString& file)
{
    auto files = recentLibraries();
    files.removeAll(file);
    files.prepend(file);
    keep("recent", QStringList(files.mid(0, recentCount)));
    emit recentLibrariesChanged();
}

QString Preferences::lastLibrary() const
{
    return recentLibraries().value(0);
}

void Preferences::setStartSize(int width, int height)
{
    m_forThisRun[QStringLiteral("window/width")] = width;
    m_forThisRun[QStringLiteral("window/height")] = height;
    m_forThisRun[QStringLiteral("window/maximized")] = 0;
}

int Preferences::number(const char* key, int otherwise) const
{
    const auto name = QString::fromLatin1(key);
    if (m_forThisRun.contains(name))
        return m_forThisRun.value(name).toInt();
    return m_isPrivate ? otherwise : m_settings.value(name, otherwise).toInt();
}

void Preferences::keep(const char* key, const QVariant& value)
{
    if (m_isPrivate)
        m_forThisRun[QString::fromLatin1(key)] = value;
    else
        m_settings.setValue(QString::fromLatin1(key), value);
}
