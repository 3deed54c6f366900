// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, asked for a picture.
#include "app/desktop/convert.h"
#include "core/base/sha256.h"
#include "core/library.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::HasSubstr;

struct Outcome {
    int status = -1;
    std::string err;
};

// Of a library with two names that nothing connects.
class PictureOf : public testing::Test {
protected:
    PictureOf()
    {
        skein::Digest digest;
        digest.source = {"Ada met Bea.\n", "a.txt", {}, {}};
        digest.document = skein::importDocument(digest.source, skein::Cancel()).value();
        digest.id = {skein::idBits(skein::sha256(digest.source.bytes))};
        digest.engine = "by hand";
        digest.analysis.entities = {{"Ada", "person", {}}, {"Bea", "person", {}}};
        digest.analysis.mentions = {{{0, 3}, 0, skein::MentionKind::name}, {{8, 11}, 1, skein::MentionKind::name}};
        for (const auto& block : digest.document.blocks)
            digest.analysis.reading.sentences.push_back({block.span, 0, 0});
        auto library = skein::Library::open(toPath(file("l.skein")), skein::Library::Access::readWrite);
        EXPECT_TRUE(library && library->add({digest}));
    }

    QString file(const QString& name) const { return m_folder.filePath(name); }
    Outcome take(const QStringList& arguments) const
    {
        QProcess skein;
        skein.start(QCoreApplication::applicationDirPath() + QStringLiteral("/skein"),
                    QStringList{QStringLiteral("--library"), file("l.skein"), QStringLiteral("--screenshot"), file("p.png")} + arguments);
        if (!skein.waitForFinished(60'000))
            skein.kill();
        return {skein.exitStatus() == QProcess::NormalExit ? skein.exitCode() : -1, skein.readAllStandardError().toStdString()};
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(PictureOf, WhatIsThereIsSaved)
{
    EXPECT_EQ(take({"--select", "Bea"}).status, 0);
    EXPECT_TRUE(QFileInfo::exists(file("p.png")));
}

TEST_F(PictureOf, ANameThatIsNotThereIsTold)
{
    const Outcome outcome = take({"--select", "Ada", "--select", "Nobody"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("skein: nothing in the library is named “Nobody”\n"));
    EXPECT_FALSE(QFileInfo::exists(file("p.png")));
}

TEST_F(PictureOf, AConnectionThatIsNotThereIsTold)
{
    const Outcome outcome = take({"--select", "Ada", "--select", "Bea"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("skein: “Ada” and “Bea” are not connected\n"));
}

TEST_F(PictureOf, ThreeNamesAreTooMany)
{
    EXPECT_EQ(take({"--select", "Ada", "--select", "Bea", "--select", "Ada"}).status, 2);
}

} // namespace
