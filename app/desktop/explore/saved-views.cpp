// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/saved-views.h"

#include "app/desktop/convert.h"
#include "app/desktop/explore/exploration.h"
#include "app/words.h"
#include "core/graph/view/view-json.h"

#include <QtConcurrent>

SavedViews::SavedViews(Exploration& exploration, Session& session, History& history, Notice& notice)
    : QObject(&exploration), m_exploration(exploration), m_session(session), m_history(history), m_notice(notice),
      m_rows({{"name", [](const Row& row) { return row.name; }}, {"isOpen", [](const Row& row) { return row.isOpen; }}})
{
}

const SavedViews::Row* SavedViews::find(const QString& name) const
{
    const auto found = std::ranges::find(m_rows.rows(), name, &Row::name);
    return found == m_rows.rows().end() ? nullptr : &*found;
}

bool SavedViews::isTaken(const QString& name) const
{
    return find(name.trimmed()) != nullptr;
}

QString SavedViews::freeName() const
{
    const auto title = m_exploration.isWhole() ? tr("View") : m_exploration.title();
    for (int number = 1;; ++number) {
        const auto name = number == 1 && !m_exploration.isWhole() ? title : tr("%1 %2").arg(title).arg(number);
        if (!isTaken(name))
            return name;
    }
}

void SavedViews::setOpenName(const QString& name)
{
    if (name == m_openName)
        return;
    m_openName = name;
    for (std::size_t i = 0; i < m_rows.rows().size(); ++i) {
        if (m_rows.rows()[i].isOpen != (m_rows.rows()[i].name == name))
            m_rows.update(i, [&](Row& row) { row.isOpen = row.name == name; });
    }
    emit changed();
}

void SavedViews::clear()
{
    ++m_ticket;
    ++m_openTicket;
    m_openName.clear();
    m_rows.setRows({});
    emit changed();
}

void SavedViews::take(std::vector<skein::StoredView> views)
{
    std::vector<Row> rows;
    for (auto& view : views) {
        const auto name = qstring(view.name);
        rows.push_back({name, std::move(view.content), name == m_openName});
    }
    std::ranges::sort(rows, [](const Row& a, const Row& b) { return a.name.localeAwareCompare(b.name) < 0; });
    m_rows.sync(std::move(rows), &Row::name);
    emit changed();
}

void SavedViews::load()
{
    m_session.reader.run([](skein::Library& library) { return library.views(); })
        .then(this, [this, ticket = ++m_ticket](skein::Result<std::vector<skein::StoredView>> views) {
            if (ticket == m_ticket && views)
                take(std::move(*views));
        });
}

template <typename Write>
void SavedViews::write(const QString& name, Write function)
{
    ++m_writing;
    emit settledChanged();
    m_session.writer
        .run([function = std::move(function)](skein::Library& library) -> skein::Result<std::vector<skein::StoredView>> {
            if (auto done = function(library); !done)
                return std::unexpected(done.error());
            return library.views();
        })
        .then(this, [this, name, ticket = ++m_ticket](skein::Result<std::vector<skein::StoredView>> views) {
            --m_writing;
            if (!views)
                m_notice.showError(qstring(skein::sentence(views.error(), utf8(name))), qstring(views.error().detail));
            else if (ticket == m_ticket)
                take(std::move(*views));
            emit settledChanged();
        });
}

void SavedViews::set(const QString& name, const std::optional<std::string>& content)
{
    write(name, [name = utf8(name), content](skein::Library& library) {
        return content ? library.setView({name, *content}) : library.removeView(name);
    });
}

void SavedViews::change(const QString& from, const QString& to)
{
    // At once, so that the row stays the row while the library is written.
    if (m_openName == from)
        m_openName = to;
    const auto& rows = m_rows.rows();
    if (const auto row = std::ranges::find(rows, from, &Row::name); row != rows.end())
        m_rows.update(std::size_t(row - rows.begin()), [&](Row& renamed) { renamed.name = to; });
    emit changed();
    write(from, [from = utf8(from), to = utf8(to)](skein::Library& library) { return library.renameView(from, to); });
}

void SavedViews::save(const QString& given)
{
    const auto name = given.trimmed();
    if (name.isEmpty())
        return;
    const auto* old = find(name);
    const auto before = old ? std::optional(old->content) : std::nullopt;
    const auto after = skein::toJson(m_exploration.viewToSave());
    set(name, after);
    setOpenName(name);
    m_history.push({before ? tr("Save the view “%1” again").arg(name) : tr("Save the view “%1”").arg(name),
                    [this, name, before] {
                        set(name, before);
                        if (!before && m_openName == name)
                            setOpenName({});
                    },
                    [this, name, after] { set(name, after); }});
    m_notice.showDone(tr("Saved the view “%1”.").arg(name));
}

void SavedViews::open(const QString& name)
{
    const auto* row = find(name);
    if (!row)
        return;
    ++m_opening;
    emit settledChanged();
    QtConcurrent::run([content = row->content] { return skein::viewFromJson(content); })
        .then(this, [this, name, ticket = ++m_openTicket](skein::Result<skein::GraphView> view) {
            --m_opening;
            if (ticket == m_openTicket)
                show(name, std::move(view));
            emit settledChanged();
        });
}

void SavedViews::show(const QString& name, skein::Result<skein::GraphView> view)
{
    if (view)
        return m_exploration.openView(name, std::move(*view));
    const bool isNewer = view.error().code == skein::Errc::newerSchema;
    m_notice.showError(isNewer ? tr("“%1” was saved by a newer Skein; this one cannot show it and keeps it as it is.").arg(name)
                               : tr("“%1” cannot be read, so it is not shown; it is kept as it is.").arg(name),
                       qstring(view.error().detail));
}

void SavedViews::rename(const QString& from, const QString& given)
{
    const auto to = given.trimmed();
    if (to.isEmpty() || to == from || !find(from))
        return;
    if (isTaken(to)) {
        m_notice.showError(tr("There is a view “%1” already; give this one another name.").arg(to));
        return;
    }
    change(from, to);
    m_history.push({tr("Rename the view “%1”").arg(from), [this, from, to] { change(to, from); }, [this, from, to] { change(from, to); }});
}

void SavedViews::remove(const QString& name)
{
    const auto* row = find(name);
    if (!row)
        return;
    const auto content = row->content;
    set(name, {});
    if (m_openName == name)
        setOpenName({});
    m_history.push({tr("Delete the view “%1”").arg(name), [this, name, content] { set(name, content); }, [this, name] { set(name, {}); }});
    m_notice.showDone(tr("Deleted the view “%1”.").arg(name), tr("Undo"), [this] { m_history.undo(); });
}
