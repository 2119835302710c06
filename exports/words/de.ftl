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
channel-certain = am { $day } { $states }
channel-possible = am { $day } möglicherweise noch { $states }
channel-last-said = am { $day } nach letzter Auskunft { $states }
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
