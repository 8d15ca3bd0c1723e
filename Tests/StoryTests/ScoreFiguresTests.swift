import Testing

/// The figures of everybody's scores, beside those of the evaluation.
@Suite struct ScoreFiguresTests {
    let pilot: Pilot

    init() throws { pilot = try Pilot.first.get() }

    @Test(arguments: ["", "--cohort pilote-2021", "--all-programmes"])
    func theFiguresOfOneCohortAreThoseOfItsEvaluation(_ of: String) throws {
        let run = try pilot.stage.run("score figures \(of) --format json --quiet")
        #expect(run.code == 0, "\(run.said)")
        let lines = try #require(JSON(run.bytes).list)
        let figures = try JSON(pilot.file("evaluation.json"))["figures"]
        var evaluated: [(part: String, figures: JSON?)] = [("overall", figures?["overall"])]
        for (kind, key) in [("area", "areas"), ("competence", "competences")] {
            guard case .object(let parts) = figures?[key] else { continue }
            evaluated += parts.map { ("\(kind):\($0.key)", $0.value) }
        }
        #expect(lines.count == evaluated.count && lines.count > 10)
        for (part, expected) in evaluated {
            let line = try #require(lines.first { $0["part"] == .text(part) })
            for name in ["n", "mean_before", "mean_change", "t_p", "d_z", "improved", "wilcoxon_p", "class_gain"] {
                #expect(line[name] == expected?[name], "\(part) \(name)")
            }
            #expect(line["ci95_lower"] == expected?["ci95"]?[0] ?? .null, "\(part)")
            if part.hasPrefix("competence:") { #expect(line["holm_p"] == expected?["holm_p"], "\(part)") }
        }
    }

    @Test func aCohortThatIsNotThereIsSaid() throws {
        let run = try pilot.stage.run("score figures --cohort nulle-part")
        #expect(run.code == 65 && run.said.contains("nulle-part"), "\(run.said)")
        #expect(try pilot.stage.run("score figures --cohort pilote-2021 --all-programmes").code == 64)
    }

    @Test func withoutAnyScoreThereIsNoLine() throws {
        let stage = try Stage(.open)
        let run = try stage.run("score figures --format csv")
        #expect(run.code == 0 && run.text.split(separator: "\n").count <= 1, "\(run.text)\(run.said)")
    }
}
