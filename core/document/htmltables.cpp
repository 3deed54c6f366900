// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/article.h"

#include <algorithm>

namespace skein {
namespace {

struct Table {
    NodeIndex index;
    NodeIndex end;
    std::uint32_t rows = 0, cells = 0, widest = 0, rowCells = 0;
    bool hasHeaders = false, holdsTable = false, isLayout = false;
};

bool isData(const Table& table)
{
    if (table.isLayout || table.holdsTable) return false;
    if (table.hasHeaders) return true;
    if (table.rows <= 1 || table.widest <= 1) return false;
    return table.rows >= 10 || table.widest > 4 || table.rows * table.widest > 10;
}

} // namespace

std::vector<bool> dataTables(const HtmlTree& tree)
{
    std::vector<bool> data(tree.size());
    std::vector<Table> open;
    const auto close = [&] {
        const auto table = open.back();
        open.pop_back();
        if (isData(table)) std::fill(data.begin() + table.index, data.begin() + table.end, true);
    };
    for (NodeIndex i = 0; i < tree.size(); ++i) {
        while (!open.empty() && i >= open.back().end) close();
        if (tree[i].isText) continue;
        switch (tree[i].tag) {
        case GUMBO_TAG_TABLE: {
            for (auto& outer : open) outer.holdsTable = true;
            if (open.size() > 64) break; // the outer ones are layout anyway
            Table table{i, tree[i].end};
            const auto role = tree.attribute(i, "role");
            table.isLayout = role == "presentation" || role == "none" || tree.attribute(i, "datatable") == "0";
            table.hasHeaders = !tree.attribute(i, "summary").empty();
            open.push_back(table);
            break;
        }
        case GUMBO_TAG_TR:
            if (!open.empty()) ++open.back().rows, open.back().rowCells = 0;
            break;
        case GUMBO_TAG_TH:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_COL:
        case GUMBO_TAG_COLGROUP:
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TFOOT:
            if (!open.empty()) open.back().hasHeaders = true;
            [[fallthrough]];
        case GUMBO_TAG_TD:
            if (!open.empty()) open.back().widest = std::max(open.back().widest, ++open.back().rowCells);
            break;
        default: break;
        }
    }
    while (!open.empty()) close();
    return data;
}

} // namespace skein
