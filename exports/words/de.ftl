# The words of briefings and reports in German. Names come in as they are, so sentences keep them in the
# nominative case.

## Days
format-day = d. MMMM y
format-month = MMMM y
when-on = am { $day }
when-in-month = im { $name }
when-in-year = im Jahr { $name }
when-between = zwischen dem { $first } und dem { $last }
when-by = spätestens am { $day }
when-from = frühestens am { $day }
when-unknown = zu unbekannter Zeit
when-one-of = einer von { $count } Kontakten, { $when }
some-day = einem Tag { $when }
during = von { $begin } bis { $end }
during-still = seit { $begin }
during-open = von { $begin } an, Ende unbekannt
during-until = bis { $end }
during-unknown = über unbekannte Zeit

## Lengths
days = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
days-range = { $least } bis { $most } Tage
days-at-least = { $count ->
    [one] mindestens 1 Tag
   *[other] mindestens { $count } Tage
}

## Terms: as the ontology labels them
outcome-attempted = versucht
outcome-held = zustande gekommen
outcome-refused = verweigert
outcome-ignored = ignoriert
outcome-cancelled = abgesagt
outcome-proposed = vorgeschlagen
rank-leader = Staats- oder Regierungsspitze
rank-minister = Minister
rank-adviser = Berater
rank-chief-of-staff = Generalstabschef
rank-ambassador = Botschafter
rank-working = Arbeitsebene
state-established = eingerichtet
state-in-place = vorhanden
state-in-use = in Gebrauch
state-unanswered = unbeantwortet
state-suspended = ausgesetzt
state-restored = wiederhergestellt
state-closed = geschlossen
mode-call = ein Telefonat
mode-meeting = ein Treffen
mode-visit = ein Besuch
mode-letter = ein Brief
mode-message = eine Botschaft
mode-note-verbale = eine Verbalnote
mode-contact = ein Kontakt
kind-outcome = Ergebnis
kind-denial = Bestreitung
kind-date = Datum
kind-initiator = Urheber
kind-mode = Mittel
kind-day-of-the-statement = Tag der Aussage
kind-refused-or-ignored = verweigert oder ignoriert
kind-place = Ort

## Who with whom
contact-sought = { $seekers } an { $others }
attempts-between = Versuche ({ $names })
counterparts = { $count ->
    [one] 1 Gegenüber
   *[other] { $count } Gegenüber
}
held-contacts = { $count ->
    [one] 1 zustande gekommener Kontakt
   *[other] { $count } zustande gekommene Kontakte
}

