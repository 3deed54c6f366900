// SPDX-License-Identifier: GPL-3.0-or-later
// What every trainer does at its end: weights into eight bits, sections into a file.
#pragma once

#include "core/text/model-file.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace skein {

// What one unit of eight bits is worth, so that all weights but one in two thousand fit: clipping those few gives the rest
// more resolution.
float eightBitStep(std::span<const float> weights);
std::int8_t inEightBits(float weight, float step);

// Writes the model and tells its size, or why it could not, on standard error. Returns the program's exit status.
int writeModel(const std::string& file, const std::vector<std::pair<std::string, std::string>>& head,
               const std::vector<ModelSection>& sections);

} // namespace skein
