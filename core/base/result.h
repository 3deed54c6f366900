// SPDX-License-Identifier: GPL-3.0-or-later
// How the core reports failure: Result<T>, an expected value or an Error with a code and a technical detail.
// No exception crosses a core header. Sentences for people are made from the code in app/words.h.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace skein {

enum class Errc {
    notFound,       // the file, folder or row is not there
    notReadable,    // it is there, but may not be read or written
    isFolder,       // a folder where a file was expected
    empty,          // no bytes, or no text in them
    binary,         // bytes that are no text of any kind we read
    tooLarge,       // larger than the stated cap
    tooDeep,        // nested deeper than the stated cap
    badEncoding,    // text that cannot be decoded without loss
    badSyntax,      // a foreign format or an argument that does not parse; the detail says where
    notALibrary,    // a file that is not a Skein library
    newerSchema,    // a library written by a newer Skein
    corrupt,        // a library or a model file that is damaged
    diskFull,       // no room left; what was begun is rolled back
    busy,           // another program holds the library for writing
    cancelled,      // the caller's cancel flag was raised
    internal,       // a defect of ours
};

struct Error {
    Errc code = Errc::internal;
    std::string detail; // for logs and reports: what was attempted, on what, and what the system said

    bool operator==(const Error&) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(Errc code, std::string detail)
{
    return std::unexpected(Error{code, std::move(detail)});
}

} // namespace skein
