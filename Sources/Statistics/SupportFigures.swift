extension Entry {
    /// R10: what offices did for the people of a group, in the order in which it is told.
    public static func support(
        acts: Int, minutes: Int, people: Int, perParticipant: Figure<Double>, needs: Int, met: Int, unmet: Int
    ) -> [Entry] {
        [
            Entry("acts", acts), Entry("minutes", minutes), Entry("people_helped", people),
            Entry("acts_per_participant", perParticipant), Entry("needs", needs), Entry("needs_met", met),
            Entry("needs_unmet", unmet),
        ]
    }
}
