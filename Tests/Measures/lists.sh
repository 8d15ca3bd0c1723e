# The relay's list: B1 and light with many tasks, latency with one. A side's figures: lists a second, median and 99th
# percentile of latency in milliseconds, and what one list cost the client: microseconds of processor, waits, preemptions.

# ours ROLE OPTION...
ours() {
    role=$1
    shift
    as "$role" "$programs/Measures" lists "$@" seconds="$seconds"
}

# theirs CLIENTS THREADS: by pgbench, as a role that row security does not hold back.
theirs() { by_pgbench measures_plain "$work/plain.sql" "$@"; }

# The same as the relay, whose scope is that of the session and so costs nothing: what row security costs the server.
theirs_secured() {
    (
        PGOPTIONS="-c cohorte.programme=$programme -c cohorte.office=$office"
        export PGOPTIONS
        by_pgbench cohorte_relay "$work/secured.sql" "$@"
    )
}

# by_pgbench ROLE SCRIPT CLIENTS THREADS; one list in ten is timed by itself.
by_pgbench() {
    rm -f "$work"/log.*
    as "$1" used "$bin/pgbench" -n -M prepared -c "$3" -j "$4" -T "$seconds" -l --sampling-rate=0.1 \
        --log-prefix="$work/log" -f "$2" -D programme="$programme" -D office="$office" -D cohort=cohorte-imaginaire -D name=a \
        -D after=00000000-0000-0000-0000-000000000000 -D most=51 >/dev/null
    cat "$work"/log.* | awk '{ print $3 / 1000 }' | sort -n >"$work/latencies"
    awk -v half="$(quantile 50)" -v most="$(quantile 99)" -v used="$(cat "$work/used")" '
        /^number of transactions actually processed:/ { count = $6 + 0 }
        /^tps = / { rate = $3 }
        END {
            split(used, figure, " ")
            print rate, half, most, figure[2] * 1000 / count, figure[3] / count, figure[4] / count
        }' "$work/said"
}

quantile() { awk -v part="$1" '{ line[NR] = $1 } END { print line[int((NR - 1) * part / 100) + 1] }' "$work/latencies"; }

# The listing as pgbench takes it, and the office that it asks for.
ready() {
    programme=$("$psql" -XAtc "select md5('programme 7 0')::uuid")
    office=$("$psql" -XAtc "select md5('office 7 3')::uuid")
    "$programs/Measures" script listing="$1" >"$work/secured.sql"
    "$programs/Measures" script listing="$1-plain" >"$work/plain.sql"
    begin
}

# rates ID WHAT SIDE BASELINE NAME REACH: a line of the table from lists a second.
rates() {
    result "$1" "$2" "$(show "$(median "$3" 1)" 0)/s" "$5 $(show "$(median "$4" 1)" 0)/s" \
        "$(show "$(ratio "$3" 1 "$4" 1)" 2)" "$6"
}

# costs ID SIDE WHO
costs() {
    for figure in 2 3 4 5 6; do median "$2" $figure; done | xargs printf \
        "%.2f ms half the time, %.2f ms 99 times in 100; a list cost the client %.1f us of processor, %.2f waits, %.2f preemptions\\n" |
        { read -r words; detail "$1" "$3: $words"; }
}

# many ID LISTING WHAT REACH REACH_WITH_ROW_SECURITY
many() {
    ready "$2"
    for round in 1 2 3 4 5; do
        note ours ours cohorte_relay listing="$2" offices=100 tasks=32 connections=4
        note two theirs 4 2
        note single ours cohorte_relay listing="$2" offices=1 tasks=32 connections=4
        note one theirs 4 1
        note plain ours measures_plain listing="$2-plain" offices=100 tasks=32 connections=4
        note secured theirs_secured 4 2
    done
    best=$(awk -v two="$(median two 1)" -v one="$(median one 1)" 'BEGIN { print (one > two ? "one" : "two") }')
    name="pgbench -j $([ "$best" = two ] && echo 2 || echo 1)"
    rates "$1" "$3" ours "$best" "$name" "$4"
    rates "" "  the same, all of one office" single "$best" "$name" ""
    rates "" "  the same without row security" plain "$best" "$name" ""
    rates "" "  pgbench itself with row security, scope for nothing" secured "$best" "$name" ""
    rates "" "  all of one office, against that" single secured "pgbench, row security" "$5"
    costs "$1" ours "ours, 32 at a time"
    costs "$1" single "ours, 32 at a time, all of one office"
    costs "$1" plain "ours, 32 at a time, without row security"
    costs "$1" two "pgbench -c 4 -j 2, 4 at a time"
    costs "$1" one "pgbench -c 4 -j 1, 4 at a time"
}

measure_B1() { many B1 relay "lists of 20, row security, 32 tasks, 4 connections" "at least 1.00" "at least 1.00"; }

measure_list() { many list product "the command line's list of 20, over six tables, else the same" reported ""; }

measure_light() { many light light "20 people of one table, else the same" reported ""; }

measure_latency() {
    ready relay
    for round in 1 2 3 4 5; do
        note ours ours measures_plain listing=relay-plain offices=1 tasks=1 connections=1
        note theirs theirs 1 1
        note secured ours cohorte_relay listing=relay offices=1 tasks=1 connections=1
    done
    rates latency "one task, one connection, without row security" ours theirs "pgbench -c 1" "at least 0.90"
    rates "" "  the same with row security and scope" secured theirs "pgbench -c 1" ""
    costs latency ours "ours, without row security"
    costs latency secured "ours, with row security"
    costs latency theirs "pgbench -c 1"
}
