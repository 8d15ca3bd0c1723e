# B7: the same work on once, ten times and a hundred times the rows, its own baseline; one run each, so each is its median.

measure_B7() {
    grow_lists
    grow_figures
    grow_imports
    grow_marks
}

# grown WHAT ROWS TO-REACH SIDE: a line of the table from one side's time and memory.
grown() {
    set -- "$1" "$2" "$3" $(head -1 "$work/side.$4")
    result B7 "$1" "$(awk -v time="$4" -v memory="$8" 'BEGIN { printf "%.2f s, %.0f MB", time / 1000, memory / 1024 }')" \
        "$(awk -v time="$4" -v count="$2" 'BEGIN { printf "%.2f us a row", time * 1000 / count }')" "" "$3"
}

# A relay's list of twenty among 2,000, 20,000 and 200,000 people, and what the plans of other lists read.
grow_lists() {
    # The socket and the roles that measures have.
    with_people true
    (
        PGHOST=$socket
        export PGHOST
        for programmes in 20 200 2000; do
            populate "people$programmes" "$programmes"
            PGDATABASE=people$programmes
            export PGDATABASE
            begin
            ready relay
            for round in 1 2 3 4 5; do
                note ours ours cohorte_relay listing=relay offices=100 tasks=32 connections=4
            done
            result B7 "${programmes}00 people: the relay's list of B1" "$(show "$(median ours 1)" 0)/s" "" "" "flat"
        done
        scans
    )
}

# Says which statements scan a whole table of all programmes when one of two thousand is asked about.
scans() {
    found=
    cohort=$("$psql" -XAtc "select md5('cohort 7 0')::uuid")
    for statement in participant/list provider/list cohort/list enrolment/list enrolment/next \
        attendance/list attendance/missing attendance/outlook session/list assessment/missing evaluation/enrolments; do
        sed -e "s/\$1/'$programme'::uuid/g" -e "s/\$2/'$cohort'::uuid/g" -e 's/\$5/true/g' -e 's/\$[346789]/null/g' \
            "sql/queries/$statement.sql" >"$work/statement.sql"
        case $statement in
            participant/*) sed -i "s/'$cohort'::uuid/null/g" "$work/statement.sql" ;;
            provider/* | cohort/*) sed -i "s/'$cohort'::uuid/null::text/g" "$work/statement.sql" ;;
        esac
        { echo "explain"; cat "$work/statement.sql"; } >"$work/explain.sql"
        "$psql" -XAt -v ON_ERROR_STOP=1 -f "$work/explain.sql" >"$work/plan" 2>"$work/said" || {
            found="$found $statement(not explained)"
            continue
        }
        # Here nobody has marks: an empty table costs nothing. Offices, communes and cohorts are few; whole tables of people, places and marks are not to be walked through.
        ! grep -v 'cost=0.00..0.00' "$work/plan" |
            grep -Eq 'Seq Scan on (participant|provider|enrolment|enrolment_history|attendance|assessment) ' ||
            found="$found $statement"
    done
    detail B7 "lists that scan a table of all 2,000 programmes: ${found:-none}"
}

# Figures of 84,000, 840,000 and 8.4 million answers.
grow_figures() {
    compile
    for cohorts in 2 20 200; do
        settle "country$cohorts" "$cohorts"
        begin
        PGDATABASE=country$cohorts note ours used "$programs/cohorte" score figures --all-programmes --format csv
        grown "${cohorts}000 people: their figures (B4)" "$((cohorts * 42000))" "linear, memory flat" ours
    done
}

# 10,000, 100,000 and 1,000,000 applications: the import, then the waiting list, whose first is offered a place.
grow_imports() {
    import_ground
    for count in 10000 100000 1000000; do
        applicants "$count" >"$work/imports/file.csv"
        afresh imports
        PGDATABASE=round "$psql" -Xqc "analyze"
        begin
        note import ours_imports enrolments "$work/imports/file.csv"
        note waiting in_round enrolment list --cohort grande --status waitlisted --as-of 2021-08-20
        first=$(PGDATABASE=round "$psql" -XAtc "select a.email from enrolment e join participant a
            using (programme_id, participant_id) where e.status = 'enrolled' limit 1")
        note offered used_quietly enrolment withdraw grande "$first" --reason other --on 2021-08-20
        note all in_round enrolment list --cohort grande --as-of 2021-08-20
        grown "$count enrolments: the whole import" "$count" "linear, memory flat" import
        grown "  their waiting list as CSV" "$count" "linear, memory flat" waiting
        grown "  a place given up, offered to the first" "$count" "linear" offered
        grown "  the list of all as CSV" "$count" "linear, memory flat" all
    done
}

# The same of marks.
grow_marks() {
    for count in 10000 100000 1000000; do
        marks "$count" >"$work/imports/file.csv"
        afresh marked
        PGDATABASE=round "$psql" -Xqc "analyze"
        begin
        note import ours_imports marks "$work/imports/file.csv"
        note all in_round attendance list --cohort pleine
        grown "$count marks: the whole import" "$count" "linear, memory flat" import
        grown "  the list of them as CSV" "$count" "linear, memory flat" all
    done
}

# Runs the program on the database of the round, for a list as CSV, and tells what it used.
in_round() { used_quietly "$@" --format csv; }

used_quietly() { PGDATABASE=round used "$program" "$@" --quiet; }
