import Glibc
import Statistics
import Training

/// Who is tied to whom: people on a circle, office by office, and a line for each tie, as it came, stayed or went.
struct NetworkPicture {
    /// Somebody on the circle.
    struct Person {
        let arrival: Int32
        let name: String
        /// The number of the office, from 1.
        let office: Int
    }

    let people: [Person]
    let before: Set<NetworkFigures<Int32>.Tie>
    let after: Set<NetworkFigures<Int32>.Tie>
    let summary: String

    /// More people than this cannot be told apart on a page.
    static let most = 60

    private static let (width, height, radius) = (760.0, 500.0, 190.0)

    var drawing: Markup {
        .drawing(
            summary, ["viewBox": "0 0 760 500", "class": "chart network"],
            ties(before.intersection(after), .tieKept) + ties(before.subtracting(after), .tieLost)
                + ties(after.subtracting(before), .tieGained) + people.indices.map(mark))
    }

    /// One place for each person, and one left free before each office, the first at the top.
    private var places: [Int32: Double] {
        var (place, last, places) = (0, Int?.none, [(Int32, Int)]())
        for person in people {
            if person.office != last { place += 1 }
            places.append((person.arrival, place))
            (last, place) = (person.office, place + 1)
        }
        let all = Double(max(place, 1))
        return Dictionary(places.map { ($0.0, 2 * Double.pi * Double($0.1) / all - .pi / 2) }) { first, _ in first }
    }

    private func point(_ angle: Double, _ radius: Double) -> (x: Double, y: Double) {
        (Self.width / 2 + radius * cos(angle), Self.height / 2 + radius * sin(angle))
    }

    private func ties(_ ties: Set<NetworkFigures<Int32>.Tie>, _ ink: Ink) -> [Markup] {
        let places = places
        return ties.sorted { ($0.first, $0.second) < ($1.first, $1.second) }.compactMap { tie in
            guard let one = places[tie.first], let other = places[tie.second] else { return nil }
            let (from, to) = (point(one, Self.radius), point(other, Self.radius))
            return .element(
                "line", ink,
                [
                    "x1": coordinate(from.x), "y1": coordinate(from.y), "x2": coordinate(to.x), "y2": coordinate(to.y),
                ])
        }
    }

    private func mark(_ index: Int) -> Markup {
        let person = people[index]
        let angle = places[person.arrival] ?? 0
        let (place, word) = (point(angle, Self.radius), point(angle, Self.radius + 15))
        let isRight = cos(angle) > 0.05
        let anchor = isRight ? "start" : cos(angle) < -0.05 ? "end" : "middle"
        let drop = sin(angle) > 0.95 ? 10.0 : sin(angle) < -0.95 ? -2 : 4
        return .element(
            "g", nil, [:],
            [
                .element("circle", .node, ["cx": coordinate(place.x), "cy": coordinate(place.y), "r": "9"]),
                .label(String(person.office), x: coordinate(place.x), y: place.y + 4, .nodeNumber),
                .label(person.name, x: coordinate(word.x), y: word.y + drop, anchor: anchor, .quiet),
            ])
    }
}

extension Legend {
    /// Of the ties of a network.
    static func ties(_ say: Tongue) -> [Legend] {
        func line(_ ink: Ink) -> Markup { .element("line", ink, ["x1": "1", "x2": "25", "y1": "8", "y2": "8"]) }
        return [
            Legend(say("lien d’avant, toujours là", "tie from before, still there"), [line(.tieKept)]),
            Legend(say("nouveau lien", "new tie"), [line(.tieGained)]),
            Legend(say("lien qui n’est plus cité", "tie no longer named"), [line(.tieLost)]),
        ]
    }
}
