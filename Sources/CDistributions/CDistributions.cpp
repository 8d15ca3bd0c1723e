#include "CDistributions.h"

// A product and a sum fused on one machine and not on another would print two different last digits.
#pragma STDC FP_CONTRACT OFF

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

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

// Where a falling function is zero between two places where it is not, to so many bits.
template <typename Function>
double between(Function excess, double low, double high, double at_low, double at_high, int bits) {
    boost::uintmax_t iterations = 200;
    const auto bracket = boost::math::tools::toms748_solve(
        excess, low, high, at_low, at_high, boost::math::tools::eps_tolerance<double>(bits), iterations);
    return bracket.first + (bracket.second - bracket.first) / 2;
}

// The noncentrality at which `excess`, which falls, is zero; it lies about t.
template <typename Function>
double root(Function excess, double t, double degrees, int bits = 51) {
    const double width = 3 * std::sqrt(1 + t / degrees * t / 2);
    double low = t - width, high = t + width;
    double at_low = excess(low), at_high = excess(high);
    for (int tries = 0; at_low < 0 && tries < 60; ++tries) at_low = excess(low -= width);
    for (int tries = 0; at_high > 0 && tries < 60; ++tries) at_high = excess(high += width);
    if (!(at_low >= 0 && at_high <= 0)) return undefined;
    if (at_low == 0) return low;
    if (at_high == 0) return high;
    return between(excess, low, high, at_low, at_high, bits);
}

}  // namespace

double cd_student_t_two_sided(double t, double degrees) {
    return guarded([=] {
        const boost::math::students_t distribution(degrees);
        return std::min(1.0, 2 * boost::math::cdf(boost::math::complement(distribution, std::fabs(t))));
    });
}

double cd_student_t_quantile(double probability, double degrees) {
    return guarded([=] { return boost::math::quantile(boost::math::students_t(degrees), probability); });
}

double cd_noncentral_t_noncentrality(double t, double degrees, double probability) {
    if (!(t >= 0) || !std::isfinite(t) || !(degrees > 0) || !(probability > 0 && probability < 1)) return undefined;
    return guarded([=] {
        const auto exact = [=](double noncentrality) {
            return noncentral_t_lower(t, degrees, noncentrality) - probability;
        };
        if (t > largest_t_of_series) return root(exact, t, degrees);
        // Boost computes in long doubles, which costs five times as much: only the last steps need them.
        const auto rough = [=](double noncentrality) {
            using boost::math::policies::policy;
            using boost::math::policies::promote_double;
            const boost::math::non_central_t_distribution<double, policy<promote_double<false>>> law(degrees, noncentrality);
            return boost::math::cdf(law, t) - probability;
        };
        const double near = root(rough, t, degrees, 30);
        const double reach = 1e-7 * std::max(1.0, std::fabs(near));
        const double at_low = exact(near - reach), at_high = exact(near + reach);
        if (!(at_low > 0 && at_high < 0)) return root(exact, t, degrees);
        return between(exact, near - reach, near + reach, at_low, at_high, 50);
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
    return guarded([=] {
        // gamma(a) / gamma(a + 1/2) in one step: the difference of two log-gammas loses digits as they grow.
        return 1 / (boost::math::tgamma_delta_ratio((degrees - 1) / 2, 0.5) * std::sqrt(degrees / 2));
    });
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
