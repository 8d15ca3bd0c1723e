/// One mark of a chart and what it stands for.
struct Legend {
    let mark: Markup
    let words: String

    init(_ words: String, width: Int = 26, _ shapes: [Markup]) {
        mark = .drawing(
            words, ["class": "key", "width": String(width), "height": "16"], isSilent: true, shapes)
        self.words = words
    }

    /// Of the lines of people and of their changes.
    static func changes(_ say: Tongue) -> [Legend] {
        [
            Legend(
                say("progresse", "rises"),
                [line(.improved), .element("circle", .dot(.improved), ["cx": "13", "cy": "8", "r": "4"])]),
            Legend(
                say("inchangé", "unchanged"),
                [line(.unchanged), .element("circle", .dot(.unchanged), ["cx": "13", "cy": "8", "r": "4"])]),
            Legend(
                say("recule", "falls"),
                [line(.declined), .element("path", .dot(.declined), ["d": "M13 12.5L8.5 4h9Z"])]
            ),
            Legend(
                say("moyenne", "mean"), [.element("line", .mean, ["x1": "1", "x2": "25", "y1": "8", "y2": "8"])]),
        ]
    }

    /// Of the means before and after.
    static func dumbbell(_ say: Tongue) -> [Legend] {
        [
            Legend(
                say("avant", "before"), width: 16,
                [.element("circle", .before, ["cx": "8", "cy": "8", "r": "5.5"])]),
            Legend(
                say("après", "after"), width: 16,
                [.element("circle", .end(.improved), ["cx": "8", "cy": "8", "r": "6.5"])]),
            Legend(
                say("après, en recul", "after, falling"), width: 40,
                [
                    .element("line", .bar(.declined), ["x1": "8", "x2": "32", "y1": "8", "y2": "8"]),
                    .element("circle", .end(.declined), ["cx": "8", "cy": "8", "r": "6.5"]),
                    .element("circle", .before, ["cx": "32", "cy": "8", "r": "5.5"]),
                ]),
        ]
    }

    /// Of the marks at sessions.
    static func attendance(_ say: Tongue) -> [Legend] {
        PresenceMark.allCases.map { mark in Legend(mark.words(say), mark.shapes(x: 10, width: 80, share: 0.6, say)) }
    }

    private static func line(_ trend: Trend) -> Markup {
        .element("line", .line(trend), ["x1": "1", "x2": "25", "y1": "8", "y2": "8", "stroke-width": "1.8"])
    }
}
