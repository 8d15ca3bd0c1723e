/// What is left to read of bytes in PostgreSQL's binary format, big end first.
@usableFromInline
struct BinaryReader {
    @usableFromInline var rest: UnsafeRawBufferPointer

    @inlinable
    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    /// The next number; nil when too few bytes are left.
    @inlinable
    mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number? {
        take(MemoryLayout<Number>.size).flatMap(Number.init(bigEndianBytes:))
    }

    /// The next `count` bytes; nil when fewer are left.
    @inlinable
    mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
        guard count >= 0, count <= rest.count else { return nil }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        return UnsafeRawBufferPointer(rebasing: rest[..<count])
    }

    /// The next field by the length before it, `.some(nil)` being NULL; nil when there is no such field.
    @inlinable
    mutating func field() -> UnsafeRawBufferPointer?? {
        guard let length = number(Int32.self) else { return nil }
        if length == -1 { return .some(nil) }
        return take(Int(length)).map { .some($0) }
    }
}

extension FixedWidthInteger {
    /// Reads a number whose bytes are all there is, the big end first.
    @inlinable
    init?(bigEndianBytes bytes: UnsafeRawBufferPointer?) {
        guard let bytes, bytes.count == MemoryLayout<Self>.size else { return nil }
        self.init(bigEndian: bytes.loadUnaligned(as: Self.self))
    }
}
