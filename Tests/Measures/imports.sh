# Files of a million lines, from start to end, against psql: B3; B7 takes its ground from here.

# The databases that imports start from, and files that psql stages as the program does.
import_ground() {
    [ ! -e "$work/imports" ] || return 0
    compile
    mkdir "$work/imports"
    program=$programs/cohorte
    "$psql" -Xqc "create database imports"
    (
        PGDATABASE=imports
        export PGDATABASE
        "$program" db migrate --quiet
        sed -n 1,7p sql/seed/pilot/steps.txt | (cd sql/seed/pilot && while read -r line; do eval "'$program' $line --quiet"; done)
        awk -v sessions=1 -f "$here/marks.awk" >"$work/imports/sessions.csv"
        for cohort in grande:20 pleine:20000; do
            "$program" cohort open "${cohort%:*}" --places "${cohort#*:}" --from 2021-09-13 --to 2022-01-21 --quiet
        done
        "$program" session schedule pleine "$work/imports/sessions.csv" --quiet
    )
    "$psql" -Xqc "create database marked template imports"
    applicants 20000 >"$work/imports/entered.csv"
    PGDATABASE=marked "$program" enrol pleine "$work/imports/entered.csv" --as-of 2021-08-20 --format csv --quiet >/dev/null
    PGDATABASE=marked "$psql" -Xqc "vacuum analyze"
    programme=$(PGDATABASE=imports "$psql" -XAtc "select id from programme")
}

applicants() { awk -v count="$1" -v staged="${2:-}" -f "$here/applicants.awk"; }
marks() { awk -v count="$1" -v staged="${2:-}" -f "$here/marks.awk"; }

# A database as it was, for a round.
afresh() {
    "$psql" -Xqc "drop database if exists round" -c "create database round template $1" 2>/dev/null
    "$psql" -Xqc checkpoint
}

# One import by the program: ours_imports KIND FILE.
ours_imports() {
    case $1 in
        enrolments) set -- enrol grande "$2" --as-of 2021-08-20 --format csv ;;
        marks) set -- attend pleine "$2" --as-of 2022-01-21 ;;
    esac
    PGDATABASE=round used "$program" "$@" --quiet
}

# The same by psql: psql_script KIND STAGED-FILE writes the same statements into a file.
psql_script() {
    kind=$1 file=$2
    case $kind in
        enrolments)
            folder=enrolment table=staged_enrolment cohort=grande from=imports outcome=true
            columns="line, office, commune, provider, category, family_name, given_name, email, phone, applied_on, provider_id, participant_id, enrolment_id"
            statements="resolve_places resolve_people faults add_providers add_participants give_emails add_staged seat"
            day=2021-08-20
            ;;
        marks)
            folder=attendance table=staged_attendance cohort=pleine from=marked outcome=true
            columns="line, session, participant, status, minutes, mode, reason"
            statements="resolve compare faults mark_staged enter unenter start_cohort"
            day=2022-01-21
            ;;
    esac
    cohort=$(PGDATABASE=$from "$psql" -XAtc "select cohort_id from cohort where code = '$cohort'")
    {
        echo "begin; set local role cohorte_admin; set local cohorte.programme = '$programme';"
        echo "select from cohort where programme_id = '$programme' and cohort_id = '$cohort' for update;"
        cat "sql/queries/$folder/stage.sql"
        echo ";"
        printf '%s\n' "\\copy $table ($columns) from '$file' csv"
        echo "set local default_statistics_target to 10; analyze $table; set local default_statistics_target to default;"
        echo "set local enable_nestloop to off; set local jit to off;"
        for statement in $statements outcome; do
            third="'$day'::date"
            [ "$statement" != outcome ] || third=true
            second="'$cohort'::uuid"
            [ "$statement" != compare ] || second=true
            sed -e "s/\$1/'$programme'::uuid/g" -e "s/\$2/$second/g" -e "s/\$3/$third/g" "sql/queries/$folder/$statement.sql"
            echo ";"
        done
        echo "commit;"
    } >"$work/imports/$kind.sql"
}

# measure_staging ID KIND FROM COLUMNS: reading, validating and staging alone, against psql's \copy of the same file.
measure_staging() {
    begin
    "$2" 1000000 >"$work/imports/file.csv"
    afresh "$3"
    # The first statement after staging is then refused, and the program ends.
    case $2 in applicants) kind=enrolments table=commune ;; *) kind=marks table=session ;; esac
    PGDATABASE=round "$psql" -Xqc "create table bare ($4)" -c "revoke select on $table from cohorte_admin"
    for round in 1 2 3 4 5; do
        expected=69
        note ours ours_imports "$kind" "$work/imports/file.csv"
        expected=0
        PGDATABASE=round "$psql" -Xqc "truncate bare"
        PGDATABASE=round note theirs used "$psql" -Xqc "\\copy bare from '$work/imports/file.csv' csv header delimiter ';'"
    done
    result "$1" "1,000,000 $kind: reading, validating, staging" "$(seconds_and_memory ours)" \
        "psql \\copy $(seconds_and_memory theirs)" "$(show "$(ratio ours 1 theirs 1)" 2)" "at most 1.50"
}

# measure_import ID KIND GENERATOR FROM COUNT: the whole import, against psql running the same statements.
measure_import() {
    begin
    "$3" "$5" >"$work/imports/file.csv"
    "$3" "$5" 1 >"$work/imports/staged.csv"
    psql_script "$2" "$work/imports/staged.csv"
    for round in 1 2 3 4 5; do
        afresh "$4"
        note ours ours_imports "$2" "$work/imports/file.csv"
        afresh "$4"
        PGDATABASE=round note theirs used "$psql" -Xq -v ON_ERROR_STOP=1 -o /dev/null -f "$work/imports/$2.sql"
    done
    result "$1" "$5 $2: the whole import" "$(seconds_and_memory ours)" "psql, same SQL $(seconds_and_memory theirs)" \
        "$(show "$(ratio ours 1 theirs 1)" 2)" "at most 1.20"
}

measure_B3() {
    import_ground
    measure_staging B3 applicants imports "a text, b text, c text, d text, e text, f text, g text, h text, i text"
    measure_staging B3 marks marked "a text, b text, c text, d text, e text, f text"
    measure_import B3 enrolments applicants imports 100000
    measure_import B3 marks marks marked 100000
}
