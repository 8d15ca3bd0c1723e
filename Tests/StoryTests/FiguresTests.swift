import Testing

/// `cohorte figures`: what a statistician checks first.
@Suite struct FiguresTests {
    let stage: Stage

    init() throws { stage = try Pilot.first.get().stage }

    private func figures(_ pairs: String, _ options: String = "") throws -> Run {
        let file = stage.folder.file("pairs-\(random()).csv", pairs)
        return try stage.run("figures \(file) \(options)")
    }

    /// R 4.2.2 and coin.
    @Test func theGoldenSetIsMet() throws {
        let golden = try JSON(Golden.bytes("golden-g1.json"))
        let (before, after) = (try #require(golden["before"]?.list), try #require(golden["after"]?.list))
        let pairs = zip(before, after).map { "\($0.cell ?? "");\($1.cell ?? "")\n" }.joined()
        let run = try figures("avant;apres\n" + pairs, "--min 0 --max 8 --reliability 0.85 --format json")
        #expect(run.code == 0 && run.said == "", "\(run.said)")
        guard case .object(let wanted) = golden, case .object(let found) = try JSON(run.bytes) else {
            throw Server.Failed(sentence: "no object")
        }
        let shared = wanted.keys.filter { found[$0] != nil }
        #expect(shared.count == 31)
        for name in shared.sorted() {
            let pairs = zip(numbers(wanted[name]), numbers(found[name]))
            #expect(pairs.allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0)) }, "\(name)")
            #expect(numbers(wanted[name]).count == numbers(found[name]).count, "\(name)")
        }
    }

    private func numbers(_ value: JSON?) -> [Double] {
        value?.list?.compactMap(\.number) ?? [value?.number].compactMap { $0 }
    }

    @Test(arguments: [
        ("", "t_p", "aucune paire"), ("1;2\n", "t_p", "une seule paire : ni écart-type ni test"),
        ("1;1\n2;2\n3;3\n", "wilcoxon_p", "aucun changement"),
        ("1;2\n2;3\n3;4\n", "t", "toutes les variations sont égales (variance nulle) : test non applicable"),
        ("1;2\n2;4\n3;4\n", "sign_p", "non calculable (n < 6)"),
        ("8;8\n8;8\n", "class_gain", "déjà au maximum avant la formation"),
    ])
    func whatCannotBeComputedIsSaidInWords(_ pairs: String, _ figure: String, _ why: String) throws {
        let run = try figures("before;after\n" + pairs, "--min 0 --max 8 --format csv")
        #expect(run.code == 0, "\(run.said)")
        let row = CSV.rows(run.bytes).first { $0.first == figure }
        #expect(
            row?.map { $0.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") } == [
                figure, "", "", "", why, "",
            ])
        let object = try JSON(try figures("before;after\n" + pairs, "--min 0 --max 8 --format json").bytes)
        #expect(object[figure] == .null)
        #expect(object[figure + "_why"]?.cell?.isEmpty == false)
    }

    @Test func aTableShowsSmallNumbers() throws {
        let pairs = (0..<20).map { "\($0 % 7),5;\($0 % 7 + $0 % 3 + 1)\n" }.joined()
        let table = try figures("avant;apres\n" + pairs)
        let row = try #require(table.lines.first { $0.hasPrefix("t_p ") })
        #expect(row.contains(/[0-9],[0-9]*[1-9]/), "\(row)")
        let count = try #require(table.lines.first { $0.hasPrefix("n ") })
        #expect(count.split(separator: " ") == ["n", "20"])
    }

    /// The program reads what it writes.
    @Test func otherColumnsArePassedOver() throws {
        stage.folder.file("chart.csv", stage.folder.text("\(Pilot.folder)/chart-pairs.csv"))
        let run = try stage.run("figures chart.csv --min 0 --max 100 --format json")
        #expect(run.code == 0, "\(run.said)")
        let (found, wanted) = (
            try JSON(run.bytes), try JSON((try Pilot.first.get()).file("evaluation.json"))
        )
        for name in ["mean_change", "ci95", "wilcoxon_p", "d_z_ci95", "hodges_lehmann", "improved"] {
            let pairs = zip(numbers(found[name]), numbers(wanted["figures"]?["overall"]?[name]))
            #expect(pairs.allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0)) }, "\(name)")
        }
        let bootstrap = zip(numbers(found["bootstrap_ci95"]), numbers(wanted["bootstrap"]?["bootstrap_ci95"]))
        #expect(bootstrap.allSatisfy { abs($0 - $1) <= 1e-9 * abs($0) })
        let missing = try figures("before;aprs\n1;2\n")
        #expect(missing.code == 2 && missing.said.contains("colonne obligatoire absente ; est-ce « aprs » ?"))
    }

    @Test func aFigureThatIsAWordHasAColumnOfItsOwn() throws {
        let pairs = "before;after\n" + (0..<8).map { "\($0);\($0 + $0 % 3 + 1)\n" }.joined()
        let rows = CSV.rows(try figures(pairs, "--format csv").bytes)
        #expect(rows.first == ["figure", "value", "lower", "upper", "why", "text"])
        #expect(rows.contains(["wilcoxon_method", "", "", "", "", "exact"]))
        #expect(rows.contains(["bootstrap_generator", "", "", "", "", "SplitMix64"]))
    }

