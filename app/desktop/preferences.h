// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers between two starts, and whether it is dark now. GUI thread.
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <qqmlintegration.h>

class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(Scheme scheme READ scheme WRITE setScheme NOTIFY schemeChanged)
    Q_PROPERTY(bool isDark READ isDark NOTIFY isDarkChanged)
    Q_PROPERTY(bool isStill READ isStill CONSTANT)
    Q_PROPERTY(int windowWidth READ windowWidth CONSTANT)
    Q_PROPERTY(int windowHeight READ windowHeight CONSTANT)
    Q_PROPERTY(bool isMaximized READ isMaximized CONSTANT)
    Q_PROPERTY(int sourcesWidth READ sourcesWidth CONSTANT)
    Q_PROPERTY(int inspectorWidth READ inspectorWidth CONSTANT)
    Q_PROPERTY(bool hasSources READ hasSources WRITE setHasSources NOTIFY panelsChanged)
    Q_PROPERTY(bool hasInspector READ hasInspector WRITE setHasInspector NOTIFY panelsChanged)
    Q_PROPERTY(bool hasTable READ hasTable WRITE setHasTable NOTIFY panelsChanged)
    Q_PROPERTY(int tableHeight READ tableHeight CONSTANT)
    Q_PROPERTY(QStringList recentLibraries READ recentLibraries NOTIFY recentLibrariesChanged)

public:
    enum Scheme { System, Light, Dark };
    Q_ENUM(Scheme)

    // With `isPrivate` nothing is read from or written to the user's settings.
    explicit Preferences(bool isPrivate, QObject* parent = nullptr);

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    bool isDark() const;
    bool isStill() const { return m_isStill; }

    int windowWidth() const { return number("window/width", 1280); }
    int windowHeight() const { return number("window/height", 800); }
    bool isMaximized() const { return number("window/maximized", 0) != 0; }
    int sourcesWidth() const { return number("panels/sources", 248); }
    int inspectorWidth() const { return number("panels/inspector", 352); }
    bool hasSources() const { return number("panels/hasSources", 1) != 0; }
    void setHasSources(bool isShown);
    bool hasInspector() const { return number("panels/hasInspector", 1) != 0; }
    void setHasInspector(bool isShown);

    bool hasTable() const { return number("panels/hasTable", 0) != 0; }
    void setHasTable(bool isShown);
    int tableHeight() const { return number("panels/table", 240); }
    // Of one of the tables, in pixels.
    int columnWidth(int table, int column, int otherwise) const;
    void rememberColumnWidth(int table, int column, int width);

    Q_INVOKABLE void rememberTable(int height);
    Q_INVOKABLE void rememberWindow(int width, int height, bool isMaximized);
    Q_INVOKABLE void rememberPanels(int sources, int inspector);

    QStringList recentLibraries() const; // newest first, those that are still there
    void rememberLibrary(const QString& file);
    QString lastLibrary() const;

    void setSchemeForNow(Scheme scheme); // for this run only
    void showTableForNow() { m_forThisRun[QStringLiteral("panels/hasTable")] = 1; }
    void setStartSize(int width, int height); // for this run only
    void setStill(bool isStill) { m_isStill = isStill; }

signals:
    void schemeChanged();
    void isDarkChanged();
    void panelsChanged();
    void recentLibrariesChanged();

private:
    int number(const char* key, int otherwise) const;
    void keep(const char* key, const QVariant& value);

    QSettings m_settings;
    bool m_isPrivate;
    QVariantMap m_forThisRun;
    Scheme m_scheme = System;
    bool m_isStill = false;
};
