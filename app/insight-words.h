// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what holds a graph together and where it is open. Used by the CLI and the desktop.
#pragma once

#include "core/graph/analysis/gaps.h"

#include <string>
#include <string_view>

namespace skein {

// One English sentence each, ended by a full stop, with those it is about named. A group goes by its strongest member.
std::string sentence(const Graph& graph, const Communities& communities, const Bridge& bridge);
std::string sentence(const Graph& graph, const Communities& communities, const Joint& joint);
// `typeWords`: what people call entities of the gap's type, in the plural: "organizations"; empty: its id is told.
std::string sentence(const Graph& graph, const Communities& communities, const Gap& gap, std::string_view typeWords = {});

// "Meta, Muse Spark and Llama"; the first `shown` of them and how many more there are.
std::string listed(const std::vector<std::string>& names, std::size_t shown);

} // namespace skein
