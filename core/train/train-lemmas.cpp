// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/characters.h"
#include "core/text/lemmatizer.h"
#include "core/train/train.h"

#include <map>

namespace skein {

std::string trainLemmas(const std::vector<Example>& examples, const TagSet& tags)
{
    // Count, for every key, which edits its words take; a key says what most of them say.
    std::map<Feature, std::map<LemmaEdit, int>> counts;
    struct Seen {
        Feature keys[lemmaKeyCount];
    };
    std::vector<Seen> all;
    for (const auto& example : examples)
        for (std::size_t i = 0; i < example.words.size(); ++i) {
            const auto& word = example.words[i];
            const auto& lemma = example.lemmas[i];
            if (lemma == "_" || word.size() > 40) continue;
            // As it stands where that is right: "Meta" is "Meta" and "Claims" as a noun "claim".
            const bool isLowered = lemmaEdit(word, lemma, true).tail.size() < lemmaEdit(word, lemma, false).tail.size() ||
                                   (word == lowered(word) && lemma == lowered(lemma) &&
                                    tags.upos(example.tags[i]) != Upos::propn);
            const auto edit = lemmaEdit(word, lemma, isLowered);
            auto& seen = all.emplace_back();
            lemmaKeys(example.forms[i], tags.name(example.tags[i]), seen.keys);
            // What leaves nothing of the word – "was", "be" – is no rule for others.
            const bool isIrregular = edit.cut >= word.size();
            for (std::size_t k = 0; k < (isIrregular ? 1 : lemmaKeyCount); ++k)
                if (seen.keys[k]) ++counts[seen.keys[k]][edit];
        }
    std::map<Feature, LemmaEdit> best;
    for (const auto& [key, edits] : counts) {
        int top = 0;
        for (const auto& [edit, count] : edits)
            if (count > top) {
                top = count;
                best[key] = edit;
            }
    }
    // A key that says what the next more general one says is not needed.
    std::map<Feature, LemmaEdit> kept;
    for (const auto& seen : all)
        for (std::size_t k = 0; k < lemmaKeyCount; ++k) {
            if (!seen.keys[k] || !best.contains(seen.keys[k])) continue;
            std::size_t next = k + 1;
            while (next < lemmaKeyCount && (!seen.keys[next] || !best.contains(seen.keys[next]))) ++next;
            if (next == lemmaKeyCount || best[seen.keys[next]] != best[seen.keys[k]]) kept[seen.keys[k]] = best[seen.keys[k]];
        }
    return Lemmatizer::bytesOf({kept.begin(), kept.end()});
}

} // namespace skein
