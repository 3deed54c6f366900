// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/matrix.h"

#include "core/text/network.h"

#include <algorithm>
#include <cmath>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define SKEIN_WIDE __attribute__((target_clones("avx2", "default"), optimize("O3")))
#else
#define SKEIN_WIDE
#endif

namespace skein {
namespace {

typedef float Lanes __attribute__((vector_size(32), aligned(4), may_alias));

} // namespace

SKEIN_WIDE void multiplyAdd(std::size_t rows, std::size_t columns, std::size_t inner, const float* x, std::size_t xRow,
                            std::size_t xInner, const float* w, std::size_t wRow, float* y, std::size_t yRow)
{
    for (std::size_t n = 0; n < columns; n += 16) {
        std::size_t m = 0;
        for (; m + 4 <= rows; m += 4) {
            Lanes sum[4][2];
            for (int i = 0; i < 4; ++i)
                for (int j = 0; j < 2; ++j)
                    sum[i][j] = *reinterpret_cast<const Lanes*>(y + (m + i) * yRow + n + 8 * j);
            const float* a = x + m * xRow;
            const float* b = w + n;
            for (std::size_t l = 0; l < inner; ++l, a += xInner, b += wRow) {
                const Lanes b0 = *reinterpret_cast<const Lanes*>(b);
                const Lanes b1 = *reinterpret_cast<const Lanes*>(b + 8);
                for (int i = 0; i < 4; ++i) {
                    sum[i][0] += b0 * a[i * xRow];
                    sum[i][1] += b1 * a[i * xRow];
                }
            }
            for (int i = 0; i < 4; ++i)
                for (int j = 0; j < 2; ++j) *reinterpret_cast<Lanes*>(y + (m + i) * yRow + n + 8 * j) = sum[i][j];
        }
        for (; m < rows; ++m) {
            Lanes s0 = *reinterpret_cast<const Lanes*>(y + m * yRow + n);
            Lanes s1 = *reinterpret_cast<const Lanes*>(y + m * yRow + n + 8);
            const float* a = x + m * xRow;
            const float* b = w + n;
            for (std::size_t l = 0; l < inner; ++l, a += xInner, b += wRow) {
                s0 += *reinterpret_cast<const Lanes*>(b) * *a;
                s1 += *reinterpret_cast<const Lanes*>(b + 8) * *a;
            }
            *reinterpret_cast<Lanes*>(y + m * yRow + n) = s0;
            *reinterpret_cast<Lanes*>(y + m * yRow + n + 8) = s1;
        }
    }
}

void Parameter::start(std::size_t rowCount, std::size_t columnCount, float spread, Random& random)
{
    rows = rowCount;
    columns = columnCount;
    value.resize(rows * columns);
    for (auto& v : value) v = (random.unit() * 2 - 1) * spread;
    gradient.assign(value.size(), 0);
    first.assign(value.size(), 0);
    second.assign(value.size(), 0);
}

void Parameter::transpose()
{
    transposed.resize(value.size());
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c) transposed[c * rows + r] = value[r * columns + c];
}

SKEIN_WIDE void Parameter::adam(float rate, float correction1, float correction2, std::size_t from, std::size_t to)
{
    float* v = value.data();
    float* g = gradient.data();
    float* m1 = first.data();
    float* m2 = second.data();
    for (std::size_t i = from; i < to; ++i) {
        m1[i] = 0.9f * m1[i] + 0.1f * g[i];
        m2[i] = 0.98f * m2[i] + 0.02f * g[i] * g[i];
        v[i] -= rate * (m1[i] * correction1) / (std::sqrt(m2[i] * correction2) + 1e-8f);
        g[i] = 0;
    }
}

void Layer::start(std::size_t inputCount, std::size_t outputCount, float spread, Random& random)
{
    inputs = inputCount;
    outputs = outputCount;
    width = (outputs + 15) / 16 * 16;
    weights.start(inputs, width, spread * std::sqrt(6.0f / static_cast<float>(inputs + outputs)), random);
    bias.start(1, width, 0, random);
}

void Layer::forward(const std::vector<float>& x, std::size_t count, std::vector<float>& y) const
{
    y.resize(count * width);
    for (std::size_t t = 0; t < count; ++t) std::copy(bias.value.begin(), bias.value.end(), y.begin() + static_cast<std::ptrdiff_t>(t * width));
    multiplyAdd(count, width, inputs, x.data(), inputs, 1, weights.value.data(), width, y.data(), width);
}

void Layer::backward(const std::vector<float>& x, const std::vector<float>& dy, std::size_t count, std::vector<float>* dx)
{
    multiplyAdd(inputs, width, count, x.data(), 1, inputs, dy.data(), width, weights.gradient.data(), width);
    for (std::size_t t = 0; t < count; ++t)
        for (std::size_t n = 0; n < width; ++n) bias.gradient[n] += dy[t * width + n];
    if (dx) multiplyAdd(count, inputs, width, dy.data(), width, 1, weights.transposed.data(), inputs, dx->data(), inputs);
}

void Layer::adam(float rate, float correction1, float correction2)
{
    weights.adam(rate, correction1, correction2, 0, weights.value.size());
    bias.adam(rate, correction1, correction2, 0, bias.value.size());
}

std::string Layer::bytes() const
{
    std::vector<float> narrow;
    for (std::size_t r = 0; r < inputs; ++r)
        for (std::size_t c = 0; c < outputs; ++c) narrow.push_back(weights.value[r * width + c]);
    return Dense::bytesOf(narrow, std::span(bias.value).first(outputs), inputs);
}

} // namespace skein
