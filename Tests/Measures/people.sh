# The database of the measures: the product's schema and policies, invented people, and two C programs.

# A measure in that database, through the server's own socket, as roles that row security holds back or does not.
with_people() {
    [ -n "${socket:-}" ] || prepare
    (
        PGHOST=$socket
        PGDATABASE=measures
        export PGHOST PGDATABASE
        "$1"
    )
}

# The two C programs.
compile() {
    [ ! -x "$work/usage" ] || return 0
    compiler=$(dirname -- "$(readlink -f "$(command -v swift)")")/clang
    [ -x "$compiler" ] || compiler=cc
    for program in decode usage rewrite; do
        # shellcheck disable=SC2046
        "$compiler" -Wall -O2 $(pkg-config --cflags libpq) "$here/$program.c" -o "$work/$program" $(pkg-config --libs libpq)
    done
}

prepare() {
    compile

    # Roles with passwords may come by the socket.
    socket=$("$psql" -XAtc 'show unix_socket_directories' | sed 's/,.*//')
    settings=$("$psql" -XAtc 'show hba_file')
    { echo "local all all scram-sha-256"; cat "$settings"; } >"$work/hba"
    cat "$work/hba" >"$settings"
    "$psql" -Xqc "select pg_reload_conf()" -c "create database measures" >/dev/null

    for file in sql/roles.sql sql/ledger.sql sql/migrations/*.sql; do
        PGDATABASE=measures "$psql" -Xq1 -v ON_ERROR_STOP=1 -f "$file" >/dev/null 2>"$work/said" || { cat "$work/said" >&2; exit 70; }
    done
    for file in sql/policies/*.sql "$here/people.sql" "$here/staged.sql"; do
        PGDATABASE=measures "$psql" -Xq -v ON_ERROR_STOP=1 -f "$file" >/dev/null 2>"$work/said" || { cat "$work/said" >&2; exit 70; }
    done
    PGDATABASE=measures "$psql" -Xq -v ON_ERROR_STOP=1 -v password="$PGPASSWORD" <<END
alter role cohorte_relay password :'password';
create role measures_plain login bypassrls password :'password' in role pg_read_all_data, pg_write_all_data;
END
}
