import Statistics

/// From the mean before to the mean after, on a scale of 0 to 100 as wide as the page leaves it.
struct Dumbbell {
    let before: Double
    let after: Double

    /// The drawing, 30 pixels high, placed by shares of its width.
    func drawing(_ say: Tongue) -> Markup {
        let trend = Trend(Pair(before: before, after: after))
        let (low, high) = (min(before, after), max(before, after))
        let isRising = after >= before
        let (from, to) = (say.score(before), say.score(after))
        return .drawing(
            say("de \(from) avant à \(to) après, sur 100", "from \(from) before to \(to) after, out of 100"),
            ["class": "dumbbell", "width": "100%", "height": "30"],
            Self.rules + [
                .element("line", .bar(trend), ["x1": percent(low), "x2": percent(high), "y1": "15", "y2": "15"]),
                .element("circle", .before, ["cx": percent(before), "cy": "15", "r": "5.5"]),
                .element("circle", .end(trend), ["cx": percent(after), "cy": "15", "r": "6.5"]),
                .label(say.score(low), x: percent(low), y: 19, anchor: "end", isRising ? .quiet : .loud, dx: -12),
                .label(say.score(high), x: percent(high), y: 19, anchor: "start", isRising ? .loud : .quiet, dx: 12),
            ])
    }

    /// The scale, to stand above the rows.
    static func axis(_ say: Tongue) -> Markup {
        .drawing(
            say("échelle de 0 à 100", "scale of 0 to 100"), ["class": "dumbbell", "width": "100%", "height": "30"],
            isSilent: true,
            [0, 25, 50, 75, 100].map { .label(say.integer($0), x: percent(Double($0)), y: 20, .tick) })
    }

    private static let rules: [Markup] = [0.0, 25, 50, 75, 100].map {
        .element("line", .guide, ["x1": percent($0), "x2": percent($0), "y1": "0", "y2": "30"])
    }
}
