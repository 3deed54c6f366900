// SPDX-License-Identifier: GPL-3.0-or-later
// A value that one thread changes while others still read how it was: whoever reads takes a share, and the owner copies the
// value before a change only when somebody has one.
#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace skein {

template <typename T>
class Snapshot {
public:
    const T& operator*() const { return *m_value; }
    const T* operator->() const { return m_value.get(); }
    std::shared_ptr<const T> share() const { return m_value; } // owner's thread; what is shared never changes

    // To be changed before the next share() is taken.
    T& edit()
    {
        if (m_value.use_count() > 1)
            m_value = std::make_shared<T>(*m_value);
        else
            std::atomic_thread_fence(std::memory_order_acquire); // what the last reader did was before
        return *m_value;
    }
    // As edit(), for who puts something else there: nothing is copied.
    void put(T value) { m_value = std::make_shared<T>(std::move(value)); }

private:
    std::shared_ptr<T> m_value = std::make_shared<T>();
};

} // namespace skein
