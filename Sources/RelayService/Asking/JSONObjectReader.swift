/// What stands under a name in a body that is one flat JSON object.
enum JSONScalar: Equatable, Sendable {
    case text(String)
    /// As it is written.
    case number(String)
    case truth(Bool)
    case null
}

/// Why bytes are no flat JSON object (RFC 8259).
enum JSONFault: Error, Equatable {
    /// So many bytes from the start something else was expected.
    case malformed(at: Int)
    /// A name that stands there twice.
    case twice(String)
    /// A name under which a list or an object stands.
    case nested(String)
}

/// Reads one JSON object whose values are no lists and no objects: of two members of one name neither counts, as the library's
/// decoder would let one do in silence.
struct JSONObjectReader {
    private let bytes: [UInt8]
    private var at = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The members by name.
    static func members(of bytes: [UInt8]) throws(JSONFault) -> [String: JSONScalar] {
        var reader = JSONObjectReader(bytes)
        let members = try reader.object()
        reader.skipSpace()
        guard reader.at == bytes.count else { throw .malformed(at: reader.at) }
        return members
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func object() throws(JSONFault) -> [String: JSONScalar] {
        var members: [String: JSONScalar] = [:]
        try expect("{")
        skipSpace()
        if next == UInt8(ascii: "}") {
            at += 1
            return members
        }
        repeat {
            skipSpace()
            let name = try text()
            guard members[name] == nil else { throw .twice(name) }
            try expect(":")
            members[name] = try scalar(of: name)
            skipSpace()
        } while take(",")
        try expect("}")
        return members
    }

    private mutating func scalar(of name: String) throws(JSONFault) -> JSONScalar {
        skipSpace()
        switch next {
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "{"), UInt8(ascii: "["): throw .nested(name)
        case UInt8(ascii: "t"): return try literal("true", .truth(true))
        case UInt8(ascii: "f"): return try literal("false", .truth(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func literal(_ word: String, _ scalar: JSONScalar) throws(JSONFault) -> JSONScalar {
        guard bytes[at...].starts(with: word.utf8) else { throw .malformed(at: at) }
        at += word.utf8.count
        return scalar
    }

    private mutating func number() throws(JSONFault) -> String {
        let start = at
        _ = take("-")
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[at - whole] != UInt8(ascii: "0") else { throw .malformed(at: start) }
        if take("."), digits() == 0 { throw .malformed(at: at) }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            if digits() == 0 { throw .malformed(at: at) }
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = next, (48...57).contains(byte) { at += 1 }
        return at - start
    }

    private mutating func text() throws(JSONFault) -> String {
        try expect("\"")
        var units: [UInt16] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                units.append(try escape())
            } else {
                let start = at
                while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
                guard at > start, let piece = String(validating: bytes[start..<at], as: UTF8.self) else {
                    throw .malformed(at: start)
                }
                units += Array(piece.utf16)
            }
        }
        try expect("\"")
        // Half a pair of surrogates is no text.
        guard let text = String(validating: units, as: UTF16.self) else { throw .malformed(at: at) }
        return text
    }

    private mutating func escape() throws(JSONFault) -> UInt16 {
        at += 1
        guard let byte = next else { throw .malformed(at: at) }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt16(byte)
        case UInt8(ascii: "b"): return 8
        case UInt8(ascii: "f"): return 12
        case UInt8(ascii: "n"): return 10
        case UInt8(ascii: "r"): return 13
        case UInt8(ascii: "t"): return 9
        case UInt8(ascii: "u"):
            let digits = bytes[at..<min(at + 4, bytes.count)]
            guard digits.count == 4, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
                let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
            else { throw .malformed(at: at) }
            at += 4
            return unit
        default: throw .malformed(at: at - 1)
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(JSONFault) {
        skipSpace()
        guard take(character) else { throw .malformed(at: at) }
    }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
    }
}
