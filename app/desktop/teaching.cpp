// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/teaching.h"

#include "app/desktop/convert.h"

#include <QPointer>

#include <algorithm>

namespace {

// Long enough that a word is finished, short enough to feel at once.
constexpr int pauseMilliseconds = 250;

std::vector<RowModel<Teaching::ProblemRow>::Role> problemRoles()
{
    using Row = Teaching::ProblemRow;
    return {
        {"line", [](const Row& r) { return r.line; }},
        {"message", [](const Row& r) { return r.message; }},
        {"begin", [](const Row& r) { return r.begin; }},
        {"end", [](const Row& r) { return r.end; }},
    };
}

std::vector<RowModel<trial::Change>::Role> changeRoles(const Session& session)
{
    using Row = trial::Change;
    return {
        {"isClaim", [](const Row& r) { return r.change.isClaim; }},
        {"isAdded", [](const Row& r) { return r.change.isAdded; }},
        {"subject", [](const Row& r) { return qstring(r.change.subject); }},
        {"label", [&session](const Row& r) {
             return r.change.isClaim ? qstring(r.change.label) : session.typeLabel(qstring(r.change.label));
         }},
        {"object", [](const Row& r) { return qstring(r.change.object); }},
        {"typeId", [](const Row& r) { return r.change.isClaim ? QString() : qstring(r.change.label); }},
        {"mentions", [](const Row& r) { return int(r.change.count); }},
        {"quote", [](const Row& r) { return r.quote; }},
        {"begin", [](const Row& r) { return int(r.change.place.begin); }},
        {"end", [](const Row& r) { return int(r.change.place.end); }},
    };
}

QString sentenceOf(const skein::Problem& problem)
{
    auto words = qstring(problem.message);
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words.endsWith(u'?') ? words : words + u'.';
}

} // namespace

// What reading all sources again left behind.
struct Teaching::Reading {
    std::string additions;
    std::shared_ptr<const skein::Engine> engine;
    skein::Reread reread;
    skein::OperationId operation{};
};

Teaching::Teaching(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_problems(problemRoles()), m_changes(changeRoles(session))
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &Teaching::start);
}

Teaching::~Teaching()
{
    for (const auto& running : {m_trialCancel, m_readCancel}) {
        if (running)
            running->raise();
    }
    m_pool.waitForDone();
}

// ---- the text ----

void Teaching::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    emit textChanged();
    emit stateChanged();
    tryAgain();
}

void Teaching::replaceText(const QString& text)
{
    setText(text);
    emit textReplaced();
}

void Teaching::revert()
{
    replaceText(m_saved);
}

void Teaching::forget()
{
    ++m_loadTicket;
    m_isReady = false;
    m_session.engine = nullptr;
    m_saved.clear();
    m_outdated = 0;
    dropSubject();
    replaceText({});
    emit textChanged();
    emit stateChanged();
}

void Teaching::rest()
{
    forget();
    adopt({}, m_session.shipped);
}

void Teaching::load()
{
    forget();
    const auto shipped = m_session.shipped;
    if (!shipped)
        return; // called again when it is there
    const auto ticket = m_loadTicket;
    using Loaded = std::pair<std::string, std::expected<std::shared_ptr<const skein::Engine>, std::vector<skein::Problem>>>;
    m_session.reader
        .run([shipped](skein::Library& library) -> skein::Result<Loaded> {
            auto additions = library.additions();
            if (!additions)
                return std::unexpected(additions.error());
            auto engine = shipped->extended(*additions, "additions");
            return Loaded{std::move(*additions), std::move(engine)};
        })
        .then(this, [this, ticket, shipped](skein::Result<Loaded> loaded) {
            if (ticket != m_loadTicket)
                return;
            m_isReady = loaded.has_value();
            const auto additions = loaded ? qstring(loaded->first) : QString();
            const bool fits = loaded && loaded->second;
            adopt(additions, fits ? *loaded->second : shipped);
            replaceText(additions);
            emit textChanged();
            if (!loaded)
                emit failed(loaded.error());
            else if (!fits)
                emit misfit(qstring(toString(loaded->second.error().front())));
        });
}

void Teaching::adopt(const QString& saved, std::shared_ptr<const skein::Engine> engine)
{
    m_saved = saved;
    m_session.engine = std::move(engine);
    dropSubject();
    countOutdated();
    emit engineChanged();
    emit textChanged();
    emit stateChanged();
    tryAgain();
}

