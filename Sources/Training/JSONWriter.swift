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

    /// Starts an empty text, on one line or indented by two spaces, with room for so many bytes.
    public init(indented: Bool = false, capacity: Int = 0) {
        isIndented = indented
        bytes.reserveCapacity(capacity)
    }

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

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(contentsOf text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

    /// Writes a whole member at once when nothing in it needs a closer look; else nothing, and says so.
    fileprivate mutating func appendIfPlain(_ name: String, _ text: String, isFirst: Bool) -> Bool {
        guard !isIndented else { return false }
        return name.utf8.withContiguousStorageIfAvailable { name in
            text.utf8.withContiguousStorageIfAvailable { text in
                guard Self.isPlain(.init(name)), Self.isPlain(.init(text)) else { return false }
                bytes.append(addingCapacity: name.count + text.count + 6) { output in
                    if !isFirst { output.append(UInt8(ascii: ",")) }
                    output.append(UInt8(ascii: "\""))
                    output.append(contentsOf: name)
                    output.append(UInt8(ascii: "\""))
                    output.append(UInt8(ascii: ":"))
                    output.append(UInt8(ascii: "\""))
                    output.append(contentsOf: text)
                    output.append(UInt8(ascii: "\""))
                }
                return true
            } ?? false
        } ?? false
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

    /// Writes a member that is a text: the same as any value, without a search for how it is written.
    public mutating func field(_ name: String, _ text: String) {
        if writer.appendIfPlain(name, text, isFirst: isEmpty) {
            isEmpty = false
        } else {
            start(name)
            writer.write(text)
        }
    }

    /// Writes a member that is a text or null.
    public mutating func field(_ name: String, _ text: String?) {
        if let text { field(name, text) } else { null(name) }
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
