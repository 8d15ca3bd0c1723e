import FoundationEssentials
public import Postgres

extension Support {
    /// What an office says of an act for one of its people. The theme is one of the list.
    public struct Said: Sendable {
        let person: Participant.ID
        let cohort: Cohort.Code
        let day: Day
        let mode: Mode
        let theme: Training.Theme
        let content: Content

        public init(
            for person: Participant.ID, in cohort: Cohort.Code, on day: Day, _ mode: Mode, about theme: Training.Theme,
            _ content: Content
        ) {
            (self.person, self.cohort, self.day) = (person, cohort, day)
            (self.mode, self.theme, self.content) = (mode, theme, content)
        }
    }

    /// What became of a correction.
    public enum Corrected: Sendable {
        case done(Followed.Act)
        /// The act is no longer as the asker knew it, but so.
        case stale(Followed.Act)
        /// There is none, or none that the asker may change: nobody can tell which.
        case absent
    }
}

extension Transaction {
    /// Logs an act for somebody whom the asker follows, and gives it as it stands; the same act twice is unchanged. Nil when
    /// there is no such person, or none that the asker may see: nobody can tell which.
    public func log(_ said: Support.Said, of programme: Programme.ID, today: Day) throws -> (Made, Followed.Act)? {
        guard try follows(said.person, in: programme) else { return nil }
        let places: [Followed.Place] = try ask(.followed(said.person, of: programme))
        guard places.contains(where: { $0.cohort == said.cohort }) else {
            throw Refusal(
                rule: "participant_has_a_place", "Cette personne n’est pas inscrite dans cette cohorte.",
                "This person is not enrolled in this cohort.")
        }
        if let action = said.content.nextAction {
            try Wording.refuseUnreadable(action, by: "support_next_action_is_short")
        }
        let name = said.person.rawValue.uuidString.lowercased()
        let made = try logSupport(
            .init(participant: name, day: said.day, mode: said.mode, theme: said.theme.labelFr, content: said.content),
            in: said.cohort, of: programme, today: today)
        return try standing(inPlaceOf: said, of: programme).map { (made, $0) }
    }

    /// The act for a person that stands on the day, theme and mode of what is said; nil when there is none.
    public func standing(inPlaceOf said: Support.Said, of programme: Programme.ID) throws -> Followed.Act? {
        try askOne(
            .logged(
                for: said.person, in: said.cohort, of: programme, on: said.day, said.mode, said.theme.labelFr))
    }

    /// Corrects an act for somebody whom the asker follows, whoever gave it, if it is as the asker knows it; what it was is
    /// kept with the reason and the office that corrects.
    ///
    /// - Parameter change: what becomes of it; nil takes it as logged by mistake.
    public func correct(
        _ id: Support.ID, of programme: Programme.ID, because reason: String, today: Day,
        _ change: ((inout Support.Content) -> Void)?, ifKnown isKnown: (Followed.Act) -> Bool
    ) throws -> Support.Corrected {
        guard let held = try askOne(.held(id, of: programme)) else { return .absent }
        guard isKnown(held) else { return .stale(held) }
        try Wording.refuseUnreadable(reason, by: "support_correction_has_a_reason")
        var content = held.content
        change?(&content)
        if let action = content.nextAction, action != held.nextAction {
            try Wording.refuseUnreadable(action, by: "support_next_action_is_short")
        }
        _ = try correctSupport(id, of: programme, because: reason, today: today, change)
        return try askOne(.act(id, of: programme)).map { .done($0) } ?? .absent
    }

    /// An act for somebody whom the asker follows; nil when there is none.
    public func act(_ id: Support.ID, of programme: Programme.ID) throws -> Followed.Act? {
        try askOne(.act(id, of: programme))
    }

    /// What was due before a day for the asker's people and is not done, the longest overdue first.
    public func due(before day: Day, of programme: Programme.ID, _ page: Followed.ActPage) throws -> [Followed.Due] {
        try ask(.due(before: day, of: programme, page))
    }

    /// Whether the asker may see a person.
    public func follows(_ person: Participant.ID, in programme: Programme.ID) throws -> Bool {
        try askOne(Query<Followed.Person>.followed(person, of: programme)) != nil
    }

    /// The themes at which an office may be skilled.
    public func skillThemes() throws -> [Theme] { try themes().filter(\.isSkill) }

    /// The theme of this code or label at which an office may be skilled, in either language; else a `Refusal` that lists them.
    public func theme(named name: String) throws -> Theme {
        try skillThemes().first { $0.goes(by: name) } ?? skillTheme(Theme.Code(rawValue: name))
    }
}

extension Theme {
    /// Whether a name is its code or a label, case apart.
    public func goes(by name: String) -> Bool {
        [theme.rawValue, labelFr.lowercased(), labelEn.lowercased()].contains(name.lowercased())
    }
}
