// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThreadPool>

// While it lives nothing begins on the pool, so that what was asked for is under way for as long as a test likes.
class HeldPool {
public:
    HeldPool()
    {
        auto* pool = QThreadPool::globalInstance();
        m_threads = pool->maxThreadCount();
        pool->waitForDone();
        pool->setMaxThreadCount(1);
        pool->start([this] { m_gate.acquire(); });
    }
    ~HeldPool()
    {
        m_gate.release();
        QThreadPool::globalInstance()->setMaxThreadCount(m_threads);
        QThreadPool::globalInstance()->waitForDone();
    }

private:
    QSemaphore m_gate;
    int m_threads = 1;
};
