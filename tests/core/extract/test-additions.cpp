// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/additions.h"
#include "tests/core/extract/analysed.h"

#include <gmock/gmock.h>

#include <ctime>

using namespace skein;
using namespace skein::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::vector<std::string> complaintsAbout(const std::string& text)
{
    std::vector<std::string> lines;
    if (const auto extended = engine().extended(text, "t"); !extended) {
        for (const Problem& problem : extended.error())
            lines.push_back(toString(problem));
    }
    return lines;
}

std::shared_ptr<const Engine> taught(const std::string& text, const Engine& from = engine())
{
    auto extended = from.extended(text, "t");
    if (extended) return *extended;
    for (const Problem& problem : extended.error())
        ADD_FAILURE() << toString(problem);
    return nullptr;
}

// "subject – label – object", in the order of the claims.
std::vector<std::string> claims(const Engine& reader, const std::string& text)
{
    const auto analysis = reader.analyse(documentOf(text), Cancel());
    std::vector<std::string> lines;
    for (const Claim& claim : analysis->claims)
        lines.push_back(analysis->entities[claim.subject].name + " – " + claim.label + " – " +
                        (claim.object ? analysis->entities[*claim.object].name : claim.value));
    return lines;
}

// "type name | alias", in the order of the entities.
std::vector<std::string> namesBy(const Engine& reader, const std::string& text)
{
    const auto analysis = reader.analyse(documentOf(text), Cancel());
    std::vector<std::string> lines;
    for (const Entity& entity : analysis->entities) {
        lines.push_back(entity.type + " " + entity.name);
        for (const std::string& alias : entity.aliases)
            lines.back() += " | " + alias;
    }
    return lines;
}

constexpr const char* arms = R"(# What the library on arms knows.
type weapon like product
    plural: Weapons

relation supplies organization|person -> organization|product
    label: supplies
    inverse: is supplied by      # as it reads from the other end

rule deliveries for supplies
    why: Somebody is said to resell something to somebody.
    S {resell} ( the|a )? O
    O {resell}.passive by S

names weapon
    Kestrel 9 | K-9
    Long Quill

names organization
    Velmari Works | Velmari

verbs
    resell resells resold resold reselling
)";

} // namespace

TEST(Additions, teachTypesRelationsNamesAndRules)
{
    const auto reader = taught(arms);
    ASSERT_TRUE(reader);
    EXPECT_THAT(namesBy(*reader, "Velmari resold the K-9. A Kestrel 9 was seen."),
                ElementsAre("organization Velmari Works | Velmari", "weapon Kestrel 9 | K-9"));
    EXPECT_THAT(claims(*reader, "Velmari resold the K-9."), ElementsAre("Velmari Works – supplies – Kestrel 9"));
    EXPECT_THAT(claims(*reader, "The Long Quill was resold by Velmari Works."),
                ElementsAre("Velmari Works – supplies – Long Quill"));
    EXPECT_THAT(claims(engine(), "Velmari resold the K-9."), IsEmpty());
    EXPECT_EQ(reader->describeRule("deliveries"), "Somebody is said to resell something to somebody.");
    EXPECT_EQ(reader->entityTypes().back().label, "Weapon");
    EXPECT_EQ(reader->relations().back().inverse, "is supplied by");
}

TEST(Additions, aTypeLikeAnotherTakesPartInShippedRules)
{
    const auto reader = taught("type weapon like product\nnames weapon\n Kestrel 9\nnames organization\n Velmari Works\n");
    ASSERT_TRUE(reader);
    EXPECT_THAT(claims(*reader, "Velmari Works released Kestrel 9."), ElementsAre("Velmari Works – released – Kestrel 9"));
}

TEST(Additions, namesStandOnTheEdgesOfWordsOnly)
{
    const auto reader = taught("names product\n  Quill | Quill Two\n  .Quiv\n");
    ASSERT_TRUE(reader);
    EXPECT_THAT(namesBy(*reader, "We like Quills and the Quilling."), IsEmpty());
    EXPECT_THAT(namesBy(*reader, "We like quill."), IsEmpty()) << "as written";
    EXPECT_THAT(namesBy(*reader, "We like Quill. We like Quill\nTwo more."), ElementsAre("product Quill | Quill Two"));
    EXPECT_THAT(namesBy(*reader, "We use Quill's parts and .Quiv (Quill)."), ElementsAre("product Quill", "product .Quiv"));
    EXPECT_THAT(namesBy(*reader, "We like Quill\n\nTwo of them."), ElementsAre("product Quill")) << "not across paragraphs";
}

