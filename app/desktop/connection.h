// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to a library, on a thread of its own. What is asked of it is answered in order; answers come home with
// QFuture::then(context, …). Called from the GUI thread only, which never waits for it before the program ends.
#pragma once

#include "core/library.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrent>

#include <memory>
#include <optional>
#include <type_traits>

class Connection {
public:
    Connection()
    {
        m_thread.setMaxThreadCount(1);
        m_thread.setExpiryTimeout(-1);
    }
    ~Connection() { m_thread.waitForDone(); }

    // Replaces the library that was open. When it fails the old one stays.
    QFuture<skein::Result<void>> open(std::filesystem::path file, skein::Library::Access access)
    {
        return QtConcurrent::run(&m_thread, [library = m_library, file = std::move(file), access]() -> skein::Result<void> {
            auto opened = skein::Library::open(file, access);
            if (!opened)
                return std::unexpected(std::move(opened.error()));
            library->emplace(std::move(*opened));
            return {};
        });
    }

    void close()
    {
        m_thread.start([library = m_library] { library->reset(); });
    }

    // Runs `function(Library&)`, which returns a Result. Fails with cancelled when no library is open.
    template <typename Function>
    auto run(Function function) -> QFuture<std::invoke_result_t<Function, skein::Library&>>
    {
        using Answer = std::invoke_result_t<Function, skein::Library&>;
        return QtConcurrent::run(&m_thread, [library = m_library, function = std::move(function)]() mutable -> Answer {
            if (!library->has_value())
                return skein::fail(skein::Errc::cancelled, "no library is open");
            return function(**library);
        });
    }

private:
    std::shared_ptr<std::optional<skein::Library>> m_library = std::make_shared<std::optional<skein::Library>>();
    QThreadPool m_thread;
};
