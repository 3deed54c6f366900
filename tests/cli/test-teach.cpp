// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli-fixture.h"

namespace skein {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr const char* arms = "type weapon\nrelation supplies organization -> weapon\n  inverse: is supplied by\n"
                             "rule deliveries for supplies\n  S {deliver} ( the|a )? O\n"
                             "names organization\n  Velmari Works | Velmari\nnames weapon\n  Kestrel 9 | K-9\n";

TEST_F(CliTest, teachPrintsWhatChangedAndWhatIsTaught)
{
    write("a.txt", "Velmari delivered the K-9.\n");
    write("arms.teach", arms);
    ASSERT_EQ(run("$S import l.skein a.txt").status, 0);
    EXPECT_EQ(run("$S teach l.skein").out, "");
    const auto taught = run("$S teach l.skein arms.teach");
    EXPECT_EQ(taught.status, 0) << taught.err;
    EXPECT_THAT(taught.out, AllOf(StartsWith("Read again: 1 document; 1 claim more; "),
                                  HasSubstr("  + Velmari Works – supplies – Kestrel 9\n      “Velmari delivered the K-9.”")));
    EXPECT_THAT(taught.err, IsEmpty());
    EXPECT_EQ(run("$S teach l.skein").out, arms);
    EXPECT_EQ(run("$S verify l.skein").status, 0);

    write("b.txt", "The K-9 was seen. Velmari delivered a K-9.\n");
    EXPECT_THAT(run("$S import l.skein b.txt").out, HasSubstr("1 claim)")) << "what comes later is read by it too";

    write("none.teach", "");
    const auto untaught = run("$S teach l.skein none.teach");
    EXPECT_EQ(untaught.status, 0) << untaught.err;
    EXPECT_THAT(untaught.out, AllOf(StartsWith("Read again: 2 documents; 2 claims less; "), HasSubstr("  - Velmari Works – ")));
    EXPECT_EQ(run("$S teach l.skein").out, "");
}

TEST_F(CliTest, teachRefusesWhatIsWrongWithItsLines)
{
    write("a.txt", "Velmari delivered the K-9.\n");
    ASSERT_EQ(run("$S import l.skein a.txt").status, 0);
    write("bad.teach", "tpye weapon\nnames planet\n  Quill\n");
    const auto refused = run("$S teach l.skein bad.teach");
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("bad.teach:1:1: “tpye” begins no statement; did you mean “type”?\n"),
                                   HasSubstr("bad.teach:2:7: there is no type “planet”; ")));
    EXPECT_EQ(run("$S teach l.skein").out, "");
    EXPECT_EQ(run("$S teach l.skein nothing.teach").status, 1);
    EXPECT_EQ(run("$S teach no.skein").status, 3);
}

TEST_F(CliTest, analyseKnowsAdditions)
{
    write("arms.teach", arms);
    const std::string line = R"(echo '{"id": 1, "text": "Velmari delivered the K-9."}' | $S analyse)";
    EXPECT_THAT(run(line + " --additions arms.teach").out, HasSubstr("\"supplies\""));
    EXPECT_THAT(run(line).out, testing::Not(HasSubstr("\"supplies\"")));
    write("bad.teach", "tpye weapon\n");
    EXPECT_EQ(run(line + " --additions bad.teach").status, 1);
}

TEST_F(CliTest, checkTellsAllMistakes)
{
    std::filesystem::create_directories(path("r"));
    for (const char* part : {"ontology", "patterns", "lexicons"})
        std::filesystem::copy(std::filesystem::path(SKEIN_SOURCE_DIR) / "resources" / part, path("r") / part,
                              std::filesystem::copy_options::recursive);
    const auto sound = run("$S check r");
    EXPECT_EQ(sound.status, 0) << sound.out;
    EXPECT_THAT(sound.out, testing::MatchesRegex("Sound: [0-9]+ files\\.\n"));

    write("r/lexicons/places.txt", "# places\nAtlantis\nLost  City\n Ys\n");
    write("r/patterns/lives.json", "{\"rules\": [\n  {\"id\": \"lives\", \"relation\": \"lives_at\", \"why\": \"W.\"}\n]}\n");
    write("r/mine.teach", "tpye weapon\n");
    const auto found = run("$S check r");
    EXPECT_EQ(found.status, 1);
    EXPECT_THAT(found.out, AllOf(HasSubstr("r/lexicons/places.txt:3:5: stray white space"), HasSubstr("r/lexicons/places.txt:4:1: "),
                                 HasSubstr("r/patterns/lives.json:2:31: there is no relation “lives_at”; did you mean “lives_in”?"),
                                 HasSubstr("r/mine.teach:1:1: ")));
    EXPECT_EQ(run("$S check r/mine.teach r/lexicons/places.txt").status, 1);
    EXPECT_EQ(run("$S check r/ontology r/patterns/words.json").status, 0);
    EXPECT_EQ(run("$S check nowhere").status, 3);
    EXPECT_EQ(run("$S check").status, 2);
}

} // namespace
} // namespace skein