void Teaching::countOutdated()
{
    if (!m_session.engine || !m_isReady)
        return;
    m_session.reader.run([engine = m_session.engine](skein::Library& library) { return library.outdated(*engine); })
        .then(this, [this, ticket = m_loadTicket](skein::Result<std::uint32_t> count) {
            if (ticket != m_loadTicket || !count || int(*count) == m_outdated)
                return;
            m_outdated = int(*count);
            emit stateChanged();
        });
}

// ---- trying it ----

void Teaching::setDocument(const QString& document, const QString& title)
{
    if (document == m_document && title == m_title)
        return;
    m_document = document;
    m_title = title;
    if (!m_usesSentence) {
        dropSubject();
        tryAgain();
    }
    emit subjectChanged();
}

void Teaching::setUsesSentence(bool uses)
{
    if (uses == m_usesSentence)
        return;
    m_usesSentence = uses;
    dropSubject();
    tryAgain();
    emit subjectChanged();
}

void Teaching::setSentence(const QString& sentence)
{
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    if (m_usesSentence) {
        dropSubject();
        tryAgain();
    }
    emit subjectChanged();
}

void Teaching::dropSubject()
{
    m_subject.reset();
    ++m_ticket;
    if (m_trialCancel)
        m_trialCancel->raise();
    m_isTrying = false;
}

void Teaching::tryAgain()
{
    m_soon.start();
    emit triedChanged();
}

void Teaching::start()
{
    const auto ticket = ++m_ticket;
    if (m_trialCancel)
        m_trialCancel->raise();
    m_trialCancel = std::make_shared<skein::Cancel>();
    if (!m_session.shipped || !m_session.engine) {
        m_isTrying = false;
        emit triedChanged();
        return;
    }
    m_isTrying = true;
    emit triedChanged();
    trial::Request request{m_session.shipped, m_session.engine, utf8(m_text), m_subject, nullptr, m_trialCancel};
    const auto run = [this, ticket](trial::Request what) {
        QtConcurrent::run(&m_pool, [what = std::move(what)] { return trial::run(what); })
            .then(this, [this, ticket](trial::Outcome outcome) { finish(ticket, std::move(outcome)); });
    };
    const auto id = skein::documentIdFrom(utf8(m_document));
    if (m_usesSentence && hasSubject())
        request.source = std::make_shared<const skein::Source>(skein::Source{utf8(m_sentence), "sentence.txt", {}, "text/plain"});
    if (m_subject || m_usesSentence || !id)
        return run(std::move(request));
    m_session.reader.run([id = *id](skein::Library& library) { return library.source(id); })
        .then(this, [this, ticket, run, request = std::move(request)](skein::Result<skein::Source> source) mutable {
            if (ticket != m_ticket)
                return;
            if (source)
                request.source = std::make_shared<const skein::Source>(std::move(*source));
            run(std::move(request));
        });
}

void Teaching::finish(quint64 ticket, trial::Outcome outcome)
{
    if (ticket != m_ticket)
        return;
    m_isTrying = false;
    if (!outcome.isCancelled) {
        m_subject = std::move(outcome.subject);
        const auto text = utf8(m_text);
        const skein::OffsetMap map(text, skein::OffsetMap::Unit::utf16);
        std::vector<ProblemRow> rows;
        for (const auto& problem : outcome.problems)
            rows.push_back({int(problem.line), int(problem.column), sentenceOf(problem), int(map.fromByte(problem.span.begin)),
                            int(map.fromByte(problem.span.end))});
        if (rows != m_problems.rows())
            m_problems.setRows(std::move(rows));
        // While there is a mistake, what was found before it stays in sight.
        if (outcome.problems.empty() && outcome.changes != m_changes.rows())
            m_changes.setRows(std::move(outcome.changes));
    }
    emit triedChanged();
}

QString Teaching::summary() const
{
    int claimsMore = 0, claimsLess = 0, namesMore = 0, namesLess = 0;
    for (const auto& row : m_changes.rows())
        ++(row.change.isClaim ? (row.change.isAdded ? claimsMore : claimsLess) : (row.change.isAdded ? namesMore : namesLess));
    QStringList parts;
    if (claimsMore > 0)
        parts += claimsMore == 1 ? tr("1 claim more") : tr("%L1 claims more").arg(claimsMore);
    if (claimsLess > 0)
        parts += claimsLess == 1 ? tr("1 claim less") : tr("%L1 claims less").arg(claimsLess);
    if (namesMore > 0)
        parts += namesMore == 1 ? tr("1 name more") : tr("%L1 names more").arg(namesMore);
    if (namesLess > 0)
        parts += namesLess == 1 ? tr("1 name less") : tr("%L1 names less").arg(namesLess);
    return parts.join(QStringLiteral(" · "));
}

// ---- saving it ----

