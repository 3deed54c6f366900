// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands share: where resources are, and what goes to standard output and standard error.
#pragma once

#include "core/library.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace skein::cli {

// `skein-cli: …` on standard error.
void complain(std::string_view sentence);

void print(std::string_view text);
// Ends standard output. False, and complains, when not everything could be written.
bool finishOutput();

// The text on one line: white space of any kind becomes a space.
std::string oneLine(std::string_view text);

// "1 claim", "3 claims"
std::string counted(std::size_t number, const char* one, const char* many);

// Complains that a library could not be used; the exit status that says so.
int refuse(const Error& error, const std::string& library);

// The folder with ontology, lexicons, patterns and models: the one named, else $SKEIN_RESOURCES, else what was installed
// beside the program, else the source tree it was built from.
std::filesystem::path resourceFolder(const std::string& named);

// Loads the engine, or complains.
std::shared_ptr<const Engine> loadEngine(const std::string& resources);

// The engine that reads for this library: extended by what it is taught. Null, and complains, when that does not fit.
std::shared_ptr<const Engine> engineFor(const Library& library, const Engine& engine);

// Opens an existing library for reading, or complains.
std::optional<Library> openForReading(const std::string& library);

unsigned jobsOrAll(unsigned jobs);

} // namespace skein::cli
