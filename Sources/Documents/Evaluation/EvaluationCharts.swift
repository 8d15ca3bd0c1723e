import Statistics
public import Training

extension Evaluation {
    /// The data of every chart of the page, each as the CSV of a file of that name; people stand under pseudonyms.
    public func charts() -> [(name: String, csv: [UInt8])] {
        [
            ("chart-flow.csv", flowCSV), ("chart-pairs.csv", pairsCSV), ("chart-change.csv", changeCSV),
            ("chart-competences.csv", competencesCSV),
            ("chart-attendance.csv", attendanceCSV), ("chart-sessions.csv", sessionsCSV),
        ] + territoryCharts + relayCharts()
    }

    /// Of the diagnostic and of the offices' skills, where there are any.
    private var territoryCharts: [(name: String, csv: [UInt8])] {
        var charts: [(name: String, csv: [UInt8])] = []
        if let diagnosis = secondary.diagnosis {
            charts.append(("chart-diagnostic.csv", diagnosis.criteriaCSV))
            charts.append(("chart-index.csv", diagnosis.indexCSV))
        }
        if let skills = secondary.skills { charts.append(("chart-skills.csv", skills.csv)) }
        return charts
    }

    private var flowCSV: [UInt8] {
        var csv = CSVWriter()
        csv.line(["step", "reason", "count"])
        let steps = [
            ("applied", flow.applied), ("enrolled", flow.enrolled), ("entered", flow.entered),
            ("completed", flow.completed), ("assessed_before", flow.assessedBefore),
            ("assessed_after", flow.assessedAfter), ("pairs", flow.pairs), ("waitlisted", flow.waitlisted),
        ]
        for (step, count) in steps { csv.line([.text(step), .empty, .integer(count)]) }
        for loss in flow.losses { csv.line([.text(loss.step.rawValue), .text(loss.reason), .integer(loss.count)]) }
        return csv.bytes
    }

    private var pairsCSV: [UInt8] {
        var csv = CSVWriter()
        csv.line(["pseudonym", "before", "after", "change"])
        for person in people {
            guard let pair = person.pair else { continue }
            csv.line(
                [.text(person.pseudonym)]
                    + [pair.before, pair.after, pair.after - pair.before].map { .number(significant($0)) })
        }
        return csv.bytes
    }

    private var changeCSV: [UInt8] {
        var csv = CSVWriter()
        csv.line(["n", "mean_before", "mean_after", "mean_change", "ci95_lower", "ci95_upper"])
        let overall = figures.overall
        let numbers = [
            overall.meanBefore.value, overall.meanAfter.value, overall.meanChange.value, overall.ci95.value?.lower,
            overall.ci95.value?.upper,
        ]
        csv.line([.integer(overall.n)] + numbers.map { $0.map { .number(significant($0)) } ?? .empty })
        return csv.bytes
    }

    private var competencesCSV: [UInt8] {
        var csv = CSVWriter()
        csv.line([
            "kind", "code", "title", "n", "mean_before", "mean_after", "mean_change", "ci95_lower", "ci95_upper",
            "wilcoxon_p", "holm_p",
        ])
        for (kind, parts) in [("area", figures.areas), ("competence", figures.competences)] {
            for part in parts {
                let figures = part.figures
                let numbers = [
                    figures.meanBefore.value, figures.meanAfter.value, figures.meanChange.value,
                    figures.ci95.value?.lower,
                    figures.ci95.value?.upper, figures.wilcoxonP.value, part.holmP,
                ]
                csv.line(
                    [.text(kind), .text(part.code), .text(part.title.french), .integer(figures.n)]
                        + numbers.map { $0.map { .number(significant($0)) } ?? .empty })
            }
        }
        return csv.bytes
    }

    private var attendanceCSV: [UInt8] {
        var csv = CSVWriter()
        csv.line(["pseudonym", "office", "session", "date", "status", "minutes"])
        for person in people {
            for (session, mark) in zip(attendance.sessions, person.marks) {
                csv.line([
                    .text(person.pseudonym), .text(person.office), .text(session.code), .text(session.date.description),
                    .text(mark?.status.rawValue ?? "not_expected"), mark.map { .integer($0.minutes) } ?? .empty,
                ])
            }
        }
        return csv.bytes
    }

    private var sessionsCSV: [UInt8] {
        var csv = CSVWriter()
        csv.line([
            "session", "date", "half_day", "theme", "place", "planned_minutes", "expected", "present",
            "attended_minutes",
        ])
        for session in attendance.sessions {
            let words = [session.code, session.date.description, session.halfDay, session.theme, session.place]
            let numbers = [session.plannedMinutes, session.expected, session.present, session.attendedMinutes]
            csv.line(words.map(CSVCell.text) + numbers.map(CSVCell.integer))
        }
        return csv.bytes
    }
}