TEST(Additions, whatIsIgnoredIsNoName)
{
    const std::string text = "Nimbus Labs hired Ada Krohn in 2021. She runs Nimbus Labs now.";
    ASSERT_THAT(namesBy(engine(), text), testing::Contains("organization Nimbus Labs"));
    const auto reader = taught("ignore\n    Nimbus Labs\n");
    ASSERT_TRUE(reader);
    EXPECT_THAT(namesBy(*reader, text), testing::Not(testing::Contains(HasSubstr("Nimbus"))));
}

TEST(Additions, pronounsReferToTaughtNames)
{
    const auto reader = taught("names person\n    Oru Venn\n");
    ASSERT_TRUE(reader);
    const Document document = documentOf("Oru Venn lives in Oslo. He works at Nimbus Labs.");
    const auto analysis = reader->analyse(document, Cancel());
    EXPECT_TRUE(std::ranges::any_of(analysis->mentions, [&](const Mention& mention) {
        return mention.kind == MentionKind::pronoun && analysis->entities[mention.entity].name == "Oru Venn";
    }));
}

TEST(Additions, theVersionFollowsWhatIsTaught)
{
    EXPECT_EQ(taught("")->version(), engine().version());
    EXPECT_EQ(taught("# nothing yet\n\n   # nor here\n")->version(), engine().version());
    EXPECT_NE(taught("names product\n  Quill Two\n")->version(), engine().version());
    EXPECT_EQ(taught("names product\n  Quill Two\n")->version(), taught("names product # yes\n\t Quill Two  \r\n")->version());
    EXPECT_NE(taught("names product\n  Quill Two\n")->version(), taught("names product\n  Quill One\n")->version());
}

TEST(Additions, anExtendedEngineMayBeExtended)
{
    const auto once = taught("names product\n  Quill Two\n");
    const auto twice = taught("names organization\n  Velmari Works\n", *once);
    ASSERT_TRUE(twice);
    EXPECT_THAT(namesBy(*twice, "Velmari Works makes Quill Two."),
                ElementsAre("organization Velmari Works", "product Quill Two"));
}

TEST(Additions, extendingIsCheap)
{
    engine();
    const std::clock_t start = std::clock(); // of this process alone: other tests may run beside it
    ASSERT_TRUE(taught(arms));
    EXPECT_LT(std::clock() - start, CLOCKS_PER_SEC / 20);
}

