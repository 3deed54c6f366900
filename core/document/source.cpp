// SPDX-License-Identifier: GPL-3.0-or-later
// loadSource(): a file as bytes. The type is checked before anything is opened and once more on what was opened, for a
// path may change its meaning in between; opening never waits for the other end of a pipe or for a device.
#include "core/document/document.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace skein {
namespace {

class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { if (m_fd >= 0) ::close(m_fd); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

std::unexpected<Error> systemFailure(const std::string& what, int error)
{
    const bool gone = error == ENOENT || error == ENOTDIR || error == ESTALE;
    return fail(gone ? Errc::notFound : Errc::notReadable, what + ": " + std::generic_category().message(error));
}

std::string_view kindOf(mode_t mode)
{
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
    return "not an ordinary file";
}

// Fails unless `info` describes an ordinary file of a size that is read.
Result<void> checkKind(const struct stat& info, const std::string& path)
{
    if (S_ISDIR(info.st_mode)) return fail(Errc::isFolder, path + " is a folder");
    if (!S_ISREG(info.st_mode)) return fail(Errc::notReadable, path + " is " + std::string(kindOf(info.st_mode)));
    if (static_cast<std::size_t>(info.st_size) > maxSourceBytes)
        return fail(Errc::tooLarge, path + " has " + std::to_string(info.st_size) + " bytes, more than " +
                                        std::to_string(maxSourceBytes));
    return {};
}

// A file: URI (RFC 8089): the absolute path with everything but unreserved characters percent-encoded.
std::string fileUri(const std::filesystem::path& file)
{
    std::error_code error;
    const auto absolute = std::filesystem::absolute(file, error).lexically_normal();
    if (error) return {};
    std::string uri = "file://";
    for (const char c : absolute.string()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("/-._~").contains(c);
        if (plain) {
            uri += c;
        } else {
            uri += '%';
            uri += "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4];
            uri += "0123456789ABCDEF"[static_cast<unsigned char>(c) & 15];
        }
    }
    return uri;
}

} // namespace

Result<Source> loadSource(const std::filesystem::path& file)
{
    const std::string path = file.string();
    struct stat info{};
    if (::stat(path.c_str(), &info) != 0) return systemFailure("cannot look at " + path, errno);
    if (auto kind = checkKind(info, path); !kind) return std::unexpected(kind.error());

    const Descriptor opened(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (opened.get() < 0) return systemFailure("cannot open " + path, errno);
    if (::fstat(opened.get(), &info) != 0) return systemFailure("cannot look at " + path, errno);
    if (auto kind = checkKind(info, path); !kind) return std::unexpected(kind.error());

    Source source;
    source.bytes.resize(static_cast<std::size_t>(info.st_size) + 1); // one more shows whether it is growing
    std::size_t size = 0;
    for (;;) {
        if (size == source.bytes.size()) {
            if (size > maxSourceBytes) return fail(Errc::tooLarge, path + " grew beyond " + std::to_string(maxSourceBytes) + " bytes");
            source.bytes.resize(std::min(size * 2, maxSourceBytes + 1));
        }
        const auto got = ::read(opened.get(), source.bytes.data() + size, source.bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return systemFailure("cannot read " + path, errno);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    if (size == 0) return fail(Errc::empty, path + " has no bytes");
    source.bytes.resize(size);
    source.bytes.shrink_to_fit();
    source.name = file.filename().string();
    source.uri = fileUri(file);
    return source;
}

} // namespace skein
