// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace skein {

namespace {

std::atomic<std::size_t> limit = 0;

} // namespace

void inParallel(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body)
{
    const std::size_t parts = std::min(threadsFor(0), count / std::max<std::size_t>(grain, 1) + 1);
    if (parts <= 1) {
        body(0, count);
        return;
    }
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < parts; ++part)
        others.emplace_back([&body, begin = count * part / parts, end = count * (part + 1) / parts] { body(begin, end); });
    body(0, count / parts);
}

std::size_t threadsFor(std::size_t jobs)
{
    if (jobs > 0)
        return jobs;
    return limit > 0 ? limit.load() : std::max(1u, std::thread::hardware_concurrency());
}

void limitThreads(std::size_t most)
{
    limit = most;
}

void inParallelEach(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& body)
{
    if (count == 0)
        return;
    std::atomic<std::size_t> next = 1;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            body(i);
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < std::min(threadsFor(jobs), count); ++thread)
        others.emplace_back(run);
    body(0);
    run();
}

} // namespace skein
