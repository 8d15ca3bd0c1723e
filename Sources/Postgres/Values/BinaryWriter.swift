import Glibc

/// Values in PostgreSQL's binary format, big end first, on their way to the server.
public struct BinaryWriter: ~Copyable {
    /// Room for what is written, of which the first `count` bytes are. Memory of its own rather than an array: writing to
    /// an array asks each time whether it is shared, which takes longer than to write a number.
    @usableFromInline private(set) var room: UnsafeMutableRawBufferPointer
    @usableFromInline var count = 0

    /// Why something that was appended cannot be sent: the first reason, until it is cut off.
    private(set) var refusal: (sqlState: String, message: String)?
    @usableFromInline private(set) var isRefused = false

    init() { room = .allocate(byteCount: 2048, alignment: 8) }

    deinit { room.deallocate() }

    /// What was written.
    var bytes: [UInt8] { Array(room[..<count]) }

    @inlinable
    mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        let start = grow(by: MemoryLayout<Number>.size)
        room.storeBytes(of: number.bigEndian, toByteOffset: start, as: Number.self)
    }

    @inlinable
    mutating func append(contentsOf bytes: UnsafeRawBufferPointer) {
        let start = grow(by: bytes.count)
        UnsafeMutableRawBufferPointer(rebasing: room[start..<(start + bytes.count)]).copyMemory(from: bytes)
    }

    /// Makes room and counts it as written; gives where it starts.
    @inlinable
    mutating func grow(by length: Int) -> Int {
        let start = count
        count += length
        if count > room.count { enlarge(keeping: start) }
        return start
    }

    @usableFromInline
    mutating func enlarge(keeping length: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: count * 2, alignment: 8)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[..<length]))
        room.deallocate()
        room = larger
    }

    /// Appends a number that is a whole value.
    @inlinable
    mutating func append(number: some FixedWidthInteger) -> Bool {
        append(number)
        return true
    }

    /// Appends UTF-8, in which a NUL is refused (22021): no text of PostgreSQL's holds one.
    @usableFromInline
    mutating func append(_ text: String) {
        let isThere: Void? = text.utf8.withContiguousStorageIfAvailable { append(characters: $0) }
        if isThere == nil { Array(text.utf8).withUnsafeBufferPointer { append(characters: $0) } }
    }

    private mutating func append(characters: UnsafeBufferPointer<UInt8>) {
        guard let start = characters.baseAddress else { return }
        append(contentsOf: UnsafeRawBufferPointer(characters))
        if memchr(start, 0, characters.count) != nil { refuse("22021", "a text holds a NUL character") }
    }

    /// Appends the value after its length, which is -1 for NULL.
    @inlinable
    public mutating func field(_ value: some PostgresValue) {
        append(-1 as Int32)
        let start = count
        if value.appendPostgresBinary(to: &self) { close(fieldFrom: start) }
    }

    /// Refuses what is being appended, for a value that its type cannot hold.
    @usableFromInline
    package mutating func refuse(_ sqlState: String, _ message: String) {
        if refusal == nil { refusal = (sqlState, message) }
        isRefused = true
    }

    /// Takes back what was appended from `start` on, and its refusal.
    mutating func cut(to start: Int) {
        (count, refusal, isRefused) = (start, nil, false)
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
        room.storeBytes(of: number.bigEndian, toByteOffset: start, as: Number.self)
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
        guard room.count > 1 << 20 else { return }
        room.deallocate()
        room = .allocate(byteCount: 2048, alignment: 8)
    }

    /// What was written, until something more is.
    var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[..<count]) }
}
