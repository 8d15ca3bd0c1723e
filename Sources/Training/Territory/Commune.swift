public import Postgres
import TrainingSQL

/// A municipality with its INSEE code, in the area of one office.
public struct Commune: Sendable {
    public let insee: String
    public let name: String
    public let office: Office.Code

    /// One line of a commune file; the office is named by code or name.
    public struct Request: Sendable {
        let insee: String
        let name: String
        let office: String
        public init(insee: String, name: String, office: String) {
            (self.insee, self.name, self.office) = (insee, name, office)
        }
    }

    static let staging = Staging(
        table: SQL.`queries/commune/stage`, name: "staged_commune",
        columns: ("line", Int32.self), ("insee", String.self), ("name", String.self), ("office", String.self))
}

extension Query<Commune> {
    public static func communes(of programme: Programme.ID, office: Office.Code?) -> Self {
        Query(SQL.`queries/commune/list`, programme, office, as: Commune.init)
    }
}

extension Command {
    static func resolveCommunes(of programme: Programme.ID) -> Command {
        Command(SQL.`queries/commune/resolve`, programme)
    }
    static func addStagedCommunes(to programme: Programme.ID) -> Command {
        Command(SQL.`queries/commune/add_staged`, programme)
    }
}

extension Transaction {
    /// The communes of a programme, of one office when named.
    public func communes(of programme: Programme.ID, office: Office.Code? = nil) throws -> [Commune] {
        if let office { _ = try self.office(office.rawValue, of: programme) }
        return try ask(.communes(of: programme, office: office))
    }

    /// Adds the communes of a file; gives how many are new and how many were there.
    public func importCommunes(_ lines: some LineSource<Commune.Request>, to programme: Programme.ID) throws -> (
        added: Int, unchanged: Int
    ) {
        try staged(
            Commune.staging, lines,
            { copy, lines in
                for (line, commune) in lines {
                    try copy.row(Int32(clamping: line), commune.insee, commune.name, commune.office)
                }
            }
        ) { tx, staged in
            try tx.change(.resolveCommunes(of: programme))
            try tx.refuse(staged, .faults(SQL.`queries/commune/faults`, programme))
            let added = try tx.change(.addStagedCommunes(to: programme))
            return (added, staged.count - added)
        }
    }
}
