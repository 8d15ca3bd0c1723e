import Statistics
import Training

/// A figure as an edition tells it: known, impossible to compute, or kept back.
enum Told<Value: Equatable & Sendable>: Equatable, Sendable {
    case value(Value)
    case unavailable(NotComputable)
    case withheld(Silence)

    init(_ value: Value?, else silence: Silence) { self = value.map(Told.value) ?? .withheld(silence) }

    init(_ figure: Figure<Value>) {
        switch figure {
        case .value(let value): self = .value(value)
        case .unavailable(let reason): self = .unavailable(reason)
        }
    }

    var value: Value? { if case .value(let value) = self { value } else { nil } }
    var reason: NotComputable? { if case .unavailable(let reason) = self { reason } else { nil } }
    var silence: Silence? { if case .withheld(let silence) = self { silence } else { nil } }
}

extension Tongue {
    /// What stands in place of something that is kept back; `k` is the least number of people a figure tells of.
    func withheld(_ silence: Silence, fewerThan k: Int) -> String {
        switch silence {
        case .protected:
            self(
                "non communiqué : dirait les valeurs de moins de \(k) personnes",
                "not disclosed: would tell the values of fewer than \(k) people")
        case .individual:
            self("non communiqué : repose sur une ou deux personnes", "not disclosed: stands on one or two people")
        case .coordinatorOnly: self("réservé à la coordination", "for the coordinator only")
        }
    }

    /// A number of people, or a dash where it is kept back.
    func integer(_ told: Told<Int>) -> String { told.value.map { integer($0) } ?? NumberStyle.missing }

    /// Why there is no figure, in few words.
    func why<Value>(_ told: Told<Value>) -> String {
        told.silence == nil ? why(told.reason) : self("non communiqué", "not disclosed")
    }
}
