import Statistics

/// Ties before and after, inside offices and across them: how many, and nobody's.
struct TieBars {
    struct Count {
        let ties: Int
        let across: Int
        var inside: Int { ties - across }
    }

    let before: Count
    let after: Count

    func drawing(_ say: Tongue) -> Markup {
        let words = say(
            "Liens dans les offices et entre eux : \(before.inside) et \(before.across) avant, \(after.inside) et "
                + "\(after.across) après",
            "Ties inside offices and across: \(before.inside) and \(before.across) before, \(after.inside) and "
                + "\(after.across) after")
        return .drawing(
            words, ["viewBox": "0 0 560 120", "class": "chart network"],
            bar(before, say("Avant", "Before"), y: 8, say) + bar(after, say("Après", "After"), y: 62, say))
    }

    private func bar(_ count: Count, _ title: String, y: Double, _ say: Tongue) -> [Markup] {
        let scale = 430 / Double(max(before.ties, after.ties, 1))
        let (inside, across) = (Double(count.inside) * scale, Double(count.across) * scale)
        func box(_ ink: Ink, _ x: Double, _ width: Double) -> Markup {
            .element(
                "rect", ink,
                ["x": coordinate(x), "y": coordinate(y), "width": coordinate(width), "height": "22"])
        }
        return [
            .label(title, x: "60", y: y + 16, anchor: "end", .head), box(.column, 70, inside),
            box(.open, 70 + inside, across),
            .label(
                say(
                    "\(count.inside) dans un même office, \(count.across) entre offices",
                    "\(count.inside) inside an office, \(count.across) across"), x: "70", y: y + 38, anchor: "start",
                .quiet),
        ]
    }
}
