// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tags.h"

#include "core/text/deprel.h"

#include <algorithm>

namespace skein {
Result<TagSet> TagSet::open(std::string_view lines)
{
    TagSet set;
    for (std::size_t at = 0; at < lines.size();) {
        const auto end = std::min(lines.find('\n', at), lines.size());
        const auto name = lines.substr(at, end - at);
        const auto upos = uposFrom(name.substr(0, name.find('|')));
        if (!upos) return fail(Errc::corrupt, "an unknown tag: " + std::string(name));
        set.m_names.emplace_back(name);
        set.m_upos.push_back(*upos);
        at = end + 1;
    }
    if (set.m_upos.empty() || set.m_upos.size() > 250) return fail(Errc::corrupt, "a wrong number of tags");
    return set;
}

SentenceCase sentenceCase(std::span<const Form> forms)
{
    std::size_t words = 0, capital = 0, shouted = 0;
    for (const auto& form : forms) {
        if (form.isPunctuation || form.hasDigit) continue;
        ++words;
        capital += form.capital == 1 || form.capital == 2;
        shouted += form.capital == 2;
    }
    SentenceCase look;
    look.isShouted = words >= 2 && shouted * 10 >= words * 8;
    look.isTitle = words >= 3 && capital * 10 >= words * 7;
    return look;
}

} // namespace skein
