/// Writes JSON text byte by byte, members in the order given and nulls always written.
///
/// Anything a closure writes is closed by construction; a second top-level value starts a new line.
///
///     var json = JSONWriter(indented: true)
///     json.object {
///         $0.field("n", 3)
///         $0.field("ci95", [1.5, 2.25])
///         $0.field("areas") { $0.field("2", nil as Double?) }
///     }
public struct JSONWriter: Sendable {
    /// The UTF-8 text written so far, without a final line end.
    public private(set) var bytes: [UInt8] = []
    private let isIndented: Bool
    private var depth = 0

    /// Starts an empty text, on one line or indented by two spaces.
    public init(indented: Bool = false) { isIndented = indented }

    fileprivate mutating func taken() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes one object, whose members are those the closure names.
    public mutating func object<Failure>(
        _ members: (inout JSONObject) throws(Failure) -> Void
    ) throws(Failure) {
        try value { (writer) throws(Failure) in
            var object = JSONObject(writer: writer.lent())
            defer { writer = object.writer }
            object.writer.open(UInt8(ascii: "{"))
            try members(&object)
            object.writer.close(UInt8(ascii: "}"), isEmpty: object.isEmpty)
        }
    }

    /// Writes one array, whose elements are those the closure adds.
    public mutating func array<Failure>(
        _ elements: (inout JSONArray) throws(Failure) -> Void
    ) throws(Failure) {
        try value { (writer) throws(Failure) in
            var array = JSONArray(writer: writer.lent())
            defer { writer = array.writer }
            array.writer.open(UInt8(ascii: "["))
            try elements(&array)
            array.writer.close(UInt8(ascii: "]"), isEmpty: array.isEmpty)
        }
    }

    /// Writes one value.
    public mutating func value(_ value: some JSONValue) {
        self.value { value.write(to: &$0) }
    }

    private mutating func value<Failure>(
        _ write: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        if depth == 0, !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        try write(&self)
    }

    private mutating func lent() -> JSONWriter {
        let lent = self
        bytes = []
        return lent
    }
}

extension JSONWriter {
    private mutating func open(_ bracket: UInt8) {
        bytes.append(bracket)
        depth += 1
    }

    private mutating func close(_ bracket: UInt8, isEmpty: Bool) {
        depth -= 1
        if !isEmpty { breakLine() }
        bytes.append(bracket)
    }

    fileprivate mutating func next(isFirst: Bool) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        breakLine()
    }

    fileprivate mutating func name(_ name: String) {
        write(name)
        bytes.append(UInt8(ascii: ":"))
        if isIndented { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    mutating func write(literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func write(digits: String) {
        bytes.append(contentsOf: digits.utf8)
    }

    mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F && $0 != 0xE2 }) {
            bytes.append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { write(scalar) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": write(literal: "\\\"")
        case "\\": write(literal: "\\\\")
        case "\n": write(literal: "\\n")
        case "\r": write(literal: "\\r")
        case "\t": write(literal: "\\t")
        case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
            let hexadecimal = String(scalar.value, radix: 16)
            write(digits: "\\u" + String(repeating: "0", count: 4 - hexadecimal.utf8.count) + hexadecimal)
        default: bytes.append(contentsOf: scalar.utf8)
        }
    }
}

/// The members of one object being written, in the order given.
public struct JSONObject: Sendable {
    fileprivate var writer: JSONWriter
    fileprivate var isEmpty = true

    /// Writes a member that is a number, a text, a truth, an array of those, or null.
    public mutating func field(_ name: String, _ value: some JSONValue) {
        start(name)
        writer.value(value)
    }

    /// Writes a member that is an object.
    public mutating func field<Failure>(
        _ name: String, _ members: (inout JSONObject) throws(Failure) -> Void
    ) throws(Failure) {
        start(name)
        try writer.object(members)
    }

    /// Writes a member that is an array.
    public mutating func array<Failure>(
        _ name: String, _ elements: (inout JSONArray) throws(Failure) -> Void
    ) throws(Failure) {
        start(name)
        try writer.array(elements)
    }

    /// Writes a member that is null.
    public mutating func null(_ name: String) { field(name, nil as Bool?) }

    private mutating func start(_ name: String) {
        writer.next(isFirst: isEmpty)
        isEmpty = false
        writer.name(name)
    }
}

/// The elements of one array being written, in the order given.
public struct JSONArray: Sendable {
    fileprivate var writer: JSONWriter
    fileprivate var isEmpty = true

    /// How many bytes are written and not yet taken.
    public var length: Int { writer.bytes.count }

    /// Gives what was written so far, from the start of the whole text, and forgets it.
    public mutating func taken() -> [UInt8] { writer.taken() }

    /// Adds an element that is a number, a text, a truth, an array of those, or null.
    public mutating func element(_ value: some JSONValue) {
        start()
        writer.value(value)
    }

    /// Adds an element that is an object.
    public mutating func object<Failure>(
        _ members: (inout JSONObject) throws(Failure) -> Void
    ) throws(Failure) {
        start()
        try writer.object(members)
    }

    /// Adds an element that is an array.
    public mutating func array<Failure>(
        _ elements: (inout JSONArray) throws(Failure) -> Void
    ) throws(Failure) {
        start()
        try writer.array(elements)
    }

    private mutating func start() {
        writer.next(isFirst: isEmpty)
        isEmpty = false
    }
}
