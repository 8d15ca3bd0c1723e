import Statistics

/// Which figures of a table a release shows, and on what condition each depends.
enum ReleasePiece {
    /// Sums of scores, and what follows from them.
    case means
    /// Also the sum of squared changes.
    case spread
    /// Also those of the scores before and after.
    case scoreSpread
    /// Counts and ranks of improvements and declines.
    case direction

    /// By the figure's name. What is not here stands on single people's values, or is not known here: never shown.
    static let byName: [String: ReleasePiece] = [
        "n": .means, "mean_before": .means, "mean_after": .means, "mean_change": .means, "class_gain": .means,
        "sd_change": .spread, "t": .spread, "t_p": .spread, "ci95": .spread, "d_z": .spread, "d_z_ci95": .spread,
        "g_z": .spread, "d_av": .scoreSpread, "g_av": .scoreSpread, "improved": .direction, "unchanged": .direction,
        "declined": .direction, "sign_p": .direction, "improved_ci95": .direction, "wilcoxon_n": .direction,
        "wilcoxon_w_plus": .direction, "wilcoxon_p": .direction, "wilcoxon_method": .direction,
        "pratt_p": .direction, "pratt_method": .direction, "rank_biserial": .direction,
    ]
}

extension Releasing {
    /// The table of one scope, as far as it may be told; nil rows where nothing of it may.
    mutating func table(
        _ path: String, _ name: String, _ scope: Scoring.Scope?, code: String, title: Sentence, _ figures: PairedFigures
    ) -> Evaluation.Release.Table {
        let sum = sums.scores(name, of: sums.entered, on: scope)
        let pairs = pairs(of: sums.entered, on: scope)
        guard admits(scores: sum, pairs) else {
            suppress(path, .protected)
            return .init(code: code, title: title, rows: nil)
        }
        let shown =
            sum.terms.isEmpty
            ? Set(ReleasePiece.byName.values) : pieces(classes(of: sum, in: sum, like: [sum.name], scores), pairs)
        return .init(code: code, title: title, rows: rows(path, figures.entries, shown))
    }

    func pieces(_ classes: [[String]], _ pairs: [String: Pair]) -> Set<ReleasePiece> {
        let classes = classes.map { people in people.compactMap { pairs[$0] } }.filter { !$0.isEmpty }
        var shown: Set = [ReleasePiece.means]
        func isLeft(_ value: (Pair) -> Double) -> Bool {
            classes.allSatisfy { Latitude.isLeft(bySpreadOf: $0.map(value)) }
        }
        if isLeft({ $0.after - $0.before }) { shown.insert(.spread) }
        if isLeft(\.before), isLeft(\.after) { shown.insert(.scoreSpread) }
        let isMixed = classes.allSatisfy { pairs in
            let figures = PairedFigures(pairs, minimum: 0, maximum: 100)
            return Latitude.isLeft(byCount: figures.improved, of: figures.n)
        }
        if isMixed { shown.insert(.direction) }
        return shown
    }

    /// The figures with what may not be told taken out, and said.
    mutating func rows(_ path: String, _ entries: [Entry], _ shown: Set<ReleasePiece>) -> [Evaluation.Release.Row] {
        let reasons = entries.map { entry -> Evaluation.Release.Reason? in
            guard let piece = ReleasePiece.byName[entry.name] else { return .individual }
            return shown.contains(piece) ? nil : .protected
        }
        for reason in [Evaluation.Release.Reason.protected, .individual] {
            let names = zip(entries, reasons).filter { $1 == reason }.map(\.0.name)
            if !names.isEmpty { suppress("\(path).{\(names.joined(separator: ","))}", reason) }
        }
        return zip(entries, reasons).map { .init(name: $0.name, value: $1 == nil ? $0.value : nil) }
    }

    mutating func partTable(_ kind: String, _ part: Evaluation.Part) -> Evaluation.Release.Table {
        let scopes = kind == "area" ? sums.scoring.areas : sums.scoring.competences
        return table(
            "figures.\(kind)s.\(part.code)", "scores/\(kind):\(part.code)", scopes.first { $0.code == part.code },
            code: part.code, title: part.title, part.figures)
    }

    /// The competences with Holm's p, which is shown where the p it adjusts is, and is not another's by its monotony.
    mutating func competences() -> [Evaluation.Release.Table] {
        let tables = evaluation.figures.competences.map { partTable("competence", $0) }
        func isShown(_ table: Evaluation.Release.Table) -> Bool {
            table.rows?.contains { $0.name == "wilcoxon_p" && $0.value != nil } == true
        }
        let hidden = Set(zip(evaluation.figures.competences, tables).filter { !isShown($1) }.compactMap(\.0.holmP))
        return zip(evaluation.figures.competences, tables).map { part, table in
            guard let rows = table.rows else { return table }
            var value: Entry.Value?
            if isShown(table) {
                value = part.holmP.map { .number($0) } ?? part.figures.wilcoxonP.reason.map { .unavailable($0) }
            }
            if let holmP = part.holmP, hidden.contains(holmP) { value = nil }
            if value == nil { suppress("figures.competences.\(part.code).holm_p", .protected) }
            return .init(code: table.code, title: table.title, rows: rows + [.init(name: "holm_p", value: value)])
        }
    }

    /// Holm's m, unless a p of the family is kept back: it would say whether there is one.
    mutating func holmM(_ tables: [Evaluation.Release.Table]) -> Int? {
        let isTold = tables.allSatisfy { table in
            table.rows?.contains { $0.name == "holm_p" && $0.value != nil } == true
        }
        if !isTold { suppress("figures.holm_m", .protected) }
        return isTold ? evaluation.figures.holmM : nil
    }

    /// A group, by office or category: means and assiduity only, or nothing. A reader's own group hides nothing.
    mutating func group(_ kind: String, _ group: Evaluation.Group, own: Set<String>) -> Evaluation.Release.Table {
        let path = kind == "office" ? "groups.offices.\(group.code)" : "groups.categories.\(group.code)"
        let members = groups.first { $0.name == "\(kind):\(group.code)" }?.members ?? []
        let counts: [Evaluation.Release.Row] = [
            .init(name: "entered", value: .integer(group.entered)),
            .init(
                name: "assiduity",
                value: group.attendance.assiduity.value.map(Entry.Value.number) ?? .unavailable(.noSessions)),
        ]
        let isTold = admits(group: "\(kind):\(group.code)", members, pairs(of: sums.entered, on: nil))
        if !members.isEmpty, own.isSuperset(of: members.map(\.pseudonym)) {
            let rows = group.figures.entries.map { Evaluation.Release.Row(name: $0.name, value: $0.value) }
            return .init(code: group.code, title: group.name, rows: counts + rows)
        }
        guard isTold else {
            suppress(path, .protected)
            return .init(code: group.code, title: group.name, rows: nil)
        }
        let rows = group.figures.entries.map { entry in
            let isShown = ["n", "mean_before", "mean_after", "mean_change"].contains(entry.name)
            return Evaluation.Release.Row(name: entry.name, value: isShown ? entry.value : nil)
        }
        suppress("\(path).*", .coordinatorOnly)
        return .init(code: group.code, title: group.name, rows: counts + rows)
    }
}
