import FoundationEssentials

/// A pass as it is shown: `coh_` with the pass's key, `_`, and 32 bytes of chance, all in base64url.
public struct PassToken: Sendable {
    public let pass: Pass.Key
    /// Told once, when the pass is issued; the database keeps its hash.
    public let secret: [UInt8]

    /// The token as text, 91 characters.
    public var text: String {
        "coh_" + Self.encoded(bytes(of: pass.programme.rawValue) + bytes(of: pass.pass.rawValue)) + "_"
            + Self.encoded(secret)
    }

    /// Reads a token; nil when it is none, whoever it may be of.
    public init?(_ text: some StringProtocol) {
        let letters = Array(text.utf8)
        guard letters.count == 91, letters.starts(with: "coh_".utf8), letters[47] == UInt8(ascii: "_"),
            let key = Self.decoded(letters[4..<47]), let secret = Self.decoded(letters[48...])
        else { return nil }
        self.secret = secret
        pass = Pass.Key(
            programme: .init(rawValue: uuid(key[..<16])), pass: .init(rawValue: uuid(key[16...])))
    }

    private init(pass: Pass.Key, secret: [UInt8]) { (self.pass, self.secret) = (pass, secret) }

    static func new(in programme: Programme.ID) -> PassToken {
        var random = SystemRandomNumberGenerator()
        let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return PassToken(pass: Pass.Key(programme: programme, pass: .new()), secret: secret)
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// 32 bytes; nil unless the text is the one way to write them.
    private static func decoded(_ letters: ArraySlice<UInt8>) -> [UInt8]? {
        let text = String(decoding: letters, as: UTF8.self)
        let usual = text.replacing("-", with: "+").replacing("_", with: "/") + "="
        guard !text.utf8.contains(where: { [0x2B, 0x2F, 0x3D].contains($0) }), let data = Data(base64Encoded: usual),
            data.count == 32, encoded(Array(data)) == text
        else { return nil }
        return Array(data)
    }
}

private func bytes(of id: UUID) -> [UInt8] { withUnsafeBytes(of: id.uuid) { Array($0) } }

private func uuid(_ bytes: ArraySlice<UInt8>) -> UUID {
    var id: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &id) { $0.copyBytes(from: bytes) }
    return UUID(uuid: id)
}
