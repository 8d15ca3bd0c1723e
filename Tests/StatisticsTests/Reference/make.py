#!/usr/bin/env python3
"""Makes sets.json (the data sets), scipy.json (what SciPy says of them) and exact.json (what counting and arithmetic at
50 digits say); make.R then reads sets.json and makes r.json. Run: python3 make.py && Rscript make.R
"""
import itertools
import json
import math
import random
import sys
from collections import Counter
from fractions import Fraction

import mpmath
import numpy
import scipy
from scipy import optimize, stats

mpmath.mp.dps = 50
Z = mpmath.sqrt(2) * mpmath.erfinv(mpmath.mpf("0.95"))


# The data sets.

def levels(rng, n, low=0, high=8):
    return [float(rng.randint(low, high)) for _ in range(n)]


def pair_sets():
    rng = random.Random(2021)
    sets = {}

    def add(name, before, after, low=0, high=8, reliability=0.85):
        sets[name] = {"before": before, "after": after, "min": low, "max": high, "reliability": reliability}

    def shifted(before, steps, low=0, high=8):
        return [min(high, max(low, b + rng.choice(steps))) for b in before]

    add("empty", [], [])
    for n in (1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 20, 33, 60):
        before = levels(rng, n, 0, 6)
        add(f"levels-{n}", before, shifted(before, [-1, 0, 0, 1, 1, 2, 3]))
    for n in (2, 6, 9, 12, 16, 25, 60):
        before = [round(rng.uniform(20, 70), 1) for _ in range(n)]
        after = [round(min(100, max(0, b + rng.gauss(10, 15))), 1) for b in before]
        add(f"tenths-{n}", before, after, 0, 100)
    for n in (6, 11, 20, 45):
        before = [round(rng.uniform(0, 100), 7) for _ in range(n)]
        after = [round(min(100, b * rng.uniform(0.6, 1.7)), 7) for b in before]
        add(f"no-ties-{n}", before, after, 0, 100, 0.7)
    for n in (8, 20, 40):
        before = [round(rng.expovariate(0.1), 3) for _ in range(n)]
        after = [round(b + rng.expovariate(0.3) - 1, 3) for b in before]
        add(f"skewed-{n}", before, after, -10, 200, 0.9)
    golden = json.load(open(__file__.replace("make.py", "../../StoryTests/Golden/golden-g1.json")))
    add("golden-g1", golden["before"], golden["after"])
    some = levels(rng, 12, 0, 6)
    add("no-change", some, some)
    add("constant-change", some, [b + 2 for b in some])
    add("constant-in-binary-fractions", [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1], [0.4, 0.5, 0.4, 0.5, 0.4, 0.5, 0.4])
    add("ties-in-binary-fractions", [0.1, 0.3, 0.1 + 0.2, 0.7, 0.4, 0.2, 0.8, 0.1, 0.0],
        [0.3, 0.5, 0.3, 0.6, 0.7, 0.8, 0.2, 0.8, 0.7])
    add("all-at-the-maximum", [8.0] * 9, [8.0] * 9)
    add("most-at-the-maximum", [8.0] * 9 + [7.0, 6.0, 7.0, 5.0, 2.0, 7.0], [8.0] * 12 + [7.0, 6.0, 6.0])
    add("reaching-the-maximum", levels(rng, 10, 1, 7), [8.0] * 10)
    add("from-the-minimum", [0.0] * 13, levels(rng, 13))
    add("to-the-minimum", levels(rng, 9, 1, 8), [0.0] * 9)
    before = levels(rng, 20, 3, 8)
    add("declining-20", before, shifted(before, [-4, -3, -2, -1, 0, 1]))
    add("swinging-18", levels(rng, 18), levels(rng, 18))
    add("two-values-24", levels(rng, 24, 0, 1), levels(rng, 24, 0, 1), 0, 1)
    add("tied-improvements-4", [1.0] * 4 + [2.0], [2.0] * 4 + [2.0])
    add("many-zeros-30", [4.0] * 30, [4.0] * 23 + [5.0, 6.0, 4.0, 3.0, 7.0, 5.0, 6.0])
    add("one-outlier-15", [2.0] * 15, [3.0, 2.5, 2.0, 3.5, 1.5, 2.25, 2.75, 3.25, 2.0, 1.75, 2.5, 3.0, 2.25, 2.5, 900.0],
        0, 1000)
    add("hardly-any-spread-8", [10.0] * 8, [11.0, 11.001, 11.0, 10.999, 11.0, 11.0, 11.001, 11.0], 0, 100)
    add("below-zero-17", levels(rng, 17, -5, 5), levels(rng, 17, -5, 5), -5, 5)
    base = [float(rng.randint(1, 900)) for _ in range(10)]
    other = [b + rng.choice([-20.0, 35.0, 40.0, 55.0, 80.0]) for b in base]
    for name, scale in (("huge-1e150", "e150"), ("tiny-1e-150", "e-150"), ("huge-1e300", "e300"), ("tiny-1e-300", "e-300")):
        def scaled(numbers):
            return [float(f"{int(x)}{scale}") for x in numbers]
        add(name, scaled(base), scaled(other), float(f"-200{scale}"), float(f"2000{scale}"))
    return sets


