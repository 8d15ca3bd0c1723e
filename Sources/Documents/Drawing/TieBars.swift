import Statistics

/// Ties before and after, inside offices and across them: how many, and nobody's.
struct TieBars {
    struct Count {
        let ties: Int
        /// Nil is not told.
        let across: Int?
    }

    let before: Count
    let after: Count

    func drawing(_ say: Tongue) -> Markup {
        let (was, became) = (words(before, say), words(after, say))
        let words = say("Liens avant : \(was) ; après : \(became)", "Ties before: \(was); after: \(became)")
        return .drawing(
            words, ["viewBox": "0 0 760 120", "class": "chart network"],
            bar(before, say("Avant", "Before"), y: 8, say) + bar(after, say("Après", "After"), y: 62, say))
    }

    private func bar(_ count: Count, _ title: String, y: Double, _ say: Tongue) -> [Markup] {
        let scale = 620 / Double(max(before.ties, after.ties, 1))
        let across = Double(count.across ?? 0) * scale
        let inside = Double(count.ties) * scale - across
        func box(_ ink: Ink, _ x: Double, _ width: Double) -> Markup {
            .element(
                "rect", ink,
                ["x": coordinate(x), "y": coordinate(y), "width": coordinate(width), "height": "22"])
        }
        return [
            .label(title, x: "60", y: y + 16, anchor: "end", .head), box(.column, 70, inside),
            box(.open, 70 + inside, across),
            .label(words(count, say), x: "70", y: y + 38, anchor: "start", .quiet),
        ]
    }

    private func words(_ count: Count, _ say: Tongue) -> String {
        guard let across = count.across else { return say.count(count.ties, "lien", "liens", "tie", "ties") }
        return say(
            "\(count.ties - across) dans un même office, \(across) entre offices",
            "\(count.ties - across) inside an office, \(across) across")
    }
}
