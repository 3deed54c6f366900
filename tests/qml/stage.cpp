// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include "app/desktop/convert.h"
#include "app/desktop/places.h"
#include "core/base/sha256.h"
#include "core/library.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTest>

#include <algorithm>

namespace {

using namespace skein;

// A digest by hand: the tests of the window must not depend on how well the engine reads.
class Writer {
public:
    Writer(std::string name, std::string bytes)
    {
        m_digest.source = {std::move(bytes), std::move(name), {}, {}};
        m_digest.document = importDocument(m_digest.source, Cancel()).value();
        m_digest.id = {idBits(sha256(m_digest.source.bytes))};
        m_digest.engine = "by hand";
        for (const auto& block : m_digest.document.blocks)
            m_digest.analysis.reading.sentences.push_back({block.span, 0, 0});
    }

    std::size_t entity(const std::string& name, const std::string& type)
    {
        auto& analysis = m_digest.analysis;
        analysis.entities.push_back({name, type, {}});
        for (auto at = text().find(name); at != std::string::npos; at = text().find(name, at + 1))
            analysis.mentions.push_back({{std::uint32_t(at), std::uint32_t(at + name.size())}, analysis.entities.size() - 1, MentionKind::name});
        std::ranges::sort(analysis.mentions, {}, [](const Mention& mention) { return mention.span; });
        return analysis.entities.size() - 1;
    }

    Claim& claim(std::size_t subject, const std::string& relation, const std::string& label, std::size_t object,
                 const std::string& quote, const std::string& trigger)
    {
        Claim claim;
        claim.relation = relation;
        claim.label = label;
        claim.subject = subject;
        claim.object = object;
        claim.confidence = 0.9;
        claim.rule = "by-hand";
        claim.quote = find(quote, 0);
        claim.triggers = {find(trigger, claim.quote.begin)};
        m_digest.analysis.claims.push_back(claim);
        return m_digest.analysis.claims.back();
    }

    void proposition(const std::string& subject, const std::string& predicate, const std::string& object, double confidence)
    {
        m_digest.analysis.propositions.push_back({find(subject, 0), find(predicate, 0), {find(object, 0)}, confidence});
    }

    Digest digest() const { return m_digest; }

private:
    const std::string& text() const { return m_digest.document.text; }
    Span find(const std::string& words, std::size_t from) const
    {
        const auto at = text().find(words, from);
        return {std::uint32_t(at), std::uint32_t(at + words.size())};
    }

    Digest m_digest;
};

std::vector<Digest> digests()
{
    Writer first("mill.md", "---\ntitle: The mill\ndate: 2024-03-01\n---\n\n# The mill\n\n"
                            "Brightwater Mills bought Tallow Works in 2023 for a small sum.\n\n"
                            "Ada Quill leads Brightwater Mills.\n");
    const auto mills = first.entity("Brightwater Mills", "organization");
    const auto works = first.entity("Tallow Works", "organization");
    const auto quill = first.entity("Ada Quill", "person");
    auto& bought = first.claim(mills, "acquired", "acquired", works,
                               "Brightwater Mills bought Tallow Works in 2023 for a small sum.", "bought");
    bought.time = "2023";
    bought.qualifiers = {{"amount", "a small sum"}};
    first.claim(quill, "leads", "leads", mills, "Ada Quill leads Brightwater Mills.", "leads");

    Writer second("doubt.txt", "A doubt\n\nAda Quill denies that Brightwater Mills bought Tallow Works.\n");
    const auto mills2 = second.entity("Brightwater Mills", "organization");
    const auto works2 = second.entity("Tallow Works", "organization");
    const auto quill2 = second.entity("Ada Quill", "person");
    auto& denied = second.claim(mills2, "acquired", "acquired", works2,
                                "Ada Quill denies that Brightwater Mills bought Tallow Works.", "bought");
    denied.polarity = Polarity::denied;
    denied.speaker = quill2;
    second.proposition("Ada Quill", "denies", "that Brightwater Mills bought Tallow Works", 0.9);
    for (const auto* word : {"that", "Brightwater", "Mills", "bought", "Tallow", "Works"}) // more than are shown at first
        second.proposition("Ada Quill", "denies", word, 0.5);
    return {first.digest(), second.digest()};
}

} // namespace

void Stage::openLibrary()
{
    const auto file = m_folder.filePath(QStringLiteral("Mill.skein"));
    {
        auto library = Library::open(toPath(file), Library::Access::readWrite);
        if (!library || !library->add(digests()))
            qFatal("the library of the test could not be made");
    }
    m_workspace.openFile(file);
}

void Stage::openGroups()
{
    const std::vector<std::string> names{"Anna Birk", "Bela Crane", "Corin Vale", "Dorn Hale", "Esk Mills", "Fen Works", "Gill Forge", "Hob Press"};
    std::vector<std::pair<std::size_t, std::size_t>> links{{3, 4}};
    for (std::size_t a = 0; a < names.size(); ++a) {
        for (std::size_t b = a + 1; b < (a < 4 ? 4U : 8U); ++b)
            links.emplace_back(a, b);
    }
    std::string text = "Who knows whom\n";
    for (const auto& [a, b] : links)
        text += "\n" + names[a] + " knows " + names[b] + ".\n";
    Writer writer("groups.txt", text);
    std::vector<std::size_t> entities;
    for (const auto& name : names)
        entities.push_back(writer.entity(name, "person"));
    for (const auto& [a, b] : links)
        writer.claim(entities[a], "affiliated_with", "knows", entities[b], names[a] + " knows " + names[b] + ".", "knows");
    const auto file = m_folder.filePath(QStringLiteral("Groups.skein"));
    {
        auto library = Library::open(toPath(file), Library::Access::readWrite);
        if (!library || !library->add({writer.digest()}))
            qFatal("the library of the test could not be made");
    }
    m_workspace.openFile(file);
}

void Stage::loadEngine()
{
    m_workspace.loadEngine(resourceFolder());
}

QUrl Stage::write(const QString& name, const QString& text)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("a file of the test could not be written");
    file.write(text.toUtf8());
    return QUrl::fromLocalFile(file.fileName());
}

QUrl Stage::folder(const QString& name)
{
    QDir(m_folder.path()).mkpath(name);
    return QUrl::fromLocalFile(m_folder.filePath(name));
}

QString Stage::read(const QUrl& url) const
{
    QFile file(url.toLocalFile());
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
}

QString Stage::clipboard() const { return QGuiApplication::clipboard()->text(); }

void Stage::press(QWindow* window, int key, int modifiers)
{
    QTest::keyClick(window, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
}

void Stage::type(QWindow* window, const QString& text)
{
    for (const auto letter : text)
        QTest::keyClick(window, letter.toLatin1());
}
