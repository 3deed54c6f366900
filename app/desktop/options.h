// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the command line.
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

struct Options {
    QStringList files;  // sources to read, or one library
    QString library;
    bool isSample = false;
    QString screenshot; // a picture to save, then end
    QSize size;
    QString theme;      // "light", "dark" or empty
    QString page;       // "explore", "read", "teach" or empty
    QString teach;      // a file of additions to write into the editor
    bool hasTable = false; // the table is shown below the graph
    QStringList select; // one name: an entity; two: their connection
};

// Ends the program with a message when the arguments make no sense, or --help or --version was asked for.
// REQUIRES: a QCoreApplication.
Options readOptions();
