// SPDX-License-Identifier: GPL-3.0-or-later
// skein-cli: the core from a shell.
#include "app/cli/commands.h"
#include "app/cli/console.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace {

constexpr const char* footer = R"(
Exit status:
  0  everything was done
  1  some input could not be read, verify or check found something wrong, or a name is not in the library
  2  the command line cannot be understood
  3  the library, the resources or the output cannot be used

skein-cli COMMAND --help tells more about a command.)";

} // namespace

int main(int argc, char** argv)
{
    using namespace skein::cli;
    CLI::App app("Skein reads documents and keeps who and what they talk about, with the words that say so.", "skein-cli");
    app.set_version_flag("--version", "skein-cli " SKEIN_VERSION);
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.require_subcommand(1);
    app.footer(footer);
    std::function<int()> run;

    ImportOptions toImport;
    auto* importing = app.add_subcommand("import", "Read files into a library, which is made when there is none");
    importing->add_option("LIBRARY", toImport.library, "The library, NAME.skein")->required();
    importing->add_option("FILE", toImport.files, "Plain text, Markdown or HTML; the same bytes twice are one document")->required();
    importing->add_option("--resources", toImport.resources, "Folder with ontology, lexicons, patterns and models");
    importing->add_option("--jobs", toImport.jobs, "Threads that read; one a core unless given. The library is the same")
        ->check(CLI::Range(1u, 256u));
    importing->callback([&] { run = [&] { return import(toImport); }; });
    importing->footer("One line on standard output for each file that is in the library, one on standard error for each that\n"
                      "is not. Exit status 1: some file could not be read. 3: the library cannot be used.");

    ExportOptions toExport;
    auto* exporting = app.add_subcommand("export", "Write everything that is in a library");
    exporting->add_option("LIBRARY", toExport.library, "The library")->required();
    exporting->add_option("--format", toExport.format, "json: everything; the others: the graph with the words behind it")
        ->check(CLI::IsMember({"json", "graphml", "gexf", "jsonld", "csv"}))->capture_default_str();
    exporting->add_option("-o,--output", toExport.output, "The file to write; standard output unless given");
    exporting->callback([&] { run = [&] { return exportLibrary(toExport); }; });
    exporting->footer("Positions are Unicode code points. CSV is two files: -o NAME.csv makes NAME-nodes.csv and NAME-edges.csv.\n"
                      "Exit status 3: the library or the output cannot be used.");

    ConvertOptions toConvert;
    auto* converting = app.add_subcommand("convert", "Read a graph of another program and write it in another format");
    converting->add_option("INPUT", toConvert.input, "GraphML or GEXF")->required();
    converting->add_option("OUTPUT", toConvert.output, "NAME.graphml, NAME.gexf, NAME.jsonld or NAME.csv")->required();
    converting->callback([&] { run = [&] { return convert(toConvert); }; });
    converting->footer("Places, colours and sizes are kept, and the quotes of files that Skein wrote. A graph without quotes is a\n"
                       "picture: it does not become a library. Exit status 1: INPUT cannot be read. 3: OUTPUT cannot be written.");

    AnalyseOptions toAnalyse;
    auto* analysing = app.add_subcommand("analyse", "Read texts from standard input, one JSON object a line");
    analysing->add_flag("--tokens", toAnalyse.tokens, "Also write words with their classes and grammar");
    analysing->add_option("--additions", toAnalyse.additions, "What to know beyond what is shipped, NAME.teach");
    analysing->add_option("--resources", toAnalyse.resources, "Folder with ontology, lexicons, patterns and models");
    analysing->add_option("--jobs", toAnalyse.jobs, "Threads that read; one a core unless given")->check(CLI::Range(1u, 256u));
    analysing->callback([&] { run = [&] { return analyse(toAnalyse); }; });
    analysing->footer("In:  {\"id\": \"a\", \"text\": \"…\", \"date\": \"2026-04-09\", \"mediaType\": \"text/plain\"}, the last two if known.\n"
                      "Out: one object a line, in the order of the input; {\"id\": …, \"error\": \"…\"} for a line that cannot be\n"
                      "read. Positions are Unicode code points. Nothing is kept on disk. Exit status 3: no resources.");

    TeachOptions toTeach;
    auto* teaching = app.add_subcommand("teach", "Teach a library types, relations, rules and names of its own, and read all again");
    teaching->add_option("LIBRARY", toTeach.library, "The library")->required();
    teaching->add_option("FILE", toTeach.file, "All that it is taught, NAME.teach; without one, what it is taught is printed");
    teaching->add_option("--resources", toTeach.resources, "Folder with ontology, lexicons, patterns and models");
    teaching->callback([&] { run = [&] { return teach(toTeach); }; });
    teaching->footer("An empty file takes everything back. resources/additions/README.md describes the text. Decisions are kept.\n"
                     "Exit status 1: something is wrong in the file; one line each on standard error. 3: the library cannot be used.");

    CheckOptions toCheck;
    auto* checking = app.add_subcommand("check", "Check an ontology, lexicons, patterns or additions; every mistake has its line");
    checking->add_option("PATH", toCheck.paths, "Files, or folders with all that they hold")->required();
    checking->add_option("--resources", toCheck.resources, "Folder that a file's references are looked up in");
    checking->callback([&] { run = [&] { return check(toCheck); }; });
    checking->footer("FILE:LINE:COLUMN: what is wrong and what to do. Exit status 1: something is wrong. 3: a file cannot be read.");

    SearchOptions toSearch;
    auto* searching = app.add_subcommand("search", "Find entities by name and passages by their words");
    searching->add_option("LIBRARY", toSearch.library, "The library")->required();
    searching->add_option("QUERY", toSearch.query, "Words; \"a phrase\" in double quotes; the last word may be a beginning")->required();
    searching->add_flag("--json", toSearch.json, "Write JSON");
    searching->add_option("--limit", toSearch.limit, "The most hits of each kind")->capture_default_str();
    searching->callback([&] { run = [&] { return search(toSearch); }; });
    searching->footer("Exit status 0 even when nothing is found. 3: the library cannot be used.");

    SuggestOptions toSuggest;
    auto* suggesting = app.add_subcommand("suggest", "Entities that may be one, each with a score and the reason");
    suggesting->add_option("LIBRARY", toSuggest.library, "The library")->required();
    suggesting->add_flag("--json", toSuggest.json, "Write JSON");
    suggesting->add_option("--limit", toSuggest.limit, "The most suggestions")->capture_default_str();
    suggesting->callback([&] { run = [&] { return suggest(toSuggest); }; });
    suggesting->footer("Nothing is merged: that is a person's decision. Exit status 3: the library cannot be used.");

    PathsOptions toConnect;
    auto* connecting = app.add_subcommand("paths", "How entities are connected, each step with the words that say so");
    connecting->add_option("LIBRARY", toConnect.library, "The library")->required();
    connecting->add_option("NAME", toConnect.names, "Two: the best paths between them. More: the least that connects all")
        ->required()->expected(2, 20);
    connecting->add_flag("--json", toConnect.json, "Write JSON");
    connecting->add_option("--limit", toConnect.limit, "The most paths")->capture_default_str()->check(CLI::Range(1u, 100u));
    connecting->callback([&] { run = [&] { return paths(toConnect); }; });
    connecting->footer("Connections that several sources bear out count as short, ways over hubs as long. What connects several is a\n"
                       "tree that costs less than twice the least possible. Exit status 0 even when nothing connects them. 1: a\n"
                       "name is not in the library. 3: the library cannot be used.");

    GroupsOptions toGroup;
    auto* grouping = app.add_subcommand("groups", "Groups of entities, what bridges them, and where a connection could be expected");
    grouping->add_option("LIBRARY", toGroup.library, "The library")->required();
    grouping->add_flag("--json", toGroup.json, "Write JSON");
    grouping->add_option("--limit", toGroup.limit, "The most groups, bridges and gaps")->capture_default_str()->check(CLI::Range(1u, 1000u));
    grouping->callback([&] { run = [&] { return groups(toGroup); }; });
    grouping->footer("A group has at least three members and goes by its strongest. Exit status 3: the library cannot be used.");

    std::string library;
    auto* verifying = app.add_subcommand("verify", "Check that a library is sound, every quote to the character");
    verifying->add_option("LIBRARY", library, "The library")->required();
    verifying->callback([&] { run = [&] { return verify(library); }; });
    verifying->footer("Exit status 1: something is wrong; one sentence each on standard error. 3: the library cannot be used.");

    auto* summing = app.add_subcommand("summary", "Documents, entities by type, and the strongest edges with a quote each");
    summing->add_option("LIBRARY", library, "The library")->required();
    summing->callback([&] { run = [&] { return summary(library); }; });
    summing->footer("Exit status 3: the library cannot be used.");

    try {
        app.parse(argc, argv);
        return run();
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error); // help and version
        complain(std::string(error.what()) + "; see skein-cli --help.");
        return Exit::usage;
    }
}
