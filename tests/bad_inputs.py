"""Bad input, and what a user gets: golden data for test_bad_input.

Each is the good case of :mod:`tests.cases` with some files changed or added, the places and words
that the problems must have, and how many records are rejected (all others are built).
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.cases import CASE, DOCUMENT, ROSTER, Files, one_claim

__all__ = ["BAD", "Bad"]


@dataclass(frozen=True)
class Bad:
    """One bad input: its files, then the problem that must be named, and by which words."""

    name: str
    files: Files
    at: str
    words: tuple[str, ...]
    rejected: int = 1


CONTACT = ("id: new", "from: Rufus Firefly", "to: Ada Trentino", "outcome: held", "says: They spoke.")
X = "dossiers/x.yaml"


def contact(*more: str, **instead: str) -> Files:
    """A contact with further lines after its five (so on line 9 and after), or other values."""
    fields = dict(line.split(": ", 1) for line in CONTACT) | {
        key.rstrip("_"): value for key, value in instead.items()
    }
    return one_claim(*(f"{key}: {value}" for key, value in fields.items()), *more)


def persons(*lines: str) -> Files:
    return {"roster/more.yaml": "persons:\n" + "".join(f"  - {line}\n" for line in lines)}


AUTHORING = (
    Bad(
        "a key twice in a record",
        contact("outcome: refused"),
        f"{X}:9",
        ("rejected claim", "'outcome' stands twice", "first on line 7"),
    ),
    Bad(
        "a key twice in a mapping within a record",
        contact("when:", "  date: 2024-04-30", "  date: 2024-05-01"),
        f"{X}:11",
        ("'date' stands twice in 'when'", "first on line 10"),
    ),
    Bad(
        "a section twice in a file",
        {"roster/more.yaml": "persons:\n  - name: Bob Roland\npersons:\n  - name: Eve Teasdale\n"},
        "roster/more.yaml:3",
        ("rejected section", "'persons' stands twice", "line 1"),
    ),
    Bad(
        "a language twice in a name",
        persons("name: {en: Bob Roland, en: Robert Roland}"),
        "roster/more.yaml:2",
        ("the language 'en' stands twice in 'name'",),
    ),
    Bad(
        "an anchor and its alias",
        {"roster/more.yaml": "persons:\n  - name: &bob Bob Roland\n  - name: *bob\n"},
        "roster/more.yaml:2",
        ("rejected file", "the anchor '&bob'", "write the value out"),
    ),
    Bad(
        "a bomb of aliases",
        {"roster/more.yaml": "a: [*b, *b]\nb: [*c, *c]\n"},
        "roster/more.yaml:1",
        ("the alias '*b'", "expected no aliases"),
    ),
    Bad(
        "a tag that makes a Python object",
        {"roster/more.yaml": "persons:\n  - name: !!python/object/apply:os.system ['true']\n"},
        "roster/more.yaml:2",
        ("the tag '!!python/object/apply:os.system'", "every value is text"),
    ),
    Bad(
        "a tag that makes a number",
        {"roster/more.yaml": "persons:\n  - name: !!int 5\n"},
        "roster/more.yaml:2",
        ("the tag '!!int'",),
    ),
    Bad(
        "nesting over 100 deep",
        {"roster/more.yaml": "persons: " + "[" * 101 + "]" * 101 + "\n"},
        "roster/more.yaml:1",
        ("nested more than 100 deep",),
    ),
    Bad(
        "nesting that would overflow a parser's stack",
        {"roster/more.yaml": "{a: " * 100_000 + "b" + "}" * 100_000},
        "roster/more.yaml:1",
        ("nested more than 100 deep",),
    ),
    Bad(
        "a key that is a list",
        {"roster/more.yaml": "? [persons]\n: []\n"},
        "roster/more.yaml:1",
        ("a key that is itself a list or mapping",),
    ),
    Bad(
        "a second YAML document in a file",
        {"roster/more.yaml": "persons: []\n---\npersons: []\n"},
        "roster/more.yaml:2",
        ("a second YAML document", "split the file in two"),
    ),
    Bad(
        "a colon in a text without quotes",
        contact(says="Firefly: nobody answered: ever."),
        f"{X}:8",
        ("rejected file", "not YAML", "a text with a colon and a space in it needs quotes"),
    ),
    Bad(
        "tabs instead of spaces",
        {"roster/more.yaml": "persons:\n\t- name: Bob Roland\n"},
        "roster/more.yaml:2",
        ("not YAML", "indent with spaces, not tabs"),
    ),
    Bad(
        "an unclosed quote in YAML",
        contact(says='"They spoke.'),
        f"{X}:8",
        ("not YAML", "is a closing quote missing?"),
    ),
    Bad(
        "a list where a mapping belongs",
        {"roster/more.yaml": "- name: Bob Roland\n"},
        "roster/more.yaml:1",
        ("this is no mapping", "'persons:'"),
    ),
    Bad(
        "a mapping where a list belongs",
        {"roster/more.yaml": "persons:\n  name: Bob Roland\n"},
        "roster/more.yaml:2",
        ("rejected person", "where a list belongs"),
    ),
    Bad(
        "a text where a record belongs",
        {"roster/more.yaml": "persons:\n  - Bob Roland\n  - name: Eve Teasdale\n"},
        "roster/more.yaml:2",
        ("rejected person", "this is no mapping"),
    ),
    Bad(
        "an unknown section",
        {"roster/more.yaml": "people:\n  - name: Bob Roland\npersons: []\n"},
        "roster/more.yaml:1",
        ("unknown section 'people'", "persons"),
    ),
    Bad(
        "a section in the wrong folder",
        {"roster/more.yaml": "channels:\n  - {name: a flag, kind: other}\n"},
        "roster/more.yaml:1",
        ("unknown section 'channels'", "it belongs into channels/"),
    ),
    Bad(
        "an unknown field",
        contact("chanel: the moat phone"),
        f"{X}:9",
        ("unknown field 'chanel'", "did you mean 'channel'?"),
    ),
    Bad(
        "an unknown field within a mapping",
        contact("said: {by: Ada Trentino, when: 2024}"),
        f"{X}:9",
        ("unknown field 'when' in 'said'", "one of by, as, on, via, relay"),
    ),
    Bad(
        "a field of another kind of claim",
        contact("scope: calls"),
        f"{X}:9",
        ("'scope' has no place in a claim of kind 'contact'", "only where kind is silence"),
    ),
    Bad(
        "a required field left out",
        one_claim("id: new", "from: Rufus Firefly", "to: Ada Trentino", "outcome: held"),
        f"{X}:4",
        ("'says' is missing", "the coder's paraphrase"),
    ),
    Bad(
        "a required field left empty",
        contact(says=""),
        f"{X}:8",
        ("'says' is empty",),
    ),
    Bad(
        "a word that is not in the code list",
        contact(outcome="refuse"),
        f"{X}:7",
        (
            "'refuse' in 'outcome'",
            "one of attempted, held, refused, ignored, cancelled",
            "did you mean 'refused'?",
        ),
    ),
    Bad(
        "a contact of nobody",
        one_claim("id: new", "outcome: held", "says: Somebody spoke."),
        f"{X}:4",
        ("nobody had this contact", "'from' and 'to', or 'between'"),
    ),
    Bad(
        "a contact with itself",
        contact(to="Rufus Firefly"),
        f"{X}:6",
        ("'Rufus Firefly' stands in 'from' and in 'to'",),
    ),
    Bad(
        "a silence of one",
        one_claim("id: new", "kind: silence", "between: [Freedonia]", "says: Quiet."),
        f"{X}:6",
        ("1 party in 'between'", "two or more"),
    ),
    Bad(
        "a number that is none",
        contact("times: twice"),
        f"{X}:9",
        ("'twice' in 'times'", "a whole number, at least 1"),
    ),
    Bad(
        "a reliability that is no Admiralty code",
        contact("reliability: G7"),
        f"{X}:9",
        ("'G7' in 'reliability'", "like B2"),
    ),
    Bad(
        "a language that is none",
        persons("name: {English language: Bob Roland}"),
        "roster/more.yaml:2",
        ("'English language' in 'name'", "a language tag"),
    ),
    Bad(
        "a control character in a text",
        contact(says='"They spoke\\e[2J."'),
        f"{X}:8",
        ("a control character (U+001B) in 'says'",),
    ),
    Bad(
        "an office of nobody's",
        {"roster/more.yaml": "offices:\n  - name: Keeper of the Keys\n"},
        "roster/more.yaml:2",
        ("neither 'state' nor 'organisation'",),
    ),
    Bad(
        "a case without its day of record",
        {"case.yaml": "title: The quiet line\n"},
        "case.yaml:1",
        ("rejected case", "'recorded' is missing"),
    ),
)

TABLES = (
    Bad(
        "an unclosed quote in CSV",
        {"roster/persons.csv": 'name\nBob Roland\n"Eve Teasdale\nChico Pinky\n'},
        "roster/persons.csv:3",
        ("rejected file", "a quote that is never closed"),
    ),
    Bad(
        "a column that doesn't exist",
        {"roster/persons.csv": "naem_en\nBob Roland\n"},
        "roster/persons.csv:1",
        ("unknown column 'naem_en'", "did you mean 'name_en'?"),
    ),
    Bad(
        "a row with too many cells",
        {"roster/persons.csv": "id,name\nbob,Roland, Bob\neve,Eve Teasdale\n"},
        "roster/persons.csv:2",
        ("too many cells: 3 for 2 columns", "needs quotes"),
    ),
    Bad(
        "a row with too few cells",
        {"roster/persons.csv": "id,name\nbob,Bob Roland\neve\n"},
        "roster/persons.csv:3",
        ("too few cells: 1 for 2 columns",),
    ),
    Bad(
        "columns separated by semicolons",
        {"roster/persons.csv": "id;name\nbob;Bob Roland\n"},
        "roster/persons.csv:1",
        ("not separated by commas",),
    ),
    Bad(
        "a table of the roster that has no meaning",
        {"roster/person.csv": "name\nBob Roland\n"},
        "roster/person.csv:1",
        ("no table of the roster has this name", "did you mean 'persons'?"),
    ),
    Bad(
        "a table of contacts without its document",
        {"dossiers/lost.csv": "from,to,says\nRufus Firefly,Ada Trentino,They spoke.\n"},
        "dossiers/lost.csv:1",
        ("no document belongs to this table", "dossiers/lost.yaml"),
    ),
    Bad(
        "a wrong word in a table of contacts",
        {
            **one_claim(*CONTACT),
            "dossiers/x.csv": "id,from,to,outcome,says\n"
            "c-1,Rufus Firefly,Ada Trentino,held,They spoke.\n"
            "c-2,Rufus Firefly,Ada Trentino,hold,They spoke again.\n",
        },
        "dossiers/x.csv:3",
        ("rejected claim", "'hold' in 'outcome'", "did you mean 'held'?"),
    ),
)

DATES = (
    Bad(
        "a day that doesn't exist",
        contact("when: 2024-02-30"),
        f"{X}:9",
        ("2024-02-30", "February 2024 has 29 days", "in 'when'"),
    ),
    Bad(
        "an end before its start",
        contact("when: 2024-05/2024-01"),
        f"{X}:9",
        ("the end 2024-01 is before the start 2024-05",),
    ),
    Bad(
        "a date in words",
        contact("when: last May"),
        f"{X}:9",
        ("'last May' is not an EDTF date", "expected a date such as"),
    ),
    Bad(
        "a reason for a date that isn't there",
        contact("when: {wording: in spring, inferred: the flowers}"),
        f"{X}:9",
        ("a reason without a date",),
    ),
    Bad(
        "a silence on a date instead of an interval",
        one_claim(
            "id: new", "kind: silence", "between: [Freedonia, Sylvania]", "during: 2024-05", "says: Quiet."
        ),
        f"{X}:7",
        ("'2024-05' is no interval", "2022-02-24/.."),
    ),
    Bad(
        "a tenure that is no interval",
        {
            "roster/more.yaml": "tenures:\n  - person: John Sullivan\n"
            "    office: Sylvanian Adviser\n    held: 2024\n"
        },
        "roster/more.yaml:4",
        ("rejected tenure", "'2024' is no interval", "start/end"),
    ),
    Bad(
        "a day of record that doesn't exist",
        {"case.yaml": CASE.replace("2024-06-01", "2024-06-31")},
        "case.yaml:2",
        ("rejected case", "2024-06-31", "June 2024 has 30 days"),
    ),
    Bad(
        "an inferred publication outside the printed one",
        {
            X: "document:\n  id: x\n  title: Another report\n  published: 2024-05\n"
            "  published_inferred: {date: 2024-07-01, because: a guess}\n"
        },
        f"{X}:5",
        ("rejected document", "2024-07-01 contradicts 'published'", "2024-05"),
    ),
)

NAMES = (
    Bad(
        "a family name alone",
        contact(to="Sullivan"),
        f"{X}:6",
        ("'Sullivan' alone may mean two persons", "did you mean 'Jake Sullivan' or 'John Sullivan'?"),
    ),
    Bad(
        "a family name that only one bears",
        contact(to="Trentino"),
        f"{X}:6",
        ("'Trentino' alone may mean a person", "did you mean 'Ada Trentino'?"),
    ),
    Bad(
        "an unknown person",
        contact(to="Ada Trentini"),
        f"{X}:6",
        ("unknown name 'Ada Trentini'", "did you mean 'Ada Trentino'?"),
    ),
    Bad(
        "an unknown office",
        contact(to="Ada Trentino as Sylvanian Minister of Briges"),
        f"{X}:6",
        ("unknown office 'Sylvanian Minister of Briges'", "did you mean 'Sylvanian Minister of Bridges'?"),
    ),
    Bad(
        "an unknown channel",
        contact("channel: the moat fone"),
        f"{X}:9",
        ("unknown channel 'the moat fone'", "did you mean 'the moat phone'?"),
    ),
    Bad(
        "a misprint",
        contact(from_="Rufus Feuerfliger"),
        f"{X}:5",
        ("'Rufus Feuerfliger' is a misprint", "did you mean 'Rufus Firefly'?"),
    ),
    Bad(
        "a name that two bear",
        {
            "roster/more.yaml": "organisations:\n  - {name: Fredville, state: Freedonia}\n",
            **contact(from_="Fredville"),
        },
        f"{X}:5",
        ("'Fredville' may mean Fredville (organisation/fredville) or Freedonia (state/fd)", "'state/fd'"),
    ),
    Bad(
        "a state where an office belongs",
        contact("said: {by: Ada Trentino, as: Sylvania}"),
        f"{X}:9",
        ("'Sylvania' is a state", "the name or id of an office"),
    ),
    Bad(
        "a name without Latin letters and without an id",
        persons("name: {ru: Фёдор Рвов}"),
        "roster/more.yaml:2",
        ("no id can be made from 'Фёдор Рвов'", "an English name, or an 'id'"),
    ),
    Bad(
        "an id twice",
        persons("name: Ada Trentino"),
        "roster/roster.yaml:19",
        ("the id 'ada-trentino' is taken", "roster/more.yaml:2"),
    ),
    Bad(
        "a claim's id twice",
        contact(id="moat-call"),
        f"{X}:4",
        ("the id 'moat-call' is taken", "dossiers/gazette-1.yaml:12"),
    ),
    Bad(
        "an id with capitals and spaces",
        contact(id="New Call"),
        f"{X}:4",
        ("'New Call' in 'id'", "a-z, 0-9 and -"),
    ),
    Bad(
        "a claim about somebody rejected",
        {**persons("{name: Bob Roland, ofice: none}"), **contact(to="Bob Roland")},
        f"{X}:6",
        ("rejected claim", "'Bob Roland' was rejected (roster/more.yaml:2)"),
        rejected=2,
    ),
)

LINKS = (
    Bad(
        "a correction of a claim that isn't there",
        contact("supersedes: moat-cal"),
        f"{X}:9",
        ("unknown claim 'moat-cal' in 'supersedes'", "did you mean 'moat-call'?"),
    ),
    Bad(
        "corrections in a circle",
        {
            X: "document: {id: x, title: Another report}\nclaims:\n"
            "  - {id: a, kind: remark, says: One., supersedes: b}\n"
            "  - {id: b, kind: remark, says: Two., supersedes: a}\n"
        },
        f"{X}:4",
        ("a circle of corrections from 'b' back to itself",),
        rejected=2,
    ),
    Bad(
        "a silence ended by a contact that isn't there",
        one_claim(
            "id: new",
            "kind: silence",
            "between: [Freedonia, Sylvania]",
            "ended_by: moat",
            "says: Quiet no more.",
        ),
        f"{X}:7",
        ("unknown contact 'moat' in 'ended_by'",),
    ),
    Bad(
        "an account of a contact that isn't there",
        one_claim("id: new", "kind: account", "contact: moat-calls", "says: They spoke of fish."),
        f"{X}:6",
        ("unknown contact 'moat-calls'", "did you mean 'moat-call'?"),
    ),
    Bad(
        "a repeat of a claim that isn't there",
        {X: "document: {id: x, title: Another report}\nrepeats:\n  - {claim: moat-cll, at: 0-5}\n"},
        f"{X}:3",
        ("rejected repeat", "unknown claim 'moat-cll'", "did you mean 'moat-call'?"),
    ),
    Bad(
        "a repeat in the document that coded the claim",
        {
            "dossiers/gazette-1.yaml": DOCUMENT
            + "claims:\n  - {id: a, kind: remark, says: One.}\nrepeats:\n  - {claim: a, at: 0-5}\n"
        },
        "dossiers/gazette-1.yaml:12",
        ("'a' is already coded in this document",),
    ),
    Bad(
        "a chain of documents that comes back",
        {
            X: "document: {id: x, title: Another report}\nclaims:\n"
            "  - {id: a, kind: remark, says: One., said: {by: Ada Trentino, via: [y]}}\n",
            "dossiers/y.yaml": "document: {id: y, title: A third one}\nrepeats:\n  - {claim: a, via: [x]}\n",
        },
        "dossiers/y.yaml:3",
        ("'a' would come back to this document",),
    ),
    Bad(
        "a document taken from itself",
        {
            X: "document: {id: x, title: Another report, taken_from: [y]}\n",
            "dossiers/y.yaml": "document:\n  id: y\n  title: A third report\n  taken_from: x\n",
        },
        "dossiers/y.yaml:4",
        ("rejected document", "this document would be taken from itself"),
        rejected=2,
    ),
    Bad(
        "a span that ends before it begins",
        contact("at: 80-10"),
        f"{X}:9",
        ("the span 80-10 in 'at' is empty or backwards",),
    ),
    Bad(
        "a span beyond the document's end",
        contact("at: [0-10, 490-501]"),
        f"{X}:9",
        ("the span 490-501 in 'at'", "at most 500, the document's length"),
    ),
    Bad(
        "a place that is no span",
        contact("at: in the third paragraph"),
        f"{X}:9",
        ("'in the third paragraph' in 'at'", "like 360-655"),
    ),
    Bad(
        "a hash that is none",
        {X: "document:\n  id: x\n  title: Another report\n  sha256: abc\n"},
        f"{X}:4",
        ("3 characters in 'sha256'", "64 characters"),
    ),
    Bad(
        "a dossier without its document",
        {X: "claims:\n  - {id: a, kind: remark, says: One.}\n"},
        f"{X}:1",
        ("rejected document", "no 'document' in this dossier"),
        rejected=2,
    ),
)

FILES = (
    Bad(
        "bytes that are not UTF-8",
        {"roster/more.yaml": b"persons:\n  - name: M\xfcller\n"},
        "roster/more.yaml:2",
        ("rejected file", "byte 0xFC is not UTF-8", "save the file as UTF-8"),
    ),
    Bad(
        "a NUL byte",
        {"roster/persons.csv": b"name\nBob\x00Roland\n"},
        "roster/persons.csv:2",
        ("a NUL byte",),
    ),
    Bad(
        "UTF-16",
        {"roster/more.yaml": ROSTER.encode("utf-16")},
        "roster/more.yaml:1",
        ("a NUL byte", "UTF-16"),
    ),
    Bad(
        "a control character in a file",
        {"roster/more.yaml": b"persons:\n  - name: Bob \x07 Roland\n"},
        "roster/more.yaml:2",
        ("not YAML", "control characters"),
    ),
    Bad(
        "a folder with the name of a file",
        {"roster/more.yaml/persons.yaml": "persons: []\n"},
        "roster/more.yaml:1",
        ("this is no regular file",),
    ),
)

BAD = (*AUTHORING, *TABLES, *DATES, *NAMES, *LINKS, *FILES)
