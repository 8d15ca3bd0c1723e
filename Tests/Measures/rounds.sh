# What every measure is made of: five rounds, one line of figures a side each, and their medians.

# A line of progress on a terminal.
say() { [ ! -t 2 ] || printf '\r\033[K%s' "${1:+measuring $1 …}" >&2; }

# The rounds of both sides, forgotten.
begin() { rm -f "$work"/side.*; }

# Appends a line of figures of one side: ours, theirs or another.
note() {
    side=$1
    shift
    "$@" >>"$work/side.$side"
}

# The median of figure $2 of a side.
median() { awk -v figure="$2" '{ print $figure }' "$work/side.$1" | sort -n | sed -n 3p; }

# The median of the ratios of figure $2 of side $1 to figure $4 of side $3.
ratio() {
    paste -d ' ' "$work/side.$1" "$work/side.$3" | awk -v ours="$2" -v theirs="$4" -v width="$(head -1 "$work/side.$1" | wc -w)" \
        '{ printf "%.3f\n", $ours / $(width + theirs) }' | sort -n | sed -n 3p
}

# A line of the table: id, what, ours, theirs, ratio, to reach.
row() { printf '%-8s  %-52s  %16s  %22s  %5s  %s\n' "$@"; }
result() { row "$@" >>"$work/table"; }

# A line below the table.
detail() { printf '%-8s  %s\n' "$@" >>"$work/details"; }

# A number with so many decimals.
show() { printf "%.$2f" "$1"; }

# Runs a command, which ends as expected, and tells what it used: milliseconds, of processor, waits, preemptions, kilobytes
# of memory at most.
expected=0
used() {
    "$work/usage" "$work/used" "$@" >"$work/said" 2>&1 || [ $? = "$expected" ] || {
        cat "$work/said" >&2
        exit 70
    }
    cat "$work/used"
}

# Runs as a role.
as() {
    role=$1
    shift
    PGUSER=$role "$@"
}
