// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/classic.h"

#include <igraph/igraph.h>

#include <mutex>
#include <numeric>

namespace skein::classic {

namespace {

constexpr std::uint64_t seed = 1;

const Cancel* runningCancel = nullptr; // of the call that holds the lock

igraph_error_t stopWhenCancelled(void*)
{
    return runningCancel && runningCancel->isRaised() ? IGRAPH_INTERRUPTED : IGRAPH_SUCCESS;
}

// The process-wide state of igraph while one call of ours runs.
class Turn {
public:
    explicit Turn(const Cancel& cancel) : m_lock(lock())
    {
        runningCancel = &cancel;
        m_errors = igraph_set_error_handler(igraph_error_handler_ignore); // it still frees what was half made
        m_warnings = igraph_set_warning_handler(igraph_warning_handler_ignore);
        m_interruptions = igraph_set_interruption_handler(stopWhenCancelled);
        m_isSeeded = igraph_rng_seed(igraph_rng_default(), seed) == IGRAPH_SUCCESS;
    }
    ~Turn()
    {
        igraph_set_interruption_handler(m_interruptions);
        igraph_set_warning_handler(m_warnings);
        igraph_set_error_handler(m_errors);
        runningCancel = nullptr;
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    bool isSeeded() const { return m_isSeeded; }

private:
    static std::mutex& lock()
    {
        static std::mutex mutex;
        return mutex;
    }

    std::lock_guard<std::mutex> m_lock;
    igraph_error_handler_t* m_errors;
    igraph_warning_handler_t* m_warnings;
    igraph_interruption_handler_t* m_interruptions;
    bool m_isSeeded = false;
};

template <typename Vector, auto init, auto destroy>
struct Owned {
    Vector value;
    bool isMade = false;

    explicit Owned(std::size_t size) { isMade = init(&value, static_cast<igraph_integer_t>(size)) == IGRAPH_SUCCESS; }
    ~Owned()
    {
        if (isMade)
            destroy(&value);
    }
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
};
using Integers = Owned<igraph_vector_int_t, igraph_vector_int_init, igraph_vector_int_destroy>;
using Reals = Owned<igraph_vector_t, igraph_vector_init, igraph_vector_destroy>;

struct Network {
    igraph_t value;
    bool isMade = false;

    explicit Network(const Weighted& graph)
    {
        Integers ends(graph.pairs.size() * 2);
        if (!ends.isMade)
            return;
        for (std::size_t i = 0; i < graph.pairs.size(); ++i) {
            VECTOR(ends.value)[2 * i] = graph.pairs[i].source;
            VECTOR(ends.value)[2 * i + 1] = graph.pairs[i].target;
        }
        isMade = igraph_create(&value, &ends.value, static_cast<igraph_integer_t>(graph.nodes), IGRAPH_UNDIRECTED) == IGRAPH_SUCCESS;
    }
    ~Network()
    {
        if (isMade)
            igraph_destroy(&value);
    }
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;
};

std::unexpected<Error> failure(igraph_error_t error, const char* what, const Cancel& cancel)
{
    if (error == IGRAPH_INTERRUPTED || cancel.isRaised())
        return fail(Errc::cancelled, what);
    return fail(Errc::internal, std::string(what) + ": " + igraph_strerror(error));
}

std::vector<double> copied(const igraph_vector_t& from)
{
    return {VECTOR(from), VECTOR(from) + igraph_vector_size(&from)};
}

} // namespace

Result<std::vector<std::uint32_t>> leiden(const Weighted& graph, double resolution, const Cancel& cancel)
{
    std::vector<std::uint32_t> clusters(graph.nodes);
    std::iota(clusters.begin(), clusters.end(), 0U);
    const double total = std::accumulate(graph.weights.begin(), graph.weights.end(), 0.0);
    if (graph.pairs.empty() || total <= 0)
        return clusters;
    const Turn turn(cancel);
    const Network network(graph);
    Reals weights(graph.pairs.size());
    Reals strengths(graph.nodes);
    Integers membership(graph.nodes);
    if (!turn.isSeeded() || !network.isMade || !weights.isMade || !strengths.isMade || !membership.isMade)
        return failure(IGRAPH_ENOMEM, "communities", cancel);
    for (std::size_t i = 0; i < graph.pairs.size(); ++i) {
        VECTOR(weights.value)[i] = graph.weights[i];
        VECTOR(strengths.value)[graph.pairs[i].source] += graph.weights[i];
        VECTOR(strengths.value)[graph.pairs[i].target] += graph.weights[i];
    }
    constexpr double randomness = 0.01; // the authors' own choice
    constexpr igraph_integer_t rounds = 4;
    const auto error = igraph_community_leiden(&network.value, &weights.value, &strengths.value, resolution / (2 * total), randomness,
                                               false, rounds, &membership.value, nullptr, nullptr);
    if (error != IGRAPH_SUCCESS || cancel.isRaised())
        return failure(error, "communities", cancel);
    for (std::size_t i = 0; i < graph.nodes; ++i)
        clusters[i] = static_cast<std::uint32_t>(VECTOR(membership.value)[i]);
    return clusters;
}

Result<std::vector<double>> pageRank(const Weighted& graph, const Cancel& cancel)
{
    if (graph.nodes == 0)
        return std::vector<double>{};
    const Turn turn(cancel);
    const Network network(graph);
    Reals weights(graph.pairs.size());
    Reals ranks(0);
    if (!network.isMade || !weights.isMade || !ranks.isMade)
        return failure(IGRAPH_ENOMEM, "PageRank", cancel);
    for (std::size_t i = 0; i < graph.pairs.size(); ++i)
        VECTOR(weights.value)[i] = graph.weights[i];
    const auto error = igraph_pagerank(&network.value, IGRAPH_PAGERANK_ALGO_PRPACK, &ranks.value, nullptr, igraph_vss_all(), false,
                                       0.85, &weights.value, nullptr);
    if (error != IGRAPH_SUCCESS || cancel.isRaised())
        return failure(error, "PageRank", cancel);
    return copied(ranks.value);
}

Result<std::vector<double>> constraints(const Weighted& graph, const std::vector<std::uint32_t>& nodes, const Cancel& cancel)
{
    if (nodes.empty())
        return std::vector<double>{};
    const Turn turn(cancel);
    const Network network(graph);
    Reals weights(graph.pairs.size());
    Integers chosen(nodes.size());
    Reals values(0);
    if (!network.isMade || !weights.isMade || !chosen.isMade || !values.isMade)
        return failure(IGRAPH_ENOMEM, "constraint", cancel);
    for (std::size_t i = 0; i < graph.pairs.size(); ++i)
        VECTOR(weights.value)[i] = graph.weights[i];
    for (std::size_t i = 0; i < nodes.size(); ++i)
        VECTOR(chosen.value)[i] = nodes[i];
    const auto error = igraph_constraint(&network.value, &values.value, igraph_vss_vector(&chosen.value), &weights.value);
    if (error != IGRAPH_SUCCESS || cancel.isRaised())
        return failure(error, "constraint", cancel);
    return copied(values.value);
}

} // namespace skein::classic
