// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/check.h"

#include "core/extract/engine.h"
#include "core/extract/lexicons.h"
#include "core/extract/ontology.h"
#include "core/extract/patterns.h"
#include "core/extract/textfile.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

namespace skein {
namespace {

namespace fs = std::filesystem;

class Checker {
public:
    explicit Checker(const fs::path& resources) : m_resources(resources) {}

    Result<Checked> check(const fs::path& path)
    {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            if (auto done = file(path, true); !done) return std::unexpected(done.error());
            return std::move(m_checked);
        }
        std::vector<fs::path> files;
        for (auto at = fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, error);
             !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
            if (at->is_regular_file()) files.push_back(at->path());
        }
        if (error) return fail(Errc::notReadable, path.string() + ": " + error.message());
        std::ranges::sort(files);
        for (const fs::path& one : files)
            if (auto done = file(one, false); !done) return std::unexpected(done.error());
        return std::move(m_checked);
    }

private:
    // `isNamed`: a person named this very file, so it is something of ours.
    Result<void> file(const fs::path& path, bool isNamed)
    {
        const std::string name = path.filename().string(), kind = path.extension().string();
        const bool isList = kind == ".txt" && (isNamed || path.parent_path().filename() == "lexicons" || isListName(path));
        const bool isRules = kind == ".json" && (isNamed || name == "words.json" || path.parent_path().filename() == "patterns");
        const bool isOntology = name == "ontology.json";
        if (!isNamed && !isList && !isRules && !isOntology && kind != ".teach") return {};
        const auto bytes = readTextFile(path);
        if (!bytes) return std::unexpected(bytes.error());
        ++m_checked.files;
        Complaints complaints(path.string(), *bytes);
        if (isOntology) {
            (void)Ontology::parse(complaints);
        } else if (isRules) {
            rules(path, complaints);
        } else if (isList) {
            Lexicons::check(complaints);
        } else {
            if (!m_engine) {
                auto engine = Engine::load(m_resources);
                if (!engine) return std::unexpected(engine.error());
                m_engine = std::move(*engine);
            }
            if (auto extended = m_engine->extended(*bytes, path.string()); !extended)
                std::ranges::move(extended.error(), std::back_inserter(m_checked.problems));
        }
        std::ranges::move(complaints.take(), std::back_inserter(m_checked.problems));
        return {};
    }

    static bool isListName(const fs::path& path)
    {
        const auto names = Lexicons::listNames();
        return std::ranges::find(names, path.stem().string()) != names.end();
    }

    void rules(const fs::path& path, Complaints& complaints)
    {
        const fs::path folder = path.parent_path();
        if (!isSame(folder)) prepare(folder);
        if (path.filename() == "words.json") {
            Patterns fresh;
            fresh.addWords(complaints);
        } else {
            m_patterns.addRules(complaints, m_ontology); // one after the other, so that ids clash across files
        }
    }

    bool isSame(const fs::path& folder) const { return m_folder && *m_folder == folder; }

    // What rules in this folder may refer to. Mistakes in it are told where it is checked itself.
    void prepare(const fs::path& folder)
    {
        m_folder = folder;
        m_patterns = Patterns();
        m_ontology = Ontology();
        const auto first = [](const fs::path& own, const fs::path& shipped) {
            auto bytes = readTextFile(own);
            return bytes ? bytes : readTextFile(shipped);
        };
        const fs::path up = folder.empty() ? fs::path("..") : folder / "..";
        if (const auto json = first(up / "ontology" / "ontology.json", m_resources / "ontology" / "ontology.json")) {
            Complaints ignored({}, *json);
            if (auto ontology = Ontology::parse(ignored)) m_ontology = std::move(*ontology);
        }
        if (const auto json = first(folder / "words.json", m_resources / "patterns" / "words.json")) {
            Complaints ignored({}, *json);
            m_patterns.addWords(ignored);
        }
    }

    const fs::path& m_resources;
    std::shared_ptr<const Engine> m_engine; // once it is needed
    Checked m_checked;
    std::optional<fs::path> m_folder; // whose rules are being checked
    Ontology m_ontology;
    Patterns m_patterns;
};

} // namespace

Result<Checked> checkResources(const fs::path& path, const fs::path& resources)
{
    return Checker(resources).check(path);
}

} // namespace skein
