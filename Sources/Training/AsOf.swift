public import Postgres
import TrainingSQL

/// When something is asked: now, on a day of the calendar, or at an instant.
public enum AsOf: Equatable, Sendable {
    case now
    case day(Day)
    case instant(Instant)
}

extension Query<Day> {
    static func day(at instant: Instant?) -> Self {
        Query(SQL.`queries/schema/day`, instant) { (day: Day) in day }
    }
}

/// A time on the clocks of Paris, and what stands beside it on the days when they change.
struct LocalTime: Sendable {
    let day: Day
    let isSkipped: Bool
    let isTwice: Bool
    let earlier: String
    let later: String
}

extension Query<LocalTime> {
    static func local(_ time: Instant) -> Self {
        Query(SQL.`queries/schema/local_time`, time.rawValue, as: LocalTime.init)
    }
}

extension Transaction {
    /// The day in Paris that "now" means; the database alone turns instants into days.
    public func day(_ asOf: AsOf) throws -> Day {
        switch asOf {
        case .day(let day): return day
        case .now: return try require(askOne(.day(at: nil)))
        case .instant(let instant):
            do {
                return instant.hasZone ? try require(askOne(.day(at: instant))) : try day(onClocksOfParis: instant)
            } catch let error as PostgresError where error.sqlState.hasPrefix("22") {
                throw Refusal(
                    rule: "instant_exists",
                    "« \(instant.rawValue) » n’est ni une date ni un instant (2021-10-31T02:30:00+02:00).",
                    "\"\(instant.rawValue)\" is neither a date nor an instant (2021-10-31T02:30:00+02:00).")
            }
        }
    }

    /// Refuses a time that the clocks of Paris skip or show twice, and names the two that it could be.
    private func day(onClocksOfParis time: Instant) throws -> Day {
        let local = try askOne(.local(time))
        let text = time.rawValue
        if let local, local.isSkipped {
            throw Refusal(
                rule: "local_time_exists",
                "« \(text) » n’existe pas à Paris, on passe à l’heure d’été : écrivez \(local.earlier) (heure d’hiver) ou \(local.later) (heure d’été).",
                "\"\(text)\" does not exist in Paris, summer time begins: write \(local.earlier) (winter time) or \(local.later) (summer time)."
            )
        }
        if local?.isTwice == true {
            throw Refusal(
                rule: "local_time_is_one",
                "« \(text) » existe deux fois à Paris : écrivez \(text)+02:00 (heure d’été) ou \(text)+01:00 (heure d’hiver).",
                "\"\(text)\" happens twice in Paris: write \(text)+02:00 (summer time) or \(text)+01:00 (winter time).")
        }
        return try require(local?.day)
    }

    private func require(_ day: Day?) throws -> Day {
        guard let day else { throw PostgresError(sqlState: "02000", message: "no day", statement: "schema/day") }
        return day
    }
}
