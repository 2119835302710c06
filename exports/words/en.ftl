# The words of briefings and reports in English. Each message stands in every language's file.

## Days
format-day = d MMMM y
format-month = MMMM y
when-on = on { $day }
when-in-month = in { $name }
when-in-year = in { $name }
when-between = between { $first } and { $last }
when-by = on or before { $day }
when-from = on or after { $day }
when-unknown = at an unknown time
when-one-of = one of { $count } contacts, { $when }
some-day = some day { $when }
during = from { $begin } to { $end }
during-still = since { $begin }
during-open = from { $begin } until an unknown time
during-until = until { $end }
during-unknown = over an unknown time

## Lengths
days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
days-range = { $least } to { $most } days
days-at-least = { $count ->
    [one] at least 1 day
   *[other] at least { $count } days
}

## Terms: as the ontology labels them
outcome-attempted = attempted
outcome-held = held
outcome-refused = refused
outcome-ignored = ignored
outcome-cancelled = cancelled
outcome-proposed = proposed
rank-leader = leader
rank-minister = minister
rank-adviser = adviser
rank-chief-of-staff = chief of staff
rank-ambassador = ambassador
rank-working = working level
state-established = established
state-in-place = in place
state-in-use = in use
state-unanswered = unanswered
state-suspended = suspended
state-restored = restored
state-closed = closed
mode-call = a call
mode-meeting = a meeting
mode-visit = a visit
mode-letter = a letter
mode-message = a message
mode-note-verbale = a note verbale
mode-contact = a contact
kind-outcome = outcome
kind-denial = denial
kind-date = date
kind-initiator = initiator
kind-mode = mode
kind-place = place

## Who with whom
contact-sought = { $seekers } to { $others }
attempts-between = attempts between { $names }
counterparts = { $count ->
    [one] 1 counterpart
   *[other] { $count } counterparts
}
held-contacts = { $count ->
    [one] 1 held contact
   *[other] { $count } held contacts
}

## The summary
summary-held = { $count ->
    [one] 1 held contact between { $states } is on record
   *[other] { $count } held contacts between { $states } are on record
}{ $until }; { $last }.
summary-until = { " " }up to { $day }
summary-last = the last was { $which }
summary-last-maybe = the last may have been { $which }
summary-told = { $what } { $when } ({ $who })
summary-attempt = { $count ->
    [one] An attempt { $whose } { $when } was { $outcome }{ $according }.
   *[other] Attempts (at least { $count }) { $whose } { $when } were { $outcome }{ $according }.
}
summary-whose = by { $seekers } to reach { $others }
summary-whose-unknown = at contact between { $who }
summary-according = , according to { $voices }
summary-contested = ; this is contested
summary-gap = Between { $one } and { $other } { $days } passed before their contact { $when }; { $status }.
gap-claimed = that they were silent over these days is claimed
gap-claimed-in-part = that they were silent is claimed for a part of them
gap-claimed-of-a-wider-circle = a silence is claimed of a wider circle to which they belong
gap-unrecorded = nobody claims a silence, there is only no contact on record
summary-silence = According to { $voice } there was { $nothing }{ $hedge } between { $parties } { $during }{ $but }.
summary-silence-denied = { $voice }: it is denied that there was { $nothing }{ $hedge } between { $parties } { $during }{ $but }.
summary-hedge = { " " }(hedged: ‘{ $hedge }’)
summary-but = , but for { $exceptions }
nothing-any-contact = no contact
nothing-official-exchange = no official exchange
nothing-public-contact = no public contact
nothing-calls = no call
nothing-negotiations = no negotiation
nothing-information-exchange = no exchange of information
summary-channel = { $channel }: { $condition }.
channel-certain = on { $day } { $states }
channel-possible = on { $day } possibly still { $states }
channel-last-said = on { $day } last said to be { $states }
channel-earlier = earlier said to be { $states }
channel-proven = last proven use { $when }
channel-unused = no contact through it on record
channel-failed = attempts through it: { $failures }
channel-failed-of = { $count } { $outcome }
summary-bridge = { $count ->
    [one] { $names } took part in { $held } of the { $total } contacts held between { $states }, more than anybody else.
   *[other] { $names } each took part in { $held } of the { $total } contacts held between { $states }, more than anybody else.
}
summary-nearest = Nearest to all others on record, by harmonic closeness over held contacts: { $names }.
summary-nearest-of = { $name } ({ $counterparts }, { $contacts })
summary-said-on = { $count ->
    [one] The documents differ on the day of a statement by { $voice }: { $held }.
   *[other] The documents differ on the day of { $count } statements by { $voice }: { $held }.
}
summary-refused-or-ignored = Perhaps contested: { $what } over the same time were { $held }, if they are the same attempts.
summary-dispute = Contested ({ $kind }): { $what }: { $held }.
summary-dispute-maybe = Perhaps contested ({ $kind }): { $what }: { $held }.
summary-proposed = Spoken of, but not said to have taken place: { $each }.
summary-proposed-of = { $what } ({ $who })
