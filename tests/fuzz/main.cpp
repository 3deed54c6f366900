// SPDX-License-Identifier: GPL-3.0-or-later
// Drives a libFuzzer target without libFuzzer: every file in the folders named on the command line, then mutations of them
// from a fixed random sequence, until a number of inputs or a time is reached. A crash or a failed check ends the program.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int mutations = 4000;
constexpr std::chrono::seconds longest{7};
constexpr std::size_t largestSeed = 1u << 16;

// splitmix64 (Steele, Lea and Flood 2014).
class Random {
public:
    std::size_t below(std::size_t bound)
    {
        m_state += 0x9E3779B97F4A7C15;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
    }

private:
    std::uint64_t m_state = 2;
};

std::string read(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    bytes.resize(std::min(bytes.size(), largestSeed));
    return bytes;
}

void mutate(std::string& bytes, const std::vector<std::string>& seeds, Random& random)
{
    static constexpr const char* tokens[] = {"<",  ">",   "</",     "<div>",   "</div>", "<p>",  "<table>", "<td>", "<b>",  "<!--", "]]>", "&#x0;",
                                             "\n", "\n\n", "---\n", "\xEF\xBB\xBF", "\xFF", "\xC3", "> ", "- ", "# ", "```", "|", "[^1]", "![](",
                                             "<script>", "\"", "'", "charset=utf-16", "\r", "\t", "&amp;", "By ", "2026-04-09"};
    for (auto edits = 1 + random.below(8); edits > 0; --edits) {
        const auto at = random.below(bytes.size() + 1);
        switch (random.below(6)) {
        case 0: bytes.insert(at, tokens[random.below(std::size(tokens))]); break;
        case 1: bytes.erase(at, 1 + random.below(64)); break;
        case 2: if (at < bytes.size()) bytes[at] = static_cast<char>(random.below(256)); break;
        case 3: if (at < bytes.size()) bytes.insert(at, bytes.substr(random.below(bytes.size()), 1 + random.below(256))); break;
        case 4: {
            const auto& other = seeds[random.below(seeds.size())];
            if (!other.empty()) bytes.insert(at, other.substr(random.below(other.size()), 1 + random.below(1024)));
            break;
        }
        case 5: bytes.resize(at); break;
        }
    }
}

} // namespace

int main(int count, char** arguments)
{
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < count; ++i)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i]))
            if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::string> seeds{""};
    for (const auto& file : files) seeds.push_back(read(file));

    const auto run = [](const std::string& bytes) {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    };
    for (const auto& seed : seeds) run(seed);
    const auto start = std::chrono::steady_clock::now();
    Random random;
    int done = 0;
    for (; done < mutations && std::chrono::steady_clock::now() - start < longest; ++done) {
        auto bytes = seeds[random.below(seeds.size())];
        mutate(bytes, seeds, random);
        run(bytes);
    }
    std::printf("%zu seeds, %d mutations\n", seeds.size(), done);
}
