import Training

/// The rows of the attendance table that are drawn: dates, marks of a person, sums of a session.
struct AttendanceStrip {
    let sessions: [Edition.Session]
    let say: Tongue

    /// Width of one session at most and at least, in pixels.
    private var widths: (most: Int, least: Int) {
        switch sessions.count {
        case ...8: (54, 21)
        case ...12: (40, 23)
        case ...18: (28, 18)
        case ...26: (22, 16)
        default: (18, 14)
        }
    }

    /// Width of all sessions at most, in pixels.
    var width: Int { sessions.count * widths.most }

    private var share: Double { 100 / Double(max(sessions.count, 1)) }

    /// A row that is read out as its words.
    private func row(_ height: Int, _ words: String, isSilent: Bool = false, _ shapes: [Markup]) -> Markup {
        let size = "min-width:\(sessions.count * widths.least)px;max-width:\(width)px"
        return .drawing(
            words, ["class": "marks", "width": "100%", "height": String(height), "style": size], isSilent: isSilent,
            shapes)
    }

    /// One person's marks, told in words too.
    func marks(of person: Evaluation.Person, named name: String) -> Markup {
        let shapes = sessions.indices.flatMap { index -> [Markup] in
            let mark = person.marks.indices.contains(index) ? person.marks[index] : nil
            let planned = max(sessions[index].session.plannedMinutes, 1)
            return PresenceMark(mark).shapes(
                x: share * (Double(index) + 0.06), width: share * 0.88,
                share: Double(mark?.minutes ?? 0) / Double(planned), say)
        }
        return row(16, say("\(name) : \(words(person))", "\(name): \(words(person))"), shapes)
    }

    /// `présent à 6 séances sur 8 ; absent le 04/10`.
    private func words(_ person: Evaluation.Person) -> String {
        let marks = sessions.indices.map { person.marks.indices.contains($0) ? person.marks[$0] : nil }
        let there = marks.count { $0?.status.isThere == true }
        let others = PresenceMark.allCases.filter { $0 != .present && $0 != .none }.compactMap { kind -> String? in
            let days = sessions.indices.filter { PresenceMark(marks[$0]) == kind }.map {
                day(sessions[$0].session.date)
            }
            return days.isEmpty
                ? nil : say("\(kind.words(say)) le \(say.list(days))", "\(kind.words(say)) on \(say.list(days))")
        }
        let expected = marks.count { $0 != nil }
        let first = say(
            "présence à \(there) \(there < 2 ? "séance" : "séances") sur \(expected)",
            "present at \(there) of \(expected) sessions")
        return ([first] + others).joined(separator: say(" ; ", "; "))
    }

    private func day(_ date: Day) -> String { String(say.shortDate(date).prefix(5)) }

    /// Months over days.
    var dates: Markup {
        let days = sessions.indices.map { index in
            Markup.label(
                String(sessions[index].session.date.day), x: percent(share * (Double(index) + 0.5)), y: 29, .day)
        }
        return row(34, say("dates des séances", "dates of the sessions"), isSilent: true, months + days)
    }

    private var months: [Markup] {
        var marks: [Markup] = []
        var start = 0
        while start < sessions.count {
            let date = sessions[start].session.date
            let end =
                sessions[start...].firstIndex {
                    ($0.session.date.year, $0.session.date.month) != (date.year, date.month)
                }
                ?? sessions.count
            let room = (end - start) * (sessions.count < 4 ? widths.most : widths.least)
            let name = say.dates.month(date.month)
            let short = say.dates.shortMonths[date.month - 1]
            let words =
                room >= name.count * 7
                ? name
                : room >= short.count * 6 ? short : String(name.prefix(room < 18 ? 1 : name.hasPrefix("jui") ? 4 : 3))
            let (left, right) = (share * (Double(start) + 0.06), share * (Double(end) - 0.06))
            marks.append(
                .element("line", .monthLine, ["x1": percent(left), "x2": percent(right), "y1": "16", "y2": "16"]))
            marks.append(.label(words, x: percent(left), y: 11, anchor: "start", .month))
            start = end
        }
        return marks
    }

    /// How many came, over those expected, as a column for each session.
    var sums: Markup {
        let columns = sessions.indices.flatMap { index -> [Markup] in
            let presence = sessions[index].presence
            let part = presence.map { $0.expected > 0 ? Double($0.present) / Double($0.expected) : 0 } ?? 0
            let (x, width) = (percent(share * (Double(index) + 0.06)), percent(share * 0.88))
            let height = 26 * min(max(part, 0), 1)
            return [
                .element("rect", .base, ["x": x, "y": "16", "width": width, "height": "26"]),
                .element(
                    "rect", .column,
                    ["x": x, "y": coordinate(42 - height), "width": width, "height": coordinate(height)]),
                .label(
                    presence.map { String($0.present) } ?? say("n. c.", "n/d"),
                    x: percent(share * (Double(index) + 0.5)), y: 11, .day),
            ]
        }
        let words = sessions.map { session in
            let day = day(session.session.date)
            return session.presence.map {
                say("\(day) : \($0.present) sur \($0.expected)", "\(day): \($0.present) of \($0.expected)")
            }
                ?? say("\(day) : non communiqué", "\(day): not disclosed")
        }.joined(separator: say(" ; ", "; "))
        return row(44, say("Présents sur attendus. ", "Present of expected. ") + words, columns)
    }
}
