// SPDX-License-Identifier: GPL-3.0-or-later
// Work on many threads, results in the order of the input, a bounded number of them in memory.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace skein::cli {

// `next` gives one item at a time until it gives none, `work` turns items into results on `jobs` threads at once, and
// `deliver` takes the results in the items' order. `next` and `deliver` are each called by one thread at a time. No more
// than four items a thread are on their way: a slow item holds the others back rather than filling the memory.
template <typename Next, typename Work, typename Deliver>
void inOrder(unsigned jobs, Next next, Work work, Deliver deliver)
{
    using Item = typename decltype(next())::value_type;
    using Outcome = decltype(work(std::declval<Item>()));
    std::mutex input, output;
    std::condition_variable room;
    std::map<std::uint64_t, Outcome> waiting;
    std::uint64_t taken = 0, delivered = 0;

    const auto run = [&] {
        for (;;) {
            std::uint64_t number = 0;
            std::optional<Item> item;
            {
                const std::lock_guard lock(input);
                {
                    std::unique_lock other(output);
                    room.wait(other, [&] { return taken - delivered < 4 * std::uint64_t{jobs}; });
                }
                item = next();
                if (!item) return;
                number = taken++;
            }
            auto outcome = work(std::move(*item));
            const std::lock_guard lock(output);
            waiting.emplace(number, std::move(outcome));
            for (auto first = waiting.find(delivered); first != waiting.end(); first = waiting.find(delivered)) {
                deliver(std::move(first->second));
                waiting.erase(first);
                ++delivered;
            }
            room.notify_all();
        }
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < jobs; ++i) threads.emplace_back(run);
    run();
}

} // namespace skein::cli
