// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/in-order.h"
#include "app/words.h"

#include <cstdio>
#include <unistd.h>

namespace skein::cli {
namespace {

// One transaction takes so many sources: linking runs once for all of them.
constexpr std::size_t batchDocuments = 512;
constexpr std::size_t batchBytes = 64u << 20;

struct Outcome {
    std::string file;
    Result<Digest> digest;
};

class Importer {
public:
    Importer(Library& library, std::size_t files)
        : m_library(library), m_files(files), m_hasTerminal(isatty(STDERR_FILENO) != 0)
    {
    }

    void take(Outcome outcome)
    {
        progress(++m_read, "reading " + outcome.file);
        if (outcome.digest) m_bytes += outcome.digest->source.bytes.size();
        m_batch.push_back(std::move(outcome));
        if (m_batch.size() >= batchDocuments || m_bytes >= batchBytes) flush();
    }

    // Adds what was read and says for each file, in order, what became of it.
    void flush()
    {
        if (m_isUnusable || m_batch.empty()) return;
        progress(m_read, "writing");
        std::vector<Digest> digests;
        for (auto& outcome : m_batch)
            if (outcome.digest) digests.push_back(std::move(*outcome.digest));
        auto added = m_library.add(digests);
        // A reading that contradicts itself must not keep the others out.
        const bool onePerFile = !added && added.error().code == Errc::internal && digests.size() > 1;
        clearProgress();
        std::size_t at = 0;
        for (const auto& outcome : m_batch) {
            if (!outcome.digest) {
                fail(sentence(outcome.digest.error(), outcome.file));
                continue;
            }
            const auto& digest = digests[at];
            const auto own = onePerFile ? m_library.add({digest}) : added;
            if (own) report(outcome.file, digest, onePerFile ? own->front() : own->at(at));
            else if (own.error().code == Errc::internal) fail(sentence(own.error(), outcome.file));
            else {
                complain(sentence(own.error(), m_library.file().string()));
                m_isUnusable = true;
                break;
            }
            ++at;
        }
        std::fflush(stdout);
        m_batch.clear();
        m_bytes = 0;
    }

    bool isUnusable() const { return m_isUnusable; }
    int status() const { return m_isUnusable ? Exit::unusable : m_hasFailed ? Exit::inputFailed : Exit::ok; }

private:
    void fail(const std::string& words)
    {
        complain(words);
        m_hasFailed = true;
    }

    static void report(const std::string& file, const Digest& digest, const Added& added)
    {
        if (added.wasThere) {
            print("there already: " + file + "\n");
            return;
        }
        const auto count = [](std::size_t number, const char* what) {
            return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
        };
        print("added: " + file + " (“" + oneLine(digest.document.title) + "”, " +
              count(digest.analysis.mentions.size(), "mention") + ", " + count(digest.analysis.claims.size(), "claim") + ")\n");
    }

    void progress(std::size_t done, const std::string& what) const
    {
        if (m_hasTerminal)
            std::fprintf(stderr, "\r\033[K%zu of %zu: %s", done, m_files, oneLine(what).substr(0, 60).c_str());
    }
    void clearProgress() const
    {
        if (m_hasTerminal) std::fputs("\r\033[K", stderr);
    }

    Library& m_library;
    std::size_t m_files;
    bool m_hasTerminal;
    std::vector<Outcome> m_batch;
    std::size_t m_bytes = 0;
    std::size_t m_read = 0;
    bool m_hasFailed = false;
    bool m_isUnusable = false;
};

} // namespace

int import(const ImportOptions& options)
{
    const auto shipped = loadEngine(options.resources);
    if (!shipped) return Exit::unusable;
    auto library = Library::open(options.library, Library::Access::readWrite);
    if (!library) {
        complain(sentence(library.error(), options.library));
        return Exit::unusable;
    }

    const auto engine = engineFor(*library, *shipped);
    if (!engine) return Exit::unusable;
    Importer importer(*library, options.files.size());
    const Cancel never;
    std::size_t at = 0;
    inOrder(
        jobsOrAll(options.jobs),
        [&]() -> std::optional<std::string> {
            if (at == options.files.size()) return std::nullopt;
            return options.files[at++];
        },
        [&](std::string file) {
            auto source = loadSource(file);
            auto read = source ? digest(std::move(*source), *engine, never) : Result<Digest>(std::unexpected(source.error()));
            return Outcome{std::move(file), std::move(read)};
        },
        [&](Outcome outcome) {
            if (!importer.isUnusable()) importer.take(std::move(outcome));
        });
    importer.flush();
    return finishOutput() ? importer.status() : static_cast<int>(Exit::unusable);
}

} // namespace skein::cli
