// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/article.h"

#include "core/document/htmlhints.h"

#include <algorithm>
#include <array>

namespace skein {
namespace {

constexpr std::uint32_t shortestVote = 25;    // code points: shorter paragraphs do not vote
constexpr std::uint32_t enoughText = 500;     // an article; less makes the search try again
constexpr int votingDistance = 5;             // ancestors that a paragraph votes for
constexpr std::size_t runnersUp = 5;

class Search {
public:
    Search(const HtmlTree& tree, const std::vector<bool>& isData, Prejudice prejudice)
        : m_tree(tree), m_isData(isData), m_prejudice(prejudice), m_gone(tree.size()), m_scores(tree.size()), m_scored(tree.size())
    {
    }

    std::vector<bool> run(std::uint32_t& chars)
    {
        leaveOutFrame();
        m_sums = sumsOf(m_tree, m_gone);
        vote();
        const auto winner = winnerOf();
        auto article = withSiblings(winner);
        pruneArticle(m_tree, article, m_isData, m_prejudice, m_gone);
        chars = 0;
        for (NodeIndex i = 0; i < m_tree.size(); ++i) {
            article[i] = article[i] && !m_gone[i];
            if (article[i] && m_tree[i].isText) {
                NodeSums own;
                addOwn(m_tree, i, own);
                chars += own.chars;
            }
        }
        return article;
    }

private:
    void leaveOutFrame()
    {
        for (NodeIndex i = 0; i < m_tree.size(); ++i) {
            const auto& node = m_tree[i];
            if (node.parent != noNode && m_gone[node.parent]) m_gone[i] = true;
            else if (!node.isText && node.tag != GUMBO_TAG_BODY && node.tag != GUMBO_TAG_HTML) m_gone[i] = isNeverText(m_tree, i) || isDateline(i) || isNoteMark(i);
        }
        m_sums = sumsOf(m_tree, m_gone);
        const auto page = m_sums.empty() ? 0u : m_sums[0].longChars;
        for (NodeIndex i = 0; i < m_tree.size(); ++i) {
            const auto& node = m_tree[i];
            if (m_gone[i]) continue;
            if (node.parent != noNode && m_gone[node.parent]) {
                m_gone[i] = true;
            } else if (node.tag == GUMBO_TAG_NOSCRIPT && !node.isText) {
                // Mostly a picture or a plea for scripts; but some pages keep their whole text here.
                m_gone[i] = m_sums[i].longChars < enoughText;
            } else if (!node.isText && m_prejudice.againstNames && !m_isData[i]) {
                const auto hints = m_tree.hints(i);
                if (hints.size() <= 3 || !isUnlikely(m_tree, i, hints)) continue;
                // What holds a good part of the page's prose is not its frame, whatever it is called; comments can be long.
                m_gone[i] = m_sums[i].longChars * 5 < page * 2 || hints.contains("comment") || hints.contains("disqus");
            }
        }
    }

    // A <time> that stands in no sentence says when the page was published, which is metadata.
    bool isDateline(NodeIndex i) const
    {
        if (m_tree[i].tag != GUMBO_TAG_TIME) return false;
        int steps = 0;
        for (auto up = m_tree[i].parent; up != noNode && steps < 4; up = m_tree[up].parent, ++steps)
            switch (m_tree[up].tag) {
            case GUMBO_TAG_P: case GUMBO_TAG_LI: case GUMBO_TAG_TD: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_DD: return false;
            default: break;
            }
        return true;
    }

    // The raised number of a note: a short <sup> that leads somewhere else on the page.
    bool isNoteMark(NodeIndex i) const
    {
        if (m_tree[i].tag != GUMBO_TAG_SUP || m_tree[i].end - i > 8) return false;
        for (NodeIndex k = i + 1; k < m_tree[i].end; ++k)
            if (!m_tree[k].isText && m_tree[k].tag == GUMBO_TAG_A && m_tree.attribute(k, "href").contains('#')) return true;
        return false;
    }

