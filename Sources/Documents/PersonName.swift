/// Who stands behind a pseudonym, joined to an evaluation only when it is printed.
public struct PersonName: Equatable, Sendable {
    /// First and last name, as the person writes them.
    public let name: String
    /// The business or site the person comes from.
    public let provider: String

    public init(name: String, provider: String) { (self.name, self.provider) = (name, provider) }
}
