// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/linear-model.h"

#include "core/text/network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace skein {
namespace {

constexpr std::size_t headSize = 64; // the table behind it stays aligned
constexpr std::size_t mostClasses = 256;

} // namespace

Result<LinearModel> LinearModel::open(std::string_view bytes, std::size_t classes)
{
    LinearModel model;
    if (bytes.size() < headSize) return fail(Errc::corrupt, "a linear model has the wrong size");
    std::memcpy(&model.m_step, bytes.data(), sizeof model.m_step);
    const auto table = WeightTable::open(bytes.substr(headSize));
    if (!table) return std::unexpected(table.error());
    if (table->classes() != classes || !std::isfinite(model.m_step) || model.m_step <= 0)
        return fail(Errc::corrupt, "a linear model has the wrong shape");
    model.m_table = *table;
    return model;
}

std::string LinearModel::bytesOf(float step, const std::string& table)
{
    std::string out(headSize, '\0');
    std::memcpy(out.data(), &step, sizeof step);
    return out + table;
}

void LinearModel::probabilities(std::span<const Feature> features, std::span<float> out) const
{
    std::array<std::int32_t, mostClasses> sums{};
    m_table.add(features, sums.data());
    const auto top = *std::max_element(sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(out.size()));
    float total = 0;
    for (std::size_t c = 0; c < out.size(); ++c)
        total += out[c] = exponential(static_cast<float>(sums[c] - top) * m_step);
    for (auto& p : out) p /= total;
}

void LinearModel::scores(std::span<const Feature> features, std::span<float> out) const
{
    std::array<std::int32_t, mostClasses> sums{};
    m_table.add(features, sums.data());
    for (std::size_t c = 0; c < out.size(); ++c) out[c] = static_cast<float>(sums[c]) * m_step;
}

float LinearModel::logOdds(std::span<const Feature> features, std::size_t c) const
{
    std::array<std::int32_t, mostClasses> sums{};
    m_table.add(features, sums.data());
    return static_cast<float>(sums[c] - sums[0]) * m_step;
}

} // namespace skein