    double base(NodeIndex i) const
    {
        double score = m_prejudice.weighNames ? classWeight(m_tree, i) : 0;
        switch (m_tree[i].tag) {
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_MAIN: return score + 5;
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_BLOCKQUOTE: return score + 3;
        case GUMBO_TAG_ADDRESS: case GUMBO_TAG_OL: case GUMBO_TAG_UL: case GUMBO_TAG_DL: case GUMBO_TAG_DD: case GUMBO_TAG_DT:
        case GUMBO_TAG_LI: case GUMBO_TAG_FORM: return score - 3;
        case GUMBO_TAG_TH: return score - 5;
        default: return isHeadingTag(m_tree[i].tag) ? score - 5 : score;
        }
    }

    // Text that lies directly in `i`, in no block of its own, and its size.
    NodeSums looseText(NodeIndex i) const
    {
        NodeSums sums;
        for (NodeIndex k = i + 1; k < m_tree[i].end;) {
            if (m_gone[k] || (!m_tree[k].isText && isBlockTag(m_tree[k].tag))) {
                k = m_tree[k].end;
                continue;
            }
            if (m_tree[k].isText) addOwn(m_tree, k, sums);
            ++k;
        }
        return sums;
    }

    void voteFor(NodeIndex first, const NodeSums& text)
    {
        if (text.chars < shortestVote) return;
        const double score = 1.0 + text.commas + 1.0 + std::min<std::uint32_t>(text.chars / 100, 3);
        int level = 0;
        for (auto up = first; up != noNode && level < votingDistance; up = m_tree[up].parent, ++level) {
            if (m_tree[up].tag == GUMBO_TAG_HTML) break;
            if (!m_scored[up]) {
                m_scored[up] = true;
                m_scores[up] = base(up);
            }
            m_scores[up] += score / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
        }
    }

    void vote()
    {
        for (NodeIndex i = 0; i < m_tree.size(); ++i) {
            if (m_gone[i] || m_tree[i].isText) continue;
            switch (m_tree[i].tag) {
            case GUMBO_TAG_P:
            case GUMBO_TAG_PRE:
            case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6:
                voteFor(m_tree[i].parent, m_sums[i]);
                break;
            case GUMBO_TAG_TD: voteFor(m_tree[i].parent, m_sums[i]); [[fallthrough]];
            case GUMBO_TAG_DIV:
            case GUMBO_TAG_SECTION:
            case GUMBO_TAG_ARTICLE:
            case GUMBO_TAG_MAIN:
            case GUMBO_TAG_BLOCKQUOTE:
            case GUMBO_TAG_BODY: {
                const auto loose = looseText(i);
                const bool isLeaf = loose.chars == m_sums[i].chars;
                voteFor(isLeaf && m_tree[i].tag != GUMBO_TAG_BODY ? m_tree[i].parent : i, loose);
                break;
            }
            default: break;
            }
        }
        for (NodeIndex i = 0; i < m_tree.size(); ++i)
            if (m_scored[i]) m_scores[i] *= 1.0 - m_sums[i].linkDensity();
    }

    NodeIndex winnerOf() const
    {
        std::vector<NodeIndex> best; // by falling score, then in document order
        for (NodeIndex i = 0; i < m_tree.size(); ++i) {
            if (!m_scored[i] || m_gone[i]) continue;
            const auto place = std::ranges::find_if(best, [&](NodeIndex other) { return m_scores[other] < m_scores[i]; });
            best.insert(place, i);
            if (best.size() > runnersUp) best.pop_back();
        }
        if (best.empty() || m_tree[best[0]].tag == GUMBO_TAG_BODY) return bodyOf();
        return grown(climbed(shared(best)));
    }

    // Up to every container whose further content is mostly prose as well: articles cut into sections, each in a box of its
    // own, of which the best one has won.
    NodeIndex grown(NodeIndex winner) const
    {
        for (auto up = m_tree[winner].parent; up != noNode && m_tree[up].tag != GUMBO_TAG_HTML; up = m_tree[up].parent) {
            const auto more = m_sums[up].chars - m_sums[winner].chars;
            const auto moreProse = m_sums[up].longChars - m_sums[winner].longChars;
            if (moreProse >= 200 && moreProse * 10 >= more * 7) winner = up;
        }
        return winner;
    }

    NodeIndex bodyOf() const
    {
        const auto body = m_tree.first(GUMBO_TAG_BODY);
        return body == noNode ? 0 : body;
    }

