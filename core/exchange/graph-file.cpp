// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/graph-file.h"

namespace skein::exchange {

std::optional<GraphFormat> graphFormatOf(std::string_view name)
{
    if (name == "graphml") return GraphFormat::graphml;
    if (name == "gexf") return GraphFormat::gexf;
    if (name == "jsonld") return GraphFormat::jsonLd;
    if (name == "csv") return GraphFormat::csv;
    return std::nullopt;
}

std::vector<TextFile> filesOf(const GraphFile& file, GraphFormat format, const std::filesystem::path& path)
{
    const auto beside = [&](const char* what) {
        auto name = path.stem();
        name += what;
        name += ".csv";
        return path.parent_path() / name;
    };
    std::vector<TextFile> files;
    switch (format) {
    case GraphFormat::graphml: files.push_back({path, writeGraphml(file)}); break;
    case GraphFormat::gexf: files.push_back({path, writeGexf(file)}); break;
    case GraphFormat::jsonLd: files.push_back({path, writeJsonLd(file)}); break;
    case GraphFormat::csv: {
        auto tables = writeCsv(file);
        files.push_back({beside("-nodes"), std::move(tables.nodes)});
        files.push_back({beside("-edges"), std::move(tables.edges)});
    }
    }
    return files;
}

} // namespace skein::exchange
