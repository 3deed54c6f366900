// SPDX-License-Identifier: GPL-3.0-or-later
// The averaged perceptron (Collins 2002; Freund and Schapire 1999) over hashed features, in integers throughout: the same
// examples in the same order give the same weights on every machine.
#pragma once

#include "core/text/weights.h"
#include "core/train/random.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace skein {

class Perceptron {
public:
    explicit Perceptron(std::size_t classes);

    // Adds the weights of all features to the scores of their classes.
    void score(std::span<const Feature> features, std::int64_t* scores) const;

    void update(std::span<const Feature> features, std::size_t right, std::size_t wrong);
    void step() { ++m_now; } // after each example

    // Replaces every weight by its average over all steps, in fixed point. No update may follow.
    void average();

    // Averaged weights in eight bits. Rows whose largest weight is under `least` steps of the eight bits, or that were
    // updated fewer than `minUpdates` times, are left out.
    std::string bytes(std::uint32_t minUpdates, int least) const;

    std::size_t rows() const { return m_updates.size(); }

private:
    std::size_t row(Feature feature);
    std::size_t slotOf(Feature feature) const;
    void grow();

    std::size_t m_classes;
    std::vector<Feature> m_keys; // open addressing; 0: empty
    std::vector<std::uint32_t> m_index;
    std::vector<Feature> m_features; // by row
    std::vector<std::uint32_t> m_updates;
    std::vector<std::int32_t> m_weights;
    std::vector<std::int64_t> m_totals;
    std::vector<std::uint32_t> m_stamps;
    std::uint32_t m_now = 0;
};

} // namespace skein
