// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/treebank.h"

#include <algorithm>
#include <fstream>
#include <optional>

namespace skein {
namespace {

std::vector<std::string> fields(const std::string& line)
{
    std::vector<std::string> parts(1);
    for (const char c : line) {
        if (c == '\t') parts.emplace_back();
        else parts.back() += c;
    }
    return parts;
}

struct Contraction {
    int last = 0;
    std::string form;
    bool isGlued = false;
};

class Reader {
public:
    std::vector<GoldDocument> documents;

    void comment(const std::string& line)
    {
        m_newDocument = m_newDocument || line.starts_with("# newdoc");
        m_newParagraph = m_newParagraph || line.starts_with("# newpar");
    }

    bool row(const std::string& line)
    {
        auto f = fields(line);
        if (f.size() != 10) return false;
        if (f[0].find('.') == std::string::npos) m_rows.push_back(std::move(f));
        return true;
    }

    void endSentence()
    {
        if (m_rows.empty()) return;
        if (documents.empty() || m_newDocument) {
            documents.emplace_back();
            m_gap.clear();
        }
        auto& document = documents.back();
        if (!document.text.empty()) document.text += m_newParagraph ? "\n\n" : m_gap;
        const auto here = [&] { return static_cast<std::uint32_t>(document.text.size()); };
        if (document.blocks.empty() || m_newParagraph) document.blocks.push_back({{here(), here()}});
        GoldSentence sentence;
        sentence.span.begin = here();
        std::string gap;
        for (std::size_t k = 0; k < m_rows.size();) {
            document.text += gap;
            const std::uint32_t begin = here();
            std::string form = m_rows[k][1];
            const bool isGlued = m_rows[k][9].find("SpaceAfter=No") != std::string::npos;
            std::size_t count = 1;
            if (const auto dash = m_rows[k][0].find('-'); dash != std::string::npos) {
                count = static_cast<std::size_t>(std::stoi(m_rows[k][0].substr(dash + 1)) - std::stoi(m_rows[k][0]) + 1);
                ++k;
            }
            document.text += form;
            std::string sum;
            for (std::size_t i = 0; i < count; ++i) sum += m_rows[k + i][1];
            std::uint32_t at = begin;
            for (std::size_t i = 0; i < count; ++i, ++k) {
                auto& r = m_rows[k];
                GoldWord word{r[1], r[2], r[3], r[4], r[7], std::stoi(r[6]) - 1, r[9], {begin, here()}};
                if (sum == form) {
                    word.span = {at, at + static_cast<std::uint32_t>(r[1].size())};
                    at = word.span.end;
                }
                sentence.words.push_back(std::move(word));
            }
            gap = isGlued ? "" : " ";
        }
        sentence.span.end = here();
        document.blocks.back().span.end = here();
        document.sentences.push_back(std::move(sentence));
        m_gap = gap;
        m_rows.clear();
        m_newDocument = m_newParagraph = false;
    }

private:
    std::vector<std::vector<std::string>> m_rows;
    std::string m_gap;
    bool m_newDocument = false;
    bool m_newParagraph = false;
};

} // namespace

Result<std::vector<GoldDocument>> readTreebank(const std::filesystem::path& path)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(path, error)) {
        for (const auto& entry : std::filesystem::directory_iterator(path, error))
            if (entry.path().extension() == ".conllu") files.push_back(entry.path());
        std::ranges::sort(files);
    } else {
        files.push_back(path);
    }
    std::vector<GoldDocument> documents;
    for (const auto& file : files) {
        std::ifstream in(file);
        if (!in) return fail(Errc::notFound, file.string());
        Reader reader;
        for (std::string line; std::getline(in, line);) {
            if (line.empty()) reader.endSentence();
            else if (line[0] == '#') reader.comment(line);
            else if (!reader.row(line)) return fail(Errc::badSyntax, file.string() + ": " + line);
        }
        reader.endSentence();
        std::ranges::move(reader.documents, std::back_inserter(documents));
    }
    if (documents.empty()) return fail(Errc::notFound, path.string() + ": no sentences");
    return documents;
}

} // namespace skein