void Teaching::read(std::function<skein::Result<Reading>(skein::Library&, const skein::Cancel&, const skein::Progress&)> work,
                    std::function<void(const Reading&)> done)
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_progress = 0;
    m_readCancel = std::make_shared<skein::Cancel>();
    emit stateChanged();
    emit progressChanged();
    const auto tell = [self = QPointer<Teaching>(this)](double share) {
        QMetaObject::invokeMethod(qApp, [self, share] {
            if (!self || !self->m_isReading)
                return;
            self->m_progress = share;
            emit self->progressChanged();
        });
    };
    m_session.writer
        .run([work = std::move(work), cancel = m_readCancel, tell](skein::Library& library) { return work(library, *cancel, tell); })
        .then(this, [this, ticket = m_loadTicket, done = std::move(done)](skein::Result<Reading> reading) {
            m_isReading = false;
            if (ticket != m_loadTicket) { // another library is open
                emit stateChanged();
                return;
            }
            if (reading) {
                const auto before = m_saved;
                adopt(qstring(reading->additions), reading->engine);
                if (m_text == before && m_text != m_saved) { // it was taken back: the editor follows, unless it was written in
                    replaceText(m_saved);
                }
                done(*reading);
            } else {
                emit failed(reading.error());
            }
            emit stateChanged();
            if (const auto then = std::exchange(m_then, nullptr); then && reading)
                then();
        });
}

void Teaching::save()
{
    if (!canSave()) {
        m_then = nullptr;
        return;
    }
    if (!m_problems.rows().empty() && !isTrying()) {
        m_then = nullptr;
        emit failed({skein::Errc::badSyntax, ""});
        return;
    }
    read(
        [shipped = m_session.shipped, text = utf8(m_text)](skein::Library& library, const skein::Cancel& cancel,
                                                            const skein::Progress& progress) -> skein::Result<Reading> {
            auto extended = shipped->extended(text, "additions");
            if (!extended)
                return skein::fail(skein::Errc::badSyntax, toString(extended.error().front()));
            auto reread = library.teach(text, **extended, cancel, progress);
            if (!reread)
                return std::unexpected(reread.error());
            const auto operations = library.operations();
            if (!operations)
                return std::unexpected(operations.error());
            return Reading{text, std::move(*extended), std::move(*reread), operations->back().id};
        },
        [this](const Reading& reading) { emit saved(reading.operation, reading.reread); });
}

void Teaching::replay(skein::OperationId operation, bool isUndo)
{
    read(
        [shipped = m_session.shipped, operation, isUndo](skein::Library& library, const skein::Cancel& cancel,
                                                         const skein::Progress& progress) -> skein::Result<Reading> {
            const auto turn = [&](bool back) { return back ? library.undo(operation) : library.redo(operation); };
            if (auto turned = turn(isUndo); !turned)
                return std::unexpected(turned.error());
            const auto reading = [&]() -> skein::Result<Reading> {
                auto additions = library.additions();
                if (!additions)
                    return std::unexpected(additions.error());
                auto extended = shipped->extended(*additions, "additions");
                if (!extended)
                    return skein::fail(skein::Errc::badSyntax, toString(extended.error().front()));
                auto reread = library.rebuild(**extended, cancel, progress);
                if (!reread)
                    return std::unexpected(reread.error());
                return Reading{std::move(*additions), std::move(*extended), std::move(*reread), operation};
            }();
            if (!reading)
                (void)turn(!isUndo); // as if nothing had been asked for
            return reading;
        },
        [this](const Reading& reading) { emit readAnew(reading.reread); });
}

void Teaching::readAgain()
{
    read(
        [engine = m_session.engine, additions = utf8(m_saved)](skein::Library& library, const skein::Cancel& cancel,
                                                               const skein::Progress& progress) -> skein::Result<Reading> {
            auto reread = library.rebuild(*engine, cancel, progress);
            if (!reread)
                return std::unexpected(reread.error());
            return Reading{additions, engine, std::move(*reread), {}};
        },
        [this](const Reading& reading) { emit readAnew(reading.reread); });
}

void Teaching::cancel()
{
    if (m_readCancel)
        m_readCancel->raise();
}

// ---- leaving it ----

void Teaching::leave(std::function<void()> then)
{
    if (!isChanged())
        return then();
    m_then = std::move(then);
    emit leaveAsked();
}

void Teaching::saveAndLeave()
{
    save();
}

void Teaching::discardAndLeave()
{
    const auto then = std::exchange(m_then, nullptr);
    revert();
    if (then)
        then();
}

void Teaching::stay()
{
    m_then = nullptr;
}
