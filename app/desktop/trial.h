// SPDX-License-Identifier: GPL-3.0-or-later
// Additions tried on a text: what is wrong with them, or what they change in its reading. Pure; runs on a pool.
#pragma once

#include "core/library.h"

#include <QString>

#include <memory>
#include <vector>

namespace trial {

// A text and how the library reads it now; kept from one trial to the next.
struct Subject {
    skein::Document document;
    skein::Analysis before;
};

struct Change {
    skein::ReadingChange change;
    QString quote; // the sentence
    bool operator==(const Change&) const = default;
};

struct Outcome {
    std::vector<skein::Problem> problems;
    std::shared_ptr<const Subject> subject; // null: there was none, or it cannot be read
    std::vector<Change> changes;
    bool isCancelled = false;
};

struct Request {
    std::shared_ptr<const skein::Engine> shipped;
    std::shared_ptr<const skein::Engine> present; // what the library is read by now
    std::string additions;
    std::shared_ptr<const Subject> subject; // of an earlier trial, when it still holds
    std::shared_ptr<const skein::Source> source; // otherwise; null: only the additions are checked
    std::shared_ptr<skein::Cancel> cancel;
};

Outcome run(const Request& request);

} // namespace trial
