// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fold.h"
#include "core/store/query.h"
#include "core/store/read.h"

#include <algorithm>
#include <tuple>

namespace skein::store {
namespace {

constexpr std::size_t snippetBytes = 300;
// Marks that highlight() puts around matches; a text that has them itself shows no matches.
constexpr char openMark = '\x02';
constexpr char closeMark = '\x03';

bool isWordStart(std::string_view text, std::size_t at)
{
    if (at == 0) return true;
    const auto before = static_cast<unsigned char>(text[at - 1]);
    return before < 0x80 && !(before >= '0' && before <= '9') && !(before >= 'a' && before <= 'z');
}

// How well a folded name answers the folded query: 0 best; absent: not at all.
std::optional<int> matchKind(std::string_view name, std::string_view query)
{
    if (name == query) return 0;
    if (name.starts_with(query)) return 1;
    for (auto at = name.find(query); at != std::string_view::npos; at = name.find(query, at + 1))
        if (isWordStart(name, at)) return 2;
    // A letter or two inside a word says nothing.
    return query.size() >= 3 && name.contains(query) ? std::optional(3) : std::nullopt;
}

Result<std::vector<EntityHit>> searchEntities(const Database& database, std::string_view query, std::size_t limit)
{
    std::string plain;
    for (const char c : query)
        if (c != '"') plain += c;
    const auto folded = foldForSearch(plain);
    std::vector<EntityHit> hits;
    if (folded.empty()) return hits;

    struct Found {
        int rank;
        EntityHit hit;
    };
    std::vector<Found> found;
    auto select = database.prepare("SELECT n.entity, n.name, n.folded, n.is_alias, e.name, e.type, e.mentions "
                                   "FROM entity_names AS n JOIN entities AS e ON e.id = n.entity "
                                   "WHERE instr(n.folded, ?) > 0 AND e.is_rejected = 0 AND e.name_mentions > 0 "
                                   "ORDER BY n.entity, n.is_alias, n.name");
    if (!select) return std::unexpected(select.error());
    SKEIN_TRY(select->with(folded).each([&](const Statement& row) {
        const auto kind = matchKind(row.text(2), folded);
        if (!kind) return;
        const bool isAlias = row.boolean(3);
        const auto id = row.id<EntityId>(0);
        const int rank = 2 * *kind + (isAlias ? 1 : 0);
        if (found.empty() || found.back().hit.id != id)
            found.push_back({rank, {id, row.string(4), row.string(5), isAlias ? row.string(1) : "", row.count(6)}});
        else if (rank < found.back().rank)
            found.back().rank = rank, found.back().hit.matched = isAlias ? row.string(1) : "";
    }));
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        return std::tie(a.rank, b.hit.mentions, a.hit.name, a.hit.id) < std::tie(b.rank, a.hit.mentions, b.hit.name, b.hit.id);
    });
    if (found.size() > limit) found.resize(limit);
    for (auto& [rank, hit] : found) hits.push_back(std::move(hit));
    return hits;
}

// Where highlight() marked `text`.
std::vector<Span> markedSpans(std::string_view marked, std::string_view text)
{
    if (text.contains(openMark) || text.contains(closeMark)) return {};
    std::vector<Span> spans;
    std::uint32_t at = 0;
    for (const char c : marked) {
        if (c == openMark) spans.push_back({at, at});
        else if (c == closeMark && !spans.empty()) spans.back().end = at;
        else ++at;
    }
    return spans;
}

