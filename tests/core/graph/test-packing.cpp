// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/packing.h"
#include "core/graph/layout/random.h"

#include <gtest/gtest.h>

namespace skein {
namespace {

Rect boxAround(Point p, float width, float height)
{
    return Rect{-width / 2, -height / 2, width / 2, height / 2}.movedBy(p);
}

// A ring of nodes with links around it; the middle is free.
Drawing ringOf(float radius, std::uint32_t nodes)
{
    Drawing ring;
    Random random(nodes);
    std::vector<Point> at;
    for (std::uint32_t i = 0; i < nodes; ++i) {
        const float turn = 6.2831853F * static_cast<float>(i) / static_cast<float>(nodes);
        at.push_back({radius * std::cos(turn), radius * std::sin(turn)});
        ring.boxes.push_back(boxAround(at.back(), 60, 30));
    }
    for (std::uint32_t i = 0; i < nodes; ++i)
        ring.lines.emplace_back(at[i], at[(i + 1) % nodes]);
    return ring;
}

bool meet(const Drawing& a, Point moveA, const Drawing& b, Point moveB)
{
    for (const Rect& box : a.boxes) {
        for (const Rect& other : b.boxes) {
            if (box.movedBy(moveA).overlaps(other.movedBy(moveB)))
                return true;
        }
        for (const auto& [from, to] : b.lines) {
            if (segmentMeets(from + moveB, to + moveB, box.movedBy(moveA)))
                return true;
        }
    }
    return false;
}

void expectApart(const std::vector<Drawing>& drawings, const std::vector<Point>& moves)
{
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        for (std::size_t j = 0; j < drawings.size(); ++j)
            EXPECT_FALSE(i != j && meet(drawings[i], moves[i], drawings[j], moves[j])) << i << " and " << j;
    }
}

TEST(Packing, KeepsDrawingsApartAndUsesHollows)
{
    std::vector<Drawing> drawings{ringOf(600, 40)};
    for (std::uint32_t i = 0; i < 30; ++i)
        drawings.push_back(ringOf(70, 3 + i % 3));
    const std::vector<Point> moves = packDrawings(drawings, 1.6F);
    expectApart(drawings, moves);
    EXPECT_LT(distance(moves[1], moves[0]), 400) << "inside the ring";
}

TEST(Packing, LeavesAnchoredDrawingsAlone)
{
    std::vector<Drawing> drawings{ringOf(300, 20), ringOf(100, 5), ringOf(80, 4)};
    for (Rect& box : drawings[1].boxes)
        box = box.movedBy({-40'000, 900});
    for (auto& [from, to] : drawings[1].lines) {
        from = from + Point{-40'000, 900};
        to = to + Point{-40'000, 900};
    }
    drawings[1].isAnchored = true;
    const std::vector<Point> moves = packDrawings(drawings, 1.6F);
    EXPECT_EQ(moves[1], Point{});
    expectApart(drawings, moves);
}

TEST(Packing, KeepsOffTheLinesOfADrawingWithVeryMany)
{
    // A slanted bar: nodes at both ends only, lines between them where no node is.
    Drawing large;
    Random random(3);
    for (std::uint32_t i = 0; i < 201'000; ++i) {
        const Point a{-3000 + 400 * static_cast<float>(random.unit()), -1500 + 400 * static_cast<float>(random.unit())};
        const Point b = a * -1;
        large.boxes.push_back(boxAround(a, 10, 10));
        large.boxes.push_back(boxAround(b, 10, 10));
        large.lines.emplace_back(a, b);
    }
    std::vector<Drawing> drawings{large};
    for (std::uint32_t i = 0; i < 12; ++i)
        drawings.push_back(ringOf(90, 4));
    const std::vector<Point> moves = packDrawings(drawings, 1.6F);
    for (std::size_t i = 1; i < drawings.size(); ++i) {
        EXPECT_FALSE(meet(drawings[i], moves[i], drawings[0], moves[0])) << i;
        EXPECT_LT(distance(moves[i], moves[0]), 2500) << "beside the bar, not beyond its bounds";
        for (std::size_t j = 1; j < i; ++j)
            EXPECT_FALSE(meet(drawings[i], moves[i], drawings[j], moves[j])) << i << " and " << j;
    }
}

TEST(Packing, PutsManyInRowsBeneath)
{
    std::vector<Drawing> drawings;
    for (std::uint32_t i = 0; i < 400; ++i)
        drawings.push_back(ringOf(60 + static_cast<float>(i % 7) * 10, 3));
    const std::vector<Point> moves = packDrawings(drawings, 1.6F);
    Rect bounds = boundsOf(drawings[0].boxes).movedBy(moves[0]);
    for (std::size_t i = 0; i < drawings.size(); ++i)
        bounds = bounds.unitedWith(boundsOf(drawings[i].boxes).movedBy(moves[i]));
    expectApart(drawings, moves);
    EXPECT_GT(bounds.width() / bounds.height(), 0.6F);
    EXPECT_LT(bounds.width() / bounds.height(), 3.2F);
}

} // namespace
} // namespace skein
