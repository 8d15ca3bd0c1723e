# A country: 50 programmes of 200 cohorts of 20 people, their 8.4 million answers as the product keeps them, and the same in
# long form, one line an answer, as spreadsheets and data frames have them.

with_country() {
    compile
    [ -n "$("$psql" -XAtc "select 1 from pg_database where datname = 'country'")" ] || settle country 200
    (
        PGDATABASE=country
        export PGDATABASE
        "$1"
    )
}

# settle DATABASE COHORTS: a country of fifty programmes of so many cohorts.
settle() {
    say "the making of a country"
    "$psql" -Xqc "create database $1"
    PGDATABASE=$1 "$programs/cohorte" db migrate --quiet
    PGDATABASE=$1 "$psql" -Xq -v ON_ERROR_STOP=1 -v programmes=50 -v cohorts="$2" -f "$here/country.sql"
}

measure_B4() {
    PGOPTIONS='-c synchronous_commit=off' "$psql" -Xq -v ON_ERROR_STOP=1 -f "$here/long.sql"
    python=$(Tests/tools bench)/python
    begin
    for round in 1 2 3 4 5; do
        note ours used "$programs/cohorte" score figures --all-programmes --format csv
        note theirs used "$psql" -Xqc "\\copy long to /dev/null"
    done
    compare B4 "figures of 8.4 million answers, against \\copy" "at most 0.50"
    begin
    # Once is enough for the side that needs most; its line is repeated for the medians.
    used "$python" "$here/figures.py" >"$work/side.theirs"
    for round in 1 2 3 4; do head -1 "$work/side.theirs" >>"$work/side.theirs"; done
    for round in 1 2 3 4 5; do note ours used "$programs/cohorte" score figures --all-programmes --format csv; done
    result "" "  the same, against pandas and SciPy (once)" "$(seconds_and_memory ours)" "$(seconds_and_memory theirs)" \
        "$(show "$(ratio ours 1 theirs 1)" 2)" reported
}
