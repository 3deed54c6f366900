// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/item-groups.h"

#include <string_view>

namespace skein {
namespace {

// Names that may stand in one list: people with people, makers with what they make.
int listClass(std::string_view type)
{
    if (type == "person") return 1;
    if (type == "place") return 2;
    return type == "organization" || type == "product" || type == "technology" || type == "work" ? 3 : 4;
}

// Joins the members of lists ("A, B, and C") into one item each.
class ListReader {
public:
    ListReader(std::vector<Item>& items, const Surroundings& around) : m_items(items), m_around(around) {}

    void join()
    {
        const Vocabulary& words = m_around.vocabulary;
        m_comma = words.find(",");
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            std::vector<std::size_t> members = listAt(i);
            if (members.size() < 2) continue;
            const bool verbFollows = members.back() + 1 < m_items.size() &&
                                     m_items[members.back() + 1].kind == ItemKind::verb &&
                                     m_items[members.back() + 1].verb.finite;
            if (verbFollows && i > 0) {
                std::size_t before = i - 1;
                if (before > 0 && is(before, WordClass::determiner)) --before;
                if (m_items[before].kind == ItemKind::verb) {
                    members.pop_back(); // "bought A and B sold": B begins a new clause
                } else if (is(before, WordClass::preposition) && m_items[i + 1].word == m_comma && m_comma != 0) {
                    continue; // "according to A, B and C sold": the list begins behind the comma
                }
                if (members.size() < 2) continue;
            }
            for (std::size_t m = 1; m < members.size(); ++m)
                m_items[i].members.insert(m_items[i].members.end(), m_items[members[m]].members.begin(),
                                          m_items[members[m]].members.end());
            m_items[i].possessive = m_items[members.back()].possessive;
            m_items[i].span.end = m_items[members.back()].span.end;
            m_items.erase(m_items.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                          m_items.begin() + static_cast<std::ptrdiff_t>(members.back()) + 1);
        }
    }

private:
    bool is(std::size_t i, WordClass c) const
    {
        return i < m_items.size() && m_items[i].kind == ItemKind::word && m_around.vocabulary.is(m_items[i].word, c);
    }

    int classOf(const Item& item) const { return listClass(m_around.names.entities[item.members.front().entity].type); }

    // The places of the members of the list that begins at `i`; its last two are joined by a conjunction.
    std::vector<std::size_t> listAt(std::size_t i) const
    {
        std::vector<std::size_t> members;
        if (m_items[i].kind != ItemKind::entity || m_items[i].possessive) return members;
        members.push_back(i);
        std::size_t closed = 1;
        for (std::size_t at = i + 1; at < m_items.size();) {
            bool isConjunction = false;
            const std::size_t from = at;
            if (m_items[at].kind == ItemKind::punctuation && m_items[at].word == m_comma && m_comma != 0) ++at;
            if (is(at, WordClass::conjunction) && m_items[at].word != m_around.vocabulary.find("but")) {
                isConjunction = true;
                ++at;
            }
            if (at == from) break;
            if (is(at, WordClass::determiner)) ++at;
            if (at >= m_items.size() || m_items[at].kind != ItemKind::entity ||
                classOf(m_items[at]) != classOf(m_items[i]))
                break;
            members.push_back(at);
            if (isConjunction) closed = members.size();
            if (m_items[at].possessive) break;
            ++at;
            if (isConjunction && !(at < m_items.size() && is(at, WordClass::conjunction))) break;
        }
        members.resize(closed);
        return members;
    }

    std::vector<Item>& m_items;
    const Surroundings& m_around;
    WordId m_comma = 0;
};

} // namespace

void joinLists(std::vector<Item>& items, const Surroundings& around)
{
    ListReader(items, around).join();
}

} // namespace skein
