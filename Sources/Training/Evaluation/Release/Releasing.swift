import Statistics

/// Decides figure by figure what a release tells; pure, in a fixed order, so that the same evaluation and the same
/// earlier publications give the same release.
struct Releasing {
    let evaluation: Evaluation
    let sums: ReleaseSums
    let minimum: Int
    private(set) var scores: Disclosure
    private(set) var minutes: Disclosure
    private(set) var territory: Disclosure
    private(set) var network: Disclosure
    private(set) var suppressed: [Evaluation.Release.Suppression] = []

    /// - Parameter ledger: everything published before, and which office knows whom.
    init(_ evaluation: Evaluation, _ facts: Evaluation.Facts, minimum: Int, after ledger: ToldLedger) {
        (self.evaluation, self.minimum) = (evaluation, minimum)
        sums = ReleaseSums(facts)
        let asked = Network.Relation.allCases.filter { evaluation.secondary.network?.answered($0, .before) != nil }
        let candidates =
            Self.candidates(sums, evaluation) + asked.map { [sums] in sums.network($0, facts.relay.namings) }
        func part(_ kind: String) -> Disclosure {
            var part = ToldLedger()
            part.knownTo = ledger.knownTo
            part.sums = ledger.sums.filter { $0.name.hasPrefix(kind) }
            return Disclosure(
                minimum: minimum, ledger: part, candidates: candidates.filter { $0.name.hasPrefix(kind) })
        }
        (scores, minutes, territory, network) = (part("scores"), part("minutes"), part("diagnostic"), part("network"))
        forbidExtremes()
    }

    /// Every sum that may be asked about.
    private static func candidates(_ sums: ReleaseSums, _ evaluation: Evaluation) -> [ToldSum] {
        let scopes = sums.scoring.areas + sums.scoring.competences
        return [sums.scores("scores", of: sums.entered), sums.minutes("minutes", of: sums.people)]
            + scopes.map { sums.scores("scores", of: sums.entered, on: $0) }
            + sums.held.indices.map { sums.minutes("minutes", of: sums.people, at: $0) }
            + sums.territory(evaluation.secondary.diagnosis)
    }

    mutating func suppress(_ what: String, _ reason: Evaluation.Release.Reason) {
        suppressed.append(.init(what: what, reason: reason))
    }
}

/// What would give away everybody's value must not be computed from the rest either.
extension Releasing {
    private mutating func forbidExtremes() {
        for (name, scope) in scopes {
            let sum = sums.scores(name, of: sums.entered, on: scope)
            if !hasLatitude(pairs(of: sums.entered, on: scope), scores.unknown(of: sum.people.sorted())) {
                scores.forbid(sum)
            }
        }
        for (name, members) in groups {
            let sum = sums.scores("scores/" + name, of: members)
            if !hasLatitude(pairs(of: members, on: nil), scores.unknown(of: sum.people.sorted())) { scores.forbid(sum) }
            let time = sums.minutes("minutes/" + name, of: members)
            if !hasLatitude(members, at: nil, minutes.unknown(of: time.people.sorted())) { minutes.forbid(time) }
        }
        for index in sums.held.indices where !isOpen(session: index) {
            minutes.forbid(sums.minutes(sessionName(index), of: sums.people, at: index))
        }
    }

    /// The whole, the areas and the competences, by the names of their sums.
    var scopes: [(name: String, scope: Scoring.Scope?)] {
        [("scores", nil)] + sums.scoring.areas.map { ("scores/area:" + $0.code, $0) }
            + sums.scoring.competences.map { ("scores/competence:" + $0.code, $0) }
    }

    /// Offices, then categories, with who of them entered.
    var groups: [(name: String, members: [Assessed])] {
        evaluation.groups.offices.map { group in
            ("office:" + group.code, sums.entered.filter { $0.row.office == group.code })
        }
            + evaluation.groups.categories.map { group in
                ("category:" + group.code, sums.entered.filter { $0.row.category == group.code })
            }
    }

    func sessionName(_ index: Int) -> String { "minutes/session:" + sums.held[index].code }

    func pairs(of people: [Assessed], on scope: Scoring.Scope?) -> [String: Pair] {
        Dictionary(
            people.compactMap { person in sums.pair(of: person, on: scope).map { (person.pseudonym, $0) } }
        ) { first, _ in first }
    }

    /// Whether the means before and after leave open the values of each of these classes.
    func hasLatitude(_ pairs: [String: Pair], _ classes: [[String]]) -> Bool {
        classes.filter { !$0.isEmpty }.allSatisfy { people in
            let pairs = people.compactMap { pairs[$0] }
            let most = pairs.map { _ in 100.0 }
            return Latitude.isLeft(by: pairs.map(\.before), outOf: most)
                && Latitude.isLeft(by: pairs.map(\.after), outOf: most)
        }
    }

