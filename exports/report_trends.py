"""Series and tests of change: in plain sentences, and as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from backchannel.exports.report_model import Column, Row, Table
from backchannel.exports.report_words import day_words, iso_day, listed, plural
from backchannel.graph.model import Knowledge
from backchannel.graph.trends import Break, Chance, Point, Shift, Trends, Trial

__all__ = ["series_table", "series_tables", "trials_table", "verdict_words"]

EMPTY = "No contact with a first and a last possible day is on record for this."
TESTED = "No two have enough contacts on record for a test."

SERIES = (
    Column("window", "Window"),
    Column("start", "From", "days", shown=False),
    Column("measure", "Measure"),
    Column("least", "At least", "count"),
    Column("most", "At most", "count"),
    Column("claims", "Claims", "claims", shown=False),
)

TRIALS = (
    Column("one", "One"),
    Column("other", "The other"),
    Column("question", "Did it change"),
    Column("answer", "Answer"),
    Column("counted", "Contacts", "count"),
    Column("among", "Of", "count"),
    Column("day", "From", "days", shown=False),
    Column("first_day", "First such day", "days", shown=False),
    Column("last_day", "Last such day", "days", shown=False),
    Column("stable", "Of the courses of events", "percent", shown=False),
    Column("before", "Before", "share", shown=False),
    Column("after", "After", "share", shown=False),
    Column("p", "p", "share"),
    Column("p_error", "± ", "share"),
    Column("p_corrected", "p corrected", "share"),
    Column("arrangements", "Arrangements", "count", shown=False),
    Column("exact", "Exact", shown=False),
    Column("claims", "Claims", "claims", shown=False),
)

# For people the measures stand side by side, in three tables.
TABLES = (
    ("outcomes", "Contacts by outcome", ""),
    ("ranks", "Held contacts by rank", "rank "),
    ("means", "Held contacts by means", "means "),
)
SUBJECT = {
    "rate": "the part of these two in all held contacts on record",
    "answers": "the part of the sought contacts that was refused or ignored",
    "rank": "the part of leaders and ministers in the held contacts",
    "rank after refusals": "the rank of held contacts after refusals",
    "means after refusals": "the means of held contacts after refusals",
}


def series_tables(found: Trends) -> list[Table]:
    """One row a window: outcomes, then ranks, then means, those that there are."""
    tables = [_wide(found, *each) for each in TABLES]
    return [table for table in tables if table.rows] or tables[:1]


def series_table(found: Trends) -> Table:
    """One row a window and measure, for machines."""
    rows = tuple(
        (one.window.name, one.window.start[:10], one.measure, one.least, one.most, one.claims)
        for one in found.points
    )
    return Table("series", "Series", SERIES, rows, empty=EMPTY)


def trials_table(knowledge: Knowledge, found: Trends, alpha: float) -> Table:
    """One row a question and pair."""
    rows = tuple(_trial(knowledge, one, alpha) for one in found.trials)
    return Table("tests", "Is it more than chance?", TRIALS, rows, empty=TESTED)


def verdict_words(knowledge: Knowledge, found: Trends, alpha: float) -> list[str]:
    """What changed beyond chance, a sentence each; or plainly that nothing did.

    >>> verdict_words(Knowledge("A case", "en"), Trends(None, "state", (), (), (), 0, 0), 0.05)
    ['No two have enough contacts on record for a test.']
    """
    run = [one for one in found.trials if one.corrected is not None]
    told = [_sentence(knowledge, one) for one in run if (one.corrected or 0) <= alpha]
    if not run:
        return [TESTED]
    if told:
        return told
    smallest = min(run, key=lambda one: one.chance.p if one.chance else 1)
    p = _p_words(smallest.chance) if smallest.chance else ""
    return [
        f"Nothing here is more than chance would do: of {plural(len(run), 'question')} put to the dates,"
        f" the surest has {p} ({SUBJECT[smallest.question]}),"
        f" {smallest.corrected:.3f} corrected for their number."
    ]


def _wide(found: Trends, name: str, title: str, prefix: str) -> Table:
    measures = list(dict.fromkeys(one.measure for one in found.points if _belongs(one.measure, prefix)))
    at = {(one.window, one.measure): one for one in found.points}
    columns = [Column("window", "Window")]
    columns += [Column(one.replace(" ", "_"), one.removeprefix(prefix)) for one in measures]
    rows: list[Row] = []
    for window in found.windows if measures else ():
        points = [at[window, measure] for measure in measures]
        claims = tuple(dict.fromkeys(key for point in points for key in point.claims))
        rows.append((window.name, *map(_range, points), claims))
    return Table(
        name, title, (*columns, Column("claims", "Claims", "claims", shown=False)), tuple(rows), empty=EMPTY
    )


def _belongs(measure: str, prefix: str) -> bool:
    if prefix:
        return measure.startswith(prefix)
    return not measure.startswith(("rank ", "means "))


def _range(point: Point) -> str:
    if point.least is None or point.most is None:
        return "–"
    if point.measure == "answered":
        least, most = round(point.least * 100), round(point.most * 100)
        return f"{least} %" if least == most else f"{least} to {most} %"
    return f"{point.least}" if point.least == point.most else f"{point.least} to {point.most}"


def _trial(knowledge: Knowledge, one: Trial, alpha: float) -> Row:
    cut = one.found if isinstance(one.found, Break) else None
    chance = one.chance
    return (
        knowledge.label(one.pair[0]),
        knowledge.label(one.pair[1]),
        one.question,
        _answer(one, alpha),
        one.counted,
        one.among,
        iso_day(cut.day) if cut else None,
        iso_day(cut.first) if cut else None,
        iso_day(cut.last) if cut else None,
        cut.stable if cut else None,
        cut.before if cut else None,
        cut.after if cut else None,
        chance.p if chance else None,
        chance.error if chance else None,
        one.corrected,
        chance.arrangements if chance else None,
        ("yes" if chance.exact else "no") if chance else None,
        one.claims,
    )


def _answer(one: Trial, alpha: float) -> str:
    if one.corrected is None:
        return f"can't be told ({one.why})"
    return "yes, beyond chance" if one.corrected <= alpha else "no more than chance would do"


def _sentence(knowledge: Knowledge, one: Trial) -> str:
    pair = listed(knowledge.label(key) for key in one.pair)
    sure = f"({_p_words(one.chance)}, {one.corrected:.3f} corrected)" if one.chance else ""
    if isinstance(one.found, Break):
        return f"{pair}: {SUBJECT[one.question]} {_cut_words(one.found)} {sure}."
    if isinstance(one.found, Shift):
        return f"{pair}: {SUBJECT[one.question]} is another {sure}: {_shift_words(one, one.found)}."
    return ""


def _cut_words(cut: Break) -> str:
    way = "fell" if cut.after < cut.before else "rose"
    day = f"from {day_words(cut.day)} on"
    if cut.first != cut.last:
        day += (
            f" (in {cut.stable:.0%} of the dates drawn; in all of them between {day_words(cut.first)} and"
            f" {day_words(cut.last)})"
        )
    return f"{way} {day}, {cut.before:.0%} before, {cut.after:.0%} after"


def _shift_words(one: Trial, shift: Shift) -> str:
    return f"before them {_counts(one.labels, shift.before)}; after them {_counts(one.labels, shift.after)}"


def _counts(labels: Sequence[str], counts: Iterable[float]) -> str:
    told = [f"{_number(count)} {label}" for label, count in zip(labels, counts, strict=False) if count]
    return listed(told)


def _number(count: float) -> str:
    return f"{count:.0f}" if count == int(count) else f"{count:.1f}"


def _p_words(chance: Chance) -> str:
    if chance.exact:
        return f"p = {chance.p:.3f}, exact over {plural(chance.arrangements, 'arrangement')}"
    return f"p = {chance.p:.3f} ± {chance.error:.3f}"
