// SPDX-License-Identifier: GPL-3.0-or-later
// How the picture is drawn: what size and colour tell, and whether groups have a ground. Choices are steps of the view;
// what they come to is handed to the GraphModel. GUI thread.
#pragma once

#include "app/desktop/explore/analysis.h"
#include "app/desktop/preferences.h"
#include "app/desktop/row-model.h"

#include <QColor>
#include <QObject>
#include <qqmlintegration.h>

class Lens : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(Size size READ size WRITE setSize NOTIFY changed)
    Q_PROPERTY(Colour colour READ colour WRITE setColour NOTIFY changed)
    Q_PROPERTY(bool hasRegions READ hasRegions WRITE setHasRegions NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY legendChanged)           // how far the sizes can be relied on; or empty
    Q_PROPERTY(QString legendTitle READ legendTitle NOTIFY legendChanged) // what colour tells, when it is not the type
    Q_PROPERTY(QAbstractItemModel* legend READ legend CONSTANT)       // roles: label, ink, count
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QAbstractItemModel* palette READ palette CONSTANT) // of single nodes; roles: name, ink
    Q_PROPERTY(int ownCount READ ownCount NOTIFY changed)         // nodes that have a colour of their own

public:
    // In the order of skein::SizeBy and skein::ColourBy.
    enum Size { ByMentions, ByConnections, BySources, ByBetweenness, ByPageRank };
    Q_ENUM(Size)
    enum Colour { ByType, ByGroup, ByNumberOfSources, ByRecency, ByConfidence };
    Q_ENUM(Colour)

    struct PaletteRow {
        QString name;
        QColor ink;
    };

    struct LegendRow {
        QString label;
        QColor ink;
        int count = 0; // nodes in the picture

        bool operator==(const LegendRow&) const = default;
    };

    Lens(Exploration& exploration, Analysis& analysis, Preferences& preferences, QObject* parent = nullptr);

    Size size() const;
    void setSize(Size size);
    Colour colour() const;
    void setColour(Colour colour);
    bool hasRegions() const;
    void setHasRegions(bool hasRegions);
    QString note() const { return m_note; }
    QString legendTitle() const { return m_title; }
    QAbstractItemModel* legend() { return &m_legend; }
    bool isBusy() const { return m_analysis.isBusy(); }

    QAbstractItemModel* palette() { return &m_palette; }
    int ownCount() const { return int(m_exploration.view().looks.colours.size()); }
    Q_INVOKABLE int ownColourOf(const QString& entity) const; // row of the palette; -1: none of these

    // For Computation: what size, colour and grounds should tell and is not known, they tell no more.
    void fallBack();

public slots:
    // Gives these a colour of the palette, in one step; -1: what colour tells, again.
    void colourNodes(const QStringList& entities, int colour);
    void forgetOwnColours();

signals:
    void changed();
    void legendChanged();
    void busyChanged();

private:
    void refresh();
    void fillPalette();
    std::vector<float> sizes(const std::vector<std::uint32_t>& indices);
    void colourOwn(std::vector<skein::Colour>& fills);
    std::vector<skein::Colour> fills(const std::vector<std::uint32_t>& indices);
    std::vector<skein::Colour> groupFills(const std::vector<std::uint32_t>& indices);
    std::vector<skein::Colour> scaleFills(const std::vector<std::uint32_t>& indices);
    skein::Regions regions(const std::vector<std::uint32_t>& indices);

    Exploration& m_exploration;
    Analysis& m_analysis;
    Preferences& m_preferences;
    QString m_note;
    QString m_title;
    RowModel<LegendRow> m_legend;
    RowModel<PaletteRow> m_palette;
};
