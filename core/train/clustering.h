// SPDX-License-Identifier: GPL-3.0-or-later
// Word classes from plain text by the exchange algorithm (Martin, Liermann, Ney 1998): words move one at a time to the class
// that makes the text likeliest under bigrams of classes.
#pragma once

#include "core/text/word-clusters.h"

#include <string>
#include <vector>

namespace skein {

// `fine` and `coarse` classes for every word that occurs at least `least` times. Each round looks at every word once.
std::vector<std::pair<Feature, WordClusters::Classes>> clusterWords(const std::vector<std::string>& texts, std::size_t fine,
                                                                    std::size_t coarse, std::size_t least, int rounds);

} // namespace skein
