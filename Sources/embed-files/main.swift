// embed-files <root> <output> <file>...
// Writes every .sql file as a member of `SQL` named by its path, and every other file as bytes in `Embedded.files`.
import FoundationEssentials

let arguments = CommandLine.arguments
let root = arguments[1].hasSuffix("/") ? arguments[1] : arguments[1] + "/"
var statements = ""
var names: [String] = []
var members = ""

/// A raw literal long enough that nothing in `text` can end it.
func literal(_ text: String) -> String {
    var fence = "#"
    while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
    return fence + "\"\"\"\n" + text + "\n\"\"\"" + fence
}

extension Character {
    /// A byte as it is written in a string literal.
    var embedded: String {
        switch self {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case " "..."~": String(self)
        default: unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
        }
    }
}

for path in arguments.dropFirst(3) {
    let data = try Data(contentsOf: URL(filePath: path))
    let name = String(path.dropFirst(root.count))
    guard name.hasSuffix(".sql") else {
        let latin1 = data.map { Character(UnicodeScalar($0)).embedded }.joined()
        members += "    Embedded(name: \"\(name)\", latin1: \"\(latin1)\"),\n"
        continue
    }
    let bare = String(name.dropLast(".sql".count))
    names.append(bare)
    let text = String(decoding: data, as: UTF8.self)
    statements += "    public static let `\(bare)` = SQL(name: \"\(bare)\", text: \(literal(text)))\n"
}

var swift = members.isEmpty ? "" : "extension Embedded {\n    static let files: [Embedded] = [\n\(members)    ]\n}\n"
if !names.isEmpty {
    let all = names.map { "`\($0)`" }.joined(separator: ", ")
    swift += "extension SQL {\n\(statements)    public static let all: [SQL] = [\(all)]\n}\n"
}
try Data(swift.utf8).write(to: URL(filePath: arguments[2]), options: .atomic)
