import Statistics
public import Training

extension Evaluation {
    /// Every figure of every scope (`overall`, `area`, `competence`, `office`, `category`), one a line, to 12 significant
    /// digits with a point: `scope,code,figure,value,lower,upper,why`, in UTF-8.
    public func figuresCSV() -> [UInt8] {
        var csv = CSVWriter()
        csv.line(["scope", "code", "figure", "value", "lower", "upper", "why"])
        csv.figures("overall", "", figures.overall.entries)
        for area in figures.areas { csv.figures("area", area.code, area.figures.entries) }
        for part in figures.competences {
            csv.figures("competence", part.code, part.figures.entries)
            csv.line(
                [.text("competence"), .text(part.code), .text("holm_p")]
                    + CSVWriter.cells(part.holmP, why: part.figures.wilcoxonP.reason))
        }
        csv.line([.text("competence"), .empty, .text("holm_m"), .integer(figures.holmM), .empty, .empty, .empty])
        for group in groups.offices { csv.figures("office", group.code, group.figures.entries) }
        for group in groups.categories { csv.figures("category", group.code, group.figures.entries) }
        csv.secondary(secondary)
        return csv.bytes
    }
}

extension CSVWriter {
    /// The figures besides the primary outcome; an input that was not measured has one line, which says so.
    fileprivate mutating func secondary(_ secondary: Evaluation.Secondary) {
        figures("attrition", "", secondary.attrition.entries)
        figures("dose", "", secondary.dose.entries)
        figures("bootstrap", "", secondary.bootstrap.entries)
        for wave in secondary.reliability {
            figures("reliability", wave.wave.rawValue, wave.figures.entries)
            for (item, alpha) in zip(wave.items, wave.figures.alphaWithout) {
                let cells = [CSVCell.text("reliability"), .text(wave.wave.rawValue), .text("alpha_without_\(item)")]
                line(cells + Self.cells(alpha.value, why: alpha.reason))
            }
        }
        if let shift = secondary.responseShift {
            figures("response_shift", "gap", shift.gap.entries)
            figures("response_shift", "change_since_retrospective", shift.change.entries)
        }
        for question in secondary.satisfaction {
            let code = "\(question.instrument):\(question.wave.rawValue):\(question.item)"
            figures("satisfaction", code, question.figures.entries)
            for count in question.figures.distribution {
                line(
                    [.text("satisfaction"), .text(code), .text("answers_\(count.value)"), .integer(count.count)]
                        + Self.none)
            }
        }
        territory(secondary)
        for question in secondary.network?.questions ?? [] {
            figures("network", "\(question.relation.rawValue):\(question.wave.rawValue)", question.entries)
        }
        if let support = secondary.support { figures("support", "", support.entries) }
        for blank in secondary.unmeasured {
            line([.text(blank.code), .empty, .empty] + Self.cells(nil, why: .notMeasured))
        }
    }

    /// The diagnostic by criterion, the providers' index, the agreement, the mystery mails and the offices' skills.
    private mutating func territory(_ secondary: Evaluation.Secondary) {
        if let diagnosis = secondary.diagnosis {
            for change in diagnosis.criteria {
                figures("criterion", change.criterion.criterion.rawValue, change.figures.entries)
            }
            figures("provider_index", "", diagnosis.index.entries)
            figures("agreement", "", diagnosis.agreement.entries)
        }
        for mails in secondary.mysteryMail {
            figures("mystery_mail", "\(mails.unit.rawValue):\(mails.wave.rawValue)", mails.figures.entries)
        }
        guard let skills = secondary.skills else { return }
        line([.text("skills"), .empty, .text("offices_filled"), .integer(skills.filled)] + Self.none)
        line([.text("skills"), .empty, .text("gaps"), .integer(skills.gaps.count)] + Self.none)
    }

    private static let none = [CSVCell](repeating: .empty, count: 3)
}

extension CSVWriter {
    fileprivate mutating func figures(_ scope: String, _ code: String, _ entries: [Entry]) {
        var start = CSVWriter()
        start.cells([.text(scope), .text(code)])
        for entry in entries { line(after: start.bytes, .text(entry.name), Self.cells(entry.value)) }
    }

    private static func cells(_ value: Entry.Value) -> [CSVCell] {
        switch value {
        case .integer(let number): [.integer(number), .empty, .empty, .empty]
        case .number(let number): [.number(significant(number)), .empty, .empty, .empty]
        case .interval(let interval):
            [.empty, .number(significant(interval.lower)), .number(significant(interval.upper)), .empty]
        case .text(let text): [.text(text), .empty, .empty, .empty]
        case .unavailable(let reason): [.empty, .empty, .empty, .text(reason.rawValue)]
        }
    }

    /// The four last cells of a number that may be missing.
    fileprivate static func cells(_ number: Double?, why: NotComputable?) -> [CSVCell] {
        number.map { [.number(significant($0)), .empty, .empty, .empty] }
            ?? [.empty, .empty, .empty, why.map { .text($0.rawValue) } ?? .empty]
    }
}
