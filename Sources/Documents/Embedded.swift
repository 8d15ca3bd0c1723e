/// One template or style sheet of `Templates/`, byte for byte, so that nothing is loaded at run time.
struct Embedded: Sendable {
    /// The path below `Sources/Documents/`, with its ending.
    let name: String
    /// One scalar a byte, so that a file that is no UTF-8 is kept too.
    let latin1: String

    /// The text of the file of this name; empty when there is none, which a test rules out.
    static func text(_ name: String) -> String {
        let scalars = files.first { $0.name == name }?.latin1.unicodeScalars
        return String(
            decoding: (scalars ?? "".unicodeScalars).map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
    }
}
