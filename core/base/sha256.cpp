// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace skein {
namespace {

// The constants are the first 32 fractional bits of the square and cube roots of the first primes (FIPS 180-4, 4.2.2, 5.3.3);
// long double has the 64 bits that this takes on the platforms we build for, and the tests hold it against known digests.
struct Constants {
    std::array<std::uint32_t, 64> round;
    std::array<std::uint32_t, 8> initial;

    Constants()
    {
        std::size_t found = 0;
        for (int n = 2; found < 64; ++n) {
            bool prime = true;
            for (int d = 2; d * d <= n; ++d) prime = prime && n % d != 0;
            if (!prime) continue;
            const auto fraction = [](long double root) {
                return static_cast<std::uint32_t>((root - std::floor(root)) * 4294967296.0L);
            };
            if (found < 8) initial[found] = fraction(std::sqrt(static_cast<long double>(n)));
            round[found++] = fraction(std::cbrt(static_cast<long double>(n)));
        }
    }
};

void compress(std::array<std::uint32_t, 8>& state, const unsigned char* block, const Constants& constants)
{
    std::array<std::uint32_t, 64> w;
    for (std::size_t i = 0; i < 16; ++i)
        w[i] = std::uint32_t{block[4 * i]} << 24 | std::uint32_t{block[4 * i + 1]} << 16 |
               std::uint32_t{block[4 * i + 2]} << 8 | std::uint32_t{block[4 * i + 3]};
    for (std::size_t i = 16; i < 64; ++i) {
        const auto s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
        const auto s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const auto t1 = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) +
                        constants.round[i] + w[i];
        const auto t2 = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g; g = f; f = e; e = d + t1;
        d = c; c = b; b = a; a = t1 + t2;
    }
    const std::array<std::uint32_t, 8> mixed{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) state[i] += mixed[i];
}

} // namespace

Sha256 sha256(std::string_view bytes)
{
    static const Constants constants;
    auto state = constants.initial;
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    std::size_t at = 0;
    for (; at + 64 <= bytes.size(); at += 64) compress(state, data + at, constants);

    std::array<unsigned char, 128> tail{};
    const std::size_t left = bytes.size() - at;
    if (left) std::memcpy(tail.data(), data + at, left);
    tail[left] = 0x80;
    const std::size_t size = left < 56 ? 64 : 128;
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (std::size_t i = 0; i < 8; ++i) tail[size - 1 - i] = static_cast<unsigned char>(bits >> (8 * i));
    for (std::size_t i = 0; i < size; i += 64) compress(state, tail.data() + i, constants);

    Sha256 digest;
    for (std::size_t i = 0; i < 32; ++i) digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

std::string toHex(const Sha256& digest)
{
    std::string text;
    text.reserve(64);
    for (const auto byte : digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

std::uint64_t idBits(const Sha256& digest)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value = value << 8 | digest[i];
    return value >> 1;
}

} // namespace skein
