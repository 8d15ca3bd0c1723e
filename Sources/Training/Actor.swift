import FoundationEssentials
import Postgres

/// Who is asking: the PostgreSQL role that answers, and the rows it may see. PostgreSQL decides the rest.
public enum Actor: Sendable {
    /// Makes and changes the schema; passes row security, and serves nobody.
    case owner
    /// The coordinator of one programme; without one, only the list of programmes is seen.
    case admin(Programme.ID?)
    /// One tourist office, about the people it follows.
    case relay(Office.Key)
    /// One tourist office, about one person of another's to whom it has access for three hours.
    case guest(Office.Key, Participant.ID)
    /// The door itself, before it knows who asks: it looks up this pass, and nothing of anybody.
    case door(Pass.Key)
    /// The door, writing the read log of a programme; without one it sees only whether the schema is there.
    case log(Programme.ID?)

    var scope: Scope {
        switch self {
        case .owner, .admin(nil): Scope([])
        case .admin(let programme?): Scope([("cohorte.programme", programme.rawValue)])
        case .relay(let office):
            Scope([("cohorte.programme", office.programme.rawValue), ("cohorte.office", office.office.rawValue)])
        case .guest(let office, let person):
            Scope([
                ("cohorte.programme", office.programme.rawValue), ("cohorte.office", office.office.rawValue),
                ("cohorte.participant", person.rawValue),
            ])
        case .door(let pass):
            Scope([("cohorte.programme", pass.programme.rawValue), ("cohorte.pass", pass.pass.rawValue)])
        case .log(nil): Scope([])
        case .log(let programme?): Scope([("cohorte.programme", programme.rawValue)])
        }
    }
}
