// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/chain.h"

#include "core/text/network.h" // exponential()

#include <algorithm>
#include <cmath>

namespace skein {

void Chain::setTransitions(std::span<const float> transitions)
{
    m_transitions.assign(width * width, -1e9f);
    m_factors.assign(width * width, 0.0f);
    m_columns.assign(width * width, 0.0f);
    for (std::size_t from = 0; from < labels; ++from)
        for (std::size_t to = 0; to < labels; ++to) {
            if (!mayFollow(from, to)) continue;
            const float value = transitions[from * labels + to];
            m_transitions[from * width + to] = value;
            m_factors[from * width + to] = m_columns[to * width + from] = exponential(value);
        }
}

void Chain::best(std::span<const float> scores, std::vector<std::uint8_t>& path)
{
    const std::size_t n = scores.size() / width;
    path.assign(n, 0);
    if (n == 0) return;
    m_forward.assign(n * width, -1e9f);
    m_back.assign(n * width, 0);
    for (std::size_t l = 0; l < labels; ++l)
        if (!isInside(l)) m_forward[l] = scores[l];
    for (std::size_t t = 1; t < n; ++t)
        for (std::size_t to = 0; to < labels; ++to) {
            float top = -2e9f;
            std::size_t at = 0;
            for (std::size_t from = 0; from < labels; ++from) {
                const float value = m_forward[(t - 1) * width + from] + m_transitions[from * width + to];
                if (value > top) {
                    top = value;
                    at = from;
                }
            }
            m_forward[t * width + to] = top + scores[t * width + to];
            m_back[t * width + to] = static_cast<std::uint8_t>(at);
        }
    std::size_t label = 0;
    for (std::size_t l = 1; l < labels; ++l)
        if (m_forward[(n - 1) * width + l] > m_forward[(n - 1) * width + label]) label = l;
    for (std::size_t t = n; t-- > 0;) {
        path[t] = static_cast<std::uint8_t>(label);
        label = m_back[t * width + label];
    }
}

double Chain::chances(std::span<const float> scores, std::span<const LabelSet> allowed, std::vector<float>& out,
                      std::vector<float>* pairs, float weight)
{
    const std::size_t n = scores.size() / width;
    out.assign(n * width, 0);
    if (n == 0) return 0;
    m_local.assign(n * width, 0);
    m_forward.assign(n * width, 0);
    m_backward.assign(n * width, 0);
    double total = 0;
    // Each word's factors are scaled by its best, each row of sums to one; the logarithms of the scales add up.
    for (std::size_t t = 0; t < n; ++t) {
        const LabelSet set = allowed.empty() ? anyLabel : allowed[t];
        const float* s = &scores[t * width];
        float top = -1e9f;
        for (std::size_t l = 0; l < labels; ++l)
            if (set >> l & 1) top = std::max(top, s[l]);
        for (std::size_t l = 0; l < labels; ++l)
            if (set >> l & 1) m_local[t * width + l] = exponential(s[l] - top);
        total += top;
        float* row = &m_forward[t * width];
        if (t == 0) {
            for (std::size_t l = 0; l < labels; ++l) row[l] = isInside(l) ? 0 : m_local[l];
        } else {
            const float* before = row - width;
            for (std::size_t from = 0; from < labels; ++from) {
                const float value = before[from];
                if (value == 0) continue;
                const float* factors = &m_factors[from * width];
                for (std::size_t to = 0; to < width; ++to) row[to] += value * factors[to];
            }
            for (std::size_t l = 0; l < width; ++l) row[l] *= m_local[t * width + l];
        }
        float sum = 0;
        for (std::size_t l = 0; l < labels; ++l) sum += row[l];
        if (sum <= 1e-30f) sum = 1e-30f;
        for (std::size_t l = 0; l < width; ++l) row[l] /= sum;
        total += std::log(static_cast<double>(sum));
    }
    for (std::size_t l = 0; l < labels; ++l) m_backward[(n - 1) * width + l] = 1;
    for (std::size_t t = n - 1; t-- > 0;) {
        float next[width];
        for (std::size_t l = 0; l < width; ++l) next[l] = m_backward[(t + 1) * width + l] * m_local[(t + 1) * width + l];
        float* row = &m_backward[t * width];
        for (std::size_t to = 0; to < labels; ++to) {
            const float value = next[to];
            if (value == 0) continue;
            const float* factors = &m_columns[to * width];
            for (std::size_t from = 0; from < width; ++from) row[from] += value * factors[from];
        }
        float sum = 0;
        for (std::size_t l = 0; l < labels; ++l) sum += row[l];
        if (sum <= 1e-30f) sum = 1e-30f;
        for (std::size_t l = 0; l < width; ++l) row[l] /= sum;
    }
    for (std::size_t t = 0; t < n; ++t) {
        float sum = 0;
        for (std::size_t l = 0; l < labels; ++l) sum += out[t * width + l] = m_forward[t * width + l] * m_backward[t * width + l];
        if (sum <= 1e-30f) continue;
        for (std::size_t l = 0; l < labels; ++l) out[t * width + l] /= sum;
    }
    if (pairs)
        for (std::size_t t = 1; t < n; ++t) {
            float next[width];
            for (std::size_t l = 0; l < width; ++l) next[l] = m_backward[t * width + l] * m_local[t * width + l];
            const float* before = &m_forward[(t - 1) * width];
            float sum = 0;
            for (std::size_t from = 0; from < labels; ++from) {
                if (before[from] == 0) continue;
                for (std::size_t to = 0; to < labels; ++to) sum += before[from] * m_factors[from * width + to] * next[to];
            }
            if (sum <= 1e-30f) continue;
            for (std::size_t from = 0; from < labels; ++from) {
                const float share = before[from] / sum * weight;
                if (share == 0) continue;
                for (std::size_t to = 0; to < labels; ++to)
                    (*pairs)[from * labels + to] += share * m_factors[from * width + to] * next[to];
            }
        }
    return total;
}

} // namespace skein
