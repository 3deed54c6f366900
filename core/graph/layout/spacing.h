// SPDX-License-Identifier: GPL-3.0-or-later
// Items along a line, as near as can be to where they wish to be without coming too near each other.
#pragma once

#include <vector>

namespace skein {

// Places that differ least from `wished` in the sum of weighted squares while each next one is at least gaps[i] beyond the
// one before: isotonic regression by pooling adjacent violators (Ayer et al. 1955). Exact, O(n). `gaps` has one entry fewer
// than `wished`; `weights` are above 0, empty: all alike.
std::vector<double> spacedOut(const std::vector<double>& wished, const std::vector<double>& gaps,
                              const std::vector<double>& weights = {});

} // namespace skein
