import Testing

/// The calendar of the pilot, and of a cohort that meets while the clocks change, as calendar programs read it.
@Suite struct CalendarFileTests {
    @Test func thePilotsCalendarKeepsItsBytes() throws {
        let run = try Pilot.first.get().stage.run("calendar pilote-2021")
        #expect(run.code == 0 && run.said == "", "\(run.said)")
        Golden.expect("calendar.ics", run.bytes)
    }

    /// Read by two libraries, each half-day lies at the instants that the database has, and lasts what is planned.
    @Test func othersReadTheInstantsThatTheDatabaseHas() throws {
        let stage = try Stage(.open)
        stage.folder.file(
            "s.csv",
            """
            seance;date;demi_journee;debut;fin;lieu;mode;formateur;theme
            n1;30/10/2021;soiree;18:00;20:30;Salle;remote;Formatrice;"Une, deux; trois"
            n2;31/10/2021;matin;00:30;05:00;Salle;remote;Formatrice;Nuit du changement d’heure, où tout dure plus longtemps qu’il n’y paraît 🕑
            n3;31/10/2021;apres_midi;14:00;17:00;Salle;on_site;Formatrice;Après
            n4;21/01/2022;matin;09:00;12:00;Salle;on_site;Formatrice;Neige
            """)
        #expect(try stage.run("session schedule pilote-2021 s.csv").code == 0)
        #expect(try stage.run("session cancel pilote-2021 n4 --reason Neige --yes").code == 0)
        let run = try stage.run("calendar pilote-2021 --out a.ics")
        #expect(run.code == 0 && run.said == "Écrit : a.ics\n" && run.text == "")
        let instants = """
            select code || ' ' || to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' '
                || to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' ' || planned_minutes from session order by code
            """
        let wanted = try stage.sql(instants).split(separator: "\n").map(String.init)
        #expect(wanted[1] == "n2 2021-10-30 22:30 2021-10-31 04:00 330")
        let tools = try Tools.made.get()
        for script in [Self.icalendar, Self.vobject] {
            #expect(try tools.python(script, stage.folder.path("a.ics")) == wanted)
        }
        let words = try tools.python(Self.words, stage.folder.path("a.ics"))
        #expect(
            words == [
                "n1 CONFIRMED 0 Une, deux; trois",
                "n2 CONFIRMED 0 Nuit du changement d’heure, où tout dure plus longtemps qu’il n’y paraît 🕑",
                "n3 CONFIRMED 0 Après", "n4 CANCELLED 1 ANNULÉE : Neige",
            ])
    }

    private static let icalendar = """
        import icalendar, sys
        from datetime import timezone
        calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
        assert not calendar.errors and len(calendar.walk("VTIMEZONE")) == 1
        for e in calendar.walk("VEVENT"):
            assert not e.errors
            a, b = e["DTSTART"].dt.astimezone(timezone.utc), e["DTEND"].dt.astimezone(timezone.utc)
            print(e["UID"].split(".")[0], f"{a:%Y-%m-%d %H:%M} {b:%Y-%m-%d %H:%M}", (b - a).seconds // 60)
        """

    private static let vobject = """
        import sys, vobject
        from datetime import timezone
        calendar = vobject.readOne(open(sys.argv[1], newline="").read())
        calendar.validate(raiseException=True)
        for e in calendar.vevent_list:
            a, b = (x.value.astimezone(timezone.utc) for x in (e.dtstart, e.dtend))
            print(e.uid.value.split(".")[0], f"{a:%Y-%m-%d %H:%M} {b:%Y-%m-%d %H:%M}", (b - a).seconds // 60)
        """

    private static let words = """
        import icalendar, sys
        for e in icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read()).walk("VEVENT"):
            print(e["UID"].split(".")[0], e["STATUS"], e["SEQUENCE"], e["SUMMARY"])
        """
}
