// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/trial.h"

#include "app/desktop/convert.h"

#include <algorithm>

namespace trial {
namespace {

std::shared_ptr<const Subject> read(const Request& request)
{
    if (request.subject || !request.source)
        return request.subject;
    auto document = skein::importDocument(*request.source, *request.cancel);
    if (!document)
        return nullptr;
    auto before = request.present->analyse(*document, *request.cancel);
    if (!before)
        return nullptr;
    return std::make_shared<const Subject>(std::move(*document), std::move(*before));
}

// The sentence that holds the place, on one line.
QString sentenceAt(const Subject& subject, skein::Span place)
{
    const auto& sentences = subject.before.reading.sentences;
    const auto found = std::ranges::find_if(sentences, [&](const skein::Sentence& s) { return s.span.contains(place); });
    return qstring(textOf(subject.document.text, found == sentences.end() ? place : found->span)).simplified();
}

} // namespace

Outcome run(const Request& request)
{
    Outcome outcome;
    const auto extended = request.shipped->extended(request.additions, "additions");
    if (!extended)
        outcome.problems = extended.error();
    outcome.subject = read(request);
    outcome.isCancelled = request.cancel->isRaised();
    if (!extended || !outcome.subject || outcome.isCancelled)
        return outcome;
    const auto after = (*extended)->analyse(outcome.subject->document, *request.cancel);
    if (!after) {
        outcome.isCancelled = true;
        return outcome;
    }
    for (auto& change : skein::differences(outcome.subject->before, *after)) {
        auto quote = sentenceAt(*outcome.subject, change.place);
        outcome.changes.push_back({std::move(change), std::move(quote)});
    }
    return outcome;
}

} // namespace trial
