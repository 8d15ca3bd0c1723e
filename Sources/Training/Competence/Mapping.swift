public import Postgres
import TrainingSQL

extension Instrument {
    /// One line of a mapping file: two questions that ask the same.
    public struct MappedItem: Sendable {
        let from: String
        let to: String

        public init(from: String, to: String) { (self.from, self.to) = (from, to) }
    }

    /// Two versions that answer each other.
    public struct MappingLine: Sendable {
        public let instrument: Code
        public let fromVersion: Int32
        public let toVersion: Int32
        public let items: Int
    }

    /// Positions, from 1, of questions that ask the same.
    struct MappedPosition: Sendable, Equatable {
        let fromPosition: Int32
        let toPosition: Int32
    }
}

extension Query<Instrument.MappedPosition> {
    static func mapping(from one: Instrument.ID, to other: Instrument.ID, in programme: Programme.ID) -> Self {
        Query(SQL.`queries/instrument/mapped`, programme, one, other, as: Instrument.MappedPosition.init)
    }
}

extension Query<Instrument.MappingLine> {
    static func mappings(of programme: Programme.ID) -> Self {
        Query(SQL.`queries/instrument/mappings`, programme, as: Instrument.MappingLine.init)
    }
}

extension Command {
    static func map(
        _ position: Instrument.MappedPosition, from one: Instrument.ID, to other: Instrument.ID,
        in programme: Programme.ID
    ) -> Command {
        Command(
            SQL.`queries/instrument/map`, programme, one, other, position.fromPosition, position.toPosition)
    }
}

extension Transaction {
    /// The mappings that were declared.
    public func mappings(of programme: Programme.ID) throws -> [Instrument.MappingLine] {
        try ask(.mappings(of: programme))
    }

    /// Declares which questions of one version ask the same as which of another; the same again is unchanged.
    ///
    /// Both are on the same competence and scale, and no competence of the first version is lost.
    public func map(
        _ code: Instrument.Code, from version: Int, to later: Int, _ lines: Lines<Instrument.MappedItem>,
        of programme: Programme.ID
    ) throws -> Made {
        let (one, items) = try instrument(code, version: version, of: programme)
        let (other, others) = try instrument(code, version: later, of: programme)
        guard one.instrumentID != other.instrumentID else {
            throw Refusal(
                rule: "mapping_is_of_two_versions", "Une correspondance lie deux versions.",
                "A mapping is of two versions.")
        }
        let positions = try mapped(lines, Mapping(one: one, items: items, other: other, others: others))
        let known = try ask(.mapping(from: one.instrumentID, to: other.instrumentID, in: programme))
        guard known.isEmpty else {
            if known == positions { return .unchanged }
            throw Refusal(
                rule: "mapping_is_declared_once",
                "\(one.name) et \(other.name) ont déjà une autre correspondance : elle reste ; publiez une nouvelle version.",
                "\(one.name) and \(other.name) have another mapping already, which stays: publish a new version.")
        }
        for position in positions {
            try change(.map(position, from: one.instrumentID, to: other.instrumentID, in: programme))
        }
        return .added
    }

    /// Two versions with their items.
    private struct Mapping {
        let one: Instrument, items: [Instrument.Item], other: Instrument, others: [Instrument.Item]
    }

    private func mapped(_ lines: Lines<Instrument.MappedItem>, _ mapping: Mapping) throws
        -> [Instrument.MappedPosition]
    {
        var (misread, positions) = (lines.misread, [Instrument.MappedPosition]())
        var lineOf: [String: Int] = [:]
        for (line, pair) in lines.read {
            guard let from = mapping.items.firstIndex(where: { $0.item == pair.from }) else {
                misread.append(.noItem(pair.from, of: mapping.one, line: line, column: "from"))
                continue
            }
            guard let to = mapping.others.firstIndex(where: { $0.item == pair.to }) else {
                misread.append(.noItem(pair.to, of: mapping.other, line: line, column: "to"))
                continue
            }
            for (column, key) in [("from", "f\(from)"), ("to", "t\(to)")] {
                if let known = lineOf.updateValue(line, forKey: key) {
                    misread.append(
                        Misread(line: line, column: column, reason: Fault.duplicateLine.sentence(String(known))))
                }
            }
            misread += Misread.differences(mapping.items[from], mapping.others[to], line: line)
            positions.append(.init(fromPosition: Int32(from + 1), toPosition: Int32(to + 1)))
        }
        if let refused = try LinesRefused(misread) { throw refused }
        let kept = Set(positions.map { mapping.items[Int($0.fromPosition) - 1].competence })
        var lost: [String] = []
        for item in mapping.items where !kept.contains(item.competence) && !lost.contains(item.competence) {
            lost.append(item.competence)
        }
        guard lost.isEmpty else {
            throw Refusal(
                rule: "mapping_loses_no_competence",
                "Cette correspondance perd une compétence (\(lost.joined(separator: ", "))) : les deux versions ne se compareraient pas.",
                "This mapping loses a competence (\(lost.joined(separator: ", "))): the two versions would not pair.")
        }
        return positions.sorted { $0.fromPosition < $1.fromPosition }
    }
}

extension Misread {
    fileprivate static func noItem(_ item: String, of instrument: Instrument, line: Int, column: String) -> Misread {
        Misread(
            line: line, column: column,
            reason: Sentence(
                "« \(item) » n’est pas une question de \(instrument.name)",
                "\"\(item)\" is no item of \(instrument.name)"))
    }

    /// Why two questions cannot stand for each other.
    fileprivate static func differences(_ one: Instrument.Item, _ other: Instrument.Item, line: Int) -> [Misread] {
        var reasons: [Sentence] = []
        if one.competence != other.competence {
            reasons.append(
                Sentence(
                    "\(one.item) porte sur \(one.competence), \(other.item) sur \(other.competence)",
                    "\(one.item) is on \(one.competence), \(other.item) on \(other.competence)"))
        }
        if (one.minimum, one.maximum) != (other.minimum, other.maximum) {
            reasons.append(
                Sentence(
                    "deux plafonds ou échelles : \(Int(one.minimum)) à \(Int(one.maximum)), puis \(Int(other.minimum)) à \(Int(other.maximum)) ; les scores ne se compareraient pas",
                    "two ceilings or scales: \(Int(one.minimum)) to \(Int(one.maximum)), then \(Int(other.minimum)) to \(Int(other.maximum)); the scores would not pair"
                ))
        }
        if one.isReversed != other.isReversed {
            reasons.append(
                Sentence(
                    "l’une des deux questions est inversée et l’autre non",
                    "one of the two items is reverse-keyed and the other is not"))
        }
        return reasons.map { Misread(line: line, column: "to", reason: $0) }
    }
}
