// SPDX-License-Identifier: GPL-3.0-or-later
// A view as versioned JSON, as the library stores it.
//
// {"version": 1, "contents": {…}, "filter": {…}, …}: a member that is as in a fresh GraphView is left out; entities and
// documents go by their external ids ("e…", "d…"). Reading passes over members that it does not know.
#pragma once

#include "core/base/result.h"
#include "core/graph/view/view.h"

#include <string>
#include <string_view>

namespace skein {

// Raised when an older Skein would misunderstand a view, not for each new member that it may pass over.
inline constexpr int viewVersion = 1;

std::string toJson(const GraphView& view);
// Fails with newerSchema for a version above ours and with badSyntax for what is no view; the detail says where.
Result<GraphView> viewFromJson(std::string_view json);

} // namespace skein
