extension Evaluation.Facts {
    /// The facts as one canonical text, over which `inputs_sha256` is taken: natural keys and order only.
    func canonical() -> String {
        var json = JSONWriter()
        json.object { inputs in
            inputs.field("cohort") { $0.write(cohort) }
            inputs.field("as_of", asOf.description)
            inputs.array("enrolments") { array in for row in enrolments { array.object { $0.write(row) } } }
            inputs.array("sessions") { array in for row in sessions { array.object { $0.write(row) } } }
            inputs.array("marks") { array in
                for row in marks {
                    array.array {
                        $0.element(row.session)
                        $0.element(Int(row.arrival))
                        $0.element(row.status.rawValue)
                        $0.element(Int(row.minutes))
                    }
                }
            }
            inputs.field("instrument", instrument?.name)
            inputs.array("items") { array in for item in items { array.object { $0.write(item) } } }
            inputs.array("assessments") { array in for row in assessments { array.object { $0.write(row) } } }
            inputs.write(windows)
            inputs.write(satisfaction)
            inputs.write(observations, criteria)
            inputs.write(skills)
            inputs.write(relay)
            inputs.array("categories") { array in
                for category in categories { array.element([category.code, category.labelFr, category.labelEn]) }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

extension JSONObject {
    fileprivate mutating func write(_ cohort: Evaluation.CohortRow) {
        field("code", cohort.code)
        field("title", cohort.title)
        field("programme", cohort.programme)
        field("starts_on", cohort.startsOn.description)
        field("ends_on", cohort.endsOn.description)
        field("places", Int(cohort.places))
        field("minimum_assiduity", Int(cohort.minimumAssiduity))
        field("is_closed", cohort.status == .closed || cohort.status == .evaluated)
    }

    fileprivate mutating func write(_ row: Evaluation.EnrolmentRow) {
        field("arrival", Int(row.arrival))
        field("office", row.office)
        field("office_name", row.officeName)
        field("category", row.category)
        field("applied_on", row.appliedOn.description)
        field("status", row.status.rawValue)
        field("left_on", row.leftOn?.description)
        field("reason", row.reason?.rawValue)
        field("enrolled_on", row.enrolledOn?.description)
        field("entered_on", row.enteredOn?.description)
        field("before_missing", row.beforeMissing?.rawValue)
        field("after_missing", row.afterMissing?.rawValue)
        if row.wasEnrolledOnce { return }
        array("enrolled_during") { array in
            for (from, until) in zip(row.spansFrom, row.spansUntil) {
                array.element([from.description, until.description])
            }
        }
    }

    fileprivate mutating func write(_ row: Evaluation.SessionRow) {
        field("session", row.code)
        field("date", row.date.description)
        field("half_day", row.halfDay.rawValue)
        field("theme", row.theme)
        field("place", row.place)
        field("mode", row.mode.rawValue)
        field("planned_minutes", Int(row.plannedMinutes))
    }

    fileprivate mutating func write(_ item: Instrument.Item) {
        field("item", item.item)
        field("competence", item.competence)
        field("area", item.area)
        field("titles", [item.competenceFr, item.competenceEn, item.areaFr, item.areaEn])
        field("minimum", item.minimum)
        field("maximum", item.maximum)
        field("is_reversed", item.isReversed)
    }

    /// Only those that somebody chose: the others follow from the cohort's days.
    fileprivate mutating func write(_ windows: [Evaluation.WindowRow]) {
        let chosen = windows.filter { $0.isChosen && $0.wave != .followUp }
        if chosen.isEmpty { return }
        array("windows") { array in
            for window in chosen {
                array.element([window.wave.rawValue, window.opensOn.description, window.closesOn.description])
            }
        }
    }

    /// Only when there is any: the inputs of a cohort without it keep the hash that they always had.
    fileprivate mutating func write(_ rows: [Evaluation.SatisfactionRow]) {
        if rows.isEmpty { return }
        array("satisfaction") { array in for row in rows { array.object { $0.write(row) } } }
    }

    fileprivate mutating func write(_ row: Evaluation.SatisfactionRow) {
        field("instrument", "\(row.instrument)@\(row.version)")
        field("wave", row.wave.rawValue)
        field("item", row.item)
        field("text", [row.textFr, row.textEn])
        field("scale", [row.minimum, row.maximum])
        field("answers", row.answers)
    }

    fileprivate mutating func write(_ row: Evaluation.AssessmentRow) {
        field("wave", row.wave.rawValue)
        field("arrival", Int(row.arrival))
        field("taken_on", row.takenOn.description)
        array("answers") { array in
            for stored in row.answers {
                switch Answer(stored: stored) {
                case .number(let number): array.element(number)
                case .skipped: array.element("skipped")
                case .notApplicable: array.element("not_applicable")
                case .refused: array.element("refused")
                case .notAsked: array.element(nil as Int?)
                }
            }
        }
    }
}
