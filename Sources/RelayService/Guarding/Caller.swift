import Crypto
import Training

/// Who asks: an office, by one of its passes.
struct Caller: Sendable {
    let pass: Pass.Key
    let office: Office.Key
    /// What seals the places in lists that the caller is told.
    let cursors: SymmetricKey

    var actor: Actor { .relay(office) }
}
