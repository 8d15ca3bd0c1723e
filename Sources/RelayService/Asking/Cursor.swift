import Crypto
import FoundationEssentials
import Training

/// A place in the list of people, as `next` names it: only who shows the pass that it was made for can be told what it says, for
/// a name stands in it. The same place is written the same way, so that an answer that did not change keeps its tag.
struct Cursor {
    let nameKey: String
    let id: Participant.ID

    init(nameKey: String, id: Participant.ID) { (self.nameKey, self.id) = (nameKey, id) }

    /// Reads what `text` gave with this key; nil for anything else, also for the same place written otherwise: the last digit
    /// has bits that say nothing.
    init?(_ text: String, _ key: SymmetricKey) {
        let usual = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = usual + String(repeating: "=", count: (4 - usual.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), let box = try? AES.GCM.SealedBox(combined: data),
            let plain = try? AES.GCM.open(box, using: key), plain.count >= 36,
            let id = UUID(uuidString: String(decoding: plain.prefix(36), as: UTF8.self))
        else { return nil }
        let name = plain.dropFirst(36).prefix { $0 != 0 }
        guard let nameKey = String(validating: name, as: UTF8.self) else { return nil }
        (self.nameKey, self.id) = (nameKey, Participant.ID(rawValue: id))
        guard self.text(key) == text else { return nil }
    }

    /// Sealed (AES-GCM) under a nonce that is the keyed hash of what is sealed, and as long as many others.
    func text(_ key: SymmetricKey) -> String? {
        var plain = Array((id.rawValue.uuidString + nameKey).utf8)
        plain += [UInt8](repeating: 0, count: 64 - plain.count % 64)
        let hash = HMAC<SHA256>.authenticationCode(for: plain, using: key)
        guard let nonce = try? AES.GCM.Nonce(data: Array(hash).prefix(12)),
            let sealed = try? AES.GCM.seal(plain, using: key, nonce: nonce).combined
        else { return nil }
        return sealed.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The key of a pass's cursors, from the token that is shown.
    static func key(of token: String) -> SymmetricKey {
        SymmetricKey(data: SHA256.hash(data: Array("cohorte cursor \(token)".utf8)))
    }
}
