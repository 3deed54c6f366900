// SPDX-License-Identifier: GPL-3.0-or-later
// Where Skein finds what it ships with and keeps what it makes.
#pragma once

#include <QString>

// The folder with ontology, models and sample: SKEIN_RESOURCES when set, else the source tree's, else ../share/skein
// beside the program. Empty when there is none.
QString resourceFolder();

// The library that is made without asking where. Its folder is made when it is missing.
QString defaultLibrary();

// The sample library, in the user's cache. It has another name, and so is built anew, when the documents, the engine's data
// or the program change.
QString sampleLibrary();

bool isSampleLibrary(const QString& file);
