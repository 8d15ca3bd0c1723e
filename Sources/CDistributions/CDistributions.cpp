#include "CDistributions.h"

// A product and a sum fused on one machine and not on another would print two different last digits.
#pragma STDC FP_CONTRACT OFF

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>
#include <vector>

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

// Beyond this t, Boost's series silently loses digits (1e-7 at t = 3000); the integral below holds 1e-14.
constexpr double largest_t_of_series = 1000;

template <typename Function>
double guarded(Function function) noexcept {
    try {
        const double value = function();
        return std::isfinite(value) ? value : undefined;
    } catch (...) {
        return undefined;
    }
}

// P(Z + d <= t S), S = sqrt(chi-squared / degrees), integrated over Z by the trapezoid rule, which converges
// geometrically here: the survival of t S varies slowly beside the normal density once t is large.
double lower_by_integral(double t, double degrees, double noncentrality) {
    constexpr double step = 0.125;
    double sum = 0;
    for (int i = -72; i <= 72; ++i) {
        const double z = i * step;
        const double ratio = (z + noncentrality) / t;
        const double survival = ratio <= 0 ? 1 : boost::math::gamma_q(degrees / 2, degrees * ratio * ratio / 2);
        sum += std::exp(-z * z / 2) * survival;
    }
    return sum * step / std::sqrt(2 * boost::math::constants::pi<double>());
}

double noncentral_t_lower(double t, double degrees, double noncentrality) {
    if (t > largest_t_of_series) return lower_by_integral(t, degrees, noncentrality);
    return boost::math::cdf(boost::math::non_central_t(degrees, noncentrality), t);
}

// P(Z + d <= t S), S = sqrt(chi-squared / degrees), integrated over S by Gauss's rule in panels as narrow as its density and
// the step at d / t; its points serve every d. Degrees are whole: the density is then smooth at zero. Agrees to 1e-13 with
// Boost's series in long doubles, in a fiftieth of their time; where a large t would need too many points, that is for it.
class ChiPoints {
public:
    ChiPoints() = default;

    bool are_of(double t, double degrees) const { return t == t_ && degrees == degrees_; }

    ChiPoints(double t, double degrees) : t_(t), degrees_(degrees) {
        using Rule = boost::math::quadrature::gauss<double, 20>;
        const double low = std::max(0.0, 1 - std::sqrt(40 / degrees)), high = 1 + std::sqrt(60 / degrees);
        const double width = 6 * std::min(1 / std::sqrt(2 * degrees), 1 / t);
        const double panels = std::ceil((high - low) / width);
        if (degrees != std::floor(degrees) || !(panels < 500)) return;
        const double half = (high - low) / panels / 2;
        for (int panel = 0; panel < panels; ++panel) {
            const double middle = low + (2 * panel + 1) * half;
            for (std::size_t i = 0; i < Rule::abscissa().size(); ++i) {
                for (double side : {-1.0, 1.0}) add(middle + side * Rule::abscissa()[i] * half, Rule::weights()[i]);
            }
        }
    }

    // Newton's steps on the normal scale, where the function is nearly a line.
    double noncentrality(double probability) const {
        if (points_.empty()) return undefined;
        const boost::math::normal normal;
        const double aim = boost::math::quantile(normal, probability);
        double d = t_ * (1 - 1 / (4 * degrees_)) - aim * std::sqrt(1 + t_ / degrees_ * t_ / 2);
        for (int tries = 0; tries < 30; ++tries) {
            double lower = 0, density = 0;
            for (const auto& [place, weight] : points_) {
                const double z = place - d;
                if (z < -9) continue;
                lower += z > 9 ? 2 * weight : weight * std::erfc(-z * boost::math::constants::one_div_root_two<double>());
                if (z <= 9) density += weight * std::exp(-z * z / 2);
            }
            lower /= 2 * total_;
            density /= total_ * std::sqrt(2 * boost::math::constants::pi<double>());
            if (!(lower > 0 && lower < 1 && density > 0)) return undefined;
            const double z = boost::math::quantile(normal, lower);
            const double step = (z - aim) * boost::math::pdf(normal, z) / density;
            d += step;
            if (std::fabs(step) <= 1e-12 * std::max(1.0, std::fabs(d))) return d;
        }
        return undefined;
    }

private:
    struct Point {
        double place, weight;
    };

