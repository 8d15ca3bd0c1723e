import Training

extension Door {
    /// Prints a list whose rows are written as they come, in constant memory; a table, which is as wide as its widest
    /// cells, and a workbook hold them.
    ///
    /// `query` is asked in one snapshot, after it has refused what does not exist.
    func list<Row: Sendable>(
        _ options: ListOptions, hiding hidden: Set<String> = [],
        _ query: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Query<Row>
    ) async throws {
        try await walk(options, hiding: hidden) { (tx, programme, line: (Row) throws -> Void) in
            try tx.tellEach(query(tx, programme), line)
        }
    }

    /// The same of rows that are handed over one by one.
    func walk<Row: Sendable>(
        _ options: ListOptions, hiding hidden: Set<String> = [],
        _ rows: @escaping @Sendable (borrowing Transaction, Programme.ID, _ line: (Row) throws -> Void) throws -> Void
    ) async throws {
        let listing = Listing(options: options)
        guard options.format != .table else {
            let all = try await ask(for: .snapshot) { tx, programme in
                var all: [Row] = []
                try rows(tx, programme) { all.append($0) }
                return all
            }
            return try listing.print(all, hiding: hidden)
        }
        try await ask(for: .snapshot) { tx, programme in
            try listing.print(Columns.names(of: Row.self)) { line in
                try rows(tx, programme) { try line(Columns.values(of: $0)) }
            }
        }
    }
}