## The summary
summary-held = { $states }: { $count ->
    [one] 1 zustande gekommener Kontakt ist
   *[other] { $count } zustande gekommene Kontakte sind
} belegt{ $until }; { $last }.
summary-until = { " " }bis zum { $day }
summary-last = der letzte war { $which }
summary-last-maybe = der letzte kann gewesen sein: { $which }
summary-told = { $what } { $when } ({ $who })
summary-attempt = { $count ->
    [one] Ein Versuch { $when }, { $whose }, wurde { $outcome }{ $according }.
   *[other] Versuche (mindestens { $count }) { $when }, { $whose }, wurden { $outcome }{ $according }.
}
summary-whose = { $seekers } an { $others }
summary-whose-unknown = { $who }
summary-according = ; so { $voices }
summary-contested = ; das ist umstritten
summary-gap = { $one } und { $other }: { $days } vergingen vor ihrem Kontakt { $when }; { $status }.
gap-claimed = dass sie in dieser Zeit schwiegen, wird behauptet
gap-claimed-in-part = dass sie schwiegen, wird für einen Teil der Zeit behauptet
gap-claimed-of-a-wider-circle = ein Schweigen wird von einem weiteren Kreis behauptet, zu dem sie gehören
gap-unrecorded = niemand behauptet ein Schweigen, es ist nur kein Kontakt belegt
summary-silence = { $parties }: { $nothing }{ $hedge } { $during }{ $but }; so { $voice }.
summary-silence-denied = { $parties }: dass es { $during } { $nothing }{ $hedge } gab{ $but }, wird bestritten; so { $voice }.
summary-hedge = { " " }(eingeschränkt: ‚{ $hedge }‘)
summary-but = , ausgenommen { $exceptions }
nothing-any-contact = kein Kontakt
nothing-official-exchange = kein offizieller Austausch
nothing-public-contact = kein öffentlicher Kontakt
nothing-calls = kein Telefonat
nothing-negotiations = keine Verhandlung
nothing-information-exchange = kein Informationsaustausch
summary-channel = { $channel }: { $condition }.
channel-on = am { $day } { $state }
channel-certain = { $states }
channel-possible = möglicherweise noch { $states }
channel-last-said = nach letzter Auskunft { $states }
channel-earlier = früher genannt: { $states }
channel-proven = zuletzt nachweislich genutzt { $when }
channel-unused = kein Kontakt darüber belegt
channel-failed = Versuche darüber: { $failures }
channel-failed-of = { $count } { $outcome }
summary-bridge = { $count ->
    [one] { $names } war an { $held } der { $total } Kontakte beteiligt, die zwischen beiden ({ $states }) zustande kamen, mehr als jeder andere.
   *[other] { $names } waren an je { $held } der { $total } Kontakte beteiligt, die zwischen beiden ({ $states }) zustande kamen, mehr als jeder andere.
}
summary-nearest = Allen anderen am nächsten nach harmonischer Nähe über zustande gekommene Kontakte: { $names }.
summary-nearest-of = { $name } ({ $counterparts }, { $contacts })
summary-said-on = { $count ->
    [one] Wann es gesagt wurde, geben die Dokumente bei einer Aussage verschieden an ({ $voice }): { $held }.
   *[other] Wann es gesagt wurde, geben die Dokumente bei { $count } Aussagen verschieden an ({ $voice }): { $held }.
}
summary-refused-or-ignored = Vielleicht umstritten: { $what } über dieselbe Zeit wurden { $held }, wenn es dieselben Versuche sind.
summary-dispute = Umstritten ({ $kind }): { $what }: { $held }.
summary-dispute-maybe = Vielleicht umstritten ({ $kind }): { $what }: { $held }.
summary-proposed = Im Gespräch, aber nicht als geschehen berichtet: { $each }.
summary-proposed-of = { $what } ({ $who })

## Evidence
date-none = ohne Datum
date-one-of = { $when }: einer von { $days } Tagen
date-some-of = { $when }: einige von { $days } Tagen

## The briefing
briefing-kind = Kurzbericht: wer wen erreichen konnte
briefing-title = Kurzbericht: { $title }
briefing-summary = Kurz gesagt
briefing-summary-empty = Für diesen Tag und Zeitraum trägt nichts Belegtes eine Aussage.
briefing-evidence = Belege
briefing-evidence-intro = Die oben genannten Aussagen: wer es sagte, was (in den Worten des Bearbeiters), wann es gewesen sein soll, durch welche Dokumente (D) es kam und bei welchen Zeichen es dort steht, ab dem Ende welches Tages es bekannt war, der Admiralty-Code. Gründe für erschlossene Daten stehen im ausführlichen Bericht.
briefing-method = Methode und Grenzen
briefing-more = und { $count } weitere
briefing-rows = { $shown } von { $all } Zeilen; alle in tables/{ $name }
briefing-footer = Erstellt von backchannel aus Stand
level-person = Personen
level-office = Ämter
level-state = Staaten

fact-day = Stichtag
fact-day-none = keiner: kein Dokument hat ein Erscheinungsdatum
fact-day-last = { $day }, der letzte Tag, an dem ein benutztes Dokument erschien
fact-known = Bekannt
fact-known-all = alles Veröffentlichte
fact-known-by = was bis zum Ende des { $day } veröffentlicht und nicht zurückgenommen war
fact-window = Zeitraum
fact-since = ab { $day }
fact-since-first = ab dem ersten belegten Kontakt
fact-until = { $begin } bis zum Ende des { $day }
fact-level = Verglichen
fact-between = Zwischen
fact-between-none = keine zwei Staaten hatten Kontakt
fact-made = Grundlage
fact-made-of = { $claims } Aussagen aus { $documents } Dokumenten ({ $seen } davon eingesehen, die übrigen durch diese bekannt); { $contacts } Kontakte und { $silences } behauptete Schweigezeiten im Zeitraum
fact-build = Stand

