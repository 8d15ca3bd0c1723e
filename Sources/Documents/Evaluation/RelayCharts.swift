import Statistics
import Training

extension Evaluation {
    /// The data of what is drawn and listed of the network and of support, only where there is any.
    func relayCharts() -> [(name: String, csv: [UInt8])] {
        [
            secondary.network.map { ("chart-network.csv", Self.csv($0)) },
            secondary.support.map { ("chart-support.csv", Self.csv($0)) },
        ].compactMap(\.self)
    }

    /// Each tie of each question and wave, its ends under pseudonyms.
    private static func csv(_ outcome: Network.Outcome) -> [UInt8] {
        var csv = CSVWriter()
        csv.line(["question", "wave", "one", "other"])
        for line in outcome.questions {
            for tie in line.figures.ties.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
                let ends = [tie.first, tie.second].map { arrival in
                    outcome.members.first { $0.arrival == arrival }?.pseudonym ?? ""
                }
                csv.line([line.relation.rawValue, line.wave.rawValue, ends[0], ends[1]])
            }
        }
        return csv.bytes
    }

    /// What each office did, and the needs of each theme.
    private static func csv(_ summary: Support.Summary) -> [UInt8] {
        var csv = CSVWriter()
        csv.line(["kind", "code", "acts", "people", "minutes", "to_follow", "overdue", "met", "referred", "unmet"])
        for office in summary.offices {
            let numbers = [office.acts, office.people, office.minutes, office.toFollow, office.overdue]
            csv.line(
                [.text("office"), .text(office.office)] + numbers.map(CSVCell.integer)
                    + [CSVCell](repeating: .empty, count: 3))
        }
        for theme in summary.themes {
            csv.line(
                [
                    .text("theme"), .text(theme.code == .other ? theme.title.french : theme.code.rawValue), .empty,
                    .integer(theme.people), .empty, .empty, .empty,
                ]
                    + [theme.met, theme.referred, theme.unmet].map(CSVCell.integer))
        }
        return csv.bytes
    }
}
