// SPDX-License-Identifier: GPL-3.0-or-later
// Site furniture: what a page's frame says, as opposed to its article. Told by a table of whole phrases and, where the
// place of a line already makes it doubtful (the head, the tail, a container named so), by its shape.
#pragma once

#include <string_view>

namespace skein {

// The whole line is a phrase that only page frames say ("Skip to content", "Share this article", "Advertisement"). Case,
// punctuation at the ends and counts do not matter. True prose never matches: that is what lets it hold anywhere.
bool isFurniturePhrase(std::string_view line);

// The line invites to do something with the site: to subscribe, sign up, share, follow, download, read on elsewhere. Short
// and no sentence. To be asked only at the head and the tail of a document.
bool isInvitation(std::string_view line);

// A copyright line, a statement of rights, or a list of links to terms and policies.
bool isColophon(std::string_view line);

// The head line of a list of other articles or of comments ("Related articles", "More from", "Comments").
bool isRelatedHeading(std::string_view line);

// Ends as a sentence of prose ends: with a full stop, question or exclamation mark, ellipsis, possibly inside quotes.
bool endsLikeSentence(std::string_view line);

} // namespace skein
