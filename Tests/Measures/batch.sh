# The nightly batch over an autumn of closed cohorts: B8, and B8-country for 10,000 of them.

# autumn PROGRAMMES COHORTS: a database of that many closed cohorts of twenty a programme, and their answers in long form.
autumn() {
    compile
    "$psql" -Xqc "create database autumn"
    PGDATABASE=autumn "$programs/cohorte" db migrate --quiet
    PGDATABASE=autumn "$psql" -Xq -v ON_ERROR_STOP=1 -v programmes="$1" -v cohorts="$2" -f "$here/country.sql"
    PGDATABASE=autumn PGOPTIONS='-c synchronous_commit=off' "$psql" -Xq -v ON_ERROR_STOP=1 -f "$here/long.sql"
}

# One batch, then the baselines of the same round: twice COPY of the answers, and the same files written again.
autumn_round() {
    "$psql" -Xqc "drop database if exists round" -c "create database round template autumn" 2>/dev/null
    "$psql" -Xqc checkpoint
    rm -rf "$work/bilans" "$work/again"
    PGDATABASE=round note ours used "$programs/cohorte" evaluate --due --quiet --by-programme --out "$work/bilans"
    PGDATABASE=round used "$psql" -Xqc "\\copy long to /dev/null" >"$work/copied"
    "$work/rewrite" "$work/bilans" "$work/again" >"$work/written"
    note another cat "$work/copied"
    note written cat "$work/written"
    paste -d ' ' "$work/copied" "$work/written" | awk '{ print 2 * $1 + $NF }' >>"$work/side.theirs"
}

# autumn_result ID COHORTS, after the rounds.
autumn_result() {
    result "$1" "evaluate --due of $2 cohorts, against 2 x \\copy + writing" \
        "$(show "$(median ours 1)" 0) ms" "$(show "$(median theirs 1)" 0) ms" \
        "$(show "$(ratio ours 1 theirs 1)" 2)" "at most 1.00"
    detail "$1" "a cohort: $(awk "BEGIN { printf \"%.1f ms of processor in the program, \", $(median ours 2) / $2 }")$(
        awk "BEGIN { printf \"%.1f ms in all; \\\\copy %.2f ms, writing %.1f ms\", $(median ours 1) / $2, $(median another 1) / $2, $(median written 1) / $2 }"); $(
        awk "BEGIN { printf \"%.0f\", $(median ours 5) / 1024 }") MB"
}

measure_B8() {
    autumn 4 50
    begin
    for round in 1 2 3 4 5; do autumn_round; done
    autumn_result B8 200
    "$psql" -Xqc "drop database autumn"
}

# Once: it takes some minutes; its line is repeated for the medians.
measure_B8_country() {
    autumn 50 200
    begin
    autumn_round
    for side in ours theirs another written; do
        for round in 1 2 3 4; do head -1 "$work/side.$side" >>"$work/side.$side"; done
    done
    autumn_result B8-all 10000
    "$psql" -Xqc "drop database autumn"
}
