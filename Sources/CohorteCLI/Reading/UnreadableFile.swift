import Training

/// A file that cannot be read as a whole, before any of its lines is looked at.
struct UnreadableFile: Error, Equatable {
    let reason: Sentence

    init(_ french: String, _ english: String) { reason = Sentence(french, english) }
}
