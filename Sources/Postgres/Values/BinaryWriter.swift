/// Values in PostgreSQL's binary format, big end first, on their way to the server.
public struct BinaryWriter: ~Copyable {
    /// Room for what is written, of which the first `count` bytes are.
    @usableFromInline var room: [UInt8] = []
    @usableFromInline var count = 0

    /// Why something that was appended cannot be sent: the first reason, until it is cut off.
    @usableFromInline private(set) var refusal: (sqlState: String, message: String)?

    init() {}

    /// What was written.
    var bytes: [UInt8] { Array(room[..<count]) }

    @inlinable
    mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        let start = count
        grow(by: MemoryLayout<Number>.size)
        room.withUnsafeMutableBytes { $0.storeBytes(of: number.bigEndian, toByteOffset: start, as: Number.self) }
    }

    mutating func append(contentsOf bytes: UnsafeRawBufferPointer) {
        let start = count
        grow(by: bytes.count)
        room.withUnsafeMutableBytes { room in
            UnsafeMutableRawBufferPointer(rebasing: room[start..<(start + bytes.count)]).copyMemory(from: bytes)
        }
    }

    /// Makes room and counts it as written.
    @inlinable
    mutating func grow(by length: Int) {
        count += length
        if count > room.count { enlarge() }
    }

    @usableFromInline
    mutating func enlarge() { room += repeatElement(0, count: max(count, 2048)) }

    /// Appends a number that is a whole value.
    @inlinable
    mutating func append(number: some FixedWidthInteger) -> Bool {
        append(number)
        return true
    }

    /// Appends UTF-8, in which a NUL is refused (22021): no text of PostgreSQL's holds one.
    @usableFromInline
    mutating func append(_ text: String) {
        let characters = text.utf8Span.span
        characters.withUnsafeBytes { append(contentsOf: $0) }
        var nuls: UInt8 = 0
        for index in characters.indices { nuls |= characters[index] == 0 ? 1 : 0 }
        if nuls != 0 { refuse("22021", "a text holds a NUL character") }
    }

    /// Appends the value after its length, which is -1 for NULL.
    @inlinable
    mutating func field(_ value: some PostgresValue) {
        append(-1 as Int32)
        let start = count
        if value.appendPostgresBinary(to: &self) { close(fieldFrom: start) }
    }

    /// Refuses what is being appended, for a value that its type cannot hold.
    @usableFromInline
    package mutating func refuse(_ sqlState: String, _ message: String) {
        if refusal == nil { refusal = (sqlState, message) }
    }

    /// Takes back what was appended from `start` on, and its refusal.
    @usableFromInline
    mutating func cut(to start: Int) {
        count = start
        refusal = nil
    }

    /// Writes the length of a field that ends here before its start.
    @inlinable
    mutating func close(fieldFrom start: Int) {
        let length = count - start
        if length > 0x3fff_ffff { refuse("54000", "a value is too long for a field") }
        put(Int32(truncatingIfNeeded: length), at: start - 4)
    }

    /// Writes a number over what was appended at `start`.
    @inlinable
    mutating func put<Number: FixedWidthInteger>(_ number: Number, at start: Int) {
        room.withUnsafeMutableBytes { $0.storeBytes(of: number.bigEndian, toByteOffset: start, as: Number.self) }
    }
}

extension BinaryWriter {
    /// What COPY's binary format begins with.
    static let signature = Array("PGCOPY\n".utf8) + [0xff] + Array("\r\n".utf8) + [0]

    /// Appends the signature, no flags and nothing more.
    mutating func startCopy() {
        Self.signature.withUnsafeBytes { append(contentsOf: $0) }
        append(0 as UInt64)
    }

    /// Forgets what was sent, and its memory when a value was very long.
    mutating func empty() {
        count = 0
        if room.count > 1 << 20 { room = [] }
    }

    /// Lends what was written.
    func withBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try room.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
}
