// SPDX-License-Identifier: GPL-3.0-or-later
// What a long core function takes from its caller: a way to stop it and a way to hear of its progress.
#pragma once

#include <atomic>
#include <functional>

namespace skein {

// Raised on any thread, read on the working one. A function that saw it returns Errc::cancelled and has changed nothing.
class Cancel {
public:
    void raise() { m_raised.store(true, std::memory_order_relaxed); }
    bool isRaised() const { return m_raised.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_raised = false;
};

// Called on the working thread with a share in [0, 1] that never falls. May be empty.
using Progress = std::function<void(double share)>;

} // namespace skein