    void add(double ratio, double share) {
        const double weight = share * std::exp(degrees_ * (std::log(ratio) - (ratio * ratio - 1) / 2)) / ratio;
        if (weight < 1e-19) return;
        points_.push_back({t_ * ratio, weight});
        total_ += weight;
    }

    double t_ = undefined, degrees_ = undefined, total_ = 0;
    std::vector<Point> points_;
};

// The noncentrality at which `excess`, which falls, is zero; it lies about t.
template <typename Function>
double root(Function excess, double t, double degrees) {
    const double width = 3 * std::sqrt(1 + t / degrees * t / 2);
    double low = t - width, high = t + width;
    double at_low = excess(low), at_high = excess(high);
    for (int tries = 0; at_low < 0 && tries < 60; ++tries) at_low = excess(low -= width);
    for (int tries = 0; at_high > 0 && tries < 60; ++tries) at_high = excess(high += width);
    if (!(at_low >= 0 && at_high <= 0)) return undefined;
    if (at_low == 0) return low;
    if (at_high == 0) return high;
    boost::uintmax_t iterations = 200;
    const auto bracket = boost::math::tools::toms748_solve(
        excess, low, high, at_low, at_high, boost::math::tools::eps_tolerance<double>(51), iterations);
    return bracket.first + (bracket.second - bracket.first) / 2;
}

}  // namespace

double cd_student_t_two_sided(double t, double degrees) {
    return guarded([=] {
        const boost::math::students_t distribution(degrees);
        return std::min(1.0, 2 * boost::math::cdf(boost::math::complement(distribution, std::fabs(t))));
    });
}

double cd_student_t_quantile(double probability, double degrees) {
    // One cohort asks for the same few again and again.
    thread_local struct { double probability, degrees, value; } last[64] = {};
    auto& known = last[static_cast<unsigned>(std::fmin(std::fabs(degrees), 1e9)) % 64];
    if (known.degrees == degrees && known.probability == probability) return known.value;
    const double value =
        guarded([=] { return boost::math::quantile(boost::math::students_t(degrees), probability); });
    known = {probability, degrees, value};
    return value;
}

double cd_noncentral_t_noncentrality(double t, double degrees, double probability) {
    if (!(t >= 0) || !std::isfinite(t) || !(degrees > 0) || !(probability > 0 && probability < 1)) return undefined;
    return guarded([=] {
        // Both ends of an interval are asked for one after the other, of the same points.
        thread_local ChiPoints points;
        if (!points.are_of(t, degrees)) points = ChiPoints(t, degrees);
        const double found = points.noncentrality(probability);
        if (std::isfinite(found)) return found;
        const auto excess = [=](double noncentrality) {
            return noncentral_t_lower(t, degrees, noncentrality) - probability;
        };
        return root(excess, t, degrees);
    });
}

double cd_fisher_f_quantile(double probability, double numerator, double denominator) {
    return guarded(
        [=] { return boost::math::quantile(boost::math::fisher_f(numerator, denominator), probability); });
}

double cd_binomial_lower(double successes, double trials, double probability) {
    return guarded([=] { return boost::math::cdf(boost::math::binomial(trials, probability), successes); });
}

double cd_normal_lower(double z) {
    return guarded([=] { return boost::math::cdf(boost::math::normal(), z); });
}

double cd_normal_quantile(double probability) {
    return guarded([=] { return boost::math::quantile(boost::math::normal(), probability); });
}

double cd_hedges_correction(double degrees) {
    if (!(degrees > 1)) return undefined;
    // One cohort asks for the same few again and again.
    thread_local struct { double degrees, value; } last[64] = {};
    auto& known = last[static_cast<unsigned>(std::fmin(degrees, 1e9)) % 64];
    if (known.degrees == degrees) return known.value;
    const double value = guarded([=] {
        // gamma(a) / gamma(a + 1/2) in one step: the difference of two log-gammas loses digits as they grow.
        return 1 / (boost::math::tgamma_delta_ratio((degrees - 1) / 2, 0.5) * std::sqrt(degrees / 2));
    });
    known = {degrees, value};
    return value;
}

double cd_round_significant(double value, int digits) {
    if (!std::isfinite(value) || value == 0) return value;
    char text[64];
    const int decimals = std::min(std::max(digits, 1), 17) - 1;
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, decimals);
    double rounded = value;
    const auto read = std::from_chars(text, end.ptr, rounded, std::chars_format::scientific);
    return end.ec == std::errc() && read.ec == std::errc() ? rounded : value;
}
