// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/import-queue.h"

#include "app/desktop/convert.h"
#include "app/words.h"

#include <QFileInfo>

#include <algorithm>

namespace {

constexpr std::size_t batchSize = 16;
constexpr int batchMilliseconds = 250;

std::vector<RowModel<ImportQueue::File>::Role> fileRoles()
{
    using Row = ImportQueue::File;
    return {
        {"name", [](const Row& f) { return f.name; }},
        {"path", [](const Row& f) { return f.path; }},
        {"progressState", [](const Row& f) { return int(f.state); }},
        {"sentence", [](const Row& f) { return f.sentence; }},
        {"detail", [](const Row& f) { return f.detail; }},
    };
}

bool isFinal(ImportQueue::State state)
{
    return state == ImportQueue::Done || state == ImportQueue::AlreadyThere || state == ImportQueue::Failed;
}

} // namespace

ImportQueue::ImportQueue(Session& session, QObject* parent) : QObject(parent), m_session(session), m_files(fileRoles())
{
    // One core stays with the window.
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
    m_batch.setSingleShot(true);
    m_batch.setInterval(batchMilliseconds);
    connect(&m_batch, &QTimer::timeout, this, &ImportQueue::flush);
}

ImportQueue::~ImportQueue()
{
    for (const auto& file : m_files.rows())
        file.cancel->raise();
    m_pool.waitForDone();
}

int ImportQueue::failed() const
{
    return int(std::ranges::count(m_files.rows(), Failed, &File::state));
}

QString ImportQueue::current() const
{
    const auto& files = m_files.rows();
    const auto reading = std::ranges::find(files, Reading, &File::state);
    return reading == files.end() ? QString() : reading->name;
}

void ImportQueue::add(const QStringList& paths)
{
    std::vector<File> files;
    for (const auto& path : paths) {
        const bool isQueued = std::ranges::any_of(
            m_files.rows(), [&](const File& file) { return file.path == path && !isFinal(file.state); });
        if (isQueued)
            continue;
        // A second try replaces the report of the first.
        for (std::size_t row = m_files.rows().size(); row-- > 0;) {
            if (m_files.rows()[row].path == path)
                m_files.remove(row);
        }
        File file;
        file.path = path;
        file.name = QFileInfo(path).fileName();
        files.push_back(std::move(file));
    }
    enqueue(std::move(files));
}

void ImportQueue::add(std::shared_ptr<const skein::Source> source)
{
    File file;
    file.name = qstring(source->name);
    file.source = std::move(source);
    enqueue({std::move(file)});
}

void ImportQueue::fail(const QString& path, const skein::Error& error)
{
    File file;
    file.path = path;
    file.name = QFileInfo(path).fileName();
    file.key = m_nextKey++;
    file.cancel = std::make_shared<skein::Cancel>();
    file.state = Failed;
    file.sentence = qstring(skein::sentence(error, utf8(file.name)));
    file.detail = qstring(error.detail);
    m_files.append({std::move(file)});
    emit changed();
}

void ImportQueue::enqueue(std::vector<File> files)
{
    if (files.empty())
        return;
    if (!isRunning())
        m_total = m_finished = 0;
    for (auto& file : files) {
        file.key = m_nextKey++;
        file.cancel = std::make_shared<skein::Cancel>();
    }
    m_total += int(files.size());
    m_files.append(std::move(files));
    start();
    emit changed();
}

void ImportQueue::start()
{
    if (m_isPaused || !m_session.engine)
        return;
    for (std::size_t row = 0; row < m_files.rows().size() && m_running < m_pool.maxThreadCount(); ++row) {
        if (m_files.rows()[row].state == Waiting)
            read(row);
    }
    emit changed();
}

void ImportQueue::read(std::size_t row)
{
    ++m_running;
    m_files.update(row, [](File& file) { file.state = Reading; });
    const auto& file = m_files.rows()[row];
    QtConcurrent::run(&m_pool,
                      [path = file.path, source = file.source, cancel = file.cancel,
                       engine = m_session.engine]() -> skein::Result<skein::Digest> {
                          if (source)
                              return skein::digest(*source, *engine, *cancel);
                          auto loaded = skein::loadSource(toPath(path));
                          if (!loaded)
                              return std::unexpected(std::move(loaded.error()));
                          if (loaded->uri.empty())
                              loaded->uri = utf8(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded));
                          return skein::digest(std::move(*loaded), *engine, *cancel);
                      })
        .then(this, [this, key = file.key](skein::Result<skein::Digest> digest) { arrived(key, std::move(digest)); });
}

