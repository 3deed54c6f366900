// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/row-model.h"
#include "core/graph/layout/random.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <gtest/gtest.h>

#include <numeric>

namespace {

struct Row {
    int key = 0;
    int value = 0;

    bool operator==(const Row&) const = default;
};

class Rows : public testing::Test {
protected:
    RowModel<Row> model{{{"key", [](const Row& row) { return row.key; }}, {"value", [](const Row& row) { return row.value; }}}};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

std::vector<Row> rowsOf(const std::vector<int>& keys, int value = 0)
{
    std::vector<Row> rows;
    for (const int key : keys)
        rows.push_back({key, value});
    return rows;
}

TEST_F(Rows, BecomeOthersWithTheFewestChanges)
{
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.sync(rowsOf({1, 2, 3, 4, 5}), &Row::key);
    EXPECT_EQ(inserted.count(), 1) << "a run is one change";
    model.sync(rowsOf({1, 4, 5, 6, 7}), &Row::key);
    EXPECT_EQ(removed.count(), 1);
    EXPECT_EQ(inserted.count(), 2);
    EXPECT_EQ(changed.count(), 0);
    model.sync(rowsOf({1, 4, 5, 6, 7}, 1), &Row::key);
    EXPECT_EQ(changed.count(), 5);
    EXPECT_EQ(reset.count(), 0);
    model.sync(rowsOf({4, 1, 5}), &Row::key);
    EXPECT_EQ(reset.count(), 1) << "another order";
    EXPECT_EQ(model.rows(), rowsOf({4, 1, 5}));
}

TEST_F(Rows, BecomeWhateverIsAskedFor)
{
    skein::Random random(3);
    for (int round = 0; round < 300; ++round) {
        std::vector<Row> wanted;
        for (int key = 0; key < 12; ++key) {
            if (random.below(2) == 0)
                wanted.push_back({key, int(random.below(3))});
        }
        if (random.below(4) == 0)
            std::ranges::reverse(wanted);
        model.sync(wanted, &Row::key);
        ASSERT_EQ(model.rows(), wanted) << round;
    }
}

TEST_F(Rows, OfManySourcesComeAtOnce)
{
    std::vector<int> keys(50'000);
    std::iota(keys.begin(), keys.end(), 0);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.sync(rowsOf(keys), &Row::key);
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(model.rowCount(), 50'000);
}

TEST_F(Rows, AreShownInPages)
{
    std::vector<int> keys(100);
    std::iota(keys.begin(), keys.end(), 0);
    model.setRows(rowsOf(keys), 30);
    EXPECT_EQ(model.rowCount(), 30);
    EXPECT_EQ(model.left(), 70);
    EXPECT_EQ(model.rows().size(), 100U);
    model.showMore(60);
    EXPECT_EQ(model.left(), 10);
    model.showMore(60);
    EXPECT_EQ(model.left(), 0);
    EXPECT_EQ(model.rowCount(), 100);
    model.setRows(rowsOf({1, 2}));
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.left(), 0);
}

} // namespace