TEST(Additions, mistakesNameTheirLine)
{
    const std::pair<const char*, const char*> cases[] = {
        {"tpye weapon", "t:1:1: “tpye” begins no statement; did you mean “type”?"},
        {"Muse is a product",
         "t:1:1: “Muse” begins no statement; use one of type, relation, rule, names, ignore, verbs and macros."},
        {"#weapons", "t:1:1: a comment has a space behind its #."},
        {"  Quill Two", "t:1:3: this line belongs to no statement; begin one at the left margin, such as: names product."},
        {"type", "t:1:1: the type needs an id, such as: type weapon."},
        {"type Weapon", "t:1:6: “Weapon” is no id; write small letters, digits and _, such as weapon."},
        {"type person", "t:1:6: the type “person” is shipped with Skein; use it, or give yours another name."},
        {"type value", "t:1:6: “value” means an amount or a date behind an arrow; give the type another name."},
        {"type gun\n\ntype gun", "t:3:6: the type “gun” stands in line 1 already; keep one of them."},
        {"type gun like prodcut", "t:1:15: there is no type “prodcut”; did you mean “product”?"},
        {"type gun as product", "t:1:10: behind the id may only stand “like” and another type: type weapon like product."},
        {"type gun\n  colour: red", "t:2:3: “colour” is not known of a type; use one of label and plural."},
        {"type gun\n  Gun", "t:2:3: below “type” stand lines such as: label: …."},
        {"type gun\n  label:", "t:2:3: “label” has no text; write it behind the colon."},
        {"relation supplies",
         "t:1:10: the relation needs an arrow between the types of its ends, such as: relation supplies organization -> product."},
        {"relation supplies organization -> product",
         "t:1:10: say how the relation reads backwards, in a line below, such as: inverse: is supplied by."},
        {"relation supplies organisation -> value", "t:1:19: there is no type “organisation”; did you mean “organization”?"},
        {"relation supplies person, product -> value", "t:1:19: types are separated by |, such as organization|person."},
        {"relation supplies value -> person\n  inverse: x",
         "t:1:19: a value cannot be the subject of a relation; write it behind the arrow."},
        {"relation owns person -> value", "t:1:10: the relation “owns” is shipped with Skein; use it, or give yours another name."},
        {"rule deliveries", "t:1:1: the rule needs an id and the relation that it finds, such as: rule deliveries for supplies."},
        {"rule d for owns", "t:1:6: the rule has no pattern; write one in a line below, such as: S {supply} O."},
        {"rule d for onws\n  S {own} O", "t:1:12: there is no relation “onws”; did you mean “owns”?"},
        {"rule product-possessive for owns\n  S {own} O",
         "t:1:6: the rule “product-possessive” is shipped with Skein; use it, or give yours another name."},
        {"rule d for owns\n  S {own O", "t:2:5: this brace is not closed; write } behind the verbs."},
        {"rule d for owns\n  S {own} ( the O", "t:2:11: this bracket is not closed; write ) behind what it holds."},
        {"rule d for owns\n  S {own} #firn O", "t:2:11: there is no macro #firn."},
        {"rule d for owns\n  S {own} O:law",
         "t:2:13: the relation owns admits no law as its object; it admits organization, product, place, work and technology."},
        {"rule d for owns\n  S {own}", "t:2:3: the pattern has no object and no value; write O or value= where it stands."},
        {"rule d for owns\n  {own} O", "t:2:3: the pattern has no subject; write S where it stands."},
        {"rule d for owns\n  confidence: high\n  S {own} O",
         "t:2:15: the confidence is a number above 0 and at most 1, such as 0.9."},
        {"rule d for owns\n  modality: maybe\n  S {own} O",
         "t:2:13: there is no modality “maybe”; use one of planned, possible and reported."},
        {"rule d for owns\n  qualifier: former\n  S {own} O",
         "t:2:14: a qualifier has a name and a value, such as: status = former."},
        {"rule d for owns\n  wyh: So.\n  S {own} O", "t:2:3: “wyh” is not known of a rule; did you mean “why”?"},
        {"names", "t:1:1: say of which type the names are, such as: names product."},
        {"names product", "t:1:1: nothing stands below “names”; write one a line, indented."},
        {"names product Quill",
         "t:1:15: behind the type may only stand “instead”; the names stand below, indented."},
        {"names planet\n  Quill", "t:1:7: there is no type “planet”; use one of person, organization, product, place, technology, "
                                   "benchmark, event, work and law."},
        {"names product\n  Quill\nnames orgnisatoin\n  Velmari",
         "t:3:7: there is no type “orgnisatoin”; use one of person, organization, product, place, technology, benchmark, "
         "event, work and law."},
        {"names product\n  Quill | | Q", "t:2:3: a name is missing beside a |; write it or take the | away."},
        {"names product\n  Q", "t:2:3: “Q” is too short for a name; write two characters or more, one of them a letter or digit."},
        {"names product\n  Quill\n  Quiver | Quill", "t:3:12: the name “Quill” stands in line 2 already; keep one of them."},
        {"names product\n  Germany",
         "t:2:3: “Germany” is shipped as a place; put it below “names product instead” if this library means another."},
        {"ignore\n  Quill\nnames product\n  Quill", "t:2:3: the name “Quill” stands in line 4 already; keep one of them."},
        {"verbs\n  slay slew", "t:2:3: a verb needs five forms in small letters, such as: slay slays slew slain slaying."},
        {"verbs\n  buy buys bought bought buying",
         "t:2:3: the verb “buy” is shipped with Skein; use it, or give yours another name."},
        {"macros\n  arms gun", "t:2:3: a macro has a name and what it stands for, such as: #arms missile|rifle|gun."},
        {"macros\n  #arms ( gun", "t:2:9: this bracket is not closed; write ) behind what it holds."},
        {"macros\n  #arms #arms", "t:2:9: macros are nested too deeply; one may call itself."},
        {"names product\n  Qu\xFFll", "t:2:1: this line is not UTF-8; save the text as UTF-8."},
    };
    for (const auto& [text, complaint] : cases) {
        const auto found = complaintsAbout(text);
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_EQ(found.front(), complaint) << text;
    }
}

TEST(Additions, allMistakesAreToldInOrder)
{
    EXPECT_THAT(complaintsAbout("tpye gun\n  label: Gun\nnames planet\n  Quill\nrule d for owns\n  S {own\n"),
                ElementsAre(HasSubstr("t:1:1: "), HasSubstr("t:3:7: "), HasSubstr("t:6:5: ")));
}

TEST(Additions, whatIsShippedMayBeMeantOtherwiseWhenSaid)
{
    const auto reader = taught("names product instead\n    Germany\n");
    ASSERT_TRUE(reader);
    EXPECT_THAT(namesBy(*reader, "We tried Germany yesterday."), ElementsAre("product Germany"));
}

TEST(Additions, columnsCountCharacters)
{
    EXPECT_THAT(complaintsAbout("names product\n  Žižkov Tower | Z"), ElementsAre(HasSubstr("t:2:18: “Z” is too short")));
}
