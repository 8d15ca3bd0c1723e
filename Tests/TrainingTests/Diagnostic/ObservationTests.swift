import Postgres
import Testing

@testable import Training

/// Observations of providers and communes: what is recorded, corrected and refused.
struct ObservationTests {
    /// A programme in which two people of Albi and one of Centre Tarn are enrolled, and so their providers known.
    static func told(
        _ body: @escaping @Sendable (borrowing Transaction, Programme.ID) throws -> Void
    ) async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol(
                [Example.person("a"), Example.person("b"), Example.person("c", of: "centre-tarn")], in: programme)
            try body(tx, programme)
        }
    }

    @Test func theSameTwiceIsUnchanged() async throws {
        try await Self.told { tx, programme in
            let file: [Observation.Request] = [
                .seen("Gîte de a", "P05", 2, evidence: "https://a.invalid"), .seen("GITE DE B", "p05", 0),
                .seen("Albi", "C01", 3), .seen("81004", "C02", nil, missing: .notApplicable),
                .mail("Gîte de a", .complete, hours: 5), .mail("Albi", to: "C08", Observation.Reply.none),
            ]
            #expect(try tx.observe(file, in: programme) == Array(repeating: .added, count: 6))
            let digest = try tx.digest(of: programme)
            #expect(try tx.observe(file, in: programme) == Array(repeating: .unchanged, count: 6))
            #expect(try tx.digest(of: programme) == digest)
            let lines = try tx.observations(in: programme)
            #expect(lines.map(\.criterion.rawValue) == ["P03", "P05", "P05", "C01", "C02", "C08"])
            #expect(lines.map(\.value) == [nil, 2, 0, 3, nil, nil] && lines[0].hours == 5)
            #expect(lines[5].isAnswered == false && lines.allSatisfy { $0.rank == 1 })
        }
    }

    @Test func aDifferentValueIsACorrectionWithItsReasonAndItsTrail() async throws {
        try await Self.told { tx, programme in
            let first = [Observation.Request.seen("Gîte de a", "P05", 2)]
            try tx.observe(first, in: programme)
            let other = try tx.refusals([.seen("Gîte de a", "P05", 1)], in: programme)
            #expect(
                other == [
                    "2 reason déjà observé par la même personne : « 2 » ; une correction donne son motif, et la campagne d’une autre cohorte dit laquelle"
                ])
            #expect(
                try tx.observe([.seen("Gîte de a", "P05", 1, reason: "Relu")], in: programme) == [.corrected])
            #expect(try tx.observe(first, in: programme) == [.correctedSince])
            #expect(try tx.observations(in: programme).map(\.value) == [1])
            let trail = try tx.observationCorrections(of: programme)
            #expect(trail.map(\.oldValue) == ["2"] && trail.map(\.newValue) == ["1"])
            #expect(trail.map(\.reason) == ["Relu"] && trail.map(\.actor) == ["cohorte_admin"])
            #expect(
                try tx.observe([.seen("Gîte de a", "P05", 2, reason: "Encore")], in: programme, isFile: false)
                    == [.corrected])
        }
    }

    @Test func aReplyThatComesSinceNeedsNoReason() async throws {
        try await Self.told { tx, programme in
            try tx.observe([.mail("Gîte de a", Observation.Reply.none)], in: programme)
            #expect(try tx.observe([.mail("Gîte de a", .partial, hours: 30)], in: programme) == [.answered])
            #expect(try tx.observe([.mail("Gîte de a", Observation.Reply.none)], in: programme) == [.correctedSince])
            #expect(try tx.observations(in: programme).map(\.hours) == [30])
            #expect(try tx.refusals([.mail("Gîte de a", .partial, hours: 31)], in: programme).count == 1)
        }
    }

    @Test func whoIsRecordedFirstCountsAndAThirdIsRefused() async throws {
        try await Self.told { tx, programme in
            try tx.observe(
                [
                    .seen("Gîte de a", "P05", 2, by: "Zoé"), .seen("Gîte de a", "P05", 3, by: "Ali"),
                    .seen("Gîte de a", "P06", 1, by: "Ali"),
                ], in: programme)
            try tx.observe([.seen("Gîte de a", "P06", 1, by: "ZOÉ")], in: programme)
            let lines = try tx.observations(in: programme)
            #expect(
                lines.map { "\($0.criterion.rawValue) \($0.rank) \($0.observer)" } == [
                    "P05 1 Zoé", "P05 2 Ali", "P06 1 Ali", "P06 2 ZOÉ",
                ])
            #expect(
                try tx.refusals([.seen("Gîte de a", "P05", 2, by: "Max")], in: programme) == [
                    "2 observer déjà observé par deux personnes (Zoé, Ali) : un troisième constat ne se garde pas ; pour la campagne d’une autre cohorte, dites laquelle (colonne « cohorte » ou --cohort)"
                ])
            #expect(
                try tx.observe([.seen("Gîte de a", "P05", 3, by: "zoe", reason: "Relu")], in: programme) == [.corrected]
            )
        }
    }

    @Test func everyBadLineIsNamedAndNothingIsWritten() async throws {
        try await Self.told { tx, programme in
            let refused = try tx.refusals(
                [
                    .seen("Gîte de a", "P05", 2), .seen("Gîte inconnu", "P05", 2), .seen("Gîte de a", "X99", 2),
                    .seen("Albi", "P05", 2), .seen("Gîte de a", "C01", 2), .seen("Atlantide", "C01", 2),
                    .seen("Gîte de a", "P03", 2), .mail("Gîte de a", to: "P06", .complete, hours: 2),
                    .seen("Gîte de b", "P05", nil), .seen("Gîte de a", "p05", 3),
                    .seen("Gîte de b", "P06", 1, on: "2022-02-01"), .seen("Gîte de b", "P07", 1, on: nil),
                ], in: programme)
            #expect(
                refused.map { $0.prefix(40) }
                    == [
                        "3 unit prestataire « Gîte inconnu » inconnu ; « cohorte provider list » donne les prestataires",
                        "4 criterion critère inconnu ; critères : P01, P02, P03",
                        "5 criterion P05 s’observe chez un prestataire, et « Albi » est une commune",
                        "6 criterion C01 s’observe sur une commune, et « Gîte de a » est un prestataire",
                        "7 unit commune « Atlantide » inconnue ; « cohorte commune list » donne les communes",
                        "8 value P03 est un courriel mystère : donnez envoye_le",
                        "9 kind P06 n’est pas un courriel mystère : donnez une valeur",
                        "10 value donnez une valeur de 0 à 3, sans_objet ou non_observe",
                        "11 criterion déjà donné à la ligne 2", "12 date le 01/02/2022 n’est pas encore arrivé",
                        "13 date donnez le jour du constat",
                    ].map { $0.prefix(40) })
            #expect(try tx.observations(in: programme).isEmpty)
        }
    }

    @Test func aMailThatCannotBeIsNamed() async throws {
        try await Self.told { tx, programme in
            func time(_ day: Day, _ hour: Int, _ minute: Int = 0, _ offset: String? = nil) -> Observation.Time {
                .init(day, .at(hour, minute), offset: offset)
            }
            func mail(_ sent: Observation.Time?, _ replied: Observation.Time?, _ kind: Observation.Reply?)
                -> Observation.Request
            {
                .init(
                    unit: "Gîte de a", criterion: "P03", wave: .before, date: nil, observer: "O", sent: sent,
                    replied: replied, kind: kind)
            }
            let nine = time("2021-09-01", 9)
            let cases: [(Observation.Request, String)] = [
                (
                    mail(nine, time("2021-09-01", 8), .partial),
                    "replied_at la réponse ne vient pas après l’envoi (01/09/2021 09:00)"
                ),
                (mail(nine, nine, .partial), "replied_at la réponse ne vient pas après l’envoi (01/09/2021 09:00)"),
                (mail(nine, nil, .complete), "replied_at une réponse « complète » a un jour et une heure"),
                (
                    mail(nine, time("2021-09-01", 10), Observation.Reply.none),
                    "replied_at une réponse a été reçue : sa nature n’est pas « aucune »"
                ),
                (
                    mail(nine, nil, nil),
                    "kind P03 est un courriel mystère : donnez la nature de la réponse (aucune, s’il n’y en a pas)"
                ),
                (mail(nil, nil, .complete), "date donnez le jour du constat"),
                (
                    mail(time("2021-10-31", 2, 30), nil, Observation.Reply.none),
                    "sent_at 31/10/2021 02:30 existe deux fois à Paris : ajoutez +02:00 (heure d’été) ou +01:00 (heure d’hiver)"
                ),
                (
                    mail(time("2022-03-27", 2, 30), nil, Observation.Reply.none),
                    "sent_at 02:30 n’existe pas ce jour-là, on passe à l’heure d’été : écrivez 01:30 (heure d’hiver) ou 03:30 (heure d’été)"
                ),
                (
                    mail(time("2022-05-01", 9), nil, Observation.Reply.none),
                    "sent_at le 01/05/2022 n’est pas encore arrivé"
                ),
            ]
            for (request, words) in cases {
                let refused = try tx.refusals([request], in: programme, on: "2022-04-30").first
                #expect(refused == "2 " + words)
            }
            let twice = [time("2021-10-31", 2, 30, "+02:00"), time("2021-10-31", 2, 30, "+01:00")]
            try tx.observe([mail(twice[0], twice[1], .partial)], in: programme)
            #expect(try tx.observations(in: programme).map(\.hours) == [1])
        }
    }

    @Test func providersOfOneNameAreToldApartByTheirCommune() async throws {
        try await TestDatabase.inProgramme { tx, programme in
            try tx.openCohort(in: programme)
            try tx.enrol(
                [
                    Example.person("a", provider: "Au Bon Accueil"),
                    Example.person("b", of: "centre-tarn", provider: "Au bon accueil"),
                ], in: programme)
            #expect(
                try tx.refusals([.seen("Au bon accueil", "P05", 1)], in: programme) == [
                    "2 unit plusieurs prestataires s’appellent « Au bon accueil » ; ajoutez la colonne « commune »"
                ])
            let named = Observation.Request(
                unit: "Au bon accueil", commune: "réalmont", criterion: "P05", wave: .before, date: "2021-09-01",
                observer: "O", value: 1)
            try tx.observe([named], in: programme)
            #expect(try tx.observations(in: programme).map(\.office) == ["centre-tarn"])
            let id: Provider.ID = try tx.value(
                "select provider_id from provider where name = 'Au Bon Accueil' and programme_id = $1", programme)
            try tx.observe([.seen(id.postgresText ?? "", "P05", 3)], in: programme)
            #expect(try tx.observations(in: programme).map(\.value) == [3, 1])
        }
    }

    /// What was observed of a provider goes with it, trail and all; what its commune looks like does not.
    @Test func observationsFollowTheirProviderToAnotherOffice() async throws {
        try await Self.told { tx, programme in
            try tx.observe([.seen("Gîte de a", "P05", 2), .seen("Albi", "C01", 3)], in: programme)
            try tx.observe([.seen("Gîte de a", "P05", 1, reason: "Relu")], in: programme)
            _ = try tx.transfer("a@example.org", to: "centre-tarn", of: programme, reason: "Déménagement")
            #expect(try tx.observations(in: programme).map(\.office) == ["centre-tarn", "albi"])
            #expect(try tx.observationCorrections(of: programme).map(\.office) == ["centre-tarn"])
        }
    }

    /// PostgreSQL itself holds what the file's reader and the statements hold.
    @Test func whatCannotBeIsRefusedByTheSchemaToo() async throws {
        try await Self.told { tx, programme in
            try tx.observe([.seen("Gîte de a", "P05", 2), .mail("Gîte de a", .partial, hours: 4)], in: programme)
            for (change, rule) in [
                ("value = 4", "observation_value_is_on_its_scale"), ("value = null", "observation_says_one_thing"),
                ("missing = 'not_observed'", "observation_says_one_thing"),
                ("kind = 'none', sent_at = now()", "observation_says_one_thing"),
            ] {
                let broken = try tx.failure {
                    try $0.script("change", "update observation set \(change) where criterion = 'P05'")
                }
                #expect(broken?.constraint == rule, "\(change)")
            }
            for (change, rule) in [
                ("replied_at = sent_at - interval '1 s'", "reply_comes_after_sending"),
                ("replied_at = null", "reply_has_its_time"), ("kind = 'none'", "reply_has_its_time"),
            ] {
                let broken = try tx.failure {
                    try $0.script("change", "update observation set \(change) where criterion = 'P03'")
                }
                #expect(broken?.constraint == rule, "\(change)")
            }
            try tx.become(nil)
            let unfit = try tx.failure {
                try $0.script("change", "update observation set criterion = 'C01' where criterion = 'P05'")
            }
            #expect(unfit?.constraint == "observation_fits_its_criterion")
            let silent = try tx.failure {
                try $0.script("change", "update observation set value = 1, reason = null where criterion = 'P05'")
            }
            #expect(silent?.constraint == "observation_correction_has_a_reason")
        }
    }

    /// Shuffled by chance: the same file in any order is the same observations.
    @Test(arguments: 0..<3) func theOrderOfLinesOfOneObserverDoesNotMatter(seed: UInt64) async throws {
        try await Self.told { tx, programme in
            var random = SeededGenerator(seed)
            let file = ["a", "b", "c"].flatMap { name in
                Example.providerCriteria.map {
                    Observation.Request.seen("Gîte de \(name)", $0, Int($0.suffix(1)).map { $0 % 4 })
                }
            }
            try tx.observe(file.shuffled(using: &random), in: programme)
            let told = try tx.observations(in: programme).map {
                "\($0.name) \($0.criterion.rawValue) \($0.value ?? -1)"
            }
            #expect(told.count == 69 && told == told.sorted())
            #expect(try Set(tx.observe(file, in: programme)) == [.unchanged])
        }
    }
}
