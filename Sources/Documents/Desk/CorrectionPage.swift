import FoundationEssentials
public import Training

extension DeskPage {
    /// One act of support for a person, to be corrected or taken back; its version goes with the form.
    ///
    /// - Parameter typed: what was typed in the form that is shown again with its faults.
    public static func correction(
        of act: Followed.Act, for record: Followed.Record, by office: Office.Code?, typed: Typed? = nil,
        _ reader: Reader
    ) -> DeskPage {
        let say = Tongue(reader.language)
        return DeskPage(
            DeskView(
                title: say("Corriger un accompagnement", "Correct support"), bar: .init(reader, at: nil),
                correction: CorrectionView(act, record, by: office, typed, say)), reader.language)
    }
}

struct CorrectionView {
    let person: String
    let personAddress: String
    let address: String
    let version: String
    let standing: String
    let isCancelled: Bool
    let hasFaults: Bool
    let fault: String?
    let fields: ActFields
    let done: ActFields.Field
    let reason: ActFields.Field
    let mistake: ActFields.Field

    init(
        _ act: Followed.Act, _ record: Followed.Record, by office: Office.Code?, _ typed: DeskPage.Typed?, _ say: Tongue
    ) {
        person = say.words("\(record.person.givenName) \(record.person.familyName)")
        let acts = SupportPart.address(record.person.participantID)
        (personAddress, address) = (
            String(acts.dropLast("/accompagnements".count)), "\(acts)/\(act.supportID.name)"
        )
        (version, isCancelled) = (String(act.version), act.isCancelled)
        let titles = Dictionary(record.changes.map { ($0.code, $0.title) }) { first, _ in first }
        standing =
            "\(say.shortDate(act.date)) · \(say.words(act.theme)) · \(SupportPart.facts(act, by: office, titles, say)) · \(say(act.outcome.label))"
        (fault, hasFaults) = (typed?.whole.map { say($0) }, typed.map { !$0.faults.isEmpty } ?? false)
        let isMistake = typed?.words["mistake"] != nil
        fields = ActFields(
            act, SupportPart.scopes(of: record, in: act.cohort.rawValue), isMistake ? nil : typed, say)
        done = .init("done_on", isMistake ? nil : typed, or: act.doneOn?.description ?? "", say)
        reason = .init("reason", isMistake ? nil : typed, say)
        mistake = .init("reason", isMistake ? typed : nil, say)
    }
}
