# A million lines in and out: whole processes. A side's figures are those of `used`.
seconds_and_memory() {
    awk -v time="$(median "$1" 1)" -v memory="$(median "$1" 5)" 'BEGIN { printf "%.2f s, %.0f MB", time / 1000, memory / 1024 }'
}

compare() {
    result "$1" "$2" "$(seconds_and_memory ours)" "psql $(seconds_and_memory theirs)" "$(show "$(ratio ours 1 theirs 1)" 2)" "$3"
    detail "$1" "processor: ours $(show "$(median ours 2)" 0) ms, psql $(show "$(median theirs 2)" 0) ms"
}

measure_copy_in() {
    begin
    "$psql" -Xqc "\\copy staged to '$work/staged.csv' csv"
    for round in 1 2 3 4 5; do
        "$psql" -Xqc "truncate arriving"
        note ours as measures_plain used "$programs/Measures" copy-in
        "$psql" -Xqc "truncate arriving"
        note theirs as measures_plain used "$psql" -Xqc "\\copy arriving from '$work/staged.csv' csv"
    done
    rm "$work/staged.csv"
    compare copy-in "1,000,000 lines of 7 columns into a bare table" "reported"
}

measure_copy_out() {
    begin
    for round in 1 2 3 4 5; do
        note ours as measures_plain used "$programs/Measures" copy-out
        note theirs as measures_plain used "$psql" -Xqc "\\copy staged to /dev/null csv"
    done
    compare copy-out "1,000,000 lines of 7 columns out of a table" "reported"
}

measure_rows() {
    begin
    for round in 1 2 3 4 5; do
        note ours as measures_plain used "$programs/Measures" rows
        note theirs as measures_plain used "$psql" -XAtq -v FETCH_COUNT=1000 -o /dev/null -c "select * from staged"
    done
    compare rows "1,000,000 lines of 7 columns one by one" "reported"
}
