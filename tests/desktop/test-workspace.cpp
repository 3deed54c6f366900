// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/places.h"
#include "app/desktop/workspace.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::HasSubstr;

class WorkspaceTest : public testing::Test {
protected:
    template <typename Condition>
    bool wait(Condition condition, int milliseconds = 30000)
    {
        QElapsedTimer clock;
        clock.start();
        while (!condition() && clock.elapsed() < milliseconds)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        return condition();
    }

    bool settle()
    {
        // Twice: what has just settled may start what follows from it.
        return wait([this] { return m_workspace.isSettled(); }) && wait([this] { return m_workspace.isSettled(); });
    }

    QUrl write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return QUrl::fromLocalFile(file.fileName());
    }

    void open(const char* name = "Test.skein")
    {
        m_workspace.openFile(m_folder.filePath(QString::fromLatin1(name)));
        ASSERT_TRUE(settle());
    }

    QVariant role(QAbstractItemModel* model, int row, const char* name)
    {
        return model->data(model->index(row, 0), model->roleNames().key(name));
    }

    QString sentence(int row) { return role(m_workspace.imports()->files(), row, "sentence").toString(); }

    QTemporaryDir m_folder;
    Workspace m_workspace{true};
};

TEST_F(WorkspaceTest, StartsWithNothing)
{
    EXPECT_FALSE(m_workspace.isOpen());
    EXPECT_TRUE(m_workspace.isSettled());
    EXPECT_EQ(m_workspace.status(), "");
}

TEST_F(WorkspaceTest, ReadsAFileIntoTheGraph)
{
    open();
    m_workspace.loadEngine(resourceFolder());
    m_workspace.addFiles({write("note.md", "# A note\n\nMark Zuckerberg founded Meta in 2004. Meta bought Scale AI.\n")});
    EXPECT_TRUE(m_workspace.imports()->isRunning());
    EXPECT_NE(m_workspace.status(), "");
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_workspace.documentCount(), 1);
    EXPECT_GT(m_workspace.entityCount(), 0);
    EXPECT_EQ(m_workspace.imports()->count(), 0); // what went well is in the list of sources
    EXPECT_EQ(role(m_workspace.sources(), 0, "title").toString(), "A note");

    m_workspace.reader()->open(m_workspace.firstDocument(), 0, 0);
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_workspace.reader()->title(), "A note");
    EXPECT_EQ(m_workspace.reader()->blocks()->rowCount(), 2);
    EXPECT_EQ(m_workspace.reader()->heading(), "") << "the first block says it";
    m_workspace.reader()->setRaw(true);
    ASSERT_TRUE(wait([&] { return !m_workspace.reader()->rawText().isEmpty(); }));
    EXPECT_THAT(m_workspace.reader()->rawText().toStdString(), HasSubstr("# A note"));
}

TEST_F(WorkspaceTest, ATitleThatOnlyTheHeadKnowsIsShown)
{
    open();
    m_workspace.loadEngine(resourceFolder());
    m_workspace.addFiles({write("page.html", "<!DOCTYPE html><html><head><title>A sale of mills</title></head><body><article>"
                                             "<p>Mark Zuckerberg founded Meta in 2004. Meta bought Scale AI.</p></article></body></html>")});
    ASSERT_TRUE(settle());
    m_workspace.reader()->open(m_workspace.firstDocument(), 0, 0);
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_workspace.reader()->heading(), "A sale of mills");
}

TEST_F(WorkspaceTest, TheSameBytesAreOneSource)
{
    open();
    m_workspace.loadEngine(resourceFolder());
    m_workspace.addFiles({write("one.txt", "Ada Lovelace met Charles Babbage in London.")});
    ASSERT_TRUE(settle());
    m_workspace.addFiles({write("two.txt", "Ada Lovelace met Charles Babbage in London.")});
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_workspace.documentCount(), 1);
    ASSERT_EQ(m_workspace.imports()->count(), 1);
    EXPECT_EQ(role(m_workspace.imports()->files(), 0, "progressState").toInt(), ImportQueue::AlreadyThere);
}

TEST_F(WorkspaceTest, BadFilesGiveOneSentenceEach)
{
    open();
    m_workspace.loadEngine(resourceFolder());
    const QList<QUrl> files = {write("empty.txt", ""), write("binary.txt", QByteArray(4000, '\0') + "\x7f" "ELF\x01\x02\x03"),
                               QUrl::fromLocalFile(m_folder.filePath("gone.txt")), write("good.txt", "Ada Lovelace was born in London.")};
    m_workspace.addFiles(files);
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_workspace.imports()->failed(), 3);
    ASSERT_EQ(m_workspace.imports()->count(), 3);
    for (int row = 0; row < 3; ++row) {
        EXPECT_TRUE(sentence(row).endsWith(u'.')) << sentence(row).toStdString();
        EXPECT_THAT(sentence(row).toStdString(), HasSubstr(files[row].fileName().toStdString()));
    }
    EXPECT_EQ(m_workspace.documentCount(), 1); // the good one is not held up

    m_workspace.imports()->cancel(0); // dismissed
    EXPECT_EQ(m_workspace.imports()->count(), 2);
    m_workspace.imports()->dismissAll();
    EXPECT_EQ(m_workspace.imports()->count(), 0);
}

TEST_F(WorkspaceTest, RetryReadsAFileThatHasComeBack)
{
    open();
    m_workspace.loadEngine(resourceFolder());
    m_workspace.addFiles({QUrl::fromLocalFile(m_folder.filePath("late.txt"))});
    ASSERT_TRUE(settle());
    ASSERT_EQ(m_workspace.imports()->failed(), 1);
    write("late.txt", "Ada Lovelace was born in London.");
    m_workspace.imports()->retry(0);
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_workspace.imports()->count(), 0);
    EXPECT_EQ(m_workspace.documentCount(), 1);
}

