// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/view/view-json.h"

#include <gtest/gtest.h>

namespace skein {
namespace {

TEST(ViewLooks, AreStoredWithTheLayoutAndItsCentre)
{
    for (const SizeBy size : {SizeBy::mentions, SizeBy::connections, SizeBy::sources, SizeBy::betweenness, SizeBy::pageRank}) {
        for (const ColourBy colour : {ColourBy::type, ColourBy::group, ColourBy::sources, ColourBy::recency, ColourBy::confidence}) {
            GraphView view;
            view.looks = {size, colour, true, {}};
            view.layout = LayoutKind::radial;
            view.centre = EntityId{7};
            EXPECT_EQ(viewFromJson(toJson(view)).value(), view) << toJson(view);
        }
    }
    EXPECT_EQ(viewFromJson(R"({"version":1,"centre":"x"})").error().code, Errc::badSyntax);
    EXPECT_EQ(viewFromJson(R"({"version":1,"looks":{"size":"weight"}})").error().code, Errc::badSyntax);
}

} // namespace
} // namespace skein
