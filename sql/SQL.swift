/// One statement of this folder: its path is its name, and one file is one statement.
public struct SQL: Sendable {
    /// The path below `sql/`, without its ending.
    public let name: String
    public let text: String
}

/// One data file of this folder, byte for byte as it stands in `seed/`.
public struct Embedded: Sendable {
    /// The path below `sql/`, with its ending.
    public let name: String
    /// One scalar a byte, so that a file that is no UTF-8 is kept too.
    let latin1: String

    public var bytes: [UInt8] { latin1.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

    /// The file of this name, when there is one.
    public static func file(_ name: String) -> Embedded? { files.first { $0.name == name } }

    /// The files of one folder, in the order of their names.
    public static func folder(_ path: String) -> [Embedded] { files.filter { $0.name.hasPrefix(path + "/") } }
}
