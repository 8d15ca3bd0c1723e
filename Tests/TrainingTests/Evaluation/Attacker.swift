@testable import Training

/// Somebody who keeps everything that was published of a cohort and solves it for people's values: linear algebra of its
/// own, from the figures shown, knowing who was in which group, who answered what, and some people's values.
struct Attacker {
    /// Exact arithmetic modulo another prime than the product's.
    private static let prime = 2_147_483_647
    let known: Set<String>
    private var rows: [[String: Int]] = []

    init(knowing known: Set<String>) { self.known = known }

    /// Reads a publication: each mean and each sum that is shown becomes an equation.
    mutating func read(_ release: Evaluation.Release, of cohort: MadeUpCohort) {
        for (table, items) in Self.scopes(release) where Self.isShown(table) {
            note(cohort.people.indices, cohort, items)
        }
        for (tables, group) in [(release.offices, \MadeUpCohort.Person.office), (release.categories, \.category)] {
            for table in tables where Self.isShown(table) && !isOwn(table.code, cohort, group, release) {
                let members = cohort.people.indices.filter { cohort.people[$0][keyPath: group] == table.code }
                note(members, cohort, Array(0..<5))
                noteMinutes(members, cohort, Array(0..<MadeUpCohort.sessions))
            }
        }
        let sessions = Array(0..<MadeUpCohort.sessions)
        if release.attendance.attendedMinutes != nil { noteMinutes(Array(cohort.people.indices), cohort, sessions) }
        for session in sessions where !release.attendance.bySession[session].isSuppressed {
            noteMinutes(Array(cohort.people.indices), cohort, [session])
        }
    }

    /// A relay's own group is shown to it whatever it counts.
    private func isOwn(
        _ code: String, _ cohort: MadeUpCohort, _ group: KeyPath<MadeUpCohort.Person, String>,
        _ release: Evaluation.Release
    ) -> Bool { group == \.office && release.audience.office?.rawValue == code }

    static func scopes(_ release: Evaluation.Release) -> [(Evaluation.Release.Table, [Int])] {
        [(release.overall, Array(0..<5))]
            + release.areas.map { area in
                (area, (0..<5).filter { MadeUpCohort.competences[$0].hasPrefix(area.code) })
            }
            + release.competences.map { part in
                (part, (0..<5).filter { MadeUpCohort.competences[$0] == part.code })
            }
    }

    static func isShown(_ table: Evaluation.Release.Table) -> Bool {
        table.rows?.contains { $0.name == "mean_before" && $0.value != nil } == true
    }

    /// The items somebody answered in both waves among some, if they are enough for a score.
    static func common(_ person: MadeUpCohort.Person, _ items: [Int]) -> [Int] {
        guard let before = person.before, let after = person.after else { return [] }
        func isNumber(_ answer: Double?) -> Bool { answer.map { !$0.isNaN } ?? false }
        let both = items.filter { isNumber(before[$0]) && isNumber(after[$0]) }
        return 2 * both.count >= items.count ? both : []
    }

    static func scored(_ person: MadeUpCohort.Person, _ items: [Int]) -> [Int] {
        guard items.count == 5 else { return common(person, items) }
        let areas = [[0, 1, 2], [3], [4]]
        guard areas.allSatisfy({ !common(person, $0).isEmpty }) else { return [] }
        return areas.flatMap { $0.filter { common(person, [$0]) == [$0] } }
    }

    /// An item's two answers of one person, in one version, are one unknown: whatever they are.
    private static func unknown(_ index: Int, _ person: MadeUpCohort.Person, _ item: Int) -> String {
        "\(Evaluation.pseudonym(Int32(index + 1))) \(item) \(person.before?[item] ?? -1) \(person.after?[item] ?? -1)"
    }

    private mutating func note(_ members: some Sequence<Int>, _ cohort: MadeUpCohort, _ items: [Int]) {
        var row: [String: Int] = [:]
        for index in members {
            let person = cohort.people[index]
            let answered = Self.scored(person, items)
            // Sixty is a multiple of every number of items.
            for item in answered { row[Self.unknown(index, person, item)] = 60 / answered.count }
        }
        add(row)
    }

    private mutating func noteMinutes(_ members: [Int], _ cohort: MadeUpCohort, _ sessions: [Int]) {
        var row: [String: Int] = [:]
        for index in members {
            for session in sessions {
                row["\(Evaluation.pseudonym(Int32(index + 1))) m\(session) \(cohort.people[index].minutes[session])"] =
                    1
            }
        }
        add(row)
    }

    private mutating func add(_ row: [String: Int]) {
        let row = row.filter { !known.contains(Self.person($0.key)) }
        if !row.isEmpty { rows.append(row) }
    }

    private static func person(_ unknown: String) -> String { String(unknown.prefix { $0 != " " }) }

    var people: Set<String> { Set(rows.flatMap(\.keys).map(Self.person)) }

    /// Whether some combination of everything read is about these people only, and about them indeed.
    func solves(_ suspects: Set<String>) -> Bool {
        let rest = rows.map { row in row.filter { !suspects.contains(Self.person($0.key)) } }
        return Self.rank(rest) < Self.rank(rows)
    }

    /// Whether the sum of a group's overall scores can be computed.
    func solves(sumOf members: [Int], of cohort: MadeUpCohort) -> Bool {
        var other = Attacker(knowing: known)
        other.note(members, cohort, Array(0..<5))
        guard let target = other.rows.first else { return false }
        return Self.rank(rows + [target]) == Self.rank(rows)
    }

    private static func rank(_ rows: [[String: Int]]) -> Int {
        var rows = rows.map { $0.filter { $0.value % prime != 0 } }.filter { !$0.isEmpty }
        var rank = 0
        while let pivot = rows.popLast() {
            guard let (column, value) = pivot.min(by: { $0.key < $1.key }) else { continue }
            rank += 1
            let inverse = power(value, prime - 2)
            rows = rows.map { row in
                guard let factor = row[column] else { return row }
                let scale = factor * inverse % prime
                var row = row
                for (key, value) in pivot {
                    let rest = ((row[key] ?? 0) - scale * value % prime + prime) % prime
                    row[key] = rest == 0 ? nil : rest
                }
                return row
            }.filter { !$0.isEmpty }
        }
        return rank
    }

    private static func power(_ base: Int, _ exponent: Int) -> Int {
        var (result, base, exponent) = (1, base % prime, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
