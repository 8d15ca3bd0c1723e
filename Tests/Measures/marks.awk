# Marks of the invented applicants at fifty half-days, as a spreadsheet saves them: awk -v count=N -f marks.awk.
# With -v staged=1 as they are staged, for psql; with -v sessions=1 the fifty half-days.
BEGIN {
    OFS = staged ? "," : ";"
    if (sessions) {
        print "seance;date;demi_journee;debut;fin;lieu;mode;formateur;theme"
        for (n = 0; n < 50; n++)
            print sprintf("s%02d;%02d/%02d/2021", n, int(n / 2) % 28 + 1, 10), \
                n % 2 ? "apres_midi;14:00;17:00" : "matin;09:00;12:00", "Salle imaginaire;on_site;Camille Formatrice-Exemple;Thème"
        exit
    }
    if (!staged) print "seance;participant;statut;minutes;mode;motif"
    for (n = 0; n < count; n++) {
        chance = n * 7919 % 100
        status = chance < 85 ? "present" : chance < 92 ? "absent" : chance < 96 ? (staged ? "excused" : "excusé") : (staged ? "late" : "retard")
        minutes = chance < 96 ? "" : 150
        mode = chance < 5 ? (staged ? "remote" : "distanciel") : ""
        reason = chance >= 92 && chance < 96 ? "Salon imaginaire" : ""
        print (staged ? n + 2 OFS : "") sprintf("s%02d", n % 50), "personne." int(n / 50) "@exemple.invalid", status, minutes, mode, reason
    }
}
