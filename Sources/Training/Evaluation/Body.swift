public import Statistics

extension Evaluation {
    /// The evaluation as `evaluation.json`: every figure to 12 significant digits, nulls written, pseudonyms only.
    func body() -> String {
        var json = JSONWriter(indented: true)
        json.object { body in
            body.field("cohort") { cohort.write(to: &$0) }
            body.field("audience", audience.rawValue)
            body.field("as_of", asOf.description)
            body.field("status", status.rawValue)
            body.field("flow") { flow.write(to: &$0) }
            body.field("attendance") { attendance.write(to: &$0) }
            body.array("objectives") { array in
                for objective in objectives { array.object { objective.write(to: &$0) } }
            }
            body.field("figures") { figures.write(to: &$0) }
            body.field("groups") { groups in
                groups.field("offices") { object in Evaluation.write(self.groups.offices, to: &object) }
                groups.field("categories") { object in Evaluation.write(self.groups.categories, to: &object) }
            }
            body.array("sensitivity") { array in
                for line in sensitivity { array.object { line.write(to: &$0) } }
            }
            body.field("sensitivity_changes_sign", sensitivityChangesSign)
            secondary.write(to: &body)
            body.array("missing") { array in
                for line in missing { array.object { line.write(to: &$0) } }
            }
            body.array("people") { array in
                for person in people { array.object { person.write(to: &$0) } }
            }
            body.field("versions") {
                $0.field("program", versions.program)
                $0.field("schema", versions.schema)
            }
            body.field("inputs_sha256", inputsSHA256)
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    private static func write(_ groups: [Group], to json: inout JSONObject) {
        for group in groups {
            json.field(group.code) { object in
                object.field("name", group.name.french)
                object.field("entered", group.entered)
                object.field("assiduity", group.attendance.assiduity)
                object.field("figures") { $0.fields(group.figures.entries) }
            }
        }
    }
}

extension JSONObject {
    /// Writes figures under their names; one that cannot be computed is null, with a sibling `<name>_why`.
    public mutating func fields(_ entries: [Entry]) {
        for entry in entries { field(entry.name, entry.value) }
    }

    /// Writes one figure; null with a sibling `<name>_why` when it cannot be computed.
    mutating func field(_ name: String, _ value: Entry.Value) {
        switch value {
        case .integer(let count): field(name, count)
        case .number(let number): field(name, significant(number))
        case .interval(let interval): field(name, [significant(interval.lower), significant(interval.upper)])
        case .text(let text): field(name, text)
        case .unavailable(let reason):
            null(name)
            field(name + "_why", reason.rawValue)
        }
    }

    mutating func field(_ name: String, _ figure: Figure<Double>) {
        field(name, figure.value.map { significant($0) })
        if let reason = figure.reason { field(name + "_why", reason.rawValue) }
    }

    mutating func field(_ name: String, _ sentence: Sentence?) {
        field(name, sentence?.french)
        field(name + "_en", sentence?.english)
    }
}

extension Evaluation.CohortFacts {
    func write(to json: inout JSONObject) {
        json.field("code", code)
        json.field("title", title)
        json.field("programme", programme)
        json.field("starts_on", startsOn.description)
        json.field("ends_on", endsOn.description)
        json.field("places", places)
        json.field("minimum_assiduity", minimumAssiduity)
        json.field("instrument", instrument)
        json.field("framework", framework)
        json.field("is_closed", isClosed)
    }
}

extension Evaluation.Flow {
    func write(to json: inout JSONObject) {
        json.field("applied", applied)
        json.field("enrolled", enrolled)
        json.field("entered", entered)
        json.field("completed", completed)
        json.field("assessed_before", assessedBefore)
        json.field("assessed_after", assessedAfter)
        json.field("pairs", pairs)
        json.field("waitlisted", waitlisted)
        json.array("losses") { array in
            for loss in losses {
                array.object {
                    $0.field("step", loss.step.rawValue)
                    $0.field("reason", loss.reason)
                    $0.field("count", loss.count)
                }
            }
        }
    }
}

extension Evaluation.Attendance {
    func write(to json: inout JSONObject) {
        json.field("sessions", sessions.count)
        json.field("planned_sessions", planned)
        json.field("planned_minutes", figures.plannedMinutes)
        json.field("attended_minutes", figures.attendedMinutes)
        json.field("assiduity", figures.assiduity)
        json.field("trainee_hours", significant(figures.traineeHours))
        json.field("unmarked", figures.unmarked)
        json.array("by_session") { array in
            for session in sessions {
                array.object {
                    $0.field("session", session.code)
                    $0.field("date", session.date.description)
                    $0.field("expected", session.expected)
                    $0.field("present", session.present)
                    $0.field("session_minutes", session.plannedMinutes)
                    $0.field("planned_minutes", session.expected * session.plannedMinutes)
                    $0.field("attended_minutes", session.attendedMinutes)
                }
            }
        }
    }
}

extension Evaluation.Objective {
    func write(to json: inout JSONObject) {
        json.field("code", code)
        json.field("answer", answer ?? Sentence("non mesuré", "not measured"))
        json.field("source", source.french)
    }
}

extension Evaluation.Scores {
    func write(to json: inout JSONObject) {
        json.field("overall") { $0.fields(overall.entries) }
        json.field("holm_m", holmM)
        json.field("areas") { object in
            for area in areas { object.field(area.code) { $0.fields(area.figures.entries) } }
        }
        json.field("competences") { object in
            for competence in competences {
                object.field(competence.code) {
                    $0.fields(competence.figures.entries)
                    $0.field("holm_p", competence.holmP.map { significant($0) })
                    if let why = competence.figures.wilcoxonP.reason, competence.holmP == nil {
                        $0.field("holm_p_why", why.rawValue)
                    }
                }
            }
        }
    }
}

extension Evaluation.Sensitivity {
    func write(to json: inout JSONObject) {
        json.field("code", code)
        json.field("n", n)
        json.field("mean_change", meanChange.map { significant($0) })
    }
}

extension Evaluation.Missing {
    func write(to json: inout JSONObject) {
        json.field("code", code)
        json.field("person", person)
        json.field("detail", detail)
        json.field("actor", actor)
        json.field("sentence", sentence.french)
    }
}

extension Evaluation.Person {
    func write(to json: inout JSONObject) {
        json.field("pseudonym", pseudonym)
        json.field("office", office)
        json.field("category", category)
        json.field("status", status.rawValue)
        json.field("reason", reason)
        json.field("before", before.map { significant($0) })
        json.field("after", after.map { significant($0) })
        json.field("pair", pair.map { [significant($0.before), significant($0.after)] })
        json.field("planned_minutes", plannedMinutes)
        json.field("attended_minutes", attendedMinutes)
        json.field("marks", marks.map { $0?.status.rawValue })
        json.field("minutes", marks.map { $0?.minutes })
    }
}
