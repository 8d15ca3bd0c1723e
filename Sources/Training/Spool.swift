import Glibc

/// What can be put aside as bytes and taken up again.
public protocol Spooled: Sendable {
    func write(to bytes: inout SpoolBytes)
    init(from bytes: inout SpoolBytes)
}

/// Elements put aside in their order: in memory while they are few, in a file without a name, which ends with them, once
/// they are many. So any number of them takes a megabyte of memory.
public struct Spool<Element: Spooled>: Sendable {
    /// From how many bytes on a file holds them.
    private static var many: Int { 1 << 20 }

    public private(set) var count = 0
    private var file: SpoolFile?
    private var filed = 0
    private var rest = SpoolBytes()

    public init() {}

    public init(_ elements: some Sequence<Element>) throws {
        for element in elements { try append(element) }
    }

    public var isEmpty: Bool { count == 0 }

    /// Puts one more aside. Throws `SpoolFailed`.
    public mutating func append(_ element: Element) throws {
        let start = rest.count
        rest.put(Int32(0))
        element.write(to: &rest)
        rest.put(Int32(rest.count - start), at: start)
        count += 1
        guard rest.count >= Self.many else { return }
        let file = try file ?? SpoolFile()
        try file.write(rest.bytes, at: filed)
        (self.file, filed) = (file, filed + rest.count)
        rest = SpoolBytes()
    }

    /// Hands over every element, in order, as often as asked. Throws `SpoolFailed`.
    public func each(_ body: (Element) throws -> Void) throws {
        var reader = reader()
        while let element = try reader.next() { try body(element) }
    }

    /// Every element at once, for those who know that they are few.
    public func all() throws -> [Element] {
        var all: [Element] = []
        try each { all.append($0) }
        return all
    }

    func reader() -> Reader { Reader(file: file, filed: filed, rest: rest) }

    /// One walk over the elements.
    struct Reader {
        private let file: SpoolFile?
        private let filed: Int
        private let rest: SpoolBytes
        private var held = SpoolBytes()
        private var offset = 0
        private var isLast = false

        init(file: SpoolFile?, filed: Int, rest: SpoolBytes) {
            (self.file, self.filed, self.rest) = (file, filed, rest)
        }

        /// The next element, or nil when there is none. Throws `SpoolFailed`.
        mutating func next() throws -> Element? {
            guard try holds(4) else { return nil }
            let length = Int(held.peekInt32())
            guard try holds(length) else { throw SpoolFailed(code: EIO) }
            _ = held.takeInt32()
            return Element(from: &held)
        }

        /// Whether so many bytes are there, from the file or, after it, from memory.
        private mutating func holds(_ length: Int) throws -> Bool {
            while held.left < length {
                if isLast { return false }
                if let file, offset < filed {
                    let piece = try file.read(at: offset, upTo: min(max(1 << 16, length), filed - offset))
                    held.follow(with: piece)
                    offset += piece.count
                } else {
                    held.follow(with: rest.bytes)
                    isLast = true
                }
            }
            return true
        }
    }
}

/// What was too much for memory could not be put aside, or not be read again.
public struct SpoolFailed: Error, Equatable, Sendable {
    /// The folder, and the system's code of what went wrong.
    public let folder: String
    public let code: Int32

    init(code: Int32) { (folder, self.code) = (SpoolFile.folder, code) }
}