    func hasLatitude(_ people: [Assessed], at session: Int?, _ classes: [[String]]) -> Bool {
        let presence = sums.presence(of: people, at: session)
        return classes.filter { !$0.isEmpty }.allSatisfy { people in
            let presence = people.compactMap { presence[$0] }
            return Latitude.isLeft(by: presence.map(\.attended), outOf: presence.map(\.planned))
        }
    }

    /// Whether neither the minutes nor the number of those present of a session give anybody away.
    func isOpen(session index: Int) -> Bool {
        let sum = sums.minutes(sessionName(index), of: sums.people, at: index)
        let classes = classes(of: sum, in: sum, like: [sum.name], minutes)
        let there = Set(sums.people.filter { $0.marks[index]?.status.isThere == true }.map(\.pseudonym))
        return hasLatitude(sums.people, at: index, classes)
            && classes.filter { !$0.isEmpty }.allSatisfy { people in
                Latitude.isLeft(byCount: people.count { there.contains($0) }, of: people.count, atLeast: 1)
            }
    }
}

/// What is asked of each sum: is it of enough people, does it leave their values open, does it single nobody out.
extension Releasing {
    /// For each reader, the people of a sum whom they do not know, parted by what was told of this kind of figure: who
    /// read it all knows each part's own sum.
    func classes(of sum: ToldSum, in whole: ToldSum, like family: [String], _ disclosure: Disclosure) -> [[String]] {
        let told = disclosure.told.filter { told in
            family.contains { $0.hasSuffix(":") ? told.name.hasPrefix($0) : told.name == $0 }
        }
        let classes = ToldClasses(told: told + [sum], current: whole)
        return disclosure.unknown(of: Set(told.flatMap(\.people)).union(sum.people).sorted()).flatMap(classes.parted)
    }

    /// Whether the scores may be told; if so, they count as told.
    mutating func admits(scores sum: ToldSum, _ pairs: [String: Pair]) -> Bool {
        sum.terms.isEmpty
            || isLarge(sum, in: scores) && hasLatitude(pairs, scoreClasses(of: sum)) && scores.admits([sum])
    }

    /// Those who cannot be told apart by what was told of the whole, or of one area or competence.
    func scoreClasses(of sum: ToldSum) -> [[String]] {
        classes(of: sum, in: sum, like: sum.name == "scores" ? Self.groupScores : [sum.name], scores)
    }

    /// Whether the minutes of all may be told, or of one session; if so, they count as told.
    mutating func admits(minutes sum: ToldSum, at session: Int?) -> Bool {
        guard !sum.terms.isEmpty else { return true }
        let isOpen =
            session.map(isOpen)
            ?? hasLatitude(sums.people, at: nil, classes(of: sum, in: sum, like: Self.groupMinutes, minutes))
        return isLarge(sum, in: minutes) && isOpen && minutes.admits([sum])
    }

    /// Whether what was observed of providers may be told; if so, it counts as told.
    mutating func admits(territory sum: ToldSum) -> Bool {
        sum.terms.isEmpty || isLarge(sum, in: territory) && territory.admits([sum])
    }

    /// Whether what was answered about the group may be told; if so, it counts as told.
    mutating func admits(network sum: ToldSum) -> Bool {
        !sum.terms.isEmpty && isLarge(sum, in: network) && network.admits([sum])
    }

    /// Whether a group's scores and minutes may both be told; if so, they count as told.
    mutating func admits(group name: String, _ members: [Assessed], _ pairs: [String: Pair]) -> Bool {
        let sum = sums.scores("scores/" + name, of: members)
        let time = sums.minutes("minutes/" + name, of: members)
        let isLarge =
            isLarge(sum, in: scores) && isLarge(time, in: minutes)
            && scores.unknown(of: members.map(\.pseudonym)).allSatisfy { $0.isEmpty || $0.count >= minimum }
        let (allScores, allMinutes) = (
            sums.scores("scores", of: sums.entered), sums.minutes("minutes", of: sums.people)
        )
        guard isLarge, hasLatitude(pairs, classes(of: sum, in: allScores, like: Self.groupScores, scores)),
            hasLatitude(sums.people, at: nil, classes(of: time, in: allMinutes, like: Self.groupMinutes, minutes))
        else { return false }
        var (scores, minutes) = (scores, minutes)
        guard scores.admits([sum]), minutes.admits([time]) else { return false }
        (self.scores, self.minutes) = (scores, minutes)
        return true
    }

    static let groupScores = ["scores", "scores/office:", "scores/category:"]
    static let groupMinutes = ["minutes", "minutes/office:", "minutes/category:"]

    private func isLarge(_ sum: ToldSum, in disclosure: Disclosure) -> Bool {
        disclosure.unknown(of: sum.people).allSatisfy { $0.isEmpty || $0.count >= minimum }
    }
}
