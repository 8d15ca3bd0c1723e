# Runs measures on the server of the PG* variables: measure.sh SECONDS MEASURE...; Tests/bench calls it.
seconds=$1
shift
here=Tests/Measures
programs=$PWD/.build/release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

# The psql and pgbench programs themselves, not the wrapper that Debian puts before them.
bin=$(pg_config --bindir 2>/dev/null || echo /usr/lib/postgresql/15/bin)
[ -x "$bin/pgbench" ] || bin=/usr/lib/postgresql/15/bin
psql=$bin/psql

. "$here/rounds.sh"
. "$here/people.sh"
. "$here/lists.sh"
. "$here/decode.sh"
. "$here/copy.sh"
. "$here/processes.sh"
. "$here/country.sh"
. "$here/imports.sh"
. "$here/batch.sh"
. "$here/door.sh"
. "$here/growth.sh"

socket=
load=$(cut -d ' ' -f 1 /proc/loadavg)
for measure in "$@"; do
    say "$measure"
    case $measure in
        B4) with_country measure_B4 ;;
        B2 | B3 | B5 | B6 | B7 | B8 | B8-country) "measure_$(echo "$measure" | tr - _)" ;;
        *) with_people "measure_$(echo "$measure" | tr - _)" ;;
    esac
done
say ""

echo "Medians of five rounds, both sides in turn; the ratio is the median of the five ratios. Load average before: $load"
echo "on $(nproc) processors; PostgreSQL $("$psql" -XAtc 'show server_version'), $("$psql" -XAtc 'show shared_buffers') of shared buffers, no fsync."
echo
row id what ours theirs ratio "to reach"
cat "$work/table"
if [ -s "$work/details" ]; then
    echo
    cat "$work/details"
fi
