// SPDX-License-Identifier: GPL-3.0-or-later
// What business and technology news says, by patterns alone: of each kind what must and what must not be read.
#include "tests/core/extract/claims-fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skein::testing {
namespace {

using ::testing::IsEmpty;

void check(std::string_view text, std::vector<std::string> expected)
{
    std::vector<std::string> lines = claimsOf(text);
    std::erase_if(lines, [](const std::string& line) { return line.starts_with("said("); });
    EXPECT_THAT(lines, ::testing::UnorderedElementsAreArray(expected)) << text;
}

TEST(NewsClaims, moneyRaisedAndValue)
{
    check("[Quill|organization] raised $40 million in a Series B round.", {"raised(Quill, =$40 million)"});
    check("[Quill|organization] closed a $40 million funding round.", {"raised(Quill, =$40 million)"});
    check("[Quill|organization] hopes to raise $40 million from investors.", {"raised(Quill, =$40 million) planned"});
    check("[Quill|organization] raised prices.", {});
    check("The round values [Quill|organization] at $2 billion.", {});
    check("[Zorvex|organization] values [Quill|organization] at $2 billion.", {"valued_at(Quill, =$2 billion)"});
}

TEST(NewsClaims, profitAndLoss)
{
    check("[Quill|organization] reported a net profit of $3 million.", {"profit(Quill, =$3 million)"});
    check("[Quill|organization] lost $3 million in the first quarter.", {"profit(Quill, =$3 million)"});
    check("[Quill|organization] lost a customer.", {});
}

TEST(NewsClaims, prices)
{
    check("[Lumo|product] costs $20.", {"priced_at(Lumo, =$20)"});
    check("[Lumo|product] is priced at $20.", {"priced_at(Lumo, =$20)"});
    check("[Lumo|product] sells for $20.", {"priced_at(Lumo, =$20)"});
    check("[Quill|organization] spent $20 on [Lumo|product].", {});
}

TEST(NewsClaims, layoffs)
{
    check("[Quill|organization] laid off 300 people.", {"laid_off(Quill, =300 people)"});
    check("[Quill|organization] will cut about 300 jobs.", {"laid_off(Quill, =300 jobs) planned"});
    check("[Quill|organization] cut prices.", {});
}

TEST(NewsClaims, finesAndLawsuits)
{
    check("[Norn Commission|organization] fined [Quill|organization] $5 million.", {"fined(Norn Commission, Quill) amount:$5 million"});
    check("[Quill|organization] was fined $5 million by [Norn Commission|organization].", {"fined(Norn Commission, Quill) amount:$5 million"});
    check("[Zorvex|organization]'s lawsuit against [Quill|organization] failed.", {"sued(Zorvex, Quill)"});
    check("[Zorvex|organization] accused [Quill|organization] of theft.", {"criticized(Zorvex, Quill)"});
    check("[Quill|organization] feels fine.", {});
}

TEST(NewsClaims, appointmentsAndDepartures)
{
    check("[Ida Brandt|person] was appointed chief financial officer of [Quill|organization].", {"works_at(Ida Brandt, Quill) role:chief financial officer"});
    check("[Quill|organization] named [Ida Brandt|person] CEO.", {"ceo_of(Ida Brandt, Quill) role:CEO", "hired(Quill, Ida Brandt) role:CEO"});
    check("[Quill|organization] fired [Ida Brandt|person].", {"left(Ida Brandt, Quill)"});
    check("[Ida Brandt|person] succeeded [Tove Lind|person] as chairman.", {"succeeded(Ida Brandt, Tove Lind) role:chairman"});
    check("[Quill|organization] named a price.", {});
    check("[Ida Brandt|person] succeeded at last.", {});
}

TEST(NewsClaims, productsEndAndCome)
{
    check("[Quill|organization] discontinued [Lumo|product].", {"discontinued(Quill, Lumo)"});
    check("[Lumo Next|product] is the successor to [Lumo|product].", {"succeeded(Lumo Next, Lumo)"});
    check("[Lumo Next|product] is coming but not yet live.", {"released_on(Lumo Next, =coming) planned"});
    check("[Quill|organization] hopes to open-source future versions of [Lumo|product].", {"released(Quill, Lumo) planned"});
    check("[Quill|organization] said [it|=Quill] \"hopes to open-source future versions of [Lumo|product].\"", {"released(Quill, Lumo) planned by Quill"});
    check("[Lumo|product] will be open.", {});
}

TEST(NewsClaims, sitesAndSupply)
{
    check("[Quill|organization] opened a new plant in [Oslo|place].", {"located_in(Quill, Oslo)"});
    check("[Quill|organization] opened a debate in [Oslo|place].", {});
    check("[Quill|organization] is a supplier to [Zorvex|organization].", {"client_of(Zorvex, Quill)"});
    check("[Quill|organization] won a contract from [Zorvex|organization].", {"client_of(Zorvex, Quill)"});
}

TEST(NewsClaims, theSentenceBeforeSaysWhatIsMeant)
{
    const std::string text = "[Quill|organization] is at $3 billion in annualized revenue. [Zorvex|organization] is at $2 billion.";
    check(text, {"revenue(Quill, =$3 billion)", "revenue(Zorvex, =$2 billion)"});
    const Marked marked = readMarked(text);
    const std::vector<Claim> claims = claimsIn(marked);
    ASSERT_EQ(claims.size(), 2u);
    EXPECT_EQ(claims[1].quote, (Span{marked.reading.sentences[0].span.begin, marked.reading.sentences[1].span.end})); // both sentences
    check("[Quill|organization] is large. [Zorvex|organization] is at $2 billion.", {});
    check("[Quill|organization] is at $3 billion in annualized revenue.\n[Zorvex|organization] is at $2 billion.", {"revenue(Quill, =$3 billion)"});
}

TEST(NewsClaims, whatIsStillToComeIsPlanned)
{
    check("[Brisk|product] powers the [Pim|product] app, with deployment to [Tok|product] and [Wist|product] rolling out in the coming weeks.",
          {"deployed_on(Brisk, Pim)", "deployed_on(Brisk, Tok) planned", "deployed_on(Brisk, Wist) planned"});
    check("[Quill|organization] acquired [Norn|organization], which is next to the river.", {"acquired(Quill, Norn)"});
    check("[Quill|organization] releases [Brisk|product] <next month|2031-05>.", {"released(Quill, Brisk) planned @2031-05", "released_on(Brisk, =2031-05) planned @2031-05"});
}

TEST(NewsClaims, inATranscriptThePersonBeforeTheColonSpeaks)
{
    check("[IDA BRANDT|person]: That was fun. [Quill|organization] acquired [Norn|organization].", {"acquired(Quill, Norn) reported by IDA BRANDT"});
    check("[IDA BRANDT|person]: That was the founder of [Quill|organization], [Tove Lind|person].", {"founded_by(Quill, Tove Lind) reported by IDA BRANDT"});
    check("A note: [Quill|organization] acquired [Norn|organization].", {"acquired(Quill, Norn)"});
}

} // namespace
} // namespace skein::testing
