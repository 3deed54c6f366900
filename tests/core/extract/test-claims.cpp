// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/extract/claims-fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skein::testing {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Case {
    const char* text;
    std::vector<std::string> claims; // all of them, without those of speech, in any order
};

std::vector<std::string> withoutSpeech(std::vector<std::string> lines)
{
    std::erase_if(lines, [](const std::string& line) { return line.starts_with("said("); });
    return lines;
}

void check(const std::vector<Case>& cases)
{
    for (const Case& c : cases)
        EXPECT_THAT(withoutSpeech(claimsOf(c.text)), ::testing::UnorderedElementsAreArray(c.claims)) << c.text;
}

TEST(Claims, Investments)
{
    check({
        {"[Zorvex|organization] invested $40 million in [Quill Labs|organization] <in 2021|2021>.", {"invested_in(Zorvex, Quill Labs) @2021 amount:$40 million"}},
        {"[Zorvex|organization]'s $2.5 billion investment in [Quill Labs|organization] drew criticism.", {"invested_in(Zorvex, Quill Labs) amount:$2.5 billion"}},
        {"Owning 31% of [Quill Labs|organization] gives [Zorvex|organization] preferential access.", {"owns(Zorvex, Quill Labs) share:31%"}},
        {"[Zorvex|organization] bought a 20% stake in [Quill Labs|organization].", {"invested_in(Zorvex, Quill Labs) share:20%"}},
        {"[Zorvex|organization] owns 31 percent of [Quill Labs|organization]. The $3 billion [Quill Labs|organization] investment surprised many.",
         {"owns(Zorvex, Quill Labs) share:31 percent", "invested_in(Zorvex, Quill Labs) amount:$3 billion"}},
        {"The $3 billion [Quill Labs|organization] investment surprised many.", {}},
        {"[Zorvex|organization] invested $5 million in [Quill Labs|organization] for a stake of 12%.", {"invested_in(Zorvex, Quill Labs) amount:$5 million share:12%"}},
        {"[Quill Labs|organization] is backed by [Zorvex|organization].", {"invested_in(Zorvex, Quill Labs)"}},
        {"[Zorvex|organization] plans to invest in [Quill Labs|organization].", {"invested_in(Zorvex, Quill Labs) planned"}},
        {"[Zorvex|organization] did not invest in [Quill Labs|organization].", {"invested_in(Zorvex, Quill Labs) not"}},
        {"Did [Zorvex|organization] invest in [Quill Labs|organization]?", {}},
        {"[Zorvex|organization] invested in [Quill Labs|organization] shares.", {}},
    });
}

