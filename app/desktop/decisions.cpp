// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/decisions.h"

#include "app/desktop/convert.h"

#include <algorithm>

Decisions::Decisions(Session& session, History& history, Notice& notice, std::function<void(skein::OperationId, bool)> replayTaught,
                     ReadAgain readAgain)
    : m_session(session), m_history(history), m_notice(notice), m_replayTaught(std::move(replayTaught)), m_readAgain(std::move(readAgain))
{
}

void Decisions::acceptClaim(const QString& claim)
{
    if (const auto id = skein::claimIdFrom(utf8(claim)))
        decide(skein::AcceptClaim{*id}, tr("Confirm a claim"));
}

void Decisions::rejectClaim(const QString& claim)
{
    if (const auto id = skein::claimIdFrom(utf8(claim)))
        decide(skein::RejectClaim{*id}, tr("Reject a claim"));
}

void Decisions::rejectEntity(const QString& entity)
{
    if (const auto id = skein::entityIdFrom(utf8(entity)))
        decide(skein::RejectEntity{*id}, tr("“%1” is not a name").arg(m_session.nameOf(entity)));
}

History::Step Decisions::stepOf(skein::OperationId operation, const QString& text)
{
    return {text, [this, operation] { replay(operation, true); }, [this, operation] { replay(operation, false); }};
}

// Taken back, a source is read again from its bytes.
History::Step Decisions::removalOf(skein::OperationId operation, const QString& text)
{
    return {text, [this, operation] { bringBack(operation); }, [this, operation] { replay(operation, false); }};
}

void Decisions::decide(const skein::Decision& decision, const QString& text)
{
    take(m_session.writer.run([decision](skein::Library& library) { return library.decide(decision); }), text, text + u'.', false);
}

void Decisions::removeSource(const QString& document, const QString& name)
{
    if (const auto id = skein::documentIdFrom(utf8(document)))
        take(m_session.writer.run([id = *id](skein::Library& library) { return library.remove(id); }), tr("Remove “%1”").arg(name),
             tr("Removed “%1”. Its bytes stay in the library, so that it can come back.").arg(name), true);
}

void Decisions::take(QFuture<skein::Result<skein::OperationId>> written, const QString& text, const QString& told, bool isRemoval)
{
    ++m_writing;
    emit writingChanged();
    written.then(this, [this, text, told, isRemoval](skein::Result<skein::OperationId> operation) {
        --m_writing;
        emit writingChanged();
        if (!operation) {
            emit failed(operation.error());
            return;
        }
        m_history.push(isRemoval ? removalOf(*operation, text) : stepOf(*operation, text));
        m_notice.showDone(told, tr("Undo"), [this] { m_history.undo(); });
        emit changed();
    });
}

void Decisions::bringBack(skein::OperationId removal)
{
    ++m_writing;
    emit writingChanged();
    m_session.reader.run([removal](skein::Library& library) { return library.removedSource(removal); })
        .then(this, [this](skein::Result<skein::Source> source) {
            --m_writing;
            if (source)
                m_readAgain(std::make_shared<const skein::Source>(std::move(*source)));
            emit writingChanged();
            if (!source)
                emit failed(source.error());
        });
}

void Decisions::replay(skein::OperationId operation, bool isUndo)
{
    ++m_writing;
    emit writingChanged();
    m_session.writer
        .run([operation, isUndo](skein::Library& library) { return isUndo ? library.undo(operation) : library.redo(operation); })
        .then(this, [this](skein::Result<void> done) {
            --m_writing;
            emit writingChanged();
            if (!done)
                emit failed(done.error());
            emit changed();
        });
}

// ---- of earlier sessions ----

QString Decisions::textOf(const skein::OperationSummary& operation) const
{
    const auto about = qstring(operation.subject);
    const auto of = [&](const QString& named, const QString& plain) { return about.isEmpty() ? plain : named.arg(about); };
    if (operation.kind == "reject-claim")
        return of(tr("Reject “%1”"), tr("Reject a claim"));
    if (operation.kind == "accept-claim")
        return of(tr("Confirm “%1”"), tr("Confirm a claim"));
    if (operation.kind == "reject-entity")
        return of(tr("“%1” is not a name"), tr("Not a name"));
    if (operation.kind == "rename-entity")
        return of(tr("Rename “%1”"), tr("Rename an entity"));
    if (operation.kind == "retype-entity")
        return of(tr("Change the type of “%1”"), tr("Change a type"));
    if (operation.kind == "merge-entities")
        return of(tr("Merge into “%1”"), tr("Merge two entities"));
    if (operation.kind == "remove-source")
        return tr("Remove “%1”").arg(about);
    if (operation.kind == "teach")
        return tr("Teach the library");
    return qstring(operation.kind);
}

void Decisions::loadHistory()
{
    m_session.reader.run([](skein::Library& library) { return library.operations(); })
        .then(this, [this, ticket = ++m_ticket](skein::Result<std::vector<skein::OperationSummary>> operations) {
            if (ticket != m_ticket || !operations)
                return;
            // What was undone last, with nothing decided since, can be redone.
            const auto last = std::find_if(operations->rbegin(), operations->rend(), [](const auto& one) { return !one.isUndone; });
            std::vector<History::Step> past;
            std::vector<History::Step> future;
            for (auto one = operations->begin(); one != operations->end(); ++one) {
                if (one->isUndone && one < last.base())
                    continue;
                const auto id = one->id;
                auto step = one->kind == "teach" ? History::Step{textOf(*one), [this, id] { m_replayTaught(id, true); },
                                                                 [this, id] { m_replayTaught(id, false); }}
                            : one->kind == "remove-source" ? removalOf(id, textOf(*one))
                                                 : stepOf(id, textOf(*one));
                (one->isUndone ? future : past).push_back(std::move(step));
            }
            m_history.precede(std::move(past), std::move(future));
        });
}
