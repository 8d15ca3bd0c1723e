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

    var names: [String] { settings.map(\.name) }

    /// A `set local` for each setting. SET takes no parameters, so only such names and UUIDs reach the text.
    func statements() throws -> [String] {
        try settings.map { setting in
            guard !setting.name.isEmpty, setting.name.utf8.allSatisfy(Self.mayStandInName) else {
                throw PostgresError(sqlState: "42602", message: "a setting's name is refused", statement: "begin")
            }
            return "set local \(setting.name)='\(setting.value.lowercased)'"
        }
    }

    private static func mayStandInName(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
}
