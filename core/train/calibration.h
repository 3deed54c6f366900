// SPDX-License-Identifier: GPL-3.0-or-later
// From scores to probabilities (Platt 1999), and how well probabilities hold.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

struct Scored {
    float score = 0;
    bool right = false;
    float weight = 1;
};

// p = 1 / (1 + exp(-(scale * score + shift)))
struct Curve {
    float scale = 1;
    float shift = 0;

    double at(double score) const;
};

// The curve that makes the scores likeliest, drawn towards `prior` as if that had been seen on `doubt` scores; `prior` itself
// when all are right or all wrong.
Curve fitCurve(const std::vector<Scored>& scores, Curve prior, double doubt);

// What a threshold at one half finds.
struct Tally {
    std::size_t right = 0; // all that are
    double found = 0;
    double foundRight = 0;

    Tally& operator+=(const Tally& more)
    {
        right += more.right;
        found += more.found;
        foundRight += more.foundRight;
        return *this;
    }
    double precision() const { return found > 0 ? foundRight / found : 0; }
    double recall() const { return right > 0 ? foundRight / static_cast<double>(right) : 0; }
    double f1() const { return precision() + recall() > 0 ? 2 * precision() * recall() / (precision() + recall()) : 0; }
};
Tally tallyOf(const std::vector<Scored>& scores, Curve curve);

// A reliability table: of what was said with about this confidence, how much was right.
class Reliability {
public:
    void add(double confidence, bool right);
    static std::string head();
    std::string line(std::string_view name) const;

private:
    static constexpr std::array<double, 6> bounds{0, 0.6, 0.7, 0.8, 0.9, 0.95};
    std::array<double, bounds.size()> m_confidence{};
    std::array<std::size_t, bounds.size()> m_right{};
    std::array<std::size_t, bounds.size()> m_all{};
};

} // namespace skein
