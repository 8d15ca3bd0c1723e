# The whole command line, from start to end, against psql: B5 and B6.

# The pilot, in the server's own database, and two of its queries; $1 is a number used as a parameter by the program,
# and psql gets it as a literal.
pilot() {
    program=$programs/cohorte
    "$program" demo --quiet --out "$work/bilans" >/dev/null
    programme=$("$psql" -XAtc "select id from programme")
    cohort=$("$psql" -XAtc "select cohort_id from cohort")
    {
        echo "copy ("
        sed -e "s/\$1/'$programme'::uuid/g" -e 's/$[2-9]/null/g' sql/queries/participant/list.sql
        echo ") to stdout with csv header;"
    } >"$work/list.sql"
    sed -e "s/\$1/'$programme'::uuid/g" -e "s/\$2/'$cohort'::uuid/g" -e "s/\$3/'2022-01-21'::date/g" \
        sql/queries/evaluation/enrolments.sql >"$work/enrolments.sql"
    echo ";" >>"$work/enrolments.sql"
}

# Ten runs, in milliseconds each.
ten() {
    start=$(date +%s%N)
    for run in 1 2 3 4 5 6 7 8 9 10; do "$@" >/dev/null 2>&1; done
    echo $((($(date +%s%N) - start) / 10000)) | awk '{ print $1 / 1000 }'
}

# measure_process ID WHAT TO-REACH SQL-FILE COMMAND...
measure_process() {
    [ -f "$work/list.sql" ] || pilot
    id=$1 what=$2 reach=$3 file=$work/$4
    shift 4
    begin
    for round in 1 2 3 4 5; do
        note ours ten "$program" "$@"
        note theirs ten "$psql" -X -f "$file"
    done
    result "$id" "$what" "$(show "$(median ours 1)" 1) ms" "psql $(show "$(median theirs 1)" 1) ms" \
        "$(show "$(ratio ours 1 theirs 1)" 2)" "$reach"
}

measure_B5() {
    measure_process B5 "cohorte evaluate pilote-2021 --final" "3 wanted" enrolments.sql \
        evaluate pilote-2021 --final --quiet --out "$work/bilans"
}

measure_B6() {
    measure_process B6 "cohorte participant list --format csv" "at most 1.50" list.sql participant list --format csv
}
