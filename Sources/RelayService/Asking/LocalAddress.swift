import HTTPTypes
import Hummingbird

/// The address of a page of this server, to which a browser may be sent.
struct LocalAddress {
    /// From the first slash on, with its query.
    let text: String

    /// Nil for what leads elsewhere: another scheme or server, also by `//` or a backslash, and what no address holds.
    init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "/"), text.utf8.count <= 1000, !text.hasPrefix("//"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
            !text.hasPrefix("/entree"), !text.hasPrefix("/sortie")
        else { return nil }
        self.text = text
    }

    /// The page of this server that a browser says it came from; nil when it says none, or the one it asks for.
    init?(before request: Request) {
        guard let name = HTTPField.Name("Referer"), let from = request.headers[name], let host = request.head.authority
        else { return nil }
        for scheme in ["https://", "http://"] where from.hasPrefix(scheme + host + "/") {
            self.init(String(from.dropFirst(scheme.utf8.count + host.utf8.count)))
            if text.split(separator: "?").first.map(String.init) != request.uri.path { return }
        }
        return nil
    }

    /// Where somebody signs in to come back to the page that a request asks for.
    static func entry(for request: Request) -> String {
        guard request.method == .get, request.uri.path != "/", let wanted = LocalAddress(request.head.path ?? "") else {
            return "/entree"
        }
        let escaped = wanted.text.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isPlain || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
                ? String(UnicodeScalar(byte)) : "%" + String(Int(byte) + 256, radix: 16).suffix(2).uppercased()
        }
        return "/entree?vers=" + escaped.joined()
    }
}
