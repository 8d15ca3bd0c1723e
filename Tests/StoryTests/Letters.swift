// The standard library's composition tables, as a file from macOS would have been written by them.
@_spi(_Unicode) import Swift

/// The text in normalisation form D, as files from macOS may have it.
func decomposed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfd)
    return String(scalars)
}

private let upper: [Unicode.Scalar: UInt8] = ["€": 0x80, "’": 0x92, "œ": 0x9C, "–": 0x96]

/// Windows-1252 bytes of a text whose letters are all in it.
func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { upper[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
}

/// The text of Windows-1252 bytes, as UTF-8 bytes.
func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    let lower = Dictionary(uniqueKeysWithValues: upper.map { ($1, $0) })
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(lower[byte] ?? Unicode.Scalar(byte)) }
    return Array(String(scalars).utf8)
}
