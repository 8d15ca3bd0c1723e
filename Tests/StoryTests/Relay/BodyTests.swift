import Crypto
import FoundationEssentials
import Testing
import Training

@testable import RelayService

/// Bodies, tags, addresses and places in lists, as the door reads them.
struct BodyTests {
    private func members(_ text: String) throws(JSONFault) -> [String: JSONScalar] {
        try JSONObjectReader.members(of: Array(text.utf8))
    }

    @Test func aFlatObjectIsReadAsItIsWritten() throws {
        #expect(try members("{}") == [:])
        let text = #" {"a" : "é\u00e9\ud83d\ude00\n\"", "b":-1.5e+3,"c":true,"d":null , "e":0}"# + "\n"
        let expected: [String: JSONScalar] = [
            "a": .text("éé😀\n\""), "b": .number("-1.5e+3"), "c": .truth(true), "d": .null, "e": .number("0"),
        ]
        #expect(try members(text) == expected)
    }

    @Test(arguments: [
        "", "[]", "null", "{", "{}x", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":01}"#, #"{"a":1.}"#,
        #"{"a":+1}"#,
        #"{"a":.5}"#, #"{"a":1e}"#, #"{"a":nul}"#, #"{"a":"\x"}"#, #"{"a":"\ud800"}"#, #"{"a":"\u+123"}"#,
        "{\"a\":\"\u{1}\"}",
        #"{"a":"b}"#, #"{a:1}"#, "{'a':1}", #"{"a":1 "b":2}"#, "\u{FEFF}{}", #"{"a":NaN}"#,
    ])
    func whatIsNoObjectIsSaidToBeNone(text: String) {
        #expect { try members(text) } throws: { error in
            if case .malformed = error as? JSONFault { true } else { false }
        }
    }

    @Test func aNameTwiceAndANestedValueAreNamed() {
        #expect(throws: JSONFault.twice("a")) { try members(#"{"a":1,"\u0061":2}"#) }
        #expect(throws: JSONFault.nested("a")) { try members(#"{"a":[1]}"#) }
        #expect(throws: JSONFault.nested("b")) { try members(#"{"a":1,"b":{}}"#) }
    }

    /// Bytes by chance end the reading with a fault, never the program.
    @Test func noBytesEndTheReader() {
        let pieces = ["{", "}", "\"", "\\", "u", "d800", ":", ",", "1", "e", "-", "null", "[", " ", "\u{0}", "é"].map {
            Array($0.utf8)
        }
        for _ in 0..<5000 {
            var bytes = Array("{\"a\":".utf8)
            for _ in 0..<Int.random(in: 0..<12) { bytes += pieces.randomElement() ?? [] }
            if Bool.random(), !bytes.isEmpty { bytes[Int.random(in: 0..<bytes.count)] = .random(in: 0...255) }
            _ = try? JSONObjectReader.members(of: bytes)
        }
    }

    @Test(arguments: [
        ("\"a\"", true, true), ("W/\"a\"", true, false), ("*", true, true), ("\"b\", \"a\"", true, true),
        ("\"b\",W/\"a\" ", true, false), ("\"b\"", false, false), ("a", false, false), ("", false, false),
        ("*, \"b\"", false, false), ("w/\"a\"", false, false),
    ])
    func aListOfTagsNamesATagOrNot(header: String, weakly: Bool, strongly: Bool) {
        #expect(header.names("\"a\"", isWeak: true) == weakly)
        #expect(header.names("\"a\"", isWeak: false) == strongly)
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example/", "/\\evil.example", "\\/evil.example", "", "javascript:alert(1)",
        "/a b",
        "/a\r\nSet-Cookie: x", "/é", "/entree?vers=/entree", "/sortie", "evil", " /a", "/\t/evil.example",
    ])
    func whatLeadsElsewhereIsNoAddressOfThisServer(text: String) { #expect(LocalAddress(text) == nil) }

    @Test func anAddressOfThisServerIsKept() {
        let address = "/participants?cohort=pilote-2021&query=a%20b"
        #expect(LocalAddress(address)?.text == address)
    }

    /// A place in the list says nothing to whoever reads it on the way, and serves only the pass that it was made for.
    @Test func aPlaceInTheListShowsNoNameAndIsOfOnePass() throws {
        let place = Cursor(nameKey: "modele emilie", id: .init(rawValue: .init()))
        let (key, other) = (Cursor.key(of: "coh_a"), Cursor.key(of: "coh_b"))
        let text = try #require(place.text(key))
        #expect(place.text(key) == text)
        let read = try #require(Cursor(text, key))
        #expect(read.nameKey == place.nameKey && read.id == place.id)
        #expect(Cursor(text, other) == nil)
        for index in text.indices {
            let changed = text.replacingCharacters(at: index)
            #expect(Cursor(changed, key) == nil || changed == text)
        }
        #expect(!String(decoding: Self.decoded(text), as: UTF8.self).contains("emilie"))
    }

    private static func decoded(_ text: String) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var (bytes, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
        for letter in text.utf8 {
            bits = bits << 6 | UInt32(digits.firstIndex(of: letter) ?? 0)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }
}

extension String {
    /// With another letter in one place.
    fileprivate func replacingCharacters(at index: Index) -> String {
        self[..<index] + (self[index] == "A" ? "B" : "A") + self[self.index(after: index)...]
    }
}
