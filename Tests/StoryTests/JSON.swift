import FoundationEssentials

/// A value of JSON, read strictly.
enum JSON: Decodable, Equatable {
    case null
    case truth(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(JSON.self, from: Data(bytes)) }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let truth = try? value.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    subscript(name: String) -> JSON? { if case .object(let members) = self { members[name] } else { nil } }
    subscript(index: Int) -> JSON? {
        if case .list(let list) = self, list.indices.contains(index) { list[index] } else { nil }
    }

    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var list: [JSON]? { if case .list(let list) = self { list } else { nil } }

    /// The value as a cell of CSV holds it.
    var cell: String? {
        switch self {
        case .null: ""
        case .truth(let isTrue): isTrue ? "true" : "false"
        case .number(let number): Int(exactly: number).map(String.init) ?? number.description
        case .text(let text): text
        case .list, .object: nil
        }
    }
}
