// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/spacing.h"

#include <cstddef>

namespace skein {

std::vector<double> spacedOut(const std::vector<double>& wished, const std::vector<double>& gaps, const std::vector<double>& weights)
{
    struct Pool {
        double sum = 0; // weighted, of what its items wish, less the room before them
        double weight = 0;
        std::size_t count = 0;
        double mean() const { return sum / weight; }
    };
    std::vector<Pool> pools;
    double room = 0;
    for (std::size_t i = 0; i < wished.size(); ++i) {
        room += i > 0 ? gaps[i - 1] : 0;
        const double weight = weights.empty() ? 1 : weights[i];
        pools.push_back({(wished[i] - room) * weight, weight, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().weight += last.weight;
            pools.back().count += last.count;
        }
    }
    std::vector<double> result;
    result.reserve(wished.size());
    room = 0;
    for (const Pool& pool : pools) {
        for (std::size_t k = 0; k < pool.count; ++k) {
            room += result.empty() ? 0 : gaps[result.size() - 1];
            result.push_back(pool.mean() + room);
        }
    }
    return result;
}

} // namespace skein
