// SPDX-License-Identifier: GPL-3.0-or-later
// Dense arithmetic for training, single precision, every sum in one fixed order: the same bytes on every run.
#pragma once

#include "core/train/random.h"

#include <cstddef>
#include <string>
#include <vector>

namespace skein {

// y[m][n] += sum over l of x[m * xRow + l * xInner] * w[l * wRow + n], for m < rows, n < columns, l < inner.
// REQUIRES: columns is a multiple of 16.
void multiplyAdd(std::size_t rows, std::size_t columns, std::size_t inner, const float* x, std::size_t xRow,
                 std::size_t xInner, const float* w, std::size_t wRow, float* y, std::size_t yRow);

// A parameter with its gradient and Adam's moments (Kingma and Ba 2015).
struct Parameter {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> value, gradient, first, second;
    std::vector<float> transposed;

    void start(std::size_t rowCount, std::size_t columnCount, float spread, Random& random);
    void transpose();
    // Moves the values [from, to) against the gradient and clears it.
    void adam(float rate, float correction1, float correction2, std::size_t from, std::size_t to);
};

// y = x W + b, and its way back. Widths of outputs are padded to a multiple of 16.
struct Layer {
    std::size_t inputs = 0;
    std::size_t outputs = 0;  // what counts
    std::size_t width = 0;    // padded
    Parameter weights, bias;

    void start(std::size_t inputCount, std::size_t outputCount, float spread, Random& random);
    void forward(const std::vector<float>& x, std::size_t count, std::vector<float>& y) const; // replaces y
    // Adds to the gradients, and to dx when it is not null.
    void backward(const std::vector<float>& x, const std::vector<float>& dy, std::size_t count, std::vector<float>* dx);
    void adam(float rate, float correction1, float correction2);
    void prepare() { weights.transpose(); }
    std::string bytes() const;
};

} // namespace skein
