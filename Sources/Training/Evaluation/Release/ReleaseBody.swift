import Statistics

extension Evaluation.Release {
    /// The release as `evaluation.json`: a table, objective or session that is suppressed says so instead of its figures;
    /// a figure that is suppressed is null with `suppressed` as its reason.
    func body() -> String {
        var json = JSONWriter(indented: true)
        json.object { body in
            body.field("cohort") { cohort.write(to: &$0) }
            body.field("audience", audience.name)
            body.field("as_of", asOf.description)
            body.field("status", status.rawValue)
            body.field("minimum_group", minimumGroup)
            body.field("flow") { object in
                for count in flow { object.count(count.name, count.value) }
            }
            body.field("attendance") { attendance.write(to: &$0) }
            body.array("objectives") { array in for line in objectives { array.object { line.write(to: &$0) } } }
            body.field("figures") { object in
                object.field("overall") { overall.write(to: &$0) }
                object.count("holm_m", holmM)
                object.tables("areas", areas)
                object.tables("competences", competences)
            }
            body.field("groups") { object in
                object.groups("offices", offices)
                object.groups("categories", categories)
            }
            body.array("sensitivity") { array in for line in sensitivity { array.object { line.write(to: &$0) } } }
            if !network.isEmpty { body.tables("network", network) }
            body.field("sensitivity_changes_sign", sensitivityChangesSign)
            if sensitivityChangesSign == nil { body.field("sensitivity_changes_sign_why", "suppressed") }
            for blank in blanks {
                body.null(blank.name)
                body.field(
                    blank.name + "_why", blank.isSuppressed ? "suppressed" : NotComputable.notMeasured.rawValue)
            }
            writeTerritory(to: &body)
            body.array("missing") { array in for line in missing { array.object { line.write(to: &$0) } } }
            body.array("people") { array in for person in people { array.object { person.write(to: &$0) } } }
            body.array("suppressed") { array in
                for line in suppressed {
                    let why = line.reason.sentence(minimumGroup: minimumGroup)
                    array.object {
                        $0.field("what", line.what)
                        $0.field("reason", line.reason.rawValue)
                        $0.field("why", why.french)
                        $0.field("why_en", why.english)
                    }
                }
            }
            body.field("versions") {
                $0.field("program", versions.program)
                $0.field("schema", versions.schema)
            }
            body.field("inputs_sha256", inputsSHA256)
            body.field("evaluation_sha256", evaluationSHA256)
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }
}

extension JSONObject {
    fileprivate mutating func count(_ name: String, _ value: Int?) {
        field(name, value)
        if value == nil { field(name + "_why", "suppressed") }
    }

    fileprivate mutating func tables(_ name: String, _ tables: [Evaluation.Release.Table]) {
        field(name) { object in for table in tables { object.field(table.code) { table.write(to: &$0) } } }
    }

    fileprivate mutating func groups(_ name: String, _ groups: [Evaluation.Release.Table]) {
        field(name) { object in
            for group in groups {
                object.field(group.code) { object in
                    guard let rows = group.rows else { return object.field("suppressed", true) }
                    object.field("name", group.title.french)
                    for row in rows.prefix(2) { object.row(row) }
                    object.field("figures") { figures in for row in rows.dropFirst(2) { figures.row(row) } }
                }
            }
        }
    }

    mutating func row(_ row: Evaluation.Release.Row) {
        if let value = row.value {
            field(row.name, value)
        } else {
            null(row.name)
            field(row.name + "_why", "suppressed")
        }
    }
}

extension Evaluation.Release.Table {
    func write(to json: inout JSONObject) {
        guard let rows else { return json.field("suppressed", true) }
        for row in rows { json.row(row) }
    }
}

extension Evaluation.Release.Attendance {
    fileprivate func write(to json: inout JSONObject) {
        json.field("sessions", sessions)
        json.field("planned_sessions", planned)
        json.field("planned_minutes", plannedMinutes)
        json.count("attended_minutes", attendedMinutes)
        let why = attendedMinutes == nil ? "suppressed" : plannedMinutes > 0 ? nil : NotComputable.noSessions.rawValue
        json.field("assiduity", assiduity.map { significant($0) })
        if assiduity == nil, let why { json.field("assiduity_why", why) }
        json.field("trainee_hours", attendedMinutes.map { significant(Double($0) / 60) })
        if attendedMinutes == nil { json.field("trainee_hours_why", "suppressed") }
        json.field("unmarked", unmarked)
        json.array("by_session") { array in for session in bySession { array.object { session.write(to: &$0) } } }
    }
}

extension Evaluation.Release.Session {
    fileprivate func write(to json: inout JSONObject) {
        json.field("session", session.code)
        json.field("date", session.date.description)
        json.field("session_minutes", session.plannedMinutes)
        guard !isSuppressed else { return json.field("suppressed", true) }
        json.field("expected", session.expected)
        json.field("present", session.present)
        json.field("planned_minutes", session.expected * session.plannedMinutes)
        json.field("attended_minutes", session.attendedMinutes)
    }
}

extension Evaluation.Release.Objective {
    fileprivate func write(to json: inout JSONObject) {
        json.field("code", code)
        guard !isSuppressed else {
            json.null("answer")
            return json.field("suppressed", true)
        }
        json.field("answer", answer ?? Sentence("non mesuré", "not measured"))
        json.field("source", source.french)
    }
}

extension Evaluation.Release.Sensitivity {
    fileprivate func write(to json: inout JSONObject) {
        json.field("code", code)
        json.field("n", n)
        json.field("mean_change", meanChange.map { significant($0) })
        if isSuppressed { json.field("mean_change_why", "suppressed") }
    }
}
