// SPDX-License-Identifier: GPL-3.0-or-later
// SplitMix64 (Steele, Lea, Flood 2014): a random source that gives the same numbers on every machine, unlike the
// distributions of the standard library.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace skein {

class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t bits()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }

    double unit() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; } // [0, 1)
    double signedUnit() { return unit() * 2 - 1; }
    std::uint32_t below(std::uint32_t limit) // [0, limit); REQUIRES: limit > 0
    {
        return static_cast<std::uint32_t>(((bits() >> 32) * limit) >> 32);
    }

    template <typename T>
    void shuffle(std::vector<T>& items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
    }

private:
    std::uint64_t m_state;
};

} // namespace skein
