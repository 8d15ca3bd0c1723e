/// One mark of a chart and what it stands for.
struct Legend {
    let mark: Markup
    let words: String

    private init(_ words: String, width: Int = 26, _ shapes: [Markup], class style: String = "chart") {
        mark = .element(
            "svg", ["class": "key \(style)", "width": String(width), "height": "16", "aria-hidden": "true"], shapes)
        self.words = words
    }

    /// Of the lines of people and of their changes.
    static let changes: [Legend] = [
        Legend("progresse", [line("improved"), .element("circle", ["class": "dot improved", "cx": "13", "cy": "8", "r": "4"])]),
        Legend("inchangé", [line("unchanged"), .element("circle", ["class": "dot unchanged", "cx": "13", "cy": "8", "r": "4"])]),
        Legend("recule", [line("declined"), .element("path", ["class": "dot declined", "d": "M13 12.5L8.5 4h9Z"])]),
        Legend("moyenne", [.element("line", ["class": "mean", "x1": "1", "x2": "25", "y1": "8", "y2": "8"])]),
    ]

    /// Of the means before and after.
    static let dumbbell: [Legend] = [
        Legend("avant", width: 16, [.element("circle", ["class": "before", "cx": "8", "cy": "8", "r": "5.5"])], class: "dumbbell"),
        Legend(
            "après", width: 16, [.element("circle", ["class": "after", "cx": "8", "cy": "8", "r": "6.5"])],
            class: "dumbbell improved"),
        Legend(
            "après, en recul", width: 40,
            [
                .element("line", ["class": "bar", "x1": "8", "x2": "32", "y1": "8", "y2": "8"]),
                .element("circle", ["class": "after", "cx": "8", "cy": "8", "r": "6.5"]),
                .element("circle", ["class": "before", "cx": "32", "cy": "8", "r": "5.5"]),
            ], class: "dumbbell declined"),
    ]

    /// Of the marks at sessions.
    static let attendance: [Legend] = PresenceMark.allCases.map { mark in
        Legend(mark.words, mark.shapes(x: 10, width: 80, share: 0.6), class: "marks")
    }

    private static func line(_ direction: String) -> Markup {
        .element(
            "g", ["class": direction], [.element("line", ["x1": "1", "x2": "25", "y1": "8", "y2": "8"])])
    }
}
