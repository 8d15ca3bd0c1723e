# The nightly batch over an autumn of closed cohorts: B8, and B8-country for 10,000 of them.

# autumn PROGRAMMES COHORTS: a database of that many closed cohorts of twenty a programme, and their answers in long form.
autumn() {
    compile
    "$psql" -Xqc "create database autumn"
    PGDATABASE=autumn "$programs/cohorte" db migrate --quiet
    PGDATABASE=autumn "$psql" -Xq -v ON_ERROR_STOP=1 -v programmes="$1" -v cohorts="$2" -f "$here/country.sql"
    PGDATABASE=autumn PGOPTIONS='-c synchronous_commit=off' "$psql" -Xq -v ON_ERROR_STOP=1 -f "$here/long.sql"
}

# One batch and its baselines, each into a fresh folder, first the one and then the other in turn: twice COPY of the answers,
# and the same files written again, those of a batch before the rounds. Nothing is deleted between rounds: a file system
# without a journal searches past what was freed lately, and each round would find it slower than the last.
autumn_round() {
    round=$((round + 1))
    "$psql" -Xqc "drop database if exists round" -c "create database round template autumn" 2>/dev/null
    "$psql" -Xqc checkpoint
    mkdir "$work/round-$round"
    if [ $((round % 2)) = 0 ]; then autumn_ours; autumn_theirs; else autumn_theirs; autumn_ours; fi
}

autumn_ours() {
    sync
    PGDATABASE=round note ours used "$programs/cohorte" evaluate --due --quiet --by-programme --out "$work/round-$round/ours"
}

autumn_theirs() {
    sync
    PGDATABASE=round used "$psql" -Xqc "\\copy long to /dev/null" >"$work/copied"
    "$work/rewrite" "$work/files" "$work/round-$round/theirs" >"$work/written"
    note another cat "$work/copied"
    note written cat "$work/written"
    paste -d ' ' "$work/copied" "$work/written" | awk '{ print 2 * $1 + $NF }' >>"$work/side.theirs"
}

# The files that the rounds write again, made by a batch that is not measured.
autumn_files() {
    round=0
    "$psql" -Xqc "create database round template autumn"
    PGDATABASE=round used "$programs/cohorte" evaluate --due --quiet --by-programme --out "$work/files" >/dev/null
}

# autumn_result ID COHORTS, after the rounds: milliseconds a cohort.
autumn_result() {
    result "$1" "evaluate --due of $2 cohorts, against 2 x \\copy + writing" \
        "$(each ours 1 "$2" 1) ms each" "$(each theirs 1 "$2" 1) ms each" \
        "$(show "$(ratio ours 1 theirs 1)" 2)" "at most 1.00"
    detail "$1" "a cohort: $(each ours 2 "$2" 1) ms of processor in the program; \\copy $(each another 1 "$2" 2) ms, writing $(
        each written 1 "$2" 1) ms; $(awk "BEGIN { printf \"%.0f\", $(median ours 5) / 1024 }") MB"
}

# each SIDE FIGURE COHORTS DECIMALS: the median of a side's figure, a cohort.
each() { awk "BEGIN { printf \"%.$4f\", $(median "$1" "$2") / $3 }"; }

measure_B8() {
    autumn 4 50
    begin
    autumn_files
    for _ in 1 2 3 4 5; do autumn_round; done
    autumn_result B8 200
    "$psql" -Xqc "drop database autumn"
}

# Once: it takes some minutes; its line is repeated for the medians.
measure_B8_country() {
    autumn 50 200
    begin
    autumn_files
    autumn_round
    for side in ours theirs another written; do
        for _ in 1 2 3 4; do head -1 "$work/side.$side" >>"$work/side.$side"; done
    done
    autumn_result B8-all 10000
    "$psql" -Xqc "drop database autumn"
}
