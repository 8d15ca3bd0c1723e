# The relays' door over HTTP against Starlette and FastAPI with asyncpg, one worker each, on the same rows: B2.

# The invented people in a database of their own, with a pass of the first office; what serves ends with the measure.
open_door() {
    [ -z "${door:-}" ] || return 0
    "$psql" -Xqc "create database door" >/dev/null
    in_door "$programs/cohorte" db migrate --quiet >/dev/null
    in_door "$psql" -Xq -v ON_ERROR_STOP=1 -v programmes=20 -f "$here/people.sql" >/dev/null
    PROGRAMME=$(in_door "$psql" -XAtc "select id from programme where code = 'programme-1'")
    OFFICE=$(in_door "$psql" -XAtc "select office_id from office where programme_id = '$PROGRAMME' and code = 'office-1'")
    pass=$(in_door "$programs/cohorte" pass issue --quiet --programme programme-1 --office office-1 | head -1)
    sed 's/where e.programme_id = \$1/& and e.office_id = $6/' sql/queries/followed/list.sql >"$work/door.sql"
    LIST=$work/door.sql
    export PROGRAMME OFFICE LIST

    PGDATABASE=door "$programs/cohorte-relay" serve --port 0 --rate 0 --log problems 2>"$work/door.log" &
    door=$!
    tools=$(Tests/tools bench)
    PGDATABASE=door "$tools/uvicorn" --app-dir "$here" peers:app --port 0 --log-level info --no-access-log >"$work/peers.log" 2>&1 &
    peers=$!
    trap 'kill "$door" "$peers" 2>/dev/null; rm -rf "$work"' EXIT
    door_at=$(listening "$work/door.log") peers_at=$(listening "$work/peers.log")
}

in_door() { PGDATABASE=door "$@"; }

# The port that a program says it listens at, within half a minute.
listening() {
    for try in $(seq 300); do
        port=$(sed -n 's/.*\(listening at\|running on\).*:\([0-9][0-9]*\).*/\2/p' "$1")
        [ -z "$port" ] || { echo "$port"; return; }
        sleep 0.1
    done
    cat "$1" >&2
    exit 70
}

# Requests a second, the time in milliseconds that 99 of 100 keep below, and how many failed: of wrk for some seconds.
asked() {
    wrk -t1 -c32 "-d${seconds}s" --latency -H "Authorization: Bearer $pass" "$@" >"$work/wrk"
    awk '$1 == "99%" { p99 = $2 ~ /us$/ ? $2 / 1000 : $2 ~ /ms$/ ? $2 + 0 : $2 * 1000 }
        /Non-2xx/ { failed += $NF } /Socket errors/ { gsub(/,/, ""); failed += $4 + $6 + $8 + $10 }
        /^Requests\/sec/ { rate = $2 } END { print rate, p99, failed + 0 }' "$work/wrk"
}

# The memory that a process has now, and the most it had, in megabytes.
memory() { awk '/^VmRSS/ { now = $2 } /^VmHWM/ { most = $2 } END { printf "%.1f %.1f\n", now / 1024, most / 1024 }' "/proc/$1/status"; }

measure_B2() {
    open_door
    list=http://127.0.0.1:$door_at/v1/cohorts/cohorte-imaginaire/participants
    begin
    for round in 1 2 3 4 5; do
        note ours asked "$list"
        note starlette asked "http://127.0.0.1:$peers_at/starlette"
        note fastapi asked "http://127.0.0.1:$peers_at/fastapi/"
    done
    for peer in starlette:3.00 fastapi:5.00; do
        name=${peer%:*}
        result B2 "list of 20 as JSON over HTTP, 32 connections" "$(show "$(median ours 1)" 0)/s" \
            "$name $(show "$(median "$name" 1)" 0)/s" "$(show "$(ratio ours 1 "$name" 1)" 2)" "at least ${peer#*:}"
        result B2 "the time that 99 of 100 keep below" "$(show "$(median ours 2)" 1) ms" \
            "$name $(show "$(median "$name" 2)" 1) ms" "$(show "$(ratio ours 2 "$name" 2)" 2)" "at most 1.00"
    done
    detail B2 "memory of the door: $(memory "$door" | sed 's/ / MB, at most /') MB (below 40 wanted); failed requests: $(median ours 3)"
}
