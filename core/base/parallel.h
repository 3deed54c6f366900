// SPDX-License-Identifier: GPL-3.0-or-later
// Work on a range of independent items with every core.
#pragma once

#include <cstddef>
#include <functional>

namespace skein {

// Calls body(begin, end) for parts that together are [0, count), on several threads when there are more than `grain` items.
// Returns when all is done. REQUIRES: the items do not depend on each other, so that the parts may be cut anywhere; `body`
// does not throw. What is computed is then the same for any number of cores.
void inParallel(std::size_t count, std::size_t grain, const std::function<void(std::size_t begin, std::size_t end)>& body);

} // namespace skein
