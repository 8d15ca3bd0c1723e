public import FoundationEssentials

/// The settings that hold during one transaction and tell the server's policies who asks.
public struct Scope: Hashable, Sendable {
    public static let none = Scope([])

    private struct Setting: Hashable {
        let name: String
        let value: UUID
    }

    private let settings: [Setting]

    /// Names are small letters, `_` and `.`; a transaction with any other is refused (42602) before anything is sent.
    public init(_ settings: [(name: String, value: UUID)]) {
        self.settings = settings.map { Setting(name: $0.name, value: $0.value) }
    }

    var isEmpty: Bool { settings.isEmpty }

    /// Who asks differs in the values; equality alone compares names.
    public func hash(into hasher: inout Hasher) {
        for setting in settings { hasher.combine(setting.value) }
    }

    /// Whether both set the very same names, in the same order.
    func setsTheSame(as other: Scope) -> Bool {
        settings.count == other.settings.count && zip(settings, other.settings).allSatisfy { $0.name == $1.name }
    }

    /// Refuses names (42602) that are none.
    func check() throws {
        for setting in settings where setting.name.isEmpty || !setting.name.utf8.allSatisfy(Self.mayStandInName) {
            throw PostgresError(sqlState: "42602", message: "a setting's name is refused", statement: "begin")
        }
    }

    /// A `set local` for each setting. SET takes no parameters, so only checked names and UUIDs reach the text.
    var statements: [String] { settings.map { "set local \($0.name)='\($0.value.lowercased)'" } }

    private static func mayStandInName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
}
