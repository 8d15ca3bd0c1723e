/// A file of this folder, byte for byte, so that nothing is loaded at run time.
struct Embedded: Sendable {
    /// The path below `Sources/RelayService/`, with its ending.
    let name: String
    /// One scalar a byte, so that a file that is no UTF-8 is kept too.
    let latin1: String

    /// The bytes of the file of this name; none when there is none, which a test rules out.
    static func bytes(_ name: String) -> [UInt8] {
        let scalars = files.first { $0.name == name }?.latin1.unicodeScalars
        return (scalars ?? "".unicodeScalars).map { UInt8(truncatingIfNeeded: $0.value) }
    }
}
