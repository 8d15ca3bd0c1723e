# Makes r.json: what R and its packages say of the data sets in sets.json (made by make.py). Run: Rscript make.R
suppressMessages({
    library(jsonlite); library(coin); library(effectsize); library(psych); library(survival)
})
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
sets <- fromJSON(file.path(here, "sets.json"), simplifyVector = TRUE, simplifyMatrix = TRUE)

quiet <- function(expression) tryCatch(suppressWarnings(suppressMessages(expression)), error = function(e) NULL)
finite <- function(values) Filter(function(x) length(x) > 0 && all(is.finite(unlist(x)) | is.character(unlist(x))), values)

place <- function(x) {
    largest <- if (length(x)) max(abs(x)) else 0
    if (largest == 0) 0 else 11 - as.integer(sub(".*e", "", sprintf("%.16e", largest)))
}

# Changes as whole units of the twelfth significant digit of the largest score.
steps <- function(s) {
    decimals <- place(c(s$before, s$after))
    d <- s$after - s$before
    near <- max(min(decimals, 300), -300)
    scaled <- round(d * 10^near * 10^(decimals - near))
    if (all(is.finite(scaled))) scaled else rep(NA_real_, length(d))
}

noncentrality <- function(t, df, p) {
    if (!is.finite(t) || t >= 37) return(NULL)
    quiet(uniroot(function(ncp) pt(t, df, ncp = ncp) - p, c(t - 3 - 2 * t, t + 3 + 2 * t), extendInt = "downX",
        tol = 1e-15, maxiter = 10000)$root)
}

# R knows the non-central t for 37.62 at most.
d_z_interval <- function(t, n) {
    ends <- c(noncentrality(abs(t), n - 1, 0.975), noncentrality(abs(t), n - 1, 0.025)) / sqrt(n)
    if (length(ends) < 2 || max(ends) * sqrt(n) > 37) return(NULL)
    if (t < 0) rev(-ends) else ends
}

hodges_lehmann <- function(d, n) {
    averages <- sort(outer(d, d, "+")[upper.tri(diag(n), diag = TRUE)] / 2)
    k <- max(1, qsignrank(0.025, n))
    list(hodges_lehmann = median(averages), hodges_lehmann_ci95 = averages[c(k, length(averages) + 1 - k)],
        hodges_lehmann_ci_level = 1 - 2 * psignrank(k - 1, n))
}

signed_rank <- function(d, zeros) {
    frame <- data.frame(y = c(d, rep(0, length(d))), x = factor(rep(c("after", "before"), each = length(d))),
        b = factor(rep(seq_along(d), 2)))
    quiet(as.numeric(pvalue(wilcoxsign_test(y ~ x | b, data = frame, distribution = "exact", zero.method = zeros))))
}

pairs <- function(s) {
    b <- as.numeric(unlist(s$before)); a <- as.numeric(unlist(s$after))
    s$before <- b; s$after <- a
    n <- length(b)
    if (n == 0) return(list(n = 0L))
    u <- steps(s)
    d <- a - b
    out <- list(n = n, mean_before = mean(b), mean_after = mean(a), mean_change = mean(d))
    if (anyNA(u)) return(finite(out))
    improved <- sum(u > 0); declined <- sum(u < 0)
    out$improved <- improved; out$unchanged <- sum(u == 0); out$declined <- declined
    if (improved + declined > 0) out$sign_p <- binom.test(improved, improved + declined)$p.value
    out$improved_ci95 <- as.numeric(quiet(prop.test(improved, n, correct = FALSE)$conf.int))
    out$wilcoxon_n <- improved + declined
    out$wilcoxon_w_plus <- sum(rank(abs(u[u != 0]))[u[u != 0] > 0])
    out$rank_biserial <- quiet(rank_biserial(u, mu = 0, paired = FALSE)$r_rank_biserial)
    gains <- ifelse(u > 0, d / (s$max - b), ifelse(u < 0, d / (b - s$min), ifelse(b == s$max, NA, 0)))
    change <- mean(d)
    class <- if (sum(u) > 0) change / (s$max - mean(b)) else if (sum(u) < 0) change / (mean(b) - s$min) else
        if (mean(b) == s$max) NA else 0
    out$class_gain <- class
    out$mean_individual_gain <- mean(gains, na.rm = TRUE)
    if (n == 1) { out$hodges_lehmann <- d; return(finite(out)) }
    out$sd_change <- if (length(unique(u)) > 1) sd(d) else 0
    d_av <- change / sqrt((var(b) + var(a)) / 2)
    out$d_av <- d_av
    j <- if (n > 2) exp(lgamma((n - 1) / 2) - log(sqrt((n - 1) / 2)) - lgamma((n - 2) / 2)) else NA
    out$g_av <- d_av * j
    out <- c(out, hodges_lehmann(d, n))
    out$wilcox_test_p <- quiet(wilcox.test(a, b, paired = TRUE, exact = TRUE)$p.value)
    if (improved + declined > 0) {
        out$wilcoxon_p <- signed_rank(u, "Wilcoxon")
        out$pratt_p <- signed_rank(u, "Pratt")
    }
    if (sd(b) > 0) {
        error <- sd(b) * sqrt(1 - s$reliability) * sqrt(2)
        out$rci_s_diff <- error; out$rci_threshold <- 1.96 * error
        out$rci_improved <- sum(d > 1.96 * error); out$rci_declined <- sum(d < -1.96 * error)
    }
    if (length(unique(u)) > 1) {
        test <- quiet(t.test(a, b, paired = TRUE))
        if (!is.null(test)) {
            out$t <- unname(test$statistic); out$t_p <- test$p.value; out$ci95 <- as.numeric(test$conf.int)
            out$d_z_ci95 <- d_z_interval(out$t, n)
        }
        out$d_z <- quiet(cohens_d(a, b, paired = TRUE, ci = NULL)$Cohens_d)
        if (n > 2) out$g_z <- quiet(hedges_g(a, b, paired = TRUE, ci = NULL)$Hedges_g)
        out$effectsize_d_z_ci95 <- quiet(as.numeric(cohens_d(a, b, paired = TRUE)[c("CI_low", "CI_high")]))
    }
    finite(out)
}

