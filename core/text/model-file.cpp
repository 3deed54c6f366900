// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/model-file.h"

#include <bit>
#include <cstring>
#include <fstream>
#include <new>
#include <system_error>

namespace skein {
namespace {

constexpr std::string_view magic = "SKEINMDL";
constexpr std::uint32_t format = 1;
constexpr std::size_t alignment = 64;
constexpr std::size_t nameSize = 16;
constexpr std::uint64_t largest = 256u << 20;

static_assert(std::endian::native == std::endian::little, "the sections are used as they lie in the file");

template <typename T>
void put(std::string& out, T value)
{
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    out.append(bytes, sizeof(T));
}

// Takes numbers and strings from the front of a view; says false once there is not enough left.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    template <typename T>
    bool take(T& value)
    {
        if (m_bytes.size() - m_at < sizeof(T)) return false;
        std::memcpy(&value, m_bytes.data() + m_at, sizeof(T));
        m_at += sizeof(T);
        return true;
    }

    bool take(std::size_t size, std::string_view& value)
    {
        if (m_bytes.size() - m_at < size) return false;
        value = m_bytes.substr(m_at, size);
        m_at += size;
        return true;
    }

    std::size_t at() const { return m_at; }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

std::size_t aligned(std::size_t at) { return (at + alignment - 1) / alignment * alignment; }

struct Free {
    void operator()(std::byte* bytes) const { ::operator delete[](bytes, std::align_val_t{alignment}); }
};

} // namespace

std::uint64_t checksum(std::string_view bytes)
{
    // Four independent lanes of multiply and rotate, so that the multiplier never waits.
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
    std::uint64_t lane[4] = {1, 2, 3, 4};
    const auto mix = [](std::uint64_t& state, std::uint64_t word) {
        state = std::rotl((state ^ word) * factor, 29);
    };
    std::size_t at = 0;
    for (; at + 32 <= bytes.size(); at += 32)
        for (std::size_t i = 0; i < 4; ++i) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at + 8 * i, 8);
            mix(lane[i], word);
        }
    for (; at < bytes.size(); ++at) mix(lane[at % 4], static_cast<unsigned char>(bytes[at]));
    std::uint64_t sum = bytes.size();
    for (const auto value : lane) {
        mix(sum, value);
        sum ^= sum >> 31;
    }
    return sum;
}

Result<ModelFile> ModelFile::read(const std::filesystem::path& file)
{
    std::error_code error;
    const auto name = file.string();
    if (!std::filesystem::exists(file, error)) return fail(Errc::notFound, name);
    if (!std::filesystem::is_regular_file(file, error)) return fail(Errc::notReadable, name + ": not a file");
    const auto size = std::filesystem::file_size(file, error);
    if (error) return fail(Errc::notReadable, name + ": " + error.message());
    const auto damaged = [&](std::string_view what) {
        return fail(Errc::corrupt, name + ": " + std::string(what));
    };
    if (size > largest) return damaged("too large");
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(Errc::notReadable, name);
    std::shared_ptr<std::byte[]> memory(
        static_cast<std::byte*>(::operator new[](static_cast<std::size_t>(size) + 1, std::align_val_t{alignment})), Free{});
    in.read(reinterpret_cast<char*>(memory.get()), static_cast<std::streamsize>(size));
    if (in.gcount() != static_cast<std::streamsize>(size)) return fail(Errc::notReadable, name + ": cut short");
    const std::string_view bytes(reinterpret_cast<const char*>(memory.get()), static_cast<std::size_t>(size));

    Reader reader(bytes);
    std::string_view text;
    std::uint32_t number = 0;
    if (!reader.take(magic.size(), text) || text != magic) return damaged("not a model");
    if (!reader.take(number) || number != format) return damaged("a format that this program does not know");
    std::string_view lines;
    if (!reader.take(number) || !reader.take(number, lines)) return damaged("the head is cut short");

    ModelFile model;
    for (std::size_t at = 0; at < lines.size();) {
        const auto end = std::min(lines.find('\n', at), lines.size());
        const auto line = lines.substr(at, end - at);
        const auto colon = line.find(": ");
        if (colon == std::string_view::npos) return damaged("a line of the head has no key");
        model.m_head.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        at = end + 1;
    }
    std::uint32_t count = 0;
    if (!reader.take(count) || count > 64) return damaged("the table of sections is cut short");
    std::vector<std::uint64_t> sums;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string_view key;
        std::uint64_t offset = 0;
        std::uint64_t length = 0;
        std::uint64_t sum = 0;
        if (!reader.take(nameSize, key) || !reader.take(offset) || !reader.take(length) || !reader.take(sum))
            return damaged("the table of sections is cut short");
        if (offset % alignment != 0 || offset > size || length > size - offset) return damaged("a section is cut short");
        model.m_sections.push_back({std::string(key.substr(0, key.find('\0'))), bytes.substr(offset, length)});
        sums.push_back(sum);
    }
    const std::size_t end = reader.at();
    std::uint64_t sum = 0;
    if (!reader.take(sum) || sum != checksum(bytes.substr(0, end))) return damaged("the head's checksum is wrong");
    for (std::size_t i = 0; i < sums.size(); ++i)
        if (checksum(model.m_sections[i].bytes) != sums[i])
            return damaged("the checksum of section " + model.m_sections[i].name + " is wrong");
    model.m_bytes = std::move(memory);
    return model;
}

std::string_view ModelFile::head(std::string_view key) const
{
    for (const auto& [name, value] : m_head)
        if (name == key) return value;
    return {};
}

Result<std::string_view> ModelFile::section(std::string_view name) const
{
    for (const auto& section : m_sections)
        if (section.name == name) return section.bytes;
    return fail(Errc::corrupt, "the model has no section " + std::string(name));
}

std::string modelFileBytes(const std::vector<std::pair<std::string, std::string>>& head,
                           const std::vector<ModelSection>& sections)
{
    std::string lines;
    for (const auto& [key, value] : head) lines += key + ": " + value + "\n";
    std::string out(magic);
    put(out, format);
    put(out, static_cast<std::uint32_t>(lines.size()));
    out += lines;
    put(out, static_cast<std::uint32_t>(sections.size()));
    std::size_t offset = aligned(out.size() + sections.size() * (nameSize + 24) + 8);
    for (const auto& section : sections) {
        std::string name = section.name;
        name.resize(nameSize, '\0');
        out += name;
        put(out, static_cast<std::uint64_t>(offset));
        put(out, static_cast<std::uint64_t>(section.bytes.size()));
        put(out, checksum(section.bytes));
        offset = aligned(offset + section.bytes.size());
    }
    put(out, checksum(out));
    for (const auto& section : sections) {
        out.resize(aligned(out.size()), '\0');
        out += section.bytes;
    }
    return out;
}

} // namespace skein