std::size_t characterStart(std::string_view text, std::size_t at)
{
    while (at < text.size() && at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return std::min(at, text.size());
}

// The part of a block to show: the sentences around the first match, as many as fit, and of a sentence that does not
// fit the words around the match. Spans are relative to the block.
Span snippetIn(std::string_view text, const std::vector<Span>& sentences, Span match)
{
    const Span whole{0, static_cast<std::uint32_t>(text.size())};
    if (text.size() <= snippetBytes) return whole;
    Span snippet = whole;
    const auto first = std::ranges::find_if(sentences, [&](Span sentence) { return match.begin < sentence.end; });
    if (first != sentences.end()) {
        snippet = {std::min(first->begin, match.begin), std::max(first->end, match.end)};
        for (auto next = first + 1; next != sentences.end() && next->end - snippet.begin <= snippetBytes; ++next)
            snippet.end = std::max(snippet.end, next->end);
    }
    if (snippet.size() <= 2 * snippetBytes) return snippet;
    const auto from = std::max<std::size_t>(snippet.begin, match.begin > snippetBytes / 3 ? match.begin - snippetBytes / 3 : 0);
    const auto to = std::min<std::size_t>(snippet.end, std::max<std::size_t>(match.end, from + snippetBytes));
    auto begin = characterStart(text, from);
    auto end = characterStart(text, to);
    if (begin > snippet.begin)
        if (const auto space = text.find(' ', begin); space != std::string_view::npos && space < match.begin) begin = space + 1;
    if (end < snippet.end)
        if (const auto space = text.rfind(' ', end); space != std::string_view::npos && space >= match.end) end = space;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Result<std::vector<SearchHit>> searchText(const Database& database, const std::string& match, std::size_t limit)
{
    std::vector<SearchHit> hits;
    auto select = database.prepare(
        "SELECT b.document, d.title, b.span_begin, b.span_end, b.text, "
        "highlight(block_index, 0, char(2), char(3)), bm25(block_index) AS score "
        "FROM block_index JOIN blocks AS b ON b.id = block_index.rowid JOIN documents AS d ON d.id = b.document "
        "WHERE block_index MATCH ? ORDER BY score, d.published DESC, b.document, b.span_begin LIMIT ?");
    if (!select) return std::unexpected(select.error());
    auto sentences = database.prepare("SELECT span_begin, span_end FROM sentences "
                                      "WHERE document = ? AND span_begin BETWEEN ? AND ? ORDER BY span_begin");
    if (!sentences) return std::unexpected(sentences.error());
    std::optional<Error> trouble;
    SKEIN_TRY(select->with(match, limit).each([&](const Statement& row) {
        const auto block = row.span(2);
        const auto text = row.text(4);
        const auto marks = markedSpans(row.text(5), text);
        std::vector<Span> ofBlock;
        const auto read = sentences->with(row.id<DocumentId>(0), block.begin, block.end).each([&](const Statement& s) {
            if (s.count(1) <= block.end) ofBlock.push_back({s.count(0) - block.begin, s.count(1) - block.begin});
        });
        if (!read && !trouble) trouble = read.error();
        const auto shown = snippetIn(text, ofBlock, marks.empty() ? Span{0, 0} : marks.front());
        SearchHit hit{.document = row.id<DocumentId>(0)};
        hit.documentTitle = row.string(1);
        hit.span = {block.begin + shown.begin, block.begin + shown.end};
        hit.snippet = textOf(text, shown);
        for (const auto mark : marks)
            if (shown.contains(mark)) hit.matches.push_back({mark.begin - shown.begin, mark.end - shown.begin});
        hit.score = -row.real(6);
        hits.push_back(std::move(hit));
    }));
    if (trouble) return std::unexpected(*trouble);
    return hits;
}

} // namespace

Result<SearchAnswer> readSearch(const Database& database, std::string_view query, std::size_t limit)
{
    SearchAnswer answer;
    if (limit == 0) return answer;
    auto entities = searchEntities(database, query, limit);
    if (!entities) return std::unexpected(entities.error());
    answer.entities = std::move(*entities);

    const auto terms = parseQuery(query);
    if (terms.empty()) return answer;
    auto hits = searchText(database, matchAll(terms), limit);
    // Where no passage has all the words, one with some of them is better than nothing.
    if (hits && hits->empty() && terms.size() > 1) hits = searchText(database, matchAny(terms), limit);
    if (!hits) return std::unexpected(hits.error());
    answer.hits = std::move(*hits);
    return answer;
}

} // namespace skein::store
