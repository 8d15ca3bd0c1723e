import Training

/// What stands in place of a part that is not told: that it was not measured and what it would take, or that it is kept back.
struct Absence {
    let tag: String
    let remedy: String?

    init(_ name: String, _ edition: Edition, _ remedy: String, _ say: Tongue) {
        let isKept = edition.keptBack.contains(name)
        tag = isKept ? say("réservé à la coordination", "for the coordinator only") : say.unmeasured
        self.remedy = isKept ? nil : remedy
    }
}