column-claims = Aussagen
column-channel = Leitung
column-state = Zustand am Stichtag
column-earlier = Früher genannt
column-used = Nutzung
column-between = Zwischen
column-nothing = Was es nicht gab
column-when = Wann
column-ended = Beendet durch
column-voice = Wer es sagt
column-kind = Worüber
column-about = Wovon
column-positions = Positionen
column-certain = Widerspruch
certain-yes = ja
certain-perhaps = vielleicht
silence-denied = bestritten:{ " " }

crossing-title = Wer mit wem
crossing-intro = Kontakte und Versuche zwischen beiden: { $legend }. Ein Kontakt mehrerer zählt für jedes Paar.
crossing-table = { $one } (Zeilen) und { $other } (Spalten)
crossing-left = { $count } mit weniger Kontakten sind ausgelassen.
crossing-empty = In diesem Zeitraum hatte niemand der beiden Kontakt.
channels-title = Leitungen
channels-intro = Stehende Verbindungen: was zuletzt von jeder gesagt wird, ihre letzte Nutzung, die ein zustande gekommener Kontakt beweist, und was scheiterte.
channels-table = Zustand jeder Leitung am { $day }
channels-empty = Über keine Leitung wird etwas gesagt.
silences-title = Schweigen
silences-intro = Ein Schweigen ist behauptet, wo eine Quelle sagt, dass es keinen Kontakt gab; dass keiner belegt ist, ist noch kein Schweigen.
silences-table = Behauptetes Schweigen
silences-empty = Niemand behauptet ein Schweigen.
disputes-title = Was umstritten ist
disputes-intro = Aussagen, die nicht alle wahr sein können, stehen nebeneinander; keine ist gestrichen.
disputes-table = Positionen
disputes-empty = Die Aussagen widersprechen einander nicht.

method-claims-title = Aussagen, keine Tatsachen
method-claims = Alles hier ist, was jemand sagt und ein Dokument wiedergibt; die Nummern führen dazu, wer es sagte, durch wen es kam und wo es steht. Mehrere Dokumente, die auf eine Stimme zurückgehen, sind eine Stimme.
method-clocks-title = Zwei Uhren
method-clocks = Was geschah, ist durch die Aussagen datiert; was bekannt war, durch das Erscheinen ihrer Dokumente. Beides hat nichts mit dem Tag zu tun, an dem dies erstellt wurde.
method-dates-title = Unsichere Daten
method-dates = Ein Datum ist eine Spanne von Tagen. Sicher ist, was für jeden Tag der Spanne gilt, möglich, was für manche gilt. Wo ein Dokument kein Datum nennt, steht der Schluss des Bearbeiters, als solcher bezeichnet.
method-graph-title = Maße
method-graph = Zustande gekommene Kontakte tragen; jeder zählt je Paar einmal, gleich mit welchem Mittel. Versuche und Verweigerungen werden getrennt genannt und tragen nichts.
method-missing-title = Was fehlt
method-missing = Die Dokumente sind eine Auswahl, und keines wollte vollständig sein. Die Zahlen vergleichen, was sie erwähnen, nicht, was Amtsträger taten; ein oder zwei Kontakte Unterschied bedeuten nichts.
method-files-title = Dateien
method-files = Jede Tabelle liegt vollständig neben diesem Bericht, jedes Netz als GraphML und GEXF. Formeln und Nachweise stehen in der Dokumentation der Maße.

evidence-said = gesagt { $when }
evidence-at = bei { $places }
evidence-known = bekannt ab { $day }
evidence-known-unknown = Erscheinungsdatum unbekannt
evidence-inferred = erschlossen
evidence-hedged = eingeschränkt: { $hedge }
evidence-unnamed = ungenannt
relay-utters = gesagt
relay-quotes = zitiert in
relay-reports = berichtet in
relay-reprints = nachgedruckt in
relay-translates = übersetzt in
relay-machine-translates = maschinell übersetzt in
stance-asserts = behauptet
stance-announces = kündigt an
stance-denies = bestreitet
stance-alleges = vermutet
stance-proposes = schlägt vor