items <- function(rows) {
    rows <- as.matrix(rows); colnames(rows) <- paste0("i", seq_len(ncol(rows)))
    found <- quiet(psych::alpha(rows, check.keys = FALSE, delete = TRUE, warnings = FALSE))
    if (is.null(found)) return(setNames(list(), character()))
    interval <- alpha.ci(found$total$raw_alpha, nrow(rows), ncol(rows))
    without <- if (ncol(rows) > 2) found$alpha.drop$raw_alpha else NULL
    finite(list(alpha = found$total$raw_alpha, alpha_ci95 = c(interval$lower.ci, interval$upper.ci), alpha_without = without))
}

dose <- function(s) {
    if (length(s$minutes) < 10) return(setNames(list(), character()))
    finite(list(dose_rho = quiet(cor(s$minutes, s$changes, method = "spearman"))))
}

attrition <- function(s) {
    x <- as.numeric(unlist(s$stayed)); y <- as.numeric(unlist(s$left))
    if (!length(x) || !length(y)) return(setNames(list(), character()))
    out <- list(mean_before_assessed_again = mean(x), mean_before_not_assessed_again = mean(y))
    n <- length(x) + length(y)
    if (n > 3) {
        pooled <- sqrt((sum((x - mean(x))^2) + sum((y - mean(y))^2)) / (n - 2))
        out$attrition_g <- (mean(x) - mean(y)) / pooled * exp(lgamma((n - 2) / 2) - log(sqrt((n - 2) / 2)) - lgamma((n - 3) / 2))
        if (min(length(x), length(y)) > 1) out$effectsize_g <- quiet(hedges_g(x, y, pooled_sd = TRUE, ci = NULL)$Hedges_g)
    }
    if (n < 30 && length(unique(c(x, y))) > 1) {
        frame <- data.frame(y = 10 * c(x, y), g = factor(rep(c("a", "b"), c(length(x), length(y)))))
        out$attrition_p <- quiet(as.numeric(pvalue(oneway_test(y ~ g, data = frame, distribution = "exact"))))
    }
    finite(out)
}

mail <- function(s) {
    fit <- survfit(Surv(unlist(s$hours), unlist(s$replied)) ~ 1)
    share <- function(h) if (h > max(unlist(s$hours))) NULL else 1 - summary(fit, times = h)$surv
    finite(list(within_24h = share(24), within_48h = share(48), median_hours = unname(quantile(fit, 0.5)$quantile)))
}

rating <- function(s) {
    s <- as.matrix(s)
    if (ncol(s) < 2) return(setNames(list(), character()))
    finite(list(kappa = quiet(psych::cohen.kappa(t(s))$kappa)))
}

discordant <- function(s) if (sum(s) > 0) list(mcnemar_p = binom.test(s[1], sum(s))$p.value) else setNames(list(), character())

packages <- sapply(c("coin", "effectsize", "psych", "survival"), function(p) as.character(packageVersion(p)))
results <- list(
    versions = c(list(R = paste(R.version$major, R.version$minor, sep = ".")), as.list(packages)),
    pairs = lapply(sets$pairs, pairs), items = lapply(sets$items, items), doses = lapply(sets$doses, dose),
    attrition = lapply(sets$attrition, attrition), mails = lapply(sets$mails, mail),
    ratings = lapply(sets$ratings, rating), families = lapply(sets$families, function(p) list(holm = p.adjust(p, "holm"))),
    discordant = lapply(sets$discordant, discordant))
text <- function(value) toJSON(value, digits = I(17), auto_unbox = TRUE)
blocks <- sapply(names(results), function(name) {
    if (name == "versions") return(sprintf('"versions": %s', text(results[[name]])))
    rows <- sapply(names(results[[name]]), function(key) sprintf("  \"%s\": %s", key, text(results[[name]][[key]])))
    sprintf("\"%s\": {\n%s\n}", name, paste(rows, collapse = ",\n"))
})
writeLines(sprintf("{\n%s\n}", paste(blocks, collapse = ",\n")), file.path(here, "r.json"))
