import Training

/// The people of an evaluation under the names they are printed with.
struct Cast: Sendable {
    let names: [String: PersonName]

    /// The name, or the pseudonym of somebody who has none any more.
    func name(_ pseudonym: String) -> String { names[pseudonym].map { French.words($0.name) } ?? pseudonym }

    func provider(_ pseudonym: String) -> String { names[pseudonym].map { French.words($0.provider) } ?? "" }
}