## Routes in a briefing
routes-open = Am { $day } { $count ->
    [one] stand 1 Weg offen
   *[other] standen { $count } Wege offen
}, { $sure } sicher und { $apart } ganz voneinander getrennt: { $names }.
routes-more = { " " }und { $count } weitere
routes-loss = Am schwersten wöge ein Ausfall von { $what }: { $left } von { $all } Wegen blieben, { $apart } davon ganz voneinander getrennt.
routes-title = Wege
routes-intro = Ketten von Leitungen zwischen beiden an diesem Tag. Ein zustande gekommener Kontakt zählt { $within } lang und nur, solange beide im Amt sind; eine Verweigerung nach dem letzten Kontakt schließt eine Leitung.
routes-table = Wege über Personen am { $day }, danach ihre Leitungen, die nicht offen waren
routes-empty = Kein Weg ist als offen bekannt und keine Leitung als geschlossen.
rank-untold = Rang nicht genannt
use-none = keine belegt
line-open = offen
line-possibly-open = möglicherweise offen
line-refused = verweigert
line-ignored = nicht beantwortet
line-unanswered = unbeantwortet
line-suspended = ausgesetzt
line-closed = geschlossen
line-unused = ungenutzt
line-dead = ihr Kanal ist tot
line-out-of-office = nicht mehr im Amt
line-not-yet-in-office = noch nicht im Amt
column-route = Weg oder Leitung
column-rank = Rang
column-use = Zuletzt nachweislich genutzt

## Ranks in a briefing
people-first = Allen anderen am nächsten über zustande gekommene Kontakte ist { $who }: auf Platz 1 in { $share } der möglichen Welten (Platz { $least ->
    [one] 1
   *[other] { $least }
}{ $greatest ->
    [0] { "" }
   *[other] { " " }bis { $greatest }
}).
people-title = Wer zählt
people-intro = Nur zustande gekommene Kontakte; 1 ist der erste Platz (bei Constraint der niedrigste Wert). In Klammern die Plätze, zwischen denen er über { $worlds } liegt: alles, was Daten, Ergebnisse, Quellen und Namen offen lassen.
people-exact = alle { $count } möglichen Welten
people-drawn = { $count } mögliche Welten, gezogen mit Startwert { $seed }
people-table = Plätze und die Plätze, zwischen denen sie liegen
people-empty = Das Netz hat keinen zustande gekommenen Kontakt.
people-figure = Platz nach harmonischer Nähe
people-caption = Ein Punkt ist der belegte Platz; dick: die mittleren 90 % der möglichen Welten, dünn: alle; rechts, in wie vielen davon der Platz gilt.
axis-rank = Platz
measure-harmonic = Harmonische Nähe
measure-betweenness = Betweenness
measure-pagerank = PageRank
measure-constraint = Constraint
column-node = Schlüssel
column-who = Wer
column-country = Staat
column-first = Platz 1 in

## Change in a briefing
change-none = Zwischen beiden ({ $states }) änderte sich nichts, was nicht auch der Zufall täte ({ $count ->
    [one] eine Frage
   *[other] { $count } Fragen
  } durch Permutation geprüft; der kleinste korrigierte p-Wert ist { $least }).
change-found = Zwischen beiden ({ $states }) änderte sich { $asked }{ $when }, mehr als durch Zufall zu erwarten (p = { $chance }, für alle Fragen korrigiert).
change-from = { " " }vom { $day } an
change-rate = die Häufigkeit zustande gekommener Kontakte
change-answers = der Anteil der beantworteten Versuche
change-rank = der Rang derer, die sprachen
change-rank-after-refusals = der Rang der Kontakte nach Verweigerungen
change-means-after-refusals = das Mittel der Kontakte nach Verweigerungen
overtime-title = Im Lauf der Zeit
overtime-intro = Die Paare mit den meisten Kontakten und Versuchen, im gleichen Maßstab.
overtime-empty = Kein Kontakt zwischen beiden hat ein Datum.
overtime-table = Kontakte nach Paar und Zeitabschnitt
overtime-possible = möglicherweise dann
overtime-figure = Kontakte nach Zeitabschnitt
overtime-caption = Gefüllt: sicher in diesem Abschnitt; hohl: möglicherweise.
column-one = Einer
column-other = Der andere
column-window = Zeitabschnitt
column-measure = Was
column-least = Mindestens
column-most = Höchstens
within-12-months = 12 Monate
