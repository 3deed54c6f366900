// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/model-output.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>

namespace skein {

float eightBitStep(std::span<const float> weights)
{
    std::vector<float> sizes;
    for (const auto w : weights)
        if (w != 0) sizes.push_back(std::abs(w));
    std::ranges::sort(sizes);
    return (sizes.empty() ? 1.0f : std::max(sizes[sizes.size() - 1 - sizes.size() / 2000], 1e-6f)) / 127;
}

std::int8_t inEightBits(float weight, float step)
{
    return static_cast<std::int8_t>(std::clamp(std::lround(weight / step), -127l, 127l));
}

int writeModel(const std::string& file, const std::vector<std::pair<std::string, std::string>>& head,
               const std::vector<ModelSection>& sections)
{
    const std::string bytes = modelFileBytes(head, sections);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
        std::fprintf(stderr, "cannot write %s\n", file.c_str());
        return 1;
    }
    std::fprintf(stderr, "%s: %zu bytes\n", file.c_str(), bytes.size());
    return 0;
}

} // namespace skein
