// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of skein-cli. Each returns the program's exit status and says what is wrong on standard error.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace skein::cli {

enum Exit : int {
    ok = 0,
    inputFailed = 1, // some input could not be read, verify or check found something wrong, or a name is not in the library
    usage = 2,       // the command line cannot be understood
    unusable = 3,    // the library, the resources or the output cannot be used
};

struct ImportOptions {
    std::string library;
    std::vector<std::string> files;
    std::string resources; // empty: found by itself
    unsigned jobs = 0;     // 0: one for each core
};
int import(const ImportOptions& options);

struct AnalyseOptions {
    bool tokens = false;
    std::string additions; // a file of them; empty: none
    std::string resources;
    unsigned jobs = 0;
};
int analyse(const AnalyseOptions& options);

struct ExportOptions {
    std::string library;
    std::string format = "json";
    std::string output; // empty: standard output
};
int exportLibrary(const ExportOptions& options);

struct ConvertOptions {
    std::string input;
    std::string output;
};
int convert(const ConvertOptions& options);

struct SearchOptions {
    std::string library;
    std::string query;
    std::size_t limit = 20;
    bool json = false;
};
int search(const SearchOptions& options);

struct SuggestOptions {
    std::string library;
    std::size_t limit = 50;
    bool json = false;
};
int suggest(const SuggestOptions& options);

struct TeachOptions {
    std::string library;
    std::string file; // empty: what the library is taught is printed
    std::string resources;
};
int teach(const TeachOptions& options);

struct CheckOptions {
    std::vector<std::string> paths;
    std::string resources;
};
int check(const CheckOptions& options);

struct PathsOptions {
    std::string library;
    std::vector<std::string> names; // two: the best paths; more: what connects them all
    std::size_t limit = 3;
    bool json = false;
};
int paths(const PathsOptions& options);

struct GroupsOptions {
    std::string library;
    std::size_t limit = 10;
    bool json = false;
};
int groups(const GroupsOptions& options);

int verify(const std::string& library);
int summary(const std::string& library);

} // namespace skein::cli