TEST(Claims, Acquisitions)
{
    check({
        {"[Zorvex|organization] acquired [Quill|organization] and [Norn|organization] for $4 billion.", {"acquired(Zorvex, Quill) amount:$4 billion", "acquired(Zorvex, Norn) amount:$4 billion"}},
        {"[Quill|organization] was acquired by [Zorvex|organization] <in May 2020|2020-05>.", {"acquired(Zorvex, Quill) @2020-05"}},
        {"[Zorvex|organization] bought [Quill|organization] and [Norn|organization] sold [Plim|organization] to [Dax|organization].", {"acquired(Zorvex, Quill)", "acquired(Dax, Plim)"}},
        {"[Zorvex|organization] will acquire [Quill|organization].", {"acquired(Zorvex, Quill) planned"}},
        {"[Zorvex|organization] may acquire [Quill|organization].", {"acquired(Zorvex, Quill) possible"}},
        {"If [Zorvex|organization] acquires [Quill|organization], prices rise.", {"acquired(Zorvex, Quill) possible"}},
        {"[Zorvex|organization] refused to acquire [Quill|organization].", {"acquired(Zorvex, Quill) not"}},
        {"[Zorvex|organization] never acquired [Quill|organization].", {"acquired(Zorvex, Quill) not"}},
        {"[Dax|organization] said that [Zorvex|organization] acquired [Quill|organization].", {"acquired(Zorvex, Quill) reported by Dax"}},
        {"According to [Dax|organization], [Zorvex|organization] acquired [Quill|organization].", {"acquired(Zorvex, Quill) reported by Dax"}},
        {"[Zorvex|organization] acquired [Quill|organization], [Dax|organization] said.", {"acquired(Zorvex, Quill) reported by Dax"}},
        {"[Zorvex|organization] reportedly acquired [Quill|organization].", {"acquired(Zorvex, Quill) reported"}},
        {"The chief of [Zorvex|organization] acquired [Quill|organization].", {}},
        {"[Zorvex|organization]'s rival acquired [Quill|organization].", {}},
        {"[Zorvex|organization] acquired [Quill|organization] engineers.", {}},
        {"[Zorvex|organization], which acquired [Quill|organization] <in 2019|2019>, grew.", {"acquired(Zorvex, Quill) @2019"}},
        {"[Zorvex|organization] grew by acquiring [Quill|organization].", {"acquired(Zorvex, Quill)"}},
        {"[Zorvex|organization] denied that it acquired [Quill|organization].", {}},
        {"[Dax|organization] denied that [Zorvex|organization] acquired [Quill|organization].", {"acquired(Zorvex, Quill) not reported by Dax"}},
        {"[Zorvex|organization] asked whether [Dax|organization] acquired [Quill|organization].", {"acquired(Dax, Quill) possible by Zorvex"}},
        {"[Zorvex|organization] lost money without acquiring [Quill|organization].", {"acquired(Zorvex, Quill) not"}},
        {"A founder of [Zorvex|organization] and a rival of [Quill|organization] acquired a yacht.", {}},
        {"The deal with [Zorvex|organization] helped; [Quill|organization] was happy.", {}},
        {"<In 2019|2019>, [Zorvex|organization] acquired [Quill|organization].", {"acquired(Zorvex, Quill) @2019"}},
        {"[Zorvex|organization] and [Quill|organization] merged <in 2019|2019>.", {"merged_with(Zorvex, Quill) @2019"}},
        {"[Zorvex|organization] merged two teams.", {}},
        {"[Zorvex|organization] and [Quill|organization] merged their shops.", {}},
        {"[Zorvex|organization] signed an agreement to acquire [Quill|organization].", {"acquired(Zorvex, Quill) planned"}},
        {"[Zorvex|organization] merged with [Quill|organization].", {"merged_with(Zorvex, Quill)"}},
    });
}

TEST(Claims, PeopleAndPosts)
{
    check({
        {"The app is led by [Ida Brandt|person], 31, former co-founder and CEO of [Quill|organization], whom [Tove Lind|person] brought in as Chief Data Officer.",
         {"ceo_of(Ida Brandt, Quill) status:former role:CEO", "founded_by(Quill, Ida Brandt)", "hired(Tove Lind, Ida Brandt) role:Chief Data Officer"}},
        {"[Zorvex|organization] CEO [Ida Brandt|person] declined.", {"ceo_of(Ida Brandt, Zorvex) role:CEO"}},
        {"[Ida Brandt|person], chief executive officer of [Zorvex|organization], declined.", {"ceo_of(Ida Brandt, Zorvex) role:chief executive officer"}},
        {"[Ida Brandt|person], deputy CEO of [Zorvex|organization], declined.", {"works_at(Ida Brandt, Zorvex) role:deputy CEO"}},
        {"[Ida Brandt|person] spent nine years as a research scientist at [Zorvex|organization].", {"works_at(Ida Brandt, Zorvex) role:research scientist"}},
        {"[Ida Brandt|person] is not the CEO of [Zorvex|organization].", {"ceo_of(Ida Brandt, Zorvex) not role:CEO"}},
        {"[Tove Lind|person] restructured the division <in 2022|2022>, founded [Quill Labs|organization], and brought in [Ida Brandt|person].", {"founded_by(Quill Labs, Tove Lind)", "hired(Tove Lind, Ida Brandt)"}},
        {"[Quill|organization] was founded <in 2003|2003> by [Ida Brandt|person] and [Tove Lind|person].", {"founded_by(Quill, Ida Brandt) @2003", "founded_by(Quill, Tove Lind) @2003", "founded_on(Quill, =2003) @2003"}},
        {"[Ida Brandt|person], former CEO and co-founder of [Quill|organization], declined.", {"ceo_of(Ida Brandt, Quill) status:former role:CEO", "founded_by(Quill, Ida Brandt)"}},
        {"[Tove Lind|person] hired [Ida Brandt|person] as Chief Data Officer.", {"hired(Tove Lind, Ida Brandt) role:Chief Data Officer"}},
        {"[Ida Brandt|person] and [Tove Lind|person] are members of the [Lab Forum|organization], and they work together.", {"member_of(Ida Brandt, Lab Forum)", "member_of(Tove Lind, Lab Forum)"}},
        {"[Ida Brandt|person] taught at [Bergen University|organization], co-founder of [Quill|organization].", {"works_at(Ida Brandt, Bergen University)"}},
        {"[Zorvex Institute|organization] praised the [Zorvex Institute for Labs|organization].", {}},
        {"[Zorvex Labs|organization] grew out of [Zorvex|organization].", {"part_of(Zorvex Labs, Zorvex)"}},
        {"[Ida Brandt|person] left [Quill|organization] <in 2015|2015>.", {"left(Ida Brandt, Quill) @2015"}},
        {"[Ida Brandt|person] joined [Quill|organization] as a researcher.", {"works_at(Ida Brandt, Quill) role:researcher"}},
        {"[Ida Brandt|person] told [Zorvex|organization] chief executive [Tove Lind|person] to go.", {"ceo_of(Tove Lind, Zorvex) role:chief executive"}},
    });
}

