import Crypto
import HTTPTypes
import Hummingbird
import NIOCore
import Training

extension Response {
    /// An answer that is JSON already; nobody on the way may keep it.
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "application/json; charset=utf-8"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// One object, with a tag that changes when it does; to who has it already, only that.
    static func object(_ asked: Asked, _ members: (inout JSONObject) throws -> Void) rethrows -> Response {
        var json = JSONWriter(capacity: 8192)
        try json.object(members)
        return tagged(json.bytes, asked)
    }

    /// A list under `items`, with the address of what follows under `next` (null at the end).
    static func list<Row>(_ asked: Asked, _ rows: [Row], next: String? = nil) -> Response {
        object(asked) { object in
            object.lines("items", rows)
            object.field("next", next)
        }
    }

    /// What changes when the answer does.
    static func tag(_ bytes: [UInt8]) -> String { "\"" + hexadecimal(SHA256.hash(data: bytes).prefix(16)) + "\"" }

    /// JSON with its tag; to who has it already, only that.
    static func tagged(_ bytes: [UInt8], _ asked: Asked) -> Response {
        let tag = tag(bytes)
        if asked.request.headers[.ifNoneMatch].map({ $0.names(tag, isWeak: true) }) ?? false {
            return Response(status: .notModified, headers: [.eTag: tag])
        }
        var response = json(bytes)
        response.headers[.eTag] = tag
        return response
    }
}

extension String {
    /// Whether a list of entity tags (RFC 9110, 8.8.3 and 13.1) holds a tag, or is `*`, which is any.
    ///
    /// - Parameter isWeak: whether a tag marked as weak counts, as in If-None-Match; in If-Match it does not.
    func names(_ tag: String, isWeak: Bool) -> Bool {
        let tags = split(separator: ",").map { $0.drop { $0 == " " || $0 == "\t" } }
            .map { String($0.reversed().drop { $0 == " " || $0 == "\t" }.reversed()) }
        return tags == ["*"] || tags.contains { $0 == tag || isWeak && $0 == "W/" + tag }
    }
}

extension JSONObject {
    /// What a row has, each column by its name.
    mutating func fields<Row>(of row: Row, named names: [String] = Columns.names(of: Row.self)) {
        for (name, value) in zip(names, Columns.values(of: row)) { field(name, value) }
    }

    /// Rows as an array of objects.
    mutating func lines<Row>(_ name: String, _ rows: [Row]) {
        let names = Columns.names(of: Row.self)
        array(name) { array in
            for row in rows { array.object { line in line.fields(of: row, named: names) } }
        }
    }
}

/// Bytes as people write hashes.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    func digit(_ nibble: UInt8) -> UInt8 { nibble + (nibble < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10) }
    return String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
        for (index, byte) in bytes.enumerated() {
            text[2 * index] = digit(byte >> 4)
            text[2 * index + 1] = digit(byte & 15)
        }
        return 2 * bytes.count
    }
}
