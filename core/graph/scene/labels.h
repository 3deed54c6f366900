// SPDX-License-Identifier: GPL-3.0-or-later
// Which labels are shown, and where: the most important first, none over another.
#pragma once

#include "core/graph/geometry.h"

#include <cstdint>
#include <vector>

namespace skein {

// What is taken on the screen, in cells, so that a question looks only at what is near.
class Occupancy {
public:
    static constexpr std::uint32_t nobody = ~0U; // an owner that owns nothing: everything else is others'

    explicit Occupancy(const Rect& area);

    void take(const Rect& box, std::uint32_t owner, float importance);
    // Whether a box of `owner` overlaps nothing of others that is at least as important as `importance`.
    bool isFree(const Rect& box, std::uint32_t owner, float importance) const;

private:
    struct Entry {
        Rect box;
        std::uint32_t owner = 0;
        float importance = 0;
    };
    template <typename Visit>
    bool eachCell(const Rect& box, const Visit& visit) const;

    Rect m_area;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<std::vector<Entry>> m_cells;
};

struct LabelWish {
    std::uint32_t key = 0;  // breaks ties: the smaller wins
    Point centre;           // of the node, on the screen
    float radius = 0;       // on the screen
    Size size;              // of the label
    float importance = 0;
};

struct LabelPlace {
    std::uint32_t wish = 0; // index
    Rect box;
};

// Whether a box lies in `view` or out of it, not across its edge.
bool isWhole(const Rect& box, const Rect& view);

// Places labels beneath their nodes, or above, right or left of them where beneath is taken. Labels overlap neither each
// other nor a disc; where the only free place covers discs of much less importance, it is used, and the few most
// important ones may cover any lesser disc, so that a picture from afar keeps its landmarks. No label is cut by the edge of
// `view`: those beneath or above a node in view are moved sideways into it. Wishes may be in any order; the answer is in the
// order of importance. Labels outside `area` are left out.
std::vector<LabelPlace> placeLabels(const std::vector<LabelWish>& wishes, Occupancy& occupancy, const Rect& area, const Rect& view);

// Of many wishes the `most` important in each cell of the given size: what is worth measuring and placing.
// Returns indices, ascending.
std::vector<std::uint32_t> thinned(const std::vector<LabelWish>& wishes, Size cell, std::size_t most);

} // namespace skein
