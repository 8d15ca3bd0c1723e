import FoundationEssentials
public import Training

extension DeskPage {
    /// Which other offices asked to read the office's people, which of theirs it asked to read, and the form to ask.
    public static func accesses(
        _ accesses: [Access.Shown], typed: Typed? = nil, _ reader: Reader
    ) -> DeskPage {
        let say = Tongue(reader.language)
        return DeskPage(
            DeskView(
                title: say("Accès temporaires", "Temporary access"), bar: .init(reader, at: .access),
                access: AccessView(accesses, typed, say)), reader.language)
    }
}

struct AccessView {
    struct Line {
        /// The office at the other end.
        let office: String
        /// Nil of another office's person.
        let name: String?
        /// Nil when there is no page to read.
        let address: String?
        let when: String
        let until: String
        let isOpen: Bool
        let reason: String

        init(_ access: Access.Shown, _ say: Tongue) {
            office = say.words(access.isOwn ? access.owner : access.asker)
            let names = [access.givenName, access.familyName].compactMap(\.self)
            name = names.isEmpty ? nil : say.words(names.joined(separator: " "))
            address =
                name != nil || access.isOpen
                ? "/participants/\(access.participantID.rawValue.uuidString.lowercased())" : nil
            when = "\(say.shortDate(access.grantedOn)) \(say.time(access.grantedTime))"
            until = Self.until(access, say)
            (isOpen, reason) = (access.isOpen, say.words(access.reason))
        }

        /// When an access ends: the time, with its day when that is another.
        static func until(_ access: Access.Shown, _ say: Tongue) -> String {
            let time = say.time(access.endsTime)
            return access.endsOn == access.grantedOn ? time : "\(say.shortDate(access.endsOn)) \(time)"
        }
    }

    let hasFaults: Bool
    let fault: String?
    let person: ActFields.Field
    let reason: ActFields.Field
    let hasForeign: Bool
    let foreign: [Line]
    let hasOwn: Bool
    let own: [Line]

    init(_ accesses: [Access.Shown], _ typed: DeskPage.Typed?, _ say: Tongue) {
        (fault, hasFaults) = (typed?.whole.map { say($0) }, typed.map { !$0.faults.isEmpty } ?? false)
        (person, reason) = (.init("person", typed, say), .init("reason", typed, say))
        foreign = accesses.filter { !$0.isOwn }.map { Line($0, say) }
        own = accesses.filter(\.isOwn).map { Line($0, say) }
        (hasForeign, hasOwn) = (!foreign.isEmpty, !own.isEmpty)
    }
}

/// What the page of another office's person says of the access by which it is read.
struct GuestPart {
    let words: String
    let reason: String

    init(_ access: Access.Shown, _ say: Tongue) {
        let until = AccessView.Line.until(access, say)
        words = say(
            "Cette personne est suivie par un autre office, \(access.owner). Vous la lisez jusqu’à \(until), et cet office le voit.",
            "Another office, \(access.owner), follows this person. You may read them until \(until), and that office sees it."
        )
        reason = say.words(access.reason)
    }
}
