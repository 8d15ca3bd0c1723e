import Statistics

/// One line a person from before to after, declines dashed, and the means with their labels.
struct PairedChart {
    let pairs: [(name: String, pair: Pair)]
    let figures: ToldFigures
    let summary: String
    let say: Tongue

    private static let (left, right, top, bottom) = (118.0, 268.0, 40.0, 300.0)

    /// The drawing, 380 by 330, on a scale of 0 to 100.
    var drawing: Markup {
        .drawing(
            say("Score de chaque personne, avant et après. ", "Everybody’s score, before and after. ") + summary,
            ["viewBox": "0 0 380 330", "class": "chart"], scale + lines + means)
    }

    private func height(_ score: Double) -> Double {
        Self.bottom - (Self.bottom - Self.top) * min(max(score, 0), 100) / 100
    }

    private var scale: [Markup] {
        let rules = stride(from: 0.0, through: 100, by: 20).flatMap { score -> [Markup] in
            let y = coordinate(height(score))
            return [
                .element("line", .rule, ["x1": "58", "x2": "320", "y1": y, "y2": y]),
                .label(
                    say.numbers.fixed(score, decimals: 0), x: "50", y: height(score) + 4, anchor: "end", .tick),
            ]
        }
        return rules + [
            .label(say("Avant", "Before"), x: coordinate(Self.left), y: 20, .head),
            .label(say("Après", "After"), x: coordinate(Self.right), y: 20, .head),
            .label(say("score sur 100", "score out of 100"), x: "58", y: 322, anchor: "start", .tick),
        ]
    }

    /// Declines last, so that no other line hides them.
    private var lines: [Markup] {
        let drawn = pairs.map { (name: $0.name, pair: $0.pair, trend: Trend($0.pair)) }
        let ordered = [Trend.improved, .unchanged, .declined].flatMap { trend in drawn.filter { $0.trend == trend } }
        return ordered.map { name, pair, trend in
            let (before, after) = (coordinate(height(pair.before)), coordinate(height(pair.after)))
            let change = "\(say.score(pair.before)) → \(say.score(pair.after))"
            let words = say("\(name) : \(change)", "\(name): \(change)")
            return .element(
                "g", nil, ["opacity": isCrowded ? "0.5" : nil],
                [
                    .element("title", nil, [:], [.text(words)]),
                    .element(
                        "line", .line(trend),
                        [
                            "x1": coordinate(Self.left), "y1": before, "x2": coordinate(Self.right), "y2": after,
                            "stroke-width": isCrowded ? "1" : trend == .declined ? "2" : "1.5",
                        ]),
                    .element("circle", .before, ["cx": coordinate(Self.left), "cy": before, "r": radius]),
                    .element("circle", .end(trend), ["cx": coordinate(Self.right), "cy": after, "r": radius]),
                ])
        }
    }

    private var isCrowded: Bool { pairs.count > 60 }

    private var radius: String { isCrowded ? "2.2" : "4" }

    private var means: [Markup] {
        guard (figures.n.value ?? 0) > 1, let before = figures.meanBefore.value, let after = figures.meanAfter.value
        else { return [] }
        let (first, last) = (height(before), height(after))
        func stroke(_ ink: Ink) -> Markup {
            .element(
                "line", ink,
                [
                    "x1": coordinate(Self.left - 14), "y1": coordinate(first),
                    "x2": coordinate(Self.right + 14), "y2": coordinate(last),
                ])
        }
        return [
            stroke(.meanHalo), stroke(.mean),
            .label(say.score(before), x: coordinate(Self.left - 20), y: first + 5, anchor: "end", .meanLabel),
            .label(say.score(after), x: coordinate(Self.right + 20), y: last + 5, anchor: "start", .meanLabel),
        ]
    }
}
