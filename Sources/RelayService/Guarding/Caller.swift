import Training

/// Who asks: an office, by one of its passes.
struct Caller: Sendable {
    let pass: Pass.Key
    let office: Office.Key

    var actor: Actor { .relay(office) }
}