TEST(Claims, Products)
{
    check({
        {"[Lumo Dart|product] was announced <April 8, 2031|2031-04-08>, and is the first model from [Quill Labs|organization].",
         {"released_on(Lumo Dart, =2031-04-08) @2031-04-08", "product_of(Lumo Dart, Quill Labs)"}},
        {"<On April 8, 2031|2031-04-08>, [Zorvex|organization] released [Lumo Dart|product] — its first tool.", {"released(Zorvex, Lumo Dart) @2031-04-08"}},
        {"[Zorvex|organization]'s [Brisk 4|product] ([Apache 2.0|law] license, up to 31B) ranks third.", {"product_of(Brisk 4, Zorvex)", "licensed_under(Brisk 4, Apache 2.0)"}},
        {"[Zorvex|organization]'s [Brisk|product] (400B parameters, [Apache 2.0|law]) sells well.", {"product_of(Brisk, Zorvex)", "licensed_under(Brisk, Apache 2.0)"}},
        {"[Lumo Dart|product] powers the [Zorvex App|product] immediately, with deployment to [Pim|product], [Tok|product], and [Wist|product] rolling out soon.",
         {"deployed_on(Lumo Dart, Zorvex App)", "deployed_on(Lumo Dart, Pim) planned", "deployed_on(Lumo Dart, Tok) planned", "deployed_on(Lumo Dart, Wist) planned"}},
        {"[Lumo Dart|product] will be embedded in [Pim|product].", {"deployed_on(Lumo Dart, Pim) planned"}},
        {"[Brisk 1|product] and [Brisk 2|product], released <in 2023|2023> and <2024|2024>, were gifts.", {"released_on(Brisk 1, =2023) @2023", "released_on(Brisk 2, =2024) @2024"}},
        {"[Brisk|product] is [Zorvex|organization]'s first tool, released <April 8, 2031|2031-04-08> by the newly restructured [Norn Group|organization] under Chief Data Officer [Ida Brandt|person].",
         {"product_of(Brisk, Zorvex)", "released(Norn Group, Brisk) @2031-04-08", "released_on(Brisk, =2031-04-08) @2031-04-08", "leads(Ida Brandt, Norn Group) role:Chief Data Officer"}},
        {"[Zorvex|organization] released [Brisk|product] under the [Apache 2.0|law] license.", {"released(Zorvex, Brisk)", "licensed_under(Brisk, Apache 2.0)"}},
        {"[Brisk|product] powers the [Pim|product] app and website immediately, with deployment to [Tok|product] and [Wist|product] in May.", {"deployed_on(Brisk, Pim)", "deployed_on(Brisk, Tok)", "deployed_on(Brisk, Wist)"}},
        {"<In May 2031|2031-05>, [Zorvex|organization] will deploy [Brisk|product] to [Pim|product], [Tok|product], and the [Wist|product].", {"deployed_on(Brisk, Pim) planned @2031-05", "deployed_on(Brisk, Tok) planned @2031-05", "deployed_on(Brisk, Wist) planned @2031-05"}},
        {"[Brisk 1|product], [Brisk 2|product] and [Brisk 3|product], released <in 2023|2023> and <2024|2024>, were gifts.", {}},
        {"[Brisk 1|product] and [Brisk 2|product] were released <in 2023|2023> and <2024|2024>.", {"released_on(Brisk 1, =2023) @2023", "released_on(Brisk 2, =2024) @2024"}},
        {"[Brisk 1|product] and [Brisk 2|product], released <in 2023|2023>, were gifts.", {"released_on(Brisk 1, =2023) @2023", "released_on(Brisk 2, =2023) @2023"}},
    });
}

