// SPDX-License-Identifier: GPL-3.0-or-later
// Where Skein finds what it ships with and keeps what it makes.
#pragma once

#include <QString>

// The folder with ontology, models and sample: SKEIN_RESOURCES when set, else the source tree's, else ../share/skein
// beside the program. Empty when there is none.
QString resourceFolder();

// The library that is made without asking where. Its folder is made when it is missing.
QString defaultLibrary();

// The sample library for this content of resources/sample: it is built anew when the documents change.
QString sampleLibrary();

bool isSampleLibrary(const QString& file);
