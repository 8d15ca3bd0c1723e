import Statistics
public import Training

extension Evaluation.Release {
    /// Every figure that is published, one a line; one that is not says `suppressed` under `why`.
    public func figuresCSV() -> [UInt8] {
        var csv = CSVWriter()
        csv.line(["scope", "code", "figure", "value", "lower", "upper", "why"])
        csv.table("overall", overall)
        for table in areas { csv.table("area", table) }
        for table in competences { csv.table("competence", table) }
        csv.line(
            [.text("competence"), .empty, .text("holm_m"), holmM.map(CSVCell.integer) ?? .empty, .empty, .empty]
                + [holmM == nil ? .text("suppressed") : .empty])
        for table in offices { csv.table("office", table) }
        for table in categories { csv.table("category", table) }
        if let territory {
            for line in territory.criteria { csv.rows("criterion", line.criterion.criterion.rawValue, line.rows) }
            csv.rows("provider_index", "", territory.index.rows)
        }
        if let skills {
            for (name, count) in [("offices_filled", skills.filled), ("gaps", skills.gaps.count)] {
                let cells: [CSVCell] = [.integer(count), .empty, .empty, .empty]
                csv.line([.text("skills"), .empty, .text(name)] + cells)
            }
        }
        for table in network { csv.table("network", table) }
        let turns = sensitivityChangesSign.map { CSVCell.text($0 ? "true" : "false") }
        csv.line(
            [.text("sensitivity"), .empty, .text("sensitivity_changes_sign"), turns ?? .empty, .empty, .empty]
                + [turns == nil ? .text("suppressed") : .empty])
        for blank in blanks {
            let why = blank.isSuppressed ? "suppressed" : NotComputable.notMeasured.rawValue
            csv.line([.text(blank.name), .empty, .empty, .empty, .empty, .empty, .text(why)])
        }
        return csv.bytes
    }

    /// The data of the page's tables, each as the CSV of a file of that name; nobody's row is in them.
    public func charts() -> [(name: String, csv: [UInt8])] {
        [("chart-flow.csv", flowCSV), ("chart-sessions.csv", sessionsCSV)]
    }

    private var flowCSV: [UInt8] {
        var csv = CSVWriter()
        csv.line(["step", "count", "why"])
        for count in flow {
            csv.line([
                .text(count.name), count.value.map(CSVCell.integer) ?? .empty,
                count.value == nil ? .text("suppressed") : .empty,
            ])
        }
        return csv.bytes
    }

    private var sessionsCSV: [UInt8] {
        var csv = CSVWriter()
        csv.line(["session", "date", "expected", "present", "attended_minutes", "why"])
        for line in attendance.bySession {
            let session = line.session
            let numbers = [session.expected, session.present, session.attendedMinutes].map { number in
                line.isSuppressed ? CSVCell.empty : .integer(number)
            }
            csv.line(
                [.text(session.code), .text(session.date.description)] + numbers
                    + [line.isSuppressed ? .text("suppressed") : .empty])
        }
        return csv.bytes
    }
}

extension CSVWriter {
    fileprivate mutating func table(_ scope: String, _ table: Evaluation.Release.Table) {
        rows(scope, table.code, table.rows)
    }

    fileprivate mutating func rows(_ scope: String, _ code: String, _ rows: [Evaluation.Release.Row]?) {
        guard let rows else {
            return line([.text(scope), .text(code), .empty, .empty, .empty, .empty, .text("suppressed")])
        }
        for row in rows { line([.text(scope), .text(code), .text(row.name)] + Self.cells(row.value)) }
    }

    private static func cells(_ value: Entry.Value?) -> [CSVCell] {
        switch value {
        case .integer(let number): [.integer(number), .empty, .empty, .empty]
        case .number(let number): [.number(significant(number)), .empty, .empty, .empty]
        case .interval(let interval):
            [.empty, .number(significant(interval.lower)), .number(significant(interval.upper)), .empty]
        case .text(let text): [.text(text), .empty, .empty, .empty]
        case .unavailable(let reason): [.empty, .empty, .empty, .text(reason.rawValue)]
        case nil: [.empty, .empty, .empty, .text("suppressed")]
        }
    }
}
