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

    var scope: Scope {
        switch self {
        case .owner, .admin(nil): Scope([])
        case .admin(let programme?): Scope([("cohorte.programme", programme.rawValue)])
        case .relay(let office):
            Scope([("cohorte.programme", office.programme.rawValue), ("cohorte.office", office.office.rawValue)])
        }
    }
}
