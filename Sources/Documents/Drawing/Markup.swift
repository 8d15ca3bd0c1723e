/// A piece of HTML or SVG that is well formed and escaped by construction.
struct Markup: Sendable {
    let source: String

    /// Words, escaped.
    static func text(_ words: String) -> Markup { Markup(source: Escaping.escaped(words)) }

    /// Words in which `d_z` is written with its index below the line.
    static func formula(_ words: String) -> Markup {
        let parts = words.split(separator: "_", omittingEmptySubsequences: false)
        let rest = parts.dropFirst().map { part in
            let index = part.prefix { $0.isLetter }
            return "<sub>\(Escaping.escaped(String(index)))</sub>"
                + Escaping.escaped(String(part.dropFirst(index.count)))
        }
        return Markup(source: Escaping.escaped(String(parts[0])) + rest.joined())
    }

    /// An element with its attributes in the order given, their values escaped, those that are nil left out.
    static func element(
        _ name: String, _ ink: Ink? = nil, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Markup] = []
    ) -> Markup {
        element(name, ink, Array(attributes), children)
    }

    private static func element(
        _ name: String, _ ink: Ink?, _ attributes: [(key: String, value: String?)], _ children: [Markup]
    ) -> Markup {
        var source = "<"
        source.reserveCapacity(children.reduce(160) { $0 + $1.source.utf8.count })
        source += name
        for case (let attribute, let value?) in attributes { source.write(attribute, Escaping.escaped(value)) }
        if let ink { source += ink.written }
        if children.isEmpty, isEmptyInSVG(name) {
            source += "/>"
            return Markup(source: source)
        }
        source += ">"
        for child in children { source += child.source }
        source += "</"
        source += name
        source += ">"
        return Markup(source: source)
    }

    /// A drawing that is read out as its words: they are its title, which a printed page keeps too.
    static func drawing(
        _ words: String, _ attributes: KeyValuePairs<String, String?>, isSilent: Bool = false, _ shapes: [Markup]
    ) -> Markup {
        let role: KeyValuePairs<String, String?> = [
            "role": isSilent ? nil : "img", "aria-hidden": isSilent ? "true" : nil, "font-family": Ink.fonts,
        ]
        return .element(
            "svg", nil, Array(attributes) + Array(role), [.element("title", nil, [:], [.text(words)])] + shapes)
    }

    /// A line of words at a place of a drawing.
    static func label(
        _ words: String, x: String, y: Double, anchor: String = "middle", _ ink: Ink, dx: Double? = nil
    ) -> Markup {
        .element(
            "text", ink,
            ["x": x, "y": coordinate(y), "dx": dx.map(coordinate), "text-anchor": anchor],
            [.text(words)])
    }

    private static func isEmptyInSVG(_ name: String) -> Bool {
        ["circle", "line", "path", "rect"].contains(name)
    }
}

extension String {
    /// Appends an attribute; piece by piece, for a page has thousands.
    mutating func write(_ attribute: String, _ value: String) {
        self += " "
        self += attribute
        self += "=\""
        self += value
        self += "\""
    }
}

/// A length of a drawing, to a hundredth, with a point whatever the language.
func coordinate(_ length: Double) -> String {
    let hundredths = Int((length * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let fraction = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (hundredths < 0 ? "-" : "") + String(whole) + fraction
}

/// A length as a share of its drawing's width.
func percent(_ hundredths: Double) -> String { coordinate(hundredths) + "%" }
