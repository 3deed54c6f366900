// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/calibration.h"

#include <cmath>
#include <cstdio>

namespace skein {

double Curve::at(double score) const
{
    return 1 / (1 + std::exp(-(static_cast<double>(scale) * score + static_cast<double>(shift))));
}

Curve fitCurve(const std::vector<Scored>& scores, Curve prior, double doubt)
{
    double right = 0;
    double wrong = 0;
    for (const Scored& s : scores) (s.right ? right : wrong) += static_cast<double>(s.weight);
    if (right == 0 || wrong == 0) return prior;
    double a = static_cast<double>(prior.scale);
    double b = static_cast<double>(prior.shift);
    const double a0 = a;
    const double b0 = b;
    const double target = (right + 1) / (right + 2); // Platt's targets keep the curve from being too sure
    const double other = 1 / (wrong + 2);
    for (int step = 0; step < 100; ++step) { // Newton's method on a convex function of two numbers
        double ga = doubt * (a - a0) + 1e-9 * a;
        double gb = doubt * 0.1 * (b - b0);
        double haa = doubt + 1e-6;
        double hab = 0;
        double hbb = doubt * 0.1 + 1e-6;
        for (const Scored& s : scores) {
            const double x = static_cast<double>(s.score);
            const double w = static_cast<double>(s.weight);
            const double p = 1 / (1 + std::exp(-(a * x + b)));
            const double error = w * (p - (s.right ? target : other));
            const double h = w * std::max(p * (1 - p), 1e-9);
            ga += error * x;
            gb += error;
            haa += h * x * x;
            hab += h * x;
            hbb += h;
        }
        const double determinant = haa * hbb - hab * hab;
        if (!(std::abs(determinant) > 1e-12)) break;
        double da = (hbb * ga - hab * gb) / determinant;
        double db = (haa * gb - hab * ga) / determinant;
        const double size = std::max(std::abs(da), std::abs(db));
        if (size > 1) {
            da /= size;
            db /= size;
        }
        a -= da;
        b -= db;
        if (size < 1e-7) break;
    }
    return a > 0 ? Curve{static_cast<float>(a), static_cast<float>(b)} : prior;
}

Tally tallyOf(const std::vector<Scored>& scores, Curve curve)
{
    Tally tally;
    for (const Scored& s : scores) {
        tally.right += s.right ? 1 : 0;
        if (curve.at(static_cast<double>(s.score)) < 0.5) continue;
        tally.found += static_cast<double>(s.weight);
        tally.foundRight += s.right ? static_cast<double>(s.weight) : 0;
    }
    return tally;
}

void Reliability::add(double confidence, bool right)
{
    std::size_t bin = bounds.size() - 1;
    while (confidence < bounds[bin]) --bin;
    m_confidence[bin] += confidence;
    m_right[bin] += right ? 1 : 0;
    ++m_all[bin];
}

std::string Reliability::head()
{
    std::string line = "said with confidence  ";
    for (std::size_t b = 0; b < bounds.size(); ++b) {
        char cell[32];
        std::snprintf(cell, sizeof cell, "   from %.2f        ", bounds[b]);
        line += cell;
    }
    return line + "\n(mean: right of all)\n";
}

std::string Reliability::line(std::string_view name) const
{
    std::string line(name);
    line.resize(22, ' ');
    for (std::size_t b = 0; b < bounds.size(); ++b) {
        char cell[48];
        if (m_all[b] == 0)
            std::snprintf(cell, sizeof cell, "%-20s", "   -");
        else
            std::snprintf(cell, sizeof cell, "%.2f: %.2f of %-5zu  ", m_confidence[b] / static_cast<double>(m_all[b]),
                          static_cast<double>(m_right[b]) / static_cast<double>(m_all[b]), m_all[b]);
        line += cell;
    }
    return line + "\n";
}

} // namespace skein
