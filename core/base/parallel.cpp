// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace skein {

void inParallel(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body)
{
    const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
    const std::size_t parts = std::min(cores, count / std::max<std::size_t>(grain, 1) + 1);
    if (parts <= 1) {
        body(0, count);
        return;
    }
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < parts; ++part)
        others.emplace_back([&body, begin = count * part / parts, end = count * (part + 1) / parts] { body(begin, end); });
    body(0, count / parts);
}

} // namespace skein
