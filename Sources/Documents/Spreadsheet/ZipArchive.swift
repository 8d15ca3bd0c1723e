/// Files put together as a ZIP archive, stored as they are; the same files give the same bytes.
///
/// Source: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
struct ZipArchive {
    /// The first day that the format can name, so that no clock is asked: 1 January 1980.
    private static let firstDay: UInt16 = 1 << 5 | 1

    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// Adds a file; its name is ASCII.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let offset = UInt32(bytes.count)
        let name = Array(name.utf8)
        var common: [UInt8] = []
        for half in [20, 0, 0, 0, Self.firstDay] as [UInt16] { common.append(littleEndian: half) }
        for word in [CRC32.of(content), UInt32(content.count), UInt32(content.count)] {
            common.append(littleEndian: word)
        }
        for half in [UInt16(name.count), 0] { common.append(littleEndian: half) }
        bytes.append(littleEndian: 0x0403_4B50 as UInt32)
        bytes += common + name + content
        directory.append(littleEndian: 0x0201_4B50 as UInt32)
        directory.append(littleEndian: 20 as UInt16)
        directory += common
        for half in [0, 0, 0] as [UInt16] { directory.append(littleEndian: half) }
        for word in [0, offset] as [UInt32] { directory.append(littleEndian: word) }
        directory += name
        count += 1
    }

    /// Ends the archive with its directory.
    consuming func finished() -> [UInt8] {
        let start = UInt32(bytes.count)
        bytes += directory
        bytes.append(littleEndian: 0x0605_4B50 as UInt32)
        for half in [0, 0, count, count] { bytes.append(littleEndian: half) }
        for word in [UInt32(directory.count), start] { bytes.append(littleEndian: word) }
        bytes.append(littleEndian: 0 as UInt16)
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