TEST(Claims, RankingsAndRivals)
{
    check({
        {"[Lumo Dart|product] now ranks 4th globally on the [Norn Index|benchmark], behind [Pim 3|product], [Tok-5|product], and [Wist|product].",
         {"ranked_on(Lumo Dart, Norn Index) rank:4th", "ranks_behind(Lumo Dart, Pim 3)", "ranks_behind(Lumo Dart, Tok-5)", "ranks_behind(Lumo Dart, Wist)"}},
        {"The [Norn Index|benchmark] ranking — [Pim 3|product] (#1), [Tok-5|product] (#2), [Lumo Dart|product] (#3) — is a first.",
         {"ranked_on(Pim 3, Norn Index) rank:#1", "ranked_on(Tok-5, Norn Index) rank:#2", "ranked_on(Lumo Dart, Norn Index) rank:#3"}},
        {"[Zorvex|organization] and [Quill|organization] teamed up.", {"partners_with(Zorvex, Quill)"}},
        {"The rivalry between [Zorvex|organization] and [Quill|organization] is old.", {"competes_with(Zorvex, Quill)"}},
        {"[Lumo Dart|product] is new. [It|=Lumo Dart] accepts voice, text, and image input and ranks 4th globally on the [Norn Index|benchmark], behind [Pim 3|product].",
         {"ranked_on(Lumo Dart, Norn Index) rank:4th", "ranks_behind(Lumo Dart, Pim 3)"}},
        {"[Lumo Dart|product] is new. And [the app|=Lumo Dart] that a team spent nine months and $4 billion building now ranks 4th on the [Norn Index|benchmark], behind [Pim 3|product].",
         {"ranked_on(Lumo Dart, Norn Index) rank:4th", "ranks_behind(Lumo Dart, Pim 3)"}},
        {"[Zorvex|organization] competes directly with [Quill|organization] and [Norn|organization].", {"competes_with(Zorvex, Quill)", "competes_with(Zorvex, Norn)"}},
        {"[Quill|organization], [Norn|organization], and [Dax|organization] jointly announced that they are sharing data through the [Lab Forum|organization] to stop theft.",
         {"member_of(Quill, Lab Forum)", "member_of(Norn, Lab Forum)", "member_of(Dax, Lab Forum)"}},
        {"[Quill|organization] and [Norn|organization] announced <on April 6-7, 2031|2031-04-06/2031-04-07>, that they now exchange data through the [Lab Forum|organization].",
         {"member_of(Quill, Lab Forum) @2031-04-06/2031-04-07", "member_of(Norn, Lab Forum) @2031-04-06/2031-04-07"}},
    });
}

TEST(Claims, Biographies)
{
    check({
        {"[Ida Brandt|person] was born <on 4 May 1970|1970-05-04> in [Oslo|place].", {"born_in(Ida Brandt, Oslo) @1970-05-04", "born_on(Ida Brandt, =1970-05-04) @1970-05-04"}},
        {"[Ida Brandt|person] married [Jon Vik|person] <in 1999|1999>.", {"spouse_of(Ida Brandt, Jon Vik) @1999"}},
        {"[Ida Brandt|person] graduated from [Bergen University|organization] and lives in [Oslo|place].", {"educated_at(Ida Brandt, Bergen University)", "lives_in(Ida Brandt, Oslo)"}},
        {"[Quill|organization] is headquartered in [Oslo|place], [Norway|place].", {"headquartered_in(Quill, Oslo)", "headquartered_in(Quill, Norway)", "located_in(Oslo, Norway)"}},
    });
}

TEST(Claims, HeadingsClaimNothingUnlessTheyAreSentences)
{
    EXPECT_THAT(claimsOf("[Zorvex|organization] Acquires [Quill|organization]", BlockKind::heading), IsEmpty());
    EXPECT_THAT(claimsOf("[Zorvex|organization] acquired [Quill|organization].", BlockKind::heading), Not(IsEmpty()));
}

