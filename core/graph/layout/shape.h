// SPDX-License-Identifier: GPL-3.0-or-later
// How a placed component lies as a whole.
#pragma once

#include "core/graph/layout/component.h"

#include <vector>

namespace skein {

// Turns the longer axis of the cloud to lie along x.
void lieDown(std::vector<Vec>& at);

// Labels are wide and windows too: brought nearer to the aspect that is wished for, the area kept. Returns the factors.
Vec stretchTo(std::vector<Vec>& at, double aspect);

// Moves all so that the fixed nodes lie, on average, where they must, then puts them exactly there.
void moveToFixed(const Component& component, std::vector<Vec>& at);

} // namespace skein