def item_sets():
    rng = random.Random(5)
    sets = {}
    for n, k, noise in ((2, 2, 1), (3, 4, 2), (8, 3, 2), (12, 20, 2), (20, 20, 1), (29, 5, 3), (30, 5, 3), (60, 10, 2)):
        rows = []
        for _ in range(n):
            level = rng.uniform(1, 7)
            rows.append([float(min(8, max(0, round(level + rng.uniform(-noise, noise))))) for _ in range(k)])
        sets[f"people-{n}-items-{k}"] = rows
    sets["unrelated-15-items-6"] = [levels(rng, 6) for _ in range(15)]
    sets["one-item-constant-10"] = [levels(rng, 3) + [4.0] for _ in range(10)]
    sets["opposed-items-9"] = [[x, 8 - x, y] for x, y in zip(levels(rng, 9), levels(rng, 9))]
    sets["tenths-14-items-4"] = [[round(a + rng.uniform(0, 1), 1) for _ in range(4)] for a in levels(rng, 14)]
    sets["identical-items-7"] = [[x] * 4 for x in levels(rng, 7)]
    return sets


def dose_sets():
    rng = random.Random(12)
    sets = {}

    def add(name, minutes, changes):
        sets[name] = {"minutes": minutes, "changes": changes}

    add("too-few-9", [180 * i for i in range(9)], [float(i) for i in range(9)])
    add("two-values-12", [900] * 6 + [1800] * 6, [1.0, 2, 0, 1, 3, 2, 4, 5, 3, 3, 6, 7])
    add("nearly-all-full-20", [1800] * 17 + [900, 360, 1260], [round(rng.gauss(10, 8), 1) for _ in range(20)])
    add("steps-11", [900] * 4 + [1260] * 4 + [1800] * 3, [2.0, 5, 1, 4, 3, 6, 8, 2, 9, 7, 7])
    add("changes-tied-14", [180 * i for i in range(14)], [0.0] * 10 + [1.0, 1.0, 2.0, 0.0])
    add("reverse-10", [300, 300, 300, 300, 300, 600, 600, 600, 600, 600], [9.0, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    add("drawn-20", [60 * rng.randint(5, 30) for _ in range(20)], [round(rng.gauss(10, 9), 1) for _ in range(20)])
    add("drawn-60", [60 * rng.randint(20, 30) for _ in range(60)], [float(rng.randint(-3, 6)) for _ in range(60)])
    add("no-spread-10", [1800] * 10, [float(i) for i in range(10)])
    return sets


def attrition_sets():
    rng = random.Random(4)
    sets = {}

    def add(name, stayed, left):
        sets[name] = {"stayed": stayed, "left": left}

    for a, b in ((1, 1), (2, 1), (3, 1), (2, 2), (5, 1), (6, 4), (16, 4), (15, 5), (12, 8), (3, 17)):
        add(f"levels-{a}-{b}", levels(rng, a), levels(rng, b))
    add("tenths-14-5", [round(rng.uniform(30, 70), 1) for _ in range(14)], [round(rng.uniform(20, 60), 1) for _ in range(5)])
    add("far-apart-8-6", [60.0 + i for i in range(8)], [10.0 + i / 2 for i in range(6)])
    add("all-equal-5-3", [4.0] * 5, [4.0] * 3)
    add("everybody-7-0", levels(rng, 7), [])
    add("drawn-30-30", [round(rng.gauss(50, 10), 1) for _ in range(30)], [round(rng.gauss(46, 10), 1) for _ in range(30)])
    return sets


def mail_sets():
    rng = random.Random(24)
    sets = {}

    def add(name, hours, replied):
        sets[name] = {"hours": hours, "replied": replied}

    add("one-reply", [5.0], [1])
    add("no-reply-6", [168.0] * 6, [0] * 6)
    add("half-silent-8", [2.0, 5.0, 20.0, 30.0, 168.0, 168.0, 168.0, 168.0], [1, 1, 1, 1, 0, 0, 0, 0])
    add("all-replied-7", [1.0, 3.5, 3.5, 24.0, 48.0, 70.25, 168.0], [1] * 7)
    add("even-4", [1.0, 10.0, 30.0, 50.0], [1] * 4)
    add("mostly-silent-20", [3.0, 7.5, 24.0, 24.5, 48.0, 100.0] + [168.0] * 14, [1] * 6 + [0] * 14)
    add("early-censored-10", [2.0, 6.0, 6.0, 12.0, 20.0, 30.0, 40.0, 48.0, 90.0, 168.0], [1, 1, 0, 0, 1, 0, 1, 1, 1, 0])
    hours, replied = [], []
    for _ in range(60):
        wait = round(rng.expovariate(1 / 60), 1)
        hours.append(min(wait, 168.0))
        replied.append(int(wait <= 168))
    add("sixty", hours, replied)
    return sets


def rating_sets():
    rng = random.Random(9)
    sets = {}
    for n in (1, 6, 20, 60):
        first = [rng.randint(0, 3) for _ in range(n)]
        sets[f"values-{n}"] = [first, [x if rng.random() < 0.7 else rng.randint(0, 3) for x in first]]
    sets["opposed-8"] = [[0, 1] * 4, [1, 0] * 4]
    sets["agreed-9"] = [[0, 1, 2] * 3, [0, 1, 2] * 3]
    return sets


FAMILIES = {
    "published": [0.01, 0.04, 0.03, 0.005, 0.2],
    "one": [0.03],
    "tied": [0.02, 0.02, 0.02, 0.5, 0.5],
    "beyond-one": [0.4, 0.6, 0.9, 0.3],
    "ten": [0.0017, 0.012, 0.3, 0.0002, 0.049, 0.05, 0.051, 0.8, 1.0, 0.02],
}
DISCORDANT = {f"{b}-{c}": [b, c] for b, c in
              ((0, 0), (0, 5), (1, 5), (1, 7), (6, 0), (3, 3), (14, 2), (12, 21), (30, 30), (0, 60), (59, 1))}


# The stated generator, as Sources/Statistics/SeededDraws.swift.

class Draws:
    def __init__(self, seed=2022):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & (2**64 - 1)
        mixed = ((self.state ^ (self.state >> 30)) * 0xBF58476D1CE4E5B9) & (2**64 - 1)
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & (2**64 - 1)
        return mixed ^ (mixed >> 31)

    def index(self, bound):
        return (self.next() * bound) >> 64


# What counting and long arithmetic say.

def place(numbers):
    """Decimals kept: the place of the twelfth significant digit of the largest number."""
    largest = max((abs(x) for x in numbers), default=0)
    return 11 - int(f"{largest:.16e}".split("e")[1]) if largest else 0


def steps(numbers, decimals):
    """Whole units of that place, halves away from zero."""
    exact = [Fraction(x) * Fraction(10) ** decimals for x in numbers]
    return [int(math.copysign(1, x) * math.floor(abs(x) + Fraction(1, 2))) for x in exact]


def student_two_sided(t, df):
    return mpmath.betainc(mpmath.mpf(df) / 2, mpmath.mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def student_quantile(df):
    return mpmath.findroot(lambda x: student_two_sided(x, df) - mpmath.mpf("0.05"),
                           float(stats.t.ppf(0.975, df)))


def noncentral_below(t, df, delta):
    """P(Z + delta <= t chi / sqrt(df)), by quadrature over chi."""
    with mpmath.workdps(25):
        df_, root = mpmath.mpf(df), mpmath.sqrt(df)
        scale = 2 ** (1 - df_ / 2) / mpmath.gamma(df_ / 2)
        middle = mpmath.sqrt(df_)
        cuts = sorted({mpmath.mpf(0), middle * 0.25, middle * 0.5, middle * 0.8, middle, middle * 1.2, middle * 1.6,
                       middle + 6, middle + 14})
        cuts = [x for x in cuts if x >= 0]
        crossing = delta * root / t if t else None
        if crossing is not None and 0 < crossing < cuts[-1]:
            near = [crossing - 3 * root / t, crossing, crossing + 3 * root / t]
            cuts = sorted(set(cuts) | {x for x in near if 0 < x < cuts[-1]})
        return mpmath.quad(
            lambda x: mpmath.ncdf(t * x / root - delta) * scale * x ** (df_ - 1) * mpmath.exp(-x * x / 2), cuts)


def noncentrality(t, df, probability):
    start = optimize.brentq(lambda d: stats.nct.cdf(float(t), df, d) - probability, t - 6 - 3 * t, t + 6 + 3 * t) \
        if t < 1000 else t
    with mpmath.workdps(25):
        return mpmath.findroot(lambda d: noncentral_below(t, df, d) - mpmath.mpf(probability), (start, start * (1 + 1e-6) + 1e-6),
                               solver="secant", tol=1e-28)


def signed_rank_p(doubled, positive):
    total = sum(doubled)
    if len(doubled) <= 16:
        sums = Counter(sum(chosen) for chosen in
                       (itertools.compress(doubled, signs) for signs in itertools.product((0, 1), repeat=len(doubled))))
    else:
        sums = Counter({0: 1})
        for rank in doubled:
            grown = Counter(sums)
            for value, count in sums.items():
                grown[value + rank] += count
            sums = grown
    smaller = min(positive, total - positive)
    return float(min(Fraction(1), Fraction(2 * sum(c for v, c in sums.items() if v <= smaller), 2 ** len(doubled))))


def ranks(changes, zeros_ranked):
    kept = changes if zeros_ranked else [d for d in changes if d]
    order = sorted(abs(d) for d in kept)
    doubled = {size: 2 * order.index(size) + order.count(size) + 1 for size in set(order)}
    pairs = [(doubled[abs(d)], d) for d in kept if d]
    return [r for r, _ in pairs], sum(r for r, d in pairs if d > 0)


def exact_pairs(s):
    n = len(s["before"])
    before, after = ([Fraction(x) for x in s[k]] for k in ("before", "after"))
    both = s["before"] + s["after"]
    decimals = place(both)
    d = steps([], 0) if not n else [
        int(math.copysign(1, x) * math.floor(abs(x) + Fraction(1, 2)))
        for x in ((a - b) * Fraction(10) ** decimals for b, a in zip(before, after))]
    unit = Fraction(10) ** -decimals
    out = {"n": n, "improved": sum(x > 0 for x in d), "unchanged": sum(x == 0 for x in d), "declined": sum(x < 0 for x in d)}
    if not n:
        return out

    def real(x):
        x = Fraction(x)
        return mpmath.mpf(x.numerator) / mpmath.mpf(x.denominator)

    mean = Fraction(sum(d), n) * unit
    out |= {"mean_before": float(sum(before) / n), "mean_after": float(sum(after) / n), "mean_change": float(mean)}
    change = [a - b for b, a in zip(before, after)]
    w = sorted((d[i] + d[j]) * unit / 2 for i in range(n) for j in range(i, n))
    out["hodges_lehmann"] = float((w[(len(w) - 1) // 2] + w[len(w) // 2]) / 2)
    k_count = [1]
    for rank in range(1, n + 1):
        grown = k_count + [0] * rank
        for i, c in enumerate(k_count):
            grown[i + rank] += c
        k_count = grown
    below, q = 0, 0
    while Fraction(below + k_count[q], 2**n) < Fraction(25, 1000):
        below += k_count[q]
        q += 1
    k = max(1, q)
    if len(set(d)) > 1:
        out["hodges_lehmann_ci95"] = [float(w[k - 1]), float(w[len(w) - k])]
        out["hodges_lehmann_ci_level"] = float(1 - 2 * Fraction(below if q else 1, 2**n))
    doubled, positive = ranks(d, False)
    out |= {"wilcoxon_n": len(doubled), "wilcoxon_w_plus": positive / 2}
    if doubled:
        out["rank_biserial"] = float(Fraction(2 * positive - sum(doubled), sum(doubled)))
    if len(doubled) >= 6:
        out["wilcoxon_p"] = signed_rank_p(doubled, positive)
        doubled, positive = ranks(d, True)
        out["pratt_p"] = signed_rank_p(doubled, positive)
        fewer = min(out["improved"], out["declined"])
        m = out["improved"] + out["declined"]
        out["sign_p"] = float(min(Fraction(1), Fraction(2 * sum(math.comb(m, i) for i in range(fewer + 1)), 2**m)))
    hits, size = mpmath.mpf(out["improved"]), mpmath.mpf(n)
    reach = Z / (size + Z**2) * mpmath.sqrt(hits * (size - hits) / size + Z**2 / 4)
    centre = (hits + Z**2 / 2) / (size + Z**2)
    out["improved_ci95"] = [float(max(0, centre - reach)) if hits else 0.0, float(min(1, centre + reach))]
    low, high = Fraction(s["min"]), Fraction(s["max"])

    def gain(b, x):
        if x > 0:
            return x / (high - b)
        if x < 0:
            return x / (b - low)
        return None if b == high else Fraction(0)

    gains = [g for g in (gain(b, x * unit) for b, x in zip(before, d)) if g is not None]
    of_class = gain(sum(before) / n, mean)
    if of_class is not None:
        out["class_gain"] = float(of_class)
    if gains:
        out["mean_individual_gain"] = float(sum(gains) / len(gains))
    if n < 2:
        return out
    variance = sum((c - sum(change) / n) ** 2 for c in change) / (n - 1) if len(set(d)) > 1 else Fraction(0)
    sd = mpmath.sqrt(real(variance))
    out["sd_change"] = float(sd)
    variances = [sum((x - sum(v) / n) ** 2 for x in v) / (n - 1) for v in (before, after)]
    spread = mpmath.sqrt(real(sum(variances) / 2))
    if variances[0]:
        error = mpmath.sqrt(real(variances[0])) * mpmath.sqrt(2 * (1 - mpmath.mpf(s["reliability"])))
        threshold = mpmath.mpf("1.96") * error
        out |= {"rci_s_diff": float(error), "rci_threshold": float(threshold),
                "rci_improved": sum(real(x * unit) > threshold for x in d),
                "rci_declined": sum(real(x * unit) < -threshold for x in d)}
    hedges = None
    if n > 2:
        m = mpmath.mpf(n - 1)
        hedges = mpmath.gamma(m / 2) / (mpmath.sqrt(m / 2) * mpmath.gamma((m - 1) / 2))
    if spread:
        out["d_av"] = float(real(mean) / spread)
        if hedges:
            out["g_av"] = float(hedges * real(mean) / spread)
    if not variance:
        return out
    t = real(mean) / (sd / mpmath.sqrt(n))
    reach = student_quantile(n - 1) * sd / mpmath.sqrt(n)
    out |= {"t": float(t), "t_p": float(student_two_sided(t, n - 1)), "ci95": [float(real(mean) - reach), float(real(mean) + reach)],
            "d_z": float(real(mean) / sd)}
    if hedges:
        out["g_z"] = float(hedges * real(mean) / sd)
    ends = sorted(noncentrality(abs(t), n - 1, p) / mpmath.sqrt(n) for p in (0.025, 0.975))
    out["d_z_ci95"] = [float(x) for x in (ends if t >= 0 else [-ends[1], -ends[0]])]
    if t == 0:
        out["d_z_ci95"] = [-float(ends[1]), float(ends[1])]
    return out


def reach_of(observed, mean):
    return abs(observed - mean)


def arrangements(fixed, arranged):
    """Every distinct arrangement's sum of products."""
    left = Counter(arranged)
    values = sorted(left)

    def go(place, total):
        if place == len(fixed):
            yield total
            return
        for value in values:
            if left[value]:
                left[value] -= 1
                yield from go(place + 1, total + value * fixed[place])
                left[value] += 1

    return go(0, 0)


def distinct(numbers):
    return math.factorial(len(numbers)) // math.prod(math.factorial(c) for c in Counter(numbers).values())


def arrangement_p(left, right, draws=9999):
    mean = Fraction(sum(left) * sum(right), len(left))
    observed = abs(sum(a * b for a, b in zip(left, right)) - mean)
    fixed, arranged = (right, left) if distinct(left) <= distinct(right) else (left, right)
    if distinct(arranged) <= 10**6:
        sums = list(arrangements(fixed, arranged))
        return sum(abs(x - mean) >= observed for x in sums) / len(sums), "exact"
    generator, hits = Draws(), 0
    shuffled = list(right)
    for _ in range(draws):
        for last in range(len(shuffled) - 1, 0, -1):
            other = generator.index(last + 1)
            shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
        hits += abs(sum(a * b for a, b in zip(left, shuffled)) - mean) >= observed
    return (1 + hits) / (1 + draws), "drawn"


def exact_dose(s):
    people = sorted(zip(s["minutes"], s["changes"]))
    if len(people) < 10 or len(set(s["minutes"])) == 1:
        return {}
    doubled = [[2 * sorted(c).index(x) + c.count(x) + 1 for x in c] for c in ([p[0] for p in people], [p[1] for p in people])]
    p, method = arrangement_p(*doubled)
    return {"dose_p": p, "dose_method": method}


def exact_attrition(s):
    if not s["stayed"] or not s["left"] or len(set(s["stayed"] + s["left"])) == 1:
        return {}
    both = sorted(s["stayed"]) + sorted(s["left"])
    marks = [1] * len(s["stayed"]) + [0] * len(s["left"])
    p, method = arrangement_p(steps(both, place(both)), marks)
    return {"attrition_p": p, "attrition_method": method}


def exact_items(rows):
    k = len(rows[0])

    def variance(numbers):
        numbers = [Fraction(x) for x in numbers]
        return sum((x - sum(numbers) / len(numbers)) ** 2 for x in numbers) / (len(numbers) - 1)

    def alpha(columns):
        total = variance([sum(Fraction(r[c]) for c in columns) for r in rows])
        if len(columns) < 2 or not total:
            return None
        return float(Fraction(len(columns), len(columns) - 1) * (1 - sum(variance([r[c] for r in rows]) for c in columns) / total))

    return {"alpha": alpha(range(k)), "alpha_without": [alpha([c for c in range(k) if c != gone]) for gone in range(k)]}


# What SciPy says.

def scipy_pairs(s):
    before, after = numpy.array(s["before"]), numpy.array(s["after"])
    n = len(before)
    if not n:
        return {}
    decimals = place(s["before"] + s["after"])
    units = [int(math.copysign(1, x) * math.floor(abs(x) + Fraction(1, 2))) for x in
             ((Fraction(a) - Fraction(b)) * Fraction(10) ** decimals for b, a in zip(s["before"], s["after"]))]
    improved, declined = sum(x > 0 for x in units), sum(x < 0 for x in units)
    out = {"improved_ci95": list(stats.binomtest(improved, n).proportion_ci(0.95, method="wilson"))}
    if improved + declined:
        out["sign_p"] = stats.binomtest(improved, improved + declined).pvalue
    d = numpy.array([float(x) for x in units])
    if n > 1:
        with numpy.errstate(all="ignore"):
            found = stats.ttest_rel(after, before)
            interval = found.confidence_interval()
        out |= {"t": float(found.statistic), "t_p": float(found.pvalue), "ci95": [float(interval.low), float(interval.high)]}
        if improved + declined:
            out["wilcoxon_exact_p"] = float(stats.wilcoxon(d, method="exact").pvalue)
            out["wilcoxon_auto_p"] = float(stats.wilcoxon(d).pvalue)
            if 2 <= improved + declined <= 13:
                out["wilcoxon_p"] = float(stats.wilcoxon(
                    d[d != 0], method=stats.PermutationMethod(n_resamples=numpy.inf)).pvalue)
        t = abs(found.statistic)
        if len(set(units)) > 1 and t < 200:
            root = math.sqrt(n)
            ends = [float(optimize.brentq(lambda x: stats.nct.cdf(t, n - 1, x) - p, t - 8 - 3 * t, t + 8 + 3 * t, xtol=1e-13,
                                          rtol=1e-14)) / root for p in (0.975, 0.025)]
            out["d_z_ci95"] = ends if found.statistic >= 0 else [-ends[1], -ends[0]]
    if len(set(units)) > 1:
        out["bootstrap_ci95"] = bca(sorted(units), decimals)
    return {k: v for k, v in out.items() if not (isinstance(v, float) and not math.isfinite(v))
            and not (isinstance(v, list) and not all(map(math.isfinite, v)))}


def bca(units, decimals, draws=9999):
    """scipy.stats.bootstrap's own BCa on the samples that the stated generator draws."""
    n, generator = len(units), Draws()
    sums = [sum(units[generator.index(n)] for _ in range(n)) for _ in range(draws)]
    data = (numpy.array(units, dtype=float),)

    def mean(x, axis=-1):
        return numpy.sum(x, axis=axis) / x.shape[axis]

    class Drawn:
        bootstrap_distribution = numpy.array([x / n for x in sums])

    found = stats.bootstrap(data, mean, n_resamples=0, bootstrap_result=Drawn(), method="BCa", vectorized=True)
    unit = Fraction(10) ** -decimals
    return [float(Fraction(float(x)) * unit) for x in found.confidence_interval]


def scipy_dose(s):
    if len(s["minutes"]) < 10 or len(set(s["minutes"])) == 1:
        return {}
    return {"dose_rho": float(stats.spearmanr(s["minutes"], s["changes"]).statistic)}


def scipy_attrition(s):
    if min(len(s["stayed"]), len(s["left"])) < 2 or math.comb(len(s["stayed"] + s["left"]), len(s["left"])) > 20000:
        return {}
    found = stats.permutation_test(
        (s["stayed"], s["left"]), lambda x, y, axis: numpy.abs(numpy.mean(x, axis=axis) - numpy.mean(y, axis=axis)),
        alternative="greater", n_resamples=numpy.inf, vectorized=True)
    return {"attrition_p": float(found.pvalue)}


def scipy_mail(s):
    hours, replied = numpy.array(s["hours"]), numpy.array(s["replied"], dtype=bool)
    survival = stats.ecdf(stats.CensoredData(uncensored=hours[replied], right=hours[~replied])).sf
    return {f"within_{h}h": float(1 - survival.evaluate(h)) for h in (24, 48) if h <= max(s["hours"])}


def written(name, value):
    with open(__file__.replace("make.py", name), "w") as file:
        parts = []
        for key, group in value.items():
            if key == "versions":
                parts.append(f'"versions": {json.dumps(group)}')
                continue
            rows = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in group.items())
            parts.append(f"{json.dumps(key)}: {{\n{rows}\n}}")
        file.write("{\n" + ",\n".join(parts) + "\n}\n")


def main():
    sets = {"pairs": pair_sets(), "items": item_sets(), "doses": dose_sets(), "attrition": attrition_sets(),
            "mails": mail_sets(), "ratings": rating_sets(), "families": FAMILIES, "discordant": DISCORDANT}
    written("sets.json", sets)
    print({k: len(v) for k, v in sets.items()}, file=sys.stderr)
    every = lambda kind, function: {k: function(v) for k, v in sets[kind].items()}
    written("exact.json", {
        "versions": {"Python": sys.version.split()[0], "mpmath": mpmath.__version__},
        "pairs": every("pairs", exact_pairs), "items": every("items", exact_items), "doses": every("doses", exact_dose),
        "attrition": every("attrition", exact_attrition)})
    written("scipy.json", {
        "versions": {"Python": sys.version.split()[0], "SciPy": scipy.__version__, "NumPy": numpy.__version__},
        "pairs": every("pairs", scipy_pairs), "doses": every("doses", scipy_dose),
        "attrition": every("attrition", scipy_attrition), "mails": every("mails", scipy_mail),
        "discordant": every("discordant", lambda p: {"mcnemar_p": stats.binomtest(p[0], sum(p)).pvalue} if sum(p) else {})})


main()
