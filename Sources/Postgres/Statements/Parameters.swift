import CLibpq
import Glibc

/// A statement's arguments as libpq takes them: their types' OIDs and their texts, each ended by a NUL.
struct Parameters {
    let oids: [UInt32]
    private var texts: [UInt8] = []
    private var starts: [Int?] = []

    /// Refuses a text with a NUL byte (22021), which libpq would silently cut.
    init(_ arguments: [any PostgresValue], of statement: String) throws {
        oids = arguments.map { type(of: $0).oid }
        for argument in arguments {
            guard let text = argument.postgresText else {
                starts.append(nil)
                continue
            }
            try text.refuseNUL(in: statement)
            starts.append(texts.count)
            texts.append(contentsOf: text.utf8)
            texts.append(0)
        }
    }

    /// Lends the count, the OIDs and the texts.
    func lend<Value>(_ body: (Int32, [UInt32], [UnsafePointer<CChar>?]) -> Value) -> Value {
        texts.withUnsafeBytes { bytes in
            let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
            return body(Int32(starts.count), oids, pointers)
        }
    }
}

extension String {
    func refuseNUL(in statement: String) throws {
        let holdsNUL =
            utf8.withContiguousStorageIfAvailable { bytes in
                bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
            } ?? utf8.contains(0)
        if holdsNUL { throw PostgresError.nul(in: statement) }
    }
}

extension PostgresError {
    static func nul(in statement: String) -> PostgresError {
        PostgresError(sqlState: "22021", message: "a text holds a NUL character", statement: statement)
    }
}