    @Test func aTableDoesNotRoundRanks() throws {
        let pairs = "before;after\n" + (0..<900).map { "0;\(($0 * 37) % 450 * 2 + 1)\n" }.joined()
        let table = try figures(pairs)
        let row = try #require(table.lines.first { $0.hasPrefix("wilcoxon_w_plus ") })
        #expect(row.split(separator: " ").last == "405450", "\(row)")
        let odd = "before;after\n" + (0..<900).map { "0;\($0 == 0 ? -5 : $0 < 4 ? 5 : $0 + 10)\n" }.joined()
        let halves = try #require(try figures(odd).lines.first { $0.hasPrefix("wilcoxon_w_plus ") })
        #expect(halves.split(separator: " ").last == "405447,5", "\(halves)")
    }

    @Test(arguments: [
        "alpha_without_q12b", "items", "assessed_again", "not_assessed_again", "mean_before_assessed_again",
        "mean_before_not_assessed_again", "dose_n", "bootstrap_draws", "bootstrap_generator", "holm_m", "answers_9",
    ])
    func everyPrintedNameIsExplained(_ name: String) throws {
        let run = try stage.run("figures --explain \(name) --format json")
        #expect(run.code == 0, "\(run.said)")
        #expect(try JSON(run.bytes).list?.count == 1)
    }

    @Test func sourcesAreNamedInTheReadersLanguage() throws {
        let french = try stage.run("figures --explain --format csv").text
        #expect(!french.contains(" and ") && french.contains("Hodges et Lehmann 1963"))
        #expect(try stage.run("figures --explain --format csv --lang en").text.contains("Hodges and Lehmann 1963"))
    }

    @Test func badPairsAreListed() throws {
        let run = try figures("avant;apres\n1;2\nx;3\n4;\n")
        #expect(run.code == 2)
        #expect(run.said.contains(":3: colonne « avant » : « x » n’est pas un nombre (exemple : 12,5)\n"))
        #expect(run.said.contains(":4: colonne « apres » : cellule vide\n"))
        #expect(run.text == "")
    }

    @Test func aScaleThatTheDataLeaveIsRefused() throws {
        let run = try figures("avant;apres\n1;2\n9;3\n", "--min 0 --max 8")
        #expect(run.code == 2)
        #expect(run.said.contains(":3: colonne « avant » : "))
    }

    @Test(arguments: ["--min 8 --max 0", "--reliability 1", "--reliability -0.1", "--min nan"])
    func aScaleThatIsNoneIsRefused(_ options: String) throws {
        let run = try figures("before;after\n1;2\n", options)
        #expect(run.code == 64)
        #expect(run.text == "")
    }

    @Test func itNeedsNoDatabase() throws {
        stage.folder.file("pair.csv", "before;after\n1;2\n3;5\n")
        let run = try stage.run(
            "figures pair.csv --format json", with: ["DATABASE_URL": "host=localhost port=1", "HOME": "/nonexistent"])
        #expect(run.code == 0, "\(run.said)")
        #expect(try JSON(run.bytes)["mean_change"]?.number == 1.5)
    }

    @Test func everyFigureIsExplainedWithItsSource() throws {
        let rows = CSV.rows(try stage.run("figures --explain --format csv").bytes)
        #expect(rows.first == ["id", "figure", "definition", "source", "reference"])
        #expect(rows.count > 20)
        for row in rows.dropFirst() { #expect(row.allSatisfy { !$0.isEmpty }, "\(row)") }
        let wanted = (1...16).map { "F\($0)" } + (4...7).map { "R\($0)" }
        #expect(Set(rows.map { $0[0] }).isSuperset(of: wanted))
    }

    @Test func oneFigureIsExplainedByItsNameOrNumberInBothLanguages() throws {
        for name in ["wilcoxon_p", "WILCOXON_P"] {
            let french = try JSON(try stage.run("figures --explain \(name) --format json").bytes)
            #expect(french.list?.count == 1 && french[0]?["id"] == .text("F4"))
            let english = try JSON(try stage.run("figures --explain \(name) --format json --lang en").bytes)
            #expect(english[0]?["source"] == .text("Streitberg and Röhmel 1986"))
            #expect(english[0]?["definition"]?.cell?.contains("signed-rank test") == true)
            #expect(french[0]?["definition"]?.cell?.contains("rangs signés") == true)
        }
        let family = CSV.rows(try stage.run("figures --explain f15 --format csv").bytes).dropFirst()
        #expect(family.map { $0[1] } == ["within_24h", "within_48h", "median_hours"])
        let hand = try stage.run("figures --explain d_av")
        #expect(hand.text.contains("à la main") && hand.code == 0)
        let unknown = try stage.run("figures --explain nothing")
        #expect(unknown.code == 64 && unknown.text == "")
    }

    /// SciPy 1.17.1, `bootstrap(method="BCa")` on the samples that the stated generator draws.
    @Test func theBootstrapIsPrintedWithItsGeneratorAndSeed() throws {
        let golden = try JSON(Golden.bytes("golden-g1.json"))
        let (before, after) = (try #require(golden["before"]?.list), try #require(golden["after"]?.list))
        let pairs = zip(before, after).map { "\($0.cell ?? "");\($1.cell ?? "")\n" }.joined()
        let object = try JSON(try figures("before;after\n" + pairs, "--format json").bytes)
        #expect(numbers(object["bootstrap_ci95"]) == [0.55, 1.5])
        #expect(object["bootstrap_generator"] == .text("SplitMix64") && object["bootstrap_seed"]?.number == 2022)
        #expect(object["bootstrap_draws"]?.number == 9999)
    }
}
