// SPDX-License-Identifier: GPL-3.0-or-later
// The container of trained weights: a readable head that says what the model is and what it was trained on, then named
// sections of bytes, each with a checksum. Little-endian; written and read the same way on every machine.
//
//   "SKEINMDL"  u32 format  u32 head length  head (lines "key: value")
//   u32 sections  { char[16] name  u64 offset  u64 size  u64 checksum }…  u64 checksum of everything before this number
//   sections, each starting at a multiple of 64
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skein {

class ModelFile {
public:
    // The whole file in memory. Fails with notFound, notReadable, or corrupt when any byte is not as it was written.
    static Result<ModelFile> read(const std::filesystem::path& file);

    // The value of a line of the head; empty when there is none.
    std::string_view head(std::string_view key) const;

    // The bytes of a section, 64-byte aligned; they live as long as any copy of this object. Fails with corrupt.
    Result<std::string_view> section(std::string_view name) const;

private:
    struct Section {
        std::string name;
        std::string_view bytes;
    };

    std::shared_ptr<const std::byte[]> m_bytes;
    std::vector<std::pair<std::string, std::string>> m_head;
    std::vector<Section> m_sections;
};

struct ModelSection {
    std::string name; // at most 15 bytes
    std::string bytes;
};

// The bytes of a model file. REQUIRES: keys and values of the head hold no line break.
std::string modelFileBytes(const std::vector<std::pair<std::string, std::string>>& head,
                           const std::vector<ModelSection>& sections);

// Finds damage, not forgery: 64 bits, some gigabytes a second.
std::uint64_t checksum(std::string_view bytes);

} // namespace skein
