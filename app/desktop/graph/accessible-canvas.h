// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace skein {

// From now on assistive programs find, as children of each GraphItem, the nodes that are in sight: at most 300, the most
// important first, each with its name, type and number of connections, its place, and an action that selects it. What is
// not in sight is in the table. GUI thread; a second call does nothing.
void makeCanvasAccessible();

} // namespace skein