TEST(Claims, WritingsWithoutAName)
{
    check({
        {"<In July 2031|2031-07>, [Ida Brandt|person] wrote a 2,000-word manifesto declaring \"open data is the path forward.\"", {"wrote(Ida Brandt, =2,000-word manifesto) @2031-07"}},
        {"[Zorvex|organization] published its annual report <in May 2031|2031-05>.", {"wrote(Zorvex, =annual report) @2031-05"}},
        {"[Ida Brandt|person]'s <July 2031|2031-07> manifesto was long.", {"wrote(Ida Brandt, =manifesto) @2031-07"}},
        {"[Ida Brandt|person] did not write a book.", {"wrote(Ida Brandt, =book) not"}},
        {"[Ida Brandt|person] wrote the book [Open Doors|work] <in 2031|2031>.", {"wrote(Ida Brandt, Open Doors) @2031"}},
        {"[Ida Brandt|person] wrote software.", {}},
        {"[Ida Brandt|person] wrote to a paper company.", {}},
        {"[Ida Brandt|person] wrote a book review.", {}},
    });
}

TEST(Claims, WhereAStatementBegins)
{
    const auto statementOf = [](std::string_view text) {
        for (const Claim& claim : claimsIn(readMarked(text))) {
            if (claim.relation != "said") continue;
            return claim.qualifiers.empty() ? claim.value : claim.qualifiers.front().value;
        }
        return std::string();
    };
    EXPECT_EQ(statementOf("[Dax News|organization] asked the question that everybody has: can [Lumo|product] make money?"), "can Lumo make money");
    EXPECT_EQ(statementOf("[Dax News|organization] asked a question: can [Lumo|product] make money?"), "can Lumo make money");
    EXPECT_EQ(statementOf("[Zorvex|organization] and [Quill|organization] announced <on April 6-7, 2031|2031-04-06/2031-04-07>, that they now share data through the [Lab Forum|organization]."),
              "they now share data through the Lab Forum");
    EXPECT_THAT(claimsOf("[Quill|organization] announced <on April 6, 2031|2031-04-06>, that it likes [Lumo|product]."), Contains("said(Quill, Lumo) @2031-04-06"));
    EXPECT_EQ(statementOf("[Quill|organization] said <on Tuesday|2031-04-08> it is glad."), "it is glad");
    EXPECT_EQ(statementOf("[Quill|organization] said on <Tuesday|2031-04-08>, it is glad."), "it is glad");
    EXPECT_EQ(statementOf("[Quill|organization] told us it is glad."), "it is glad");
    EXPECT_EQ(statementOf("[Ida Brandt|person] wrote what I think is a masterpiece."), "");
    EXPECT_EQ(statementOf("[Ida Brandt|person] wrote about what she is able to do."), "");
    EXPECT_EQ(statementOf("[Ida Brandt|person] said that two things matter: money and [Lumo|product]."), "two things matter: money and Lumo");
    EXPECT_EQ(statementOf("[Zorvex|organization] also says [Lumo|product] performs well on questions, citing work with 1,000 physicians."),
              "Lumo performs well on questions, citing work with 1,000 physicians");
}

TEST(Claims, WhoSpeaksOfWhat)
{
    EXPECT_THAT(claimsOf("[Dax News|organization] asked: \"Can [Zorvex|organization]'s model [Lumo|product] make money?\""), Contains("said(Dax News, Lumo)"));
    EXPECT_THAT(claimsOf("\"The message is clear,\" wrote [Dax News|organization]."), Contains("said(Dax News, =The message is clear)"));
}

TEST(Claims, KeepTheirPromises)
{
    const Marked marked = readMarked("[Zorvex|organization] acquired [Quill|organization]. [It|=Zorvex] also acquired [Norn|organization], [Dax|organization] said.\n[Norn|organization] was founded <in 1999|1999>.");
    const std::vector<Claim> claims = claimsIn(marked);
    ASSERT_FALSE(claims.empty());
    for (const Claim& claim : claims) {
        EXPECT_TRUE(std::ranges::any_of(marked.reading.sentences, [&](const Sentence& s) { return s.span == claim.quote; }));
        EXPECT_FALSE(claim.triggers.empty());
        for (Span trigger : claim.triggers)
            EXPECT_TRUE(claim.quote.contains(trigger));
        EXPECT_GT(claim.confidence, 0);
        EXPECT_LE(claim.confidence, 1);
        EXPECT_FALSE(patterns().describe(claim.rule).empty());
        EXPECT_NE(claim.object, claim.subject);
    }
    EXPECT_EQ(claims, claimsIn(marked));
}

} // namespace
} // namespace skein::testing
