import Statistics

extension Evaluation.Secondary {
    /// Writes one member per input, always all of them: null with a sibling `<name>_why` where it was not measured.
    func write(to json: inout JSONObject) {
        json.field("attrition") { $0.fields(attrition.entries) }
        json.field("dose") { $0.fields(dose.entries) }
        json.field("reliability") { waves in
            for wave in reliability { waves.field(wave.wave.rawValue) { wave.write(to: &$0) } }
        }
        json.field("bootstrap") { $0.fields(bootstrap.entries) }
        json.array("out_of_window") { array in
            for line in outOfWindow {
                array.object {
                    $0.field("pseudonym", line.pseudonym)
                    $0.field("wave", line.wave.rawValue)
                    $0.field("taken_on", line.takenOn.description)
                    $0.field("opens_on", line.opensOn.description)
                    $0.field("closes_on", line.closesOn.description)
                }
            }
        }
        measured("response_shift", in: &json, responseShift) { shift, object in
            object.field("gap") { $0.fields(shift.gap.entries) }
            object.field("change_since_retrospective") { $0.fields(shift.change.entries) }
        }
        if satisfaction.isEmpty {
            notMeasured("satisfaction", in: &json)
        } else {
            json.array("satisfaction") { array in
                for question in satisfaction { array.object { question.write(to: &$0) } }
            }
        }
        measured("mystery_mail", in: &json, mysteryMail.isEmpty ? nil : mysteryMail) { $0.write(to: &$1) }
        measured("diagnostic", in: &json, diagnosis) { $0.write(to: &$1) }
        measured("network", in: &json, network) { $0.write(to: &$1) }
        measured("skills", in: &json, skills) { $0.write(to: &$1) }
        measured("support", in: &json, support) { $0.write(to: &$1) }
    }

    private func measured<Input>(
        _ name: String, in json: inout JSONObject, _ input: Input?, _ members: (Input, inout JSONObject) -> Void
    ) {
        guard let input else { return notMeasured(name, in: &json) }
        json.field(name) { members(input, &$0) }
    }

    private func notMeasured(_ name: String, in json: inout JSONObject) {
        json.null(name)
        json.field(name + "_why", NotComputable.notMeasured.rawValue)
    }
}

extension Evaluation.WaveReliability {
    func write(to json: inout JSONObject) {
        json.fields(figures.entries)
        json.field("is_indicative", figures.isIndicative)
        json.field("alpha_without") { object in
            for (item, alpha) in zip(items, figures.alphaWithout) { object.field(item, alpha) }
        }
    }
}

extension Evaluation.Question {
    func write(to json: inout JSONObject) {
        json.field("instrument", instrument)
        json.field("wave", wave.rawValue)
        json.field("item", item)
        json.field("text", text)
        json.fields(figures.entries)
        json.array("distribution") { array in
            for count in figures.distribution {
                array.object {
                    $0.field("value", count.value)
                    $0.field("count", count.count)
                }
            }
        }
    }
}
