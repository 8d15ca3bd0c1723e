import Training

/// The members of a JSON body, as a route describes them.
struct Body: Sendable {
    /// A member that a body may have.
    struct Member: Sendable {
        enum Kind: Sendable { case text, whole, truth }

        let name: String
        let kind: Kind
        var isRequired = false
        var mayBeNull = false
    }

    private let members: [String: JSONScalar]

    /// The members of a flat JSON object, each as described; what is not described, is missing, stands there twice or is of
    /// another kind is a `Problem` that names it.
    ///
    /// - Parameter fixed: names that stand in what is read and cannot be changed.
    init(_ bytes: [UInt8], _ described: [Member], fixed: [String] = []) throws(Problem) {
        do throws(JSONFault) { members = try JSONObjectReader.members(of: bytes) } catch { throw Problem(error) }
        for name in members.keys.sorted() where !described.contains(where: { $0.name == name }) {
            throw fixed.contains(name) ? .unchangeable(name) : .unknown(name, described.map(\.name))
        }
        for member in described {
            guard let value = members[member.name] else {
                if member.isRequired { throw .missing(member.name) }
                continue
            }
            if let fault = Self.fault(of: value, as: member) { throw fault }
        }
    }

    /// Whether a member is there, null or not.
    func has(_ name: String) -> Bool { members[name] != nil }

    /// The text under a name; nil for null, and for what is not there.
    func text(_ name: String) -> String? { if case .text(let text) = members[name] { text } else { nil } }

    func whole(_ name: String) -> Int? {
        if case .number(let digits) = members[name] { Self.whole(digits) } else { nil }
    }

    func truth(_ name: String) -> Bool? { if case .truth(let isTrue) = members[name] { isTrue } else { nil } }

    /// JSON has one kind of number: 30.0 and 3e1 are whole.
    private static func whole(_ digits: String) -> Int? { Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) } }

    private static func fault(of value: JSONScalar, as member: Member) -> Problem? {
        switch (value, member.kind) {
        case (.null, _): return member.mayBeNull ? nil : .notOfKind(member)
        case (.text(let text), .text):
            return text.utf8.contains(0)
                ? .member(
                    member.name, Sentence("un caractère nul n’est pas admis", "a zero character is not allowed")) : nil
        case (.number(let digits), .whole): return whole(digits) == nil ? .notOfKind(member) : nil
        case (.truth, .truth): return nil
        default: return .notOfKind(member)
        }
    }
}

extension Problem {
    /// What is wrong with the member of a name.
    static func member(_ name: String, _ sentence: Sentence) -> Problem {
        let shown = Problem.shown(name)
        return .badRequest(
            Sentence("« \(shown) » : \(sentence.french).", "\"\(shown)\": \(sentence.english)."))
    }

    fileprivate init(_ fault: JSONFault) {
        switch fault {
        case .malformed(let byte):
            self = .badRequest(
                Sentence(
                    "Le corps n’est pas un objet JSON : octet \(byte + 1).",
                    "The body is no JSON object: byte \(byte + 1)."))
        case .twice(let name):
            self = .member(name, Sentence("ce nom est donné deux fois", "this name stands there twice"))
        case .nested(let name):
            self = .member(
                name, Sentence("ni liste ni objet n’est attendu ici", "no list and no object is expected here"))
        }
    }

    fileprivate static func unknown(_ name: String, _ known: [String]) -> Problem {
        let list = known.joined(separator: ", ")
        return .member(
            name, Sentence("ce nom n’existe pas ici ; noms : \(list)", "there is no such name; names: \(list)"))
    }

    fileprivate static func unchangeable(_ name: String) -> Problem {
        .member(
            name,
            Sentence(
                "cela ne se corrige pas ; annulez (is_cancelled) et notez de nouveau",
                "this is not corrected; take the act back (is_cancelled) and log it anew"))
    }

    fileprivate static func missing(_ name: String) -> Problem {
        .member(name, Sentence("il manque", "it is missing"))
    }

    fileprivate static func notOfKind(_ member: Body.Member) -> Problem {
        let kind: Sentence =
            switch member.kind {
            case .text: Sentence("un texte", "a text")
            case .whole: Sentence("un nombre entier", "a whole number")
            case .truth: Sentence("true ou false", "true or false")
            }
        let null = member.mayBeNull ? Sentence(" ou null", " or null") : Sentence("", "")
        return .member(
            member.name,
            Sentence(
                "il faut \(kind.french)\(null.french)", "it must be \(kind.english)\(null.english)"))
    }

    /// A name that somebody made up, as it may be shown: forty characters of it, those that can be read.
    private static func shown(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F
                }.prefix(40)))
    }
}
