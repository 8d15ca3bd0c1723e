#ifndef CDISTRIBUTIONS_H
#define CDISTRIBUTIONS_H

#ifdef __cplusplus
extern "C" {
#endif

// Every function is pure and total: an argument outside its domain, or a series that does not converge, gives NaN.

/// Two-sided p of Student's t: 2 P(T > |t|), `degrees` of freedom above 0.
double cd_student_t_two_sided(double t, double degrees);

/// The t such that P(T <= t) = probability.
double cd_student_t_quantile(double probability, double degrees);

/// The non-centrality d such that P(T(degrees, d) <= t) = probability, for t >= 0.
double cd_noncentral_t_noncentrality(double t, double degrees, double probability);

/// The quantile of Fisher's F with the two degrees of freedom.
double cd_fisher_f_quantile(double probability, double numerator, double denominator);

/// P(X <= successes) of a binomial with `trials` and `probability`.
double cd_binomial_lower(double successes, double trials, double probability);

/// P(Z <= z) of the standard normal.
double cd_normal_lower(double z);

/// The z such that P(Z <= z) = probability.
double cd_normal_quantile(double probability);

/// Hedges's exact correction J(m) = gamma(m/2) / (sqrt(m/2) gamma((m-1)/2)), m above 1.
double cd_hedges_correction(double degrees);

/// `value` rounded to `digits` (1 to 17) significant decimal digits, as printf("%.*e") rounds, whatever the locale.
double cd_round_significant(double value, int digits);

#ifdef __cplusplus
}
#endif

#endif
