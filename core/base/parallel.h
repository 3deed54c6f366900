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

// The same for items of which each is much work and some more than others: calls body(i) once for every i of [0, count), each
// thread taking the next one that is left; the first is done by the calling one. `jobs`: threads; 0 for one a core.
void inParallelEach(std::size_t count, std::size_t jobs, const std::function<void(std::size_t i)>& body);

// How many threads `jobs` asks for: one a core for 0, or what limitThreads() said last.
std::size_t threadsFor(std::size_t jobs);

// How many threads a call gets from now on that asks for one a core; 0: one a core again. For tests and figures.
void limitThreads(std::size_t most);

} // namespace skein
