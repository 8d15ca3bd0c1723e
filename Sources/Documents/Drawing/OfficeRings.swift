import Glibc

/// The offices at their places on a circle, before and after, and between them lines that are all as wide, after the ties across
/// offices or, where these are kept back, after all ties: nobody is placed, and no two offices are told apart from two others.
struct OfficeRings {
    /// How many; each goes by its number, from 1.
    let offices: Int
    let before: TieBars.Count
    let after: TieBars.Count

    /// More offices than this cannot be told apart.
    static let most = 12

    private static let (radius, widest) = (78.0, 5.0)

    /// Whether the lines are of the ties across offices.
    var tellsAcross: Bool { before.across != nil && after.across != nil }

    private func drawn(_ count: TieBars.Count) -> Int { tellsAcross ? count.across ?? 0 : count.ties }

    func drawing(_ say: Tongue) -> Markup {
        .drawing(
            words(say), ["viewBox": "0 0 760 220", "class": "chart network"],
            ring(before, say("Avant", "Before"), at: 200) + ring(after, say("Après", "After"), at: 560))
    }

    private func words(_ say: Tongue) -> String {
        let (was, became) = (drawn(before), drawn(after))
        return tellsAcross
            ? say(
                "\(offices) offices à leur place ; liens entre offices : \(was) avant, \(became) après",
                "\(offices) offices at their places; ties across offices: \(was) before, \(became) after")
            : say(
                "\(offices) offices à leur place ; liens du groupe : \(was) avant, \(became) après",
                "\(offices) offices at their places; ties of the group: \(was) before, \(became) after")
    }

    private func ring(_ count: TieBars.Count, _ title: String, at middle: Double) -> [Markup] {
        let places = (0..<offices).map { office -> (x: Double, y: Double) in
            let angle = 2 * Double.pi * Double(office) / Double(max(offices, 1)) - .pi / 2
            return (middle + Self.radius * cos(angle), 110 + Self.radius * sin(angle))
        }
        let discs = places.enumerated().flatMap { index, place in
            [
                Markup.element("circle", .node, ["cx": coordinate(place.x), "cy": coordinate(place.y), "r": "11"]),
                .label(String(index + 1), x: coordinate(place.x), y: place.y + 4, .nodeNumber),
            ]
        }
        return lines(count, places) + discs
            + [.label(title, x: coordinate(middle + Self.radius + 30), y: 30, anchor: "start", .head)]
    }

    private func lines(_ count: TieBars.Count, _ places: [(x: Double, y: Double)]) -> [Markup] {
        let most = max(drawn(before), drawn(after))
        guard drawn(count) > 0 else { return [] }
        let width = max(0.5, Self.widest * Double(drawn(count)) / Double(most))
        return places.indices.flatMap { one in
            places.indices.filter { $0 > one }.map { other in
                .element(
                    "line", .bundle,
                    [
                        "x1": coordinate(places[one].x), "x2": coordinate(places[other].x),
                        "y1": coordinate(places[one].y), "y2": coordinate(places[other].y),
                        "stroke-width": coordinate(width),
                    ])
            }
        }
    }
}
