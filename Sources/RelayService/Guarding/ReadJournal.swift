import FoundationEssentials
import Synchronization
import Training

/// What was read of named people, on its way to the log: written within a second, a batch a programme.
///
/// The same reading repeated within the second is one entry with its number of times. While the log cannot be written,
/// readings wait; when too many do, nothing more is read (`isFull`).
final class ReadJournal: Sendable {
    struct Reading: Hashable {
        let programme: Programme.ID
        let pass: Pass.ID
        let office: Office.ID
        /// The route.
        let what: String
        let people: [Participant.ID]
    }

    private struct Times {
        var count: Int
        let first: Date
        var last: Date

        mutating func again(at now: Date) { (count, last) = (count + 1, now) }
    }

    private let database: Database
    private let waiting = Mutex<[Reading: Times]>([:])

    init(_ database: Database) { self.database = database }

    /// Whether so much waits to be written that no more may be read.
    var isFull: Bool { waiting.withLock { $0.count } >= 50_000 }

    func note(_ what: String, _ people: [Participant.ID], by caller: Caller) {
        guard !people.isEmpty else { return }
        let reading = Reading(
            programme: caller.pass.programme, pass: caller.pass.pass, office: caller.office.office, what: what,
            people: people)
        let now = Date.now
        waiting.withLock { waiting in
            waiting[reading, default: Times(count: 0, first: now, last: now)].again(at: now)
        }
    }

    /// Writes what waits; what cannot be written waits on.
    func flush() async {
        let taken = waiting.withLock { waiting in
            defer { waiting = [:] }
            return waiting
        }
        for (programme, readings) in Dictionary(grouping: taken, by: \.key.programme) {
            let entries = readings.sorted { $0.value.first < $1.value.first }.map(Self.line).joined(separator: "\n")
            do {
                try await database.transaction(as: .log(programme)) { tx in
                    try tx.append(readings: entries, to: programme)
                }
            } catch {
                Log.shared.problem("read log", "it could not be written: \(error)")
                waiting.withLock { waiting in
                    for (reading, times) in readings {
                        let since = waiting[reading]
                        waiting[reading] = Times(
                            count: times.count + (since?.count ?? 0), first: times.first,
                            last: since?.last ?? times.last)
                    }
                }
            }
        }
    }

    private static func line(_ reading: Reading, _ times: Times) -> String {
        var json = JSONWriter()
        json.object { line in
            line.field("first", times.first.formatted(instants))
            line.field("last", times.last.formatted(instants))
            line.field("times", times.count)
            line.field("office", reading.office.rawValue)
            line.field("pass", reading.pass.rawValue)
            line.field("read", reading.what)
            line.field("people", reading.people.map(\.rawValue))
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static var instants: Date.ISO8601FormatStyle { .iso8601.time(includingFractionalSeconds: true) }
}
