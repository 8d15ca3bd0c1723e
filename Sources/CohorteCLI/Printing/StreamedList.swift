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
        let listing = Listing(options: options)
        guard options.format != .table else {
            let rows = try await ask(for: .snapshot) { tx, programme in
                var rows: [Row] = []
                try tx.tellEach(query(tx, programme)) { rows.append($0) }
                return rows
            }
            return try listing.print(rows, hiding: hidden)
        }
        try await ask(for: .snapshot) { tx, programme in
            let query = try query(tx, programme)
            try listing.print(Columns.names(of: Row.self)) { line in
                try tx.tellEach(query) { try line(Columns.values(of: $0)) }
            }
        }
    }
}
