/// The files that decide how the private server behaves and whom it lets in.
///
/// They are written again before each start, so that a newer program brings its own; what the owner of the machine
/// sets with ALTER SYSTEM has precedence.
struct Configuration: Sendable {
    let account: Account

    static let roles = ["cohorte_owner"] + servingRoles

    /// The roles that serve: they own nothing.
    static let servingRoles = ["cohorte_admin", "cohorte_relay", "cohorte_guest", "cohorte_door"]

    func write(into data: String) throws {
        try FileSystem.replace(data + "/pg_hba.conf", with: admission, for: account)
        try FileSystem.replace(data + "/pg_ident.conf", with: names, for: account)
        try FileSystem.replace(data + "/cohorte.conf", with: Self.settings, for: account)
        guard let usual = FileSystem.read(data + "/postgresql.conf", last: 1 << 20) else {
            throw LocalPostgresError(.noPermission(path: data + "/postgresql.conf"))
        }
        let include = "\ninclude 'cohorte.conf'\n"
        if !usual.contains(include) {
            try FileSystem.replace(data + "/postgresql.conf", with: usual + include, for: account)
        }
    }

    private var admission: String {
        """
        # Over the unix socket, from the accounts in pg_ident.conf, as these roles; nobody else.
        local all \(Self.roles.joined(separator: ",")) peer map=cohorte

        """
    }

    private var names: String {
        let lines = account.admitted.flatMap { name in Self.roles.map { "cohorte \(quoted(name)) \($0)\n" } }
        return "# map, account of the machine, role\n" + lines.joined()
    }

    private func quoted(_ name: String) -> String {
        "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Small, safe, silent about values: a log line never holds what people typed.
    private static let settings = """
        # Written by cohorte before each start; use ALTER SYSTEM for settings of your own.
        listen_addresses = ''
        unix_socket_permissions = 0700
        max_connections = 100
        shared_buffers = 128MB
        fsync = on
        full_page_writes = on
        synchronous_commit = on
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        logging_collector = on
        log_directory = 'log'
        log_filename = 'postgres-%a.log'
        log_file_mode = 0600
        log_rotation_age = 1d
        log_rotation_size = 0
        log_truncate_on_rotation = on
        log_line_prefix = '%m [%p] %u '
        log_error_verbosity = terse
        log_min_error_statement = panic
        log_parameter_max_length_on_error = 0

        """
}
