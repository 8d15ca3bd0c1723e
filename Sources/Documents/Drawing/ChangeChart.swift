import Statistics

/// Every change as a dot, where people are shown, beside the mean change and its 95 % interval, on one scale of points.
struct ChangeChart {
    let pairs: [Pair]
    let figures: ToldFigures
    let summary: String
    let say: Tongue

    private static let (top, bottom, first, last, centre) = (40.0, 300.0, 72.0, 204.0, 246.0)

    /// The drawing, 380 by 330.
    var drawing: Markup {
        .drawing(
            (pairs.isEmpty
                ? say("Évolution moyenne. ", "Mean change. ")
                : say("Évolution de chaque personne et évolution moyenne. ", "Everybody’s change and the mean change. "))
                + summary, ["viewBox": "0 0 380 330", "class": "chart"], scale + dots + estimate)
    }

    private var changes: [Double] { pairs.map { $0.after - $0.before } }

    /// The ends of the scale, zero always between them, and its step.
    private var domain: (lower: Double, upper: Double, step: Double) {
        let interval = figures.ci95.value
        let mean = figures.meanChange.value ?? 0
        let lowest = min(changes.min() ?? mean, max(interval?.lower ?? 0, -100), 0)
        let highest = max(changes.max() ?? mean, min(interval?.upper ?? 0, 100), 0)
        let step = [1.0, 2, 5, 10, 20].first { (highest - lowest) / $0 <= 7 } ?? 50
        let (lower, upper) = ((lowest / step).rounded(.down) * step, (highest / step).rounded(.up) * step)
        return (min(lower, -step), max(upper, step), step)
    }

    private func height(_ change: Double) -> Double {
        let (lower, upper, _) = domain
        return Self.bottom - (Self.bottom - Self.top) * (min(max(change, lower), upper) - lower) / (upper - lower)
    }

    private var scale: [Markup] {
        let (lower, upper, step) = domain
        let rules = (0...Int(((upper - lower) / step).rounded())).flatMap { index -> [Markup] in
            let change = lower + Double(index) * step
            let y = coordinate(height(change))
            return [
                .element("line", change == 0 ? .zero : .rule, ["x1": "58", "x2": "270", "y1": y, "y2": y]),
                .label(
                    say.numbers.change(change, decimals: 0), x: "50", y: height(change) + 4, anchor: "end",
                    .tick),
            ]
        }
        return rules + [
            pairs.isEmpty
                ? Markup(source: "")
                : .label(say("Évolution de chacun", "Everybody’s change"), x: "134", y: 20, .head),
            .label(say("Moyenne", "Mean"), x: coordinate(Self.centre + 12), y: 20, anchor: "start", .head),
            .label(say("points de score", "points of score"), x: "58", y: 322, anchor: "start", .tick),
        ]
    }

    private var dots: [Markup] {
        let radius = changes.count > 100 ? 2.2 : changes.count > 40 ? 3.2 : 4.5
        let placed = columns(apart: 2 * radius)
        let widest = Double(placed.map(\.column).max() ?? 0)
        let pitch = widest > 0 ? min(2 * radius + 1.5, (Self.last - Self.first) / widest) : 0
        return placed.map { index, column in
            let (x, y) = (Self.first + Double(column) * pitch, height(changes[index]))
            let trend = Trend(pairs[index])
            guard trend == .declined else {
                return .element(
                    "circle", .dot(trend),
                    ["cx": coordinate(x), "cy": coordinate(y), "r": coordinate(radius)])
            }
            let (up, down) = (coordinate(y - radius), coordinate(y + radius))
            return .element(
                "path", .dot(.declined),
                ["d": "M\(coordinate(x)) \(down)L\(coordinate(x - radius)) \(up)h\(coordinate(2 * radius))Z"])
        }
    }

    /// The first free column of each dot, from the lowest change up, so that none hides another.
    private func columns(apart distance: Double) -> [(index: Int, column: Int)] {
        var heights: [Double] = []
        return changes.indices.sorted { (changes[$0], $0) < (changes[$1], $1) }.map { index in
            let y = height(changes[index])
            let column = heights.firstIndex { $0 - y >= distance } ?? heights.count
            if column == heights.count { heights.append(y) } else { heights[column] = y }
            return (index, column)
        }
    }

    private var estimate: [Markup] {
        guard figures.n.value != 1, let mean = figures.meanChange.value else { return [] }
        let (x, y) = (coordinate(Self.centre), height(mean))
        var marks: [Markup] = []
        var words = [
            figures.ci95.silence == nil
                ? say("sans intervalle", "no interval") : say("intervalle n. c.", "interval n/d")
        ]
        if let interval = figures.ci95.value {
            let (low, high) = (height(interval.lower), height(interval.upper))
            marks.append(.element("line", .whisker, ["x1": x, "x2": x, "y1": coordinate(low), "y2": coordinate(high)]))
            for end in [low, high] {
                marks.append(
                    .element(
                        "line", .whisker,
                        [
                            "x1": coordinate(Self.centre - 6), "x2": coordinate(Self.centre + 6),
                            "y1": coordinate(end), "y2": coordinate(end),
                        ]))
            }
            let (lower, upper) = (say.change(interval.lower), say.change(interval.upper))
            words = [
                say("IC à 95 % :", "95% CI:"), say("de \(lower)", "from \(lower)"), say("à \(upper)", "to \(upper)"),
            ]
        }
        marks.append(.element("path", .diamond, ["d": "M\(x) \(coordinate(y - 8))l7 8l-7 8l-7 -8Z"]))
        let start = min(max(y, Self.top + 12), Self.bottom - 44)
        marks.append(.label(say.change(mean), x: "280", y: start + 6, anchor: "start", .meanLarge))
        for (index, line) in words.enumerated() {
            marks.append(
                .label(line, x: "280", y: start + 24 + 15 * Double(index), anchor: "start", .tick))
        }
        return marks
    }
}
