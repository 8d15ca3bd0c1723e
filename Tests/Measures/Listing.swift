import Postgres
import TrainingSQL

/// Which statement reads the list of an office, and who keeps other offices' people out of it.
struct Listing {
    /// The product's own statement, over six tables; or one over the people's own table, which costs the server little.
    private let isProduct: Bool
    /// Row security; or a plain `where`, for a role that row security does not hold back.
    private let isSecured: Bool
    private let text: String

    init(_ options: Options) throws {
        let word = try options.text("listing")
        (isProduct, isSecured) = (word.hasPrefix("product"), !word.hasSuffix("-plain"))
        guard ["product", "product-plain", "light", "light-plain"].contains(word) else {
            throw Misused("listing= is product or light, or either with -plain")
        }
        let all = isProduct ? SQL.`queries/participant/list`.text : Self.light
        let programme = isProduct ? "where a.programme_id = $1" : "where programme_id = $1"
        let office = isProduct ? " and a.office_id = $5" : " and office_id = $2"
        guard all.contains(programme) else { throw Misused("the list of people is no longer asked by programme") }
        text = isSecured ? all : all.replacing(programme, with: programme + office)
    }

    func query(of place: Place) -> Query<Person> {
        var arguments: [any PostgresValue] = [place.programme]
        if isProduct { arguments += [String?.none, String?.none, String?.none] as [any PostgresValue] }
        if !isSecured { arguments.append(place.office) }
        return Query(name: "measures/list", text: text, arguments: arguments, as: Person.init)
    }

    func scope(of place: Place) -> Scope {
        isSecured ? Scope([("cohorte.programme", place.programme), ("cohorte.office", place.office)]) : .none
    }

    /// The statement for pgbench, which knows names where libpq has numbers, and no null.
    var script: String {
        let office = isProduct ? "$5" : "$2"
        let named = text.replacing("$1", with: ":programme").replacing(office, with: ":office")
        let known = ["$2", "$3", "$4"].reduce(named) { $0.replacing($1, with: "null") }
        return known.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n;"
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