    // When at least three runners-up score nearly as well, the container that they share is the article.
    NodeIndex shared(const std::vector<NodeIndex>& best) const
    {
        std::vector<NodeIndex> near;
        for (const auto i : best)
            if (i != best[0] && m_scores[i] >= m_scores[best[0]] * 0.75) near.push_back(i);
        if (near.size() < 3) return best[0];
        for (auto up = m_tree[best[0]].parent; up != noNode && m_tree[up].tag != GUMBO_TAG_BODY; up = m_tree[up].parent) {
            const auto inside = std::ranges::count_if(near, [&](NodeIndex i) { return i > up && i < m_tree[up].end; });
            if (inside >= 3) return up;
        }
        return best[0];
    }

    // Up to a container that scores better still, and out of containers that hold nothing else.
    NodeIndex climbed(NodeIndex winner) const
    {
        double last = m_scores[winner];
        const double least = last / 3;
        for (auto up = m_tree[winner].parent; up != noNode && m_tree[up].tag != GUMBO_TAG_BODY; up = m_tree[up].parent) {
            if (!m_scored[up]) continue;
            if (m_scores[up] < least) break;
            if (m_scores[up] > last) {
                winner = up;
                break;
            }
            last = m_scores[up];
        }
        for (auto up = m_tree[winner].parent; up != noNode && m_tree[up].tag != GUMBO_TAG_BODY; up = m_tree[up].parent) {
            if (m_sums[up].chars != m_sums[winner].chars) break;
            winner = up;
        }
        return winner;
    }

    // The winner and those of its siblings that read like its continuation.
    std::vector<bool> withSiblings(NodeIndex winner) const
    {
        std::vector<bool> article(m_tree.size());
        const auto keep = [&](NodeIndex i) { std::fill(article.begin() + i, article.begin() + m_tree[i].end, true); };
        const auto parent = m_tree[winner].parent;
        if (parent == noNode || m_tree[winner].tag == GUMBO_TAG_BODY) {
            keep(winner);
            return article;
        }
        const double threshold = std::max(10.0, m_scores[winner] * 0.2);
        const auto name = m_tree.attribute(winner, "class");
        for (NodeIndex i = parent + 1; i < m_tree[parent].end; i = m_tree[i].end) {
            if (m_gone[i]) continue;
            if (i == winner) {
                keep(i);
                continue;
            }
            if (m_tree[i].isText) continue;
            const double bonus = !name.empty() && m_tree.attribute(i, "class") == name ? m_scores[winner] * 0.2 : 0;
            const double links = m_sums[i].linkDensity();
            const bool scoresToo = m_scored[i] && m_scores[i] + bonus >= threshold;
            const bool isParagraph = m_tree[i].tag == GUMBO_TAG_P && ((m_sums[i].chars > 80 && links < 0.25) ||
                                                                      (m_sums[i].chars > 0 && links == 0 && endsSentence(i)));
            if (scoresToo || isParagraph) keep(i);
        }
        return article;
    }

    bool endsSentence(NodeIndex i) const
    {
        const auto text = m_tree.textOf(i);
        return text.contains(". ") || text.ends_with('.');
    }

    const HtmlTree& m_tree;
    const std::vector<bool>& m_isData;
    Prejudice m_prejudice;
    std::vector<bool> m_gone;
    std::vector<NodeSums> m_sums;
    std::vector<double> m_scores;
    std::vector<bool> m_scored;
};

} // namespace

std::vector<bool> articleOf(const HtmlTree& tree, const Cancel& cancel)
{
    static constexpr std::array attempts = {Prejudice{true, true, true}, Prejudice{false, true, true}, Prejudice{false, false, true},
                                            Prejudice{false, false, false}};
    const auto isData = dataTables(tree);
    std::vector<bool> longest(tree.size());
    std::uint32_t most = 0;
    for (const auto& attempt : attempts) {
        if (cancel.isRaised()) return longest;
        std::uint32_t chars = 0;
        auto article = Search(tree, isData, attempt).run(chars);
        if (chars > most) {
            most = chars;
            longest = std::move(article);
        }
        if (most >= enoughText) break;
    }
    return longest;
}

} // namespace skein
