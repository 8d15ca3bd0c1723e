/// One mark of a chart and what it stands for.
struct Legend {
    let mark: Markup
    let words: String

    private init(_ words: String, width: Int = 26, _ shapes: [Markup]) {
        mark = .element(
            "svg", nil,
            ["class": "key", "font-family": Ink.fonts, "width": String(width), "height": "16", "aria-hidden": "true"],
            shapes)
        self.words = words
    }

    /// Of the lines of people and of their changes.
    static let changes: [Legend] = [
        Legend(
            "progresse", [line(.improved), .element("circle", .dot(.improved), ["cx": "13", "cy": "8", "r": "4"])]),
        Legend(
            "inchangé", [line(.unchanged), .element("circle", .dot(.unchanged), ["cx": "13", "cy": "8", "r": "4"])]),
        Legend("recule", [line(.declined), .element("path", .dot(.declined), ["d": "M13 12.5L8.5 4h9Z"])]),
        Legend("moyenne", [.element("line", .mean, ["x1": "1", "x2": "25", "y1": "8", "y2": "8"])]),
    ]

    /// Of the means before and after.
    static let dumbbell: [Legend] = [
        Legend("avant", width: 16, [.element("circle", .before, ["cx": "8", "cy": "8", "r": "5.5"])]),
        Legend(
            "après", width: 16, [.element("circle", .end(.improved), ["cx": "8", "cy": "8", "r": "6.5"])]),
        Legend(
            "après, en recul", width: 40,
            [
                .element("line", .bar(.declined), ["x1": "8", "x2": "32", "y1": "8", "y2": "8"]),
                .element("circle", .end(.declined), ["cx": "8", "cy": "8", "r": "6.5"]),
                .element("circle", .before, ["cx": "32", "cy": "8", "r": "5.5"]),
            ]),
    ]

    /// Of the marks at sessions.
    static let attendance: [Legend] = PresenceMark.allCases.map { mark in
        Legend(mark.words, mark.shapes(x: 10, width: 80, share: 0.6))
    }

    private static func line(_ trend: Trend) -> Markup {
        .element("line", .line(trend), ["x1": "1", "x2": "25", "y1": "8", "y2": "8", "stroke-width": "1.8"])
    }
}
