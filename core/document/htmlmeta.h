// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/htmltree.h"

#include <string>

namespace skein {

// What a page says about itself.
struct HtmlMetadata {
    std::string title;
    std::string author;
    std::string published; // EDTF
    std::string site;
};

// Sources in falling order of trust: JSON-LD (schema.org), Open Graph and other <meta> elements, microdata and <time>,
// visible bylines, <title> without the site's name, the first <h1>.
HtmlMetadata metadataOf(const HtmlTree& tree);

// A page title without the site's name behind or in front of "|", "-", "–", "—", "»", ":" or "·"; `site` may be empty and
// `heading` is what the page's main heading says, empty when unknown.
std::string titleWithoutSite(std::string_view title, std::string_view site, std::string_view heading);

} // namespace skein
