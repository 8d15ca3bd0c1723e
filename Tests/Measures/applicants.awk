# Invented applicants, two from each provider, as a spreadsheet saves them: awk -v count=N -f applicants.awk.
# With -v staged=1 as they are staged, for psql: line by line, with identifiers.
function id(kind, n) { return sprintf("%08x-0000-7%03d-8000-%012x", n, kind, n) }
BEGIN {
    given_names = split("Agnès Bastien Céline Denis Émilie Fabrice Gaëlle Hugo Inès Joël Kévin Léa Maxime Noémie Ophélie", given, " ")
    split("albi centre-tarn pays-cordais segala-tarnais vallee-du-tarn", office, " ")
    split("Albi Réalmont Cordes-sur-Ciel Carmaux Ambialet", commune, " ")
    split("gite_meuble chambre_hotes hotel camping site_visite", category, " ")
    OFS = staged ? "," : ";"
    if (!staged) print "office;commune;prestataire;categorie;nom;prenom;courriel;telephone;candidature_le"
    for (n = 0; n < count; n++) {
        pair = int(n / 2)
        place = pair % 5 + 1
        who = office[place] OFS commune[place] OFS "Gîte imaginaire nº " pair OFS category[place] OFS "Exemple-" n OFS \
            given[n % given_names + 1] OFS "personne." n "@exemple.invalid"
        phone = sprintf(staged ? "063998%02d%02d" : "06 39 98 %02d %02d", n / 100 % 100, n % 100)
        if (staged) print n + 2, who, phone, sprintf("2021-%02d-%02d", n % 6 + 1, n % 28 + 1), id(1, n), id(2, n), id(3, n)
        else print who, phone, sprintf("%02d/%02d/2021", n % 28 + 1, n % 6 + 1)
    }
}
