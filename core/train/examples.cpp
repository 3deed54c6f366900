// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train.h"

#include <algorithm>
#include <map>

namespace skein {
namespace {

std::string tagName(const GoldWord& word) { return word.upos + "|" + word.xpos; }

} // namespace

std::string chooseTags(const std::vector<GoldDocument>& documents)
{
    constexpr int least = 12;
    std::map<std::string, int> counts;
    std::map<std::string, std::pair<int, std::string>> best;
    for (const auto& document : documents)
        for (const auto& sentence : document.sentences)
            for (const auto& word : sentence.words) ++counts[tagName(word)];
    for (const auto& [name, count] : counts) {
        auto& top = best[name.substr(0, name.find('|'))];
        top = std::max(top, std::pair(count, name));
    }
    std::string lines;
    for (const auto& [name, count] : counts)
        if (count >= least || best[name.substr(0, name.find('|'))].second == name) lines += name + "\n";
    return lines;
}

std::vector<Example> examplesOf(const std::vector<GoldDocument>& documents, const TagSet& tags)
{
    std::map<std::string, int> counts;
    for (const auto& document : documents)
        for (const auto& sentence : document.sentences)
            for (const auto& word : sentence.words) ++counts[tagName(word)];
    std::map<std::string, Tag> numbers;
    std::map<std::string, std::pair<int, Tag>> best;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        numbers[tags.name(static_cast<Tag>(i))] = static_cast<Tag>(i);
        auto& top = best[std::string(uposName(tags.upos(static_cast<Tag>(i))))];
        top = std::max(top, std::pair(counts[tags.name(static_cast<Tag>(i))], static_cast<Tag>(i)));
    }
    std::vector<Example> examples;
    for (const auto& document : documents)
        for (const auto& sentence : document.sentences) {
            auto& example = examples.emplace_back();
            const int size = static_cast<int>(sentence.words.size());
            for (const auto& word : sentence.words) {
                example.words.push_back(word.form);
                example.lemmas.push_back(word.lemma);
                example.forms.push_back(formOf(word.form));
                const auto found = numbers.find(tagName(word));
                example.tags.push_back(found != numbers.end() ? found->second : best[word.upos].second);
                example.heads.push_back(word.head < 0 ? size : word.head);
                example.relations.push_back(deprelFrom(word.deprel).value_or(Deprel::dep));
            }
        }
    return examples;
}

} // namespace skein