TEST_F(WorkspaceTest, PausedFilesWaitAndCancelledOnesGo)
{
    open();
    QList<QUrl> files;
    for (int i = 0; i < 6; ++i)
        files.append(write(QStringLiteral("%1.txt").arg(i), QByteArray("Source number ") + QByteArray::number(i) + " names Ada Lovelace."));
    m_workspace.addFiles(files); // there is no engine yet: all of them wait
    m_workspace.imports()->pause();
    m_workspace.loadEngine(resourceFolder());
    wait([&] { return !m_workspace.isSettled() && m_workspace.status().startsWith("Paused"); });
    EXPECT_EQ(m_workspace.imports()->count(), 6);
    EXPECT_THAT(m_workspace.status().toStdString(), HasSubstr("Paused"));
    m_workspace.imports()->cancel(0);
    EXPECT_EQ(m_workspace.imports()->count(), 5);
    m_workspace.imports()->cancelAll();
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_workspace.imports()->count(), 0);
    EXPECT_EQ(m_workspace.documentCount(), 0);
    EXPECT_FALSE(m_workspace.imports()->isRunning());
}

TEST_F(WorkspaceTest, AnEmptyFolderGivenWithALibraryIsSpokenOf)
{
    QDir(m_folder.path()).mkdir("empty");
    m_workspace.loadEngine(resourceFolder());
    m_workspace.openFile(m_folder.filePath("both.skein"));
    m_workspace.addFiles({QUrl::fromLocalFile(m_folder.filePath("empty"))});
    ASSERT_TRUE(wait([&] { return m_workspace.isOpen() && !m_workspace.notice()->text().isEmpty(); }));
    ASSERT_TRUE(settle());
    EXPECT_THAT(m_workspace.notice()->text().toStdString(), HasSubstr("empty"));
}

TEST_F(WorkspaceTest, AFolderGivesItsReadableFiles)
{
    open();
    m_workspace.loadEngine(resourceFolder());
    QDir(m_folder.path()).mkpath("notes/deep");
    QDir(m_folder.path()).mkpath("nothing");
    write("notes/a.txt", "Ada Lovelace was born in London.");
    write("notes/deep/b.md", "# B\n\nCharles Babbage was born in London.");
    write("notes/picture.png", "no text");
    m_workspace.addFiles({QUrl::fromLocalFile(m_folder.filePath("notes"))});
    ASSERT_TRUE(wait([&] { return m_workspace.documentCount() == 2 && m_workspace.isSettled(); }));
    m_workspace.addFiles({QUrl::fromLocalFile(m_folder.filePath("nothing"))});
    ASSERT_TRUE(wait([&] { return !m_workspace.notice()->text().isEmpty(); }));
    EXPECT_THAT(m_workspace.notice()->text().toStdString(), HasSubstr("nothing"));
}

TEST_F(WorkspaceTest, WhatIsNoLibraryIsRefusedAndTheOldOneStays)
{
    open();
    const auto before = m_workspace.libraryFile();
    m_workspace.addFiles({write("bad.skein", "This is no library.")});
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_workspace.libraryFile(), before);
    EXPECT_TRUE(m_workspace.notice()->isError());
    EXPECT_THAT(m_workspace.notice()->text().toStdString(), HasSubstr("bad.skein"));
    m_workspace.openRecent(m_folder.filePath("gone.skein"));
    EXPECT_THAT(m_workspace.notice()->text().toStdString(), HasSubstr("gone.skein"));
    EXPECT_EQ(m_workspace.libraryFile(), before);
}

TEST_F(WorkspaceTest, ARemovedSourceComesBack)
{
    open();
    m_workspace.loadEngine(resourceFolder());
    m_workspace.addFiles({write("one.txt", "Ada Lovelace met Charles Babbage in London.")});
    ASSERT_TRUE(settle());
    const auto document = m_workspace.firstDocument();
    m_workspace.removeSource(document);
    ASSERT_TRUE(wait([&] { return m_workspace.documentCount() == 0; }));
    EXPECT_TRUE(m_workspace.history()->canUndo());
    m_workspace.history()->undo();
    ASSERT_TRUE(wait([&] { return m_workspace.documentCount() == 1; }));
    EXPECT_EQ(m_workspace.firstDocument(), document);
    m_workspace.history()->redo();
    ASSERT_TRUE(wait([&] { return m_workspace.documentCount() == 0; }));
    EXPECT_TRUE(m_workspace.history()->canUndo());

    // And after the library was closed.
    ASSERT_TRUE(settle());
    m_workspace.openFile(m_workspace.libraryFile());
    ASSERT_TRUE(wait([&] { return m_workspace.history()->undoText() == "Remove “one.txt”"; }));
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_workspace.documentCount(), 0);
    m_workspace.history()->undo();
    ASSERT_TRUE(wait([&] { return m_workspace.documentCount() == 1; }));
    EXPECT_EQ(m_workspace.firstDocument(), document);
    ASSERT_TRUE(settle());
    EXPECT_EQ(m_workspace.history()->redoText(), "Remove “one.txt”");
}

TEST_F(WorkspaceTest, AMissingEngineIsSaidAndNothingHangs)
{
    open();
    m_workspace.addFiles({write("one.txt", "Ada Lovelace met Charles Babbage.")});
    m_workspace.loadEngine(m_folder.filePath("no-resources"));
    ASSERT_TRUE(settle());
    EXPECT_TRUE(m_workspace.notice()->isError());
    EXPECT_FALSE(m_workspace.imports()->isRunning());
}

} // namespace
