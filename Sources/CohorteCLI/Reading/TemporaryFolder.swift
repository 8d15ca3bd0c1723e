import FoundationEssentials
import Glibc

/// A private folder that lasts as long as what is done with it.
enum TemporaryFolder {
    static func with<Value>(_ body: (String) throws -> Value) throws -> Value {
        let path = try make()
        defer { remove(path) }
        return try body(path)
    }

    static func with<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let path = try make()
        defer { remove(path) }
        return try await body(path)
    }

    private static func make() throws -> String {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/cohorte-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CannotWrite(parent, code: errno) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }
}
