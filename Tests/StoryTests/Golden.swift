import Glibc
import Testing

/// Texts that were checked once and may not change unnoticed; `STORY_RECORD=1` writes them anew.
enum Golden {
    private static let folder = Scene.sources + "/Tests/StoryTests/Golden"

    static func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

    static func bytes(_ name: String) -> [UInt8] { Folder().bytes("\(folder)/\(name)") }

    /// Expects these very bytes, and shows the first line that is another.
    static func expect(_ name: String, _ found: [UInt8], at place: SourceLocation = #_sourceLocation) {
        if getenv("STORY_RECORD") != nil { Folder().file("\(folder)/\(name)", found) }
        expectSame(found, bytes(name), name, at: place)
    }

    /// The text with identifiers, which differ from one database to another, as `<id>`.
    static func masked(_ text: String) -> String {
        let identifier = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/
        return text.replacing(identifier, with: "<id>")
    }
}

/// Expects the same bytes, and shows the first line that is another.
func expectSame(
    _ found: [UInt8], _ wanted: [UInt8], _ name: String = "", at place: SourceLocation = #_sourceLocation
) {
    guard found != wanted else { return }
    let (found, wanted) = (lines(found), lines(wanted))
    let line = zip(found, wanted).prefix { $0 == $1 }.count
    func shown(_ lines: [Substring]) -> Substring { line < lines.count ? lines[line] : "(end)" }
    Issue.record("\(name):\(line + 1) is\n  \(shown(found))\nand not\n  \(shown(wanted))", sourceLocation: place)
}

private func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
}
