public import FoundationEssentials
public import Postgres
import TrainingSQL

/// A tourism business or site, in one commune.
public struct Provider: Sendable {
    public struct ID: Identity {
        public let rawValue: UUID
        public init(rawValue: UUID) { self.rawValue = rawValue }
    }

    public let office: Office.Code
    public let commune: String
    public let insee: String
    public let name: String
    public let category: String
}

extension Query<Provider> {
    public static func providers(of programme: Programme.ID, office: Office.Code?) -> Self {
        Query(SQL.`queries/provider/list`, programme, office, as: Provider.init)
    }
}

/// A kind of provider, as data.
public struct Category: Sendable {
    public let code: String
    public let labelFr: String
    public let labelEn: String

    public init(code: String, labelFr: String, labelEn: String) {
        (self.code, self.labelFr, self.labelEn) = (code, labelFr, labelEn)
    }
}

extension Query<Category> {
    static func categories() -> Self { Query(SQL.`queries/evaluation/categories`, as: Category.init) }
}

extension Command {
    static func set(_ category: Category, at position: Int) -> Command {
        Command(SQL.`queries/category/set`, category.code, category.labelFr, category.labelEn, Int32(position))
    }
}

extension Transaction {
    /// The providers of a programme, of one office when named.
    public func providers(of programme: Programme.ID, office: Office.Code? = nil) throws -> [Provider] {
        if let office { _ = try self.office(office.rawValue, of: programme) }
        return try ask(.providers(of: programme, office: office))
    }
}
