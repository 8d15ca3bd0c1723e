import Statistics

/// From the mean before to the mean after, on a scale of 0 to 100 as wide as the page leaves it.
struct Dumbbell {
    let before: Double
    let after: Double

    /// The drawing, 30 pixels high, placed by shares of its width.
    var drawing: Markup {
        let trend = Trend(Pair(before: before, after: after))
        let (low, high) = (min(before, after), max(before, after))
        let isRising = after >= before
        return .element(
            "svg", nil,
            [
                "class": "dumbbell", "font-family": Ink.fonts, "width": "100%", "height": "30", "role": "img",
                "aria-label": "de \(French.score(before)) avant à \(French.score(after)) après, sur 100",
            ],
            Self.rules + [
                .element("line", .bar(trend), ["x1": percent(low), "x2": percent(high), "y1": "15", "y2": "15"]),
                .element("circle", .before, ["cx": percent(before), "cy": "15", "r": "5.5"]),
                .element("circle", .end(trend), ["cx": percent(after), "cy": "15", "r": "6.5"]),
                .label(
                    French.score(low), x: percent(low), y: 19, anchor: "end", isRising ? .quiet : .loud, dx: -12),
                .label(
                    French.score(high), x: percent(high), y: 19, anchor: "start", isRising ? .loud : .quiet, dx: 12),
            ])
    }

    /// The scale, to stand above the rows.
    static var axis: Markup {
        .element(
            "svg", nil, ["class": "dumbbell", "font-family": Ink.fonts, "width": "100%", "height": "30"],
            [0.0, 25, 50, 75, 100].map {
                .label(NumberStyle.french.fixed($0, decimals: 0), x: percent($0), y: 20, .tick)
            })
    }

    private static var rules: [Markup] {
        [0.0, 25, 50, 75, 100].map {
            .element("line", .guide, ["x1": percent($0), "x2": percent($0), "y1": "0", "y2": "30"])
        }
    }
}
