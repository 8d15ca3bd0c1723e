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
    "$psql" -Xqc "select pg_reload_conf()" >/dev/null

    populate measures 20
    PGDATABASE=measures load -f "$here/staged.sql"
    PGDATABASE=measures "$psql" -Xq -v ON_ERROR_STOP=1 -v password="$PGPASSWORD" <<END
alter role cohorte_relay password :'password';
create role measures_plain login bypassrls password :'password' in role pg_read_all_data, pg_write_all_data;
END
}

# populate DATABASE PROGRAMMES: makes the schema, and so many programmes of a hundred people.
populate() {
    "$psql" -Xqc "create database $1"
    for file in sql/roles.sql sql/ledger.sql sql/migrations/*.sql; do PGDATABASE=$1 load -1 -f "$file"; done
    for file in sql/policies/*.sql; do PGDATABASE=$1 load -f "$file"; done
    PGDATABASE=$1 load -v programmes="$2" -f "$here/people.sql"
}

# load OPTION... -f FILE
load() {
    "$psql" -Xq -v ON_ERROR_STOP=1 "$@" >/dev/null 2>"$work/said" || { cat "$work/said" >&2; exit 70; }
}
