import Statistics

extension ReleaseSums {
    /// What everybody who entered answered to one question about the group. Ties are no sum of people's values; each is taken
    /// to hang on all that its people answered, so that whoever changes an answer between two publications is seen.
    func network(_ relation: Network.Relation, _ rows: [Network.NamingRow]) -> ToldSum {
        let answers = Dictionary(grouping: rows.filter { $0.question == relation }, by: \.arrival)
        return ToldSum(
            name: "network/" + relation.rawValue,
            terms: entered.map { person in
                let told = (answers[person.row.arrival] ?? []).map { row in
                    "\(row.wave.rawValue):\(row.other.map { String($0) } ?? "-")"
                }
                return .init(
                    person.pseudonym, ToldSum.quantity("network", relation.rawValue, told.joined(separator: " ")))
            })
    }
}

extension Releasing {
    /// The cohort's ties to each question that was asked before and after; never who has none, and nothing of an office.
    mutating func networkTables(_ rows: [Network.NamingRow]) -> [Evaluation.Release.Table] {
        guard let outcome = evaluation.secondary.network else { return [] }
        return Network.Relation.allCases.compactMap { relation in
            guard let before = outcome.answered(relation, .before), let after = outcome.answered(relation, .after)
            else { return nil }
            let path = "network.\(relation.rawValue)"
            let isOpen = leavesOpen(before, after, outcome) && admits(network: sums.network(relation, rows))
            let tellsAcross = isOpen && leavesOpen(before, after, outcome, isAcross: true)
            suppress("\(path).isolates", .individual)
            if !isOpen { suppress(path, .protected) }
            if isOpen, !tellsAcross { suppress("\(path).ties_across_offices", .protected) }
            let told = (Self.rows(before, .before) + Self.rows(after, .after)).map { row in
                tellsAcross || !row.name.hasPrefix("ties_across") ? row : .init(name: row.name, value: nil)
            }
            return .init(code: relation.rawValue, title: relation.question, rows: isOpen ? told : nil)
        }
    }

    private static func rows(_ line: Network.Answered, _ wave: Network.Wave) -> [Evaluation.Release.Row] {
        line.entries.filter { $0.name != "isolates" && !(wave == .before && $0.name.hasPrefix("ties_gained")) }
            .filter { !(wave == .before && $0.name == "ties_lost") }
            .map { .init(name: "\($0.name)_\(wave.rawValue)", value: $0.value) }
    }

    /// Whether the counts leave open, for each reader, who of the people they do not know is tied to whom: of all ties, or
    /// apart of those across offices and of those inside.
    private func leavesOpen(
        _ before: Network.Answered, _ after: Network.Answered, _ outcome: Network.Outcome, isAcross: Bool = false
    ) -> Bool {
        let offices = Dictionary(outcome.members.map { ($0.arrival, $0.office) }) { first, _ in first }
        let gained = after.figures.ties.subtracting(before.figures.ties)
        let counted =
            isAcross ? [before.figures.ties, after.figures.ties] : [before.figures.ties, after.figures.ties, gained]
        return network.unknown(of: outcome.members.map(\.pseudonym)).filter { !$0.isEmpty }.allSatisfy { people in
            let strangers = Set(outcome.members.filter { people.contains($0.pseudonym) }.map(\.arrival))
            let pairs = strangers.flatMap { one in strangers.filter { $0 > one }.map { (one, $0) } }
            let across = pairs.count { offices[$0.0] != offices[$0.1] }
            return counted.allSatisfy { ties in
                let open = ties.filter { strangers.contains($0.first) && strangers.contains($0.second) }
                guard isAcross else { return Latitude.isLeft(byCount: open.count, of: pairs.count) }
                let foreign = open.count { offices[$0.first] != offices[$0.second] }
                return Latitude.isLeft(byCount: foreign, of: across)
                    && Latitude.isLeft(byCount: open.count - foreign, of: pairs.count - across)
            }
        }
    }
}
