// SPDX-License-Identifier: GPL-3.0-or-later
// Checks files of an ontology, of lexicons, of patterns, and people's additions, by the rules by which they are loaded.
#pragma once

#include "core/base/result.h"
#include "core/extract/problem.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace skein {

struct Checked {
    std::size_t files = 0; // that were read
    std::vector<Problem> problems; // by file, in the order of its text
};

// A file, or a folder with all that it holds. What a file is, its name and its place say: ontology.json, words.json and
// rules in .json, lists in .txt, additions in .teach (a single file of any other name is taken for additions). What a
// file refers to is looked up beside it (../ontology, words.json) where it is there, else in `resources`, the shipped
// ones, which additions are held against. Fails with notFound or notReadable for what must be read, and as Engine::load()
// does when additions are checked.
Result<Checked> checkResources(const std::filesystem::path& path, const std::filesystem::path& resources);

} // namespace skein
