import FoundationEssentials
import Postgres
import TrainingSQL

/// Which statement reads the list of an office, and who keeps other offices' people out of it.
struct Listing {
    private enum Kind: String {
        /// The door's own list of those whom an office follows in a cohort: five tables, all of them under row security.
        case relay
        /// The command line's own list, over six tables, with conditions that may be left out.
        case product
        /// One statement over the people's own table, which costs the server little.
        case light
    }

    private let kind: Kind
    /// Row security; or a plain `where`, for a role that row security does not hold back.
    private let isSecured: Bool
    private let text: String

    init(_ options: Options) throws {
        let word = try options.text("listing")
        isSecured = !word.hasSuffix("-plain")
        guard let kind = Kind(rawValue: isSecured ? word : String(word.dropLast(6))) else {
            throw Misused("listing= is relay, product or light, or one of them with -plain")
        }
        self.kind = kind
        let (all, after, condition) =
            switch kind {
            case .relay: (SQL.`queries/followed/list`.text, "where e.programme_id = $1", " and e.office_id = $6")
            case .product: (SQL.`queries/participant/list`.text, "where a.programme_id = $1", " and a.office_id = $5")
            case .light: (Self.light, "where programme_id = $1", " and office_id = $2")
            }
        guard all.contains(after) else { throw Misused("the list of people is no longer asked by programme") }
        text = isSecured ? all : all.replacing(after, with: after + condition)
    }

    /// Reads the list of an office; refused when it is another's.
    func read(_ place: Place, from database: Database) async throws {
        let isWhose =
            switch kind {
            case .relay:
                place.isWhose(try await database.read(query(of: place, as: Followed.init), scope: scope(of: place)))
            case .product, .light:
                place.isWhose(try await database.read(query(of: place, as: Person.init), scope: scope(of: place)))
            }
        guard isWhose else { throw Misused("the list of one office was given to another") }
    }

    private func query<Row, each Column: PostgresValue>(
        of place: Place, as make: @escaping @Sendable (repeat consuming each Column) -> Row
    ) -> Query<Row> {
        var arguments: [any PostgresValue] = [place.programme]
        switch kind {
        case .relay: arguments += ["cohorte-imaginaire", "a", UUID.none, 51] as [any PostgresValue]
        case .product: arguments += [String?.none, String?.none, String?.none] as [any PostgresValue]
        case .light: break
        }
        if !isSecured { arguments.append(place.office) }
        return Query(name: "measures/list", text: text, arguments: arguments, as: make)
    }

    private func scope(of place: Place) -> Scope {
        isSecured ? Scope([("cohorte.programme", place.programme), ("cohorte.office", place.office)]) : .none
    }

    /// The statement for pgbench, which knows names where libpq has numbers, and no null.
    var script: String {
        let names =
            switch kind {
            case .relay:
                [
                    ("$1", ":programme"), ("$2", ":cohort"), ("$3", ":name"), ("$4", ":after"), ("$5", ":most"),
                    ("$6", ":office"),
                ]
            case .product: [("$1", ":programme"), ("$5", ":office"), ("$2", "null"), ("$3", "null"), ("$4", "null")]
            case .light: [("$1", ":programme"), ("$2", ":office")]
            }
        let named = names.reduce(text) { $0.replacing($1.0, with: $1.1) }
        return named.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n;"
    }

    private static let light = """
        -- The people of programme $1, without a look at another table.
        select participant_id, coalesce(email, phone) as participant, family_name, given_name, email, phone,
            office_id::text as office, name_key as commune, provider_id::text as provider, email_key as category,
            null::text as cohort, null::text as status
        from participant
        where programme_id = $1
        order by name_key, participant_id
        """
}

extension UUID {
    /// The id before all others.
    fileprivate static let none = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
}
