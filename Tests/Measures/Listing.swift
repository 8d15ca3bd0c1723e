import Postgres
import TrainingSQL

/// Which statement reads the list of an office, and who keeps other offices' people out of it.
struct Listing {
    private enum Kind: String {
        /// The people of one cohort with provider, commune and status: four tables, all of them under row security.
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
            case .relay: (Self.relay, "e.cohort_id = $2", " and e.office_id = $3")
            case .product: (SQL.`queries/participant/list`.text, "where a.programme_id = $1", " and a.office_id = $5")
            case .light: (Self.light, "where programme_id = $1", " and office_id = $2")
            }
        guard all.contains(after) else { throw Misused("the list of people is no longer asked by programme") }
        text = isSecured ? all : all.replacing(after, with: after + condition)
    }

    func query(of place: Place) -> Query<Person> {
        var arguments: [any PostgresValue] = [place.programme]
        switch kind {
        case .relay: arguments.append(place.cohort)
        case .product: arguments += [String?.none, String?.none, String?.none] as [any PostgresValue]
        case .light: break
        }
        if !isSecured { arguments.append(place.office) }
        return Query(name: "measures/list", text: text, arguments: arguments, as: Person.init)
    }

    func scope(of place: Place) -> Scope {
        isSecured ? Scope([("cohorte.programme", place.programme), ("cohorte.office", place.office)]) : .none
    }

    /// The statement for pgbench, which knows names where libpq has numbers, and no null.
    var script: String {
        let names =
            switch kind {
            case .relay: [("$1", ":programme"), ("$2", ":cohort"), ("$3", ":office")]
            case .product: [("$1", ":programme"), ("$5", ":office"), ("$2", "null"), ("$3", "null"), ("$4", "null")]
            case .light: [("$1", ":programme"), ("$2", ":office")]
            }
        let named = names.reduce(text) { $0.replacing($1.0, with: $1.1) }
        return named.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n;"
    }

    private static let relay = """
        -- The people of cohort $2 whom an office follows.
        select a.participant_id, coalesce(a.email, a.participant_id::text) as participant, a.family_name, a.given_name,
            a.email, a.phone, a.office_id::text as office, c.name as commune, p.name as provider, p.category,
            e.applied_on::text as cohort, e.status
        from enrolment e
        join participant a on a.programme_id = e.programme_id and a.participant_id = e.participant_id
        join provider p on p.programme_id = a.programme_id and p.provider_id = a.provider_id
        join commune c on c.programme_id = p.programme_id and c.insee = p.insee
        where e.programme_id = $1 and e.cohort_id = $2
        order by a.name_key, a.participant_id
        """

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
