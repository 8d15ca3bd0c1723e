/// What every cluster of ours holds before the first migration: the roles that programs log in as and the
/// database, owned by the role of the migrations.
enum Furnishing {
    /// Adds what is missing or has been changed; quick when nothing is.
    @Sendable
    static func complete(_ connection: OpaquePointer) throws {
        if try Session.ask(connection, isComplete) == "t" { return }
        for role in Configuration.servingRoles {
            if try Session.ask(connection, "select 1 from pg_roles where rolname = '\(role)'") == nil {
                try Session.ask(connection, "create role \(role)")
            }
            try Session.ask(
                connection,
                "alter role \(role) login nosuperuser nobypassrls nocreatedb nocreaterole noreplication")
        }
        if try Session.ask(connection, "select 1 from pg_database where datname = 'cohorte'") == nil {
            try Session.ask(
                connection, "create database cohorte owner cohorte_owner template template0 encoding 'UTF8'")
        }
        try Session.ask(connection, grants)
    }

    private static let grants = """
        revoke all on database postgres, template1, cohorte from public;
        grant connect on database cohorte to \(Configuration.servingRoles.joined(separator: ", "));
        grant temporary on database cohorte to cohorte_admin;
        """

    private static let isComplete = """
        select (select count(*) = \(Configuration.servingRoles.count) from pg_roles
                 where rolname = any ('{\(Configuration.servingRoles.joined(separator: ","))}') and rolcanlogin
                   and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication))
           and coalesce((select datacl is not null and not exists (select from aclexplode(datacl) where grantee = 0)
                           and has_database_privilege('cohorte_admin', oid, 'connect, temporary')
                           and (select bool_and(has_database_privilege(rolname, oid, 'connect')) from pg_roles
                               where rolname = any ('{\(Configuration.servingRoles.joined(separator: ","))}'))
                           from pg_database where datname = 'cohorte'), false)
        """
}
