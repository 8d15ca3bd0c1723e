"""What a user would do without the product: read the answers in long form with psycopg, pivot them with pandas, and have
SciPy compute the paired figures of every competence, area and of the whole. Prints one line each."""
import pandas
import psycopg
from scipy import stats

with psycopg.connect("") as connection, connection.cursor() as cursor:
    cursor.execute("select enrolment_id::text, wave, competence, value from long")
    answers = pandas.DataFrame(cursor.fetchall(), columns=["enrolment", "wave", "competence", "value"])

answers["score"] = answers["value"] * 100 / 8
answers["area"] = answers["competence"].str.split(".").str[0]


def figures(name, scores):
    wide = scores.unstack("wave").dropna()
    before, after = wide["before"], wide["after"]
    change = after - before
    t = stats.ttest_rel(after, before)
    interval = t.confidence_interval(0.95)
    wilcoxon = stats.wilcoxon(change, zero_method="wilcox", correction=False, method="asymptotic")
    print(
        name, len(change), before.mean(), after.mean(), change.mean(), interval.low, interval.high, change.std(), t.pvalue,
        change.mean() / change.std(), (change > 0).sum(), (change == 0).sum(), (change < 0).sum(), wilcoxon.pvalue)


figures("overall", answers.groupby(["enrolment", "wave"])["score"].mean())
for key in ["area", "competence"]:
    for code, part in answers.groupby(key):
        figures(f"{key}:{code}", part.groupby(["enrolment", "wave"])["score"].mean())
