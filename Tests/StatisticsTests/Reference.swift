import FoundationEssentials
import Statistics

/// The committed data sets and what R, SciPy and exact arithmetic say of them (`Reference/make.py`, `Reference/make.R`).
struct Reference: Decodable {
    typealias Figures = [String: [String: Value]]

    let versions: [String: String]
    let pairs: Figures
    let doses: Figures
    let attrition: Figures
    let items: Figures?
    let mails: Figures?
    let ratings: Figures?
    let families: Figures?
    let discordant: Figures?

    enum Value: Decodable, Equatable {
        case number(Double)
        case list([Double?])
        case text(String)
        case none

        init(from decoder: any Decoder) throws {
            let box = try decoder.singleValueContainer()
            if box.decodeNil() {
                self = .none
            } else if let number = try? box.decode(Double.self) {
                self = .number(number)
            } else if let list = try? box.decode([Double?].self) {
                self = .list(list)
            } else {
                self = .text(try box.decode(String.self))
            }
        }

        /// The numbers it holds, in order.
        var numbers: [Double?] {
            switch self {
            case .number(let number): [number]
            case .list(let list): list
            case .text, .none: []
            }
        }
    }

    struct Sets: Decodable {
        let pairs: [String: PairSet]
        let items: [String: [[Double]]]
        let doses: [String: Dose]
        let attrition: [String: Groups]
        let mails: [String: Mails]
        let ratings: [String: [[Int]]]
        let families: [String: [Double]]
        let discordant: [String: [Int]]
    }

    struct PairSet: Decodable {
        let before: [Double]
        let after: [Double]
        let min: Double
        let max: Double
        let reliability: Double

        var pairs: [Pair] { zip(before, after).map { Pair(before: $0, after: $1) } }
        var figures: PairedFigures { PairedFigures(pairs, minimum: min, maximum: max, reliability: reliability) }
        /// What scores are measured against.
        var size: Double { (before + after).map(\.magnitude).max() ?? 0 }
    }

    struct Dose: Decodable {
        let minutes: [Int]
        let changes: [Double]
    }

    struct Groups: Decodable {
        let stayed: [Double]
        let left: [Double]
    }

    struct Mails: Decodable {
        let hours: [Double]
        let replied: [Int]
    }

    static let sets = Result { try read("sets.json", as: Sets.self) }
    static let r = Result { try read("r.json", as: Reference.self) }
    static let scipy = Result { try read("scipy.json", as: Reference.self) }
    static let exact = Result { try read("exact.json", as: Reference.self) }

    /// The names of the data sets of one kind, in order.
    static func names<Set>(_ kind: KeyPath<Sets, [String: Set]>) -> [String] {
        ((try? sets.get())?[keyPath: kind].keys.sorted()) ?? []
    }

    private static func read<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
        let folder = String(#filePath.prefix { _ in true }.dropLast("Reference.swift".count))
        return try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: folder + "Reference/" + name)))
    }
}

extension Entry {
    /// The numbers it holds; empty where there is none.
    var numbers: [Double] {
        switch value {
        case .integer(let count): [Double(count)]
        case .number(let number): [number]
        case .interval(let interval): [interval.lower, interval.upper]
        case .text, .unavailable: []
        }
    }

    var reason: NotComputable? {
        if case .unavailable(let reason) = value { reason } else { nil }
    }
}