void ImportQueue::arrived(quint64 key, skein::Result<skein::Digest> digest)
{
    --m_running;
    const auto row = rowOf(key);
    if (row < m_files.rows().size()) { // otherwise it was cancelled meanwhile
        if (!digest) {
            const auto& error = digest.error();
            finish(key, Failed, qstring(skein::sentence(error, utf8(m_files.rows()[row].name))), qstring(error.detail));
        } else {
            m_files.update(row, [&](File& file) {
                file.state = Saving;
                file.digest = std::make_shared<const skein::Digest>(std::move(*digest));
            });
            if (!m_batch.isActive())
                m_batch.start();
            const auto ready = std::ranges::count(m_files.rows(), Saving, &File::state);
            if (m_running == 0 || std::size_t(ready) >= batchSize)
                flush();
        }
    }
    start();
    settle();
}

void ImportQueue::flush()
{
    if (m_isSaving)
        return;
    std::vector<quint64> keys;
    std::vector<std::shared_ptr<const skein::Digest>> ready;
    for (const auto& file : m_files.rows()) {
        if (file.state == Saving && file.digest) {
            keys.push_back(file.key);
            ready.push_back(file.digest);
        }
    }
    if (keys.empty())
        return;
    m_isSaving = true;
    m_session.writer
        .run([ready = std::move(ready)](skein::Library& library) {
            std::vector<skein::Digest> digests;
            for (const auto& digest : ready)
                digests.push_back(*digest);
            return library.add(digests);
        })
        .then(this, [this, keys = std::move(keys)](skein::Result<std::vector<skein::Added>> added) { saved(keys, added); });
}

void ImportQueue::saved(const std::vector<quint64>& keys, const skein::Result<std::vector<skein::Added>>& result)
{
    m_isSaving = false;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto row = rowOf(keys[i]);
        const auto name = row < m_files.rows().size() ? m_files.rows()[row].name : QString();
        if (!result)
            finish(keys[i], Failed, qstring(skein::sentence(result.error(), utf8(name))), qstring(result.error().detail));
        else
            finish(keys[i], i < result->size() && (*result)[i].wasThere ? AlreadyThere : Done);
    }
    if (result)
        emit added();
    if (std::ranges::count(m_files.rows(), Saving, &File::state) > 0)
        flush();
    settle();
}

void ImportQueue::finish(quint64 key, State state, const QString& sentence, const QString& detail)
{
    const auto row = rowOf(key);
    if (row == m_files.rows().size())
        return; // counted when it was cancelled
    m_files.update(row, [&](File& file) {
        file.state = state;
        file.sentence = sentence;
        file.detail = detail;
        file.digest.reset();
    });
    ++m_finished;
    emit changed();
}

void ImportQueue::settle()
{
    if (isRunning() || m_running > 0 || m_isSaving)
        return;
    m_isPaused = false;
    // What went well is in the list of sources now.
    for (std::size_t row = m_files.rows().size(); row-- > 0;) {
        if (m_files.rows()[row].state == Done)
            m_files.remove(row);
    }
    emit changed();
    emit settled();
}

void ImportQueue::pause()
{
    m_isPaused = isRunning();
    emit changed();
}

void ImportQueue::resume()
{
    m_isPaused = false;
    start();
    emit changed();
}

void ImportQueue::cancelAll()
{
    for (int row = m_files.rowCount(); row-- > 0;)
        cancel(row);
}

void ImportQueue::cancel(int row)
{
    if (row < 0 || row >= m_files.rowCount())
        return;
    const auto& file = m_files.rows()[std::size_t(row)];
    if (file.state == Saving)
        return; // too late: it is in the library in a moment
    if (!isFinal(file.state)) {
        file.cancel->raise();
        ++m_finished;
    }
    m_files.remove(std::size_t(row));
    emit changed();
    settle();
}

void ImportQueue::retry(int row)
{
    if (row < 0 || row >= m_files.rowCount() || m_files.rows()[std::size_t(row)].state != Failed)
        return;
    auto file = m_files.rows()[std::size_t(row)];
    m_files.remove(std::size_t(row));
    File again;
    again.path = file.path;
    again.name = file.name;
    again.source = file.source;
    enqueue({std::move(again)});
}

void ImportQueue::dismissAll()
{
    for (std::size_t row = m_files.rows().size(); row-- > 0;) {
        if (isFinal(m_files.rows()[row].state))
            m_files.remove(row);
    }
    emit changed();
}

std::size_t ImportQueue::rowOf(quint64 key) const
{
    const auto& files = m_files.rows();
    return std::size_t(std::ranges::find(files, key, &File::key) - files.begin());
}
