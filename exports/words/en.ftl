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
kind-day-of-the-statement = day of the statement
kind-refused-or-ignored = refused or ignored
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
channel-on = on { $day } { $state }
channel-certain = { $states }
channel-possible = possibly still { $states }
channel-last-said = last said to be { $states }
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

## Evidence
date-none = no date
date-one-of = { $when }: one of { $days } days
date-some-of = { $when }: some of { $days } days

## The briefing
briefing-kind = Briefing on who could reach whom
briefing-title = Briefing: { $title }
briefing-summary = In short
briefing-summary-empty = Nothing on record supports a statement for this day and window.
briefing-evidence = Evidence
briefing-evidence-intro = The claims cited above: who said it, what (in the coder's words), when it is supposed to have been, through which documents (D) it came and at which of their characters it stands, from the end of which day it was known, the Admiralty code. Reasons for inferred dates stand in the report.
briefing-method = Method and limits
briefing-more = and { $count } more
briefing-rows = { $shown } of { $all } rows; all in tables/{ $name }
briefing-footer = Made by backchannel from build
level-person = persons
level-office = offices
level-state = states

fact-day = Day
fact-day-none = none: no document has a date of publication
fact-day-last = { $day }, the last day on which a cited document was published
fact-known = Known
fact-known-all = everything published
fact-known-by = what was published, and not withdrawn, by the end of { $day }
fact-window = Window
fact-since = from { $day }
fact-since-first = from the first contact on record
fact-until = { $begin } to the end of { $day }
fact-level = Compared
fact-between = Between
fact-between-none = no two states were in contact
fact-made = Made of
fact-made-of = { $claims } claims from { $documents } documents ({ $seen } of them seen, the others known through these); { $contacts } contacts and { $silences } claimed silences in the window
fact-build = Build

column-claims = Claims
column-channel = Line
column-state = State on the day
column-earlier = Said earlier
column-used = Use
column-between = Between
column-nothing = What there was not
column-when = When
column-ended = Ended by
column-voice = According to
column-kind = About
column-about = Of what
column-positions = Positions
column-certain = Contradiction
certain-yes = yes
certain-perhaps = perhaps
silence-denied = denied:{ " " }

crossing-title = Who with whom
crossing-intro = Contacts and attempts across: { $legend }. A contact of several counts for each pair.
crossing-table = { $one } (rows) and { $other } (columns)
crossing-left = { $count } with fewer contacts are left out.
crossing-empty = Nobody of the two was in touch in this window.
channels-title = Lines
channels-intro = Standing means of contact: the latest of what is said of each, its last use that a held contact proves, and what failed.
channels-table = State of each line on { $day }
channels-empty = Nothing is said of any line.
silences-title = Silences
silences-intro = A silence is claimed where a source says there was no contact; that none is on record is no silence.
silences-table = Silences claimed
silences-empty = Nobody claims a silence.
disputes-title = What is contested
disputes-intro = Claims that cannot all be true stand side by side; none is struck out.
disputes-table = Positions
disputes-empty = The claims do not contradict each other.

method-claims-title = Claims, not facts
method-claims = Everything here is what a voice says, as a document tells it; the numbers lead to who said it, through whom, and where. Several documents that go back to one voice are one voice.
method-clocks-title = Two clocks
method-clocks = What happened is dated by the claims; what was known, by the publication of their documents. Neither is the day on which this was made.
method-dates-title = Uncertain dates
method-dates = A date is a range of days. Certain is what holds for every day of the range, possible what holds for some. Where a document gives no date, the coder's inference stands, marked.
method-graph-title = Measures
method-graph = Held contacts carry; each counts once a pair, whatever its means. Attempts and refusals are told apart and carry nothing.
method-missing-title = What is missing
method-missing = The documents are a selection, and none was written to be complete. Numbers compare what they mention, not what officials did; a difference of one or two contacts means nothing.
method-files-title = Files
method-files = Every table lies beside this briefing in full, every network as GraphML and GEXF. Formulas and references stand in the project's documentation of measures.

evidence-said = said { $when }
evidence-at = at { $places }
evidence-known = known from { $day }
evidence-known-unknown = date of publication unknown
evidence-inferred = inferred
evidence-hedged = hedged: { $hedge }
evidence-unnamed = unnamed
relay-utters = said
relay-quotes = quoted in
relay-reports = reported in
relay-reprints = reprinted in
relay-translates = translated in
relay-machine-translates = machine-translated in
stance-asserts = asserts
stance-announces = announces
stance-denies = denies
stance-alleges = alleges
stance-proposes = proposes

## Routes in a briefing
routes-open = On { $day } { $count ->
    [one] 1 route stood open
   *[other] { $count } routes stood open
}, { $sure } for sure and { $apart } sharing nothing: { $names }.
routes-more = { " " }and { $count } more
routes-loss = The greatest single loss would be { $what }: { $left } of { $all } routes would remain, { $apart } of them sharing nothing.
routes-title = Routes
routes-intro = Chains of lines between the two on the day. A held contact counts for { $within }, and only while both hold their office; a line is closed by a refusal after its last held contact.
routes-table = Routes through people on { $day }, then their lines that were not open
routes-empty = No route is known to have stood open, and no line to have been closed.
rank-untold = rank not told
use-none = none on record
line-open = open
line-possibly-open = possibly open
line-refused = refused
line-ignored = left unanswered
line-unanswered = unanswered
line-suspended = suspended
line-closed = closed
line-unused = unused
line-dead = its channel is dead
line-out-of-office = out of office
line-not-yet-in-office = not yet in office
column-route = Route or line
column-rank = Rank
column-use = Last proven use

## Ranks in a briefing
people-first = Nearest to all others over held contacts is { $who }: first in { $share } of possible worlds (rank { $least ->
    [one] 1
   *[other] { $least }
}{ $greatest ->
    [0] { "" }
   *[other] { " " }to { $greatest }
}).
people-title = Who matters
people-intro = Held contacts only; 1 is first (of constraint the lowest value). In brackets the ranks between which it lies over { $worlds }: everything that dates, outcomes, sources and names leave open.
people-exact = all { $count } possible worlds
people-drawn = { $count } possible worlds, drawn with seed { $seed }
people-table = Ranks and the ranks between which they lie
people-empty = The network has no held contact.
people-figure = Rank by harmonic closeness
people-caption = A dot is the rank on record; thick: the middle 90 % of possible worlds, thin: all of them; on the right in how many of them the rank holds.
axis-rank = rank
measure-harmonic = Harmonic closeness
measure-betweenness = Betweenness
measure-pagerank = PageRank
measure-constraint = Constraint
column-node = Key
column-who = Who
column-country = State
column-first = First in

## Change in a briefing
change-none = Nothing changed between { $states } that chance would not do as well ({ $count ->
    [one] one question
   *[other] { $count } questions
  } tested by permutation; the least corrected p-value is { $least }).
change-found = Between { $states } { $asked } changed{ $when }, more than chance would (p = { $chance }, corrected for all questions).
change-from = { " " }from { $day } on
change-rate = the rate of held contacts
change-answers = the share of attempts that were answered
change-rank = the rank of those who spoke
change-rank-after-refusals = the rank of contacts after refusals
change-means-after-refusals = the means of contact after refusals
overtime-title = Over time
overtime-intro = The pairs with most contacts and attempts, on the same scale.
overtime-empty = No contact across bears a date.
overtime-table = Contacts by pair and window
overtime-possible = possibly then
overtime-figure = Contacts by window
overtime-caption = Filled: certainly in this window; hollow: possibly.
column-one = One
column-other = The other
column-window = Window
column-measure = What
column-least = At least
column-most = At most
within-12-months = 12 months
