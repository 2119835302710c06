"""The JSON Schema of a case's YAML files (docs/case-format.md), for completion and checks in an editor.

One set of definitions, and one root for each kind of file. A scalar may look like a number or a
truth value to an editor (``published: 2022``) and still be read as the text that was typed, so free
text and dates admit them. The schema checks form only: whether a name is in the roster and a date
exists is for `backchannel build` to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backchannel.graph.records.claims import COMMON, FIELDS
from backchannel.ontology import terms

__all__ = ["DIALECT", "KINDS", "schema"]

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS = {
    "case": "case.yaml: the title of the case, the language of its paraphrases, when it was recorded",
    "roster": "roster/*.yaml: states, organisations, offices, persons, tenures, parties",
    "channels": "channels.yaml or channels/*.yaml: the standing means of communication",
    "dossier": "dossiers/*.yaml: one document, its claims, and what of it is not coded and why",
}


def schema(kind: str | None = None) -> Schema:
    """The schema of one kind of file (a key of :data:`KINDS`), or of any of them.

    Raises KeyError for a kind there isn't.

    >>> schema("roster")["$ref"]
    '#/$defs/roster-file'
    >>> len(schema()["anyOf"])
    4
    """
    head: Schema = {
        "$schema": DIALECT,
        "title": f"backchannel: {KINDS[kind] if kind else 'a file of a case'}",
    }
    root: Schema = (
        {"$ref": ref(f"{kind}-file")["$ref"]} if kind else {"anyOf": [ref(f"{k}-file") for k in KINDS]}
    )
    return head | root | {"$defs": definitions()}


def definitions() -> Schema:
    """Every definition, by name."""
    return {
        **VALUES,
        **code_lists(),
        **PARTS,
        **ROSTER,
        "channel": CHANNEL,
        **DOSSIER,
        "claim": claim(),
        **files(),
    }


def ref(name: str, about: str | None = None) -> Schema:
    """A definition by name, with a description of its own."""
    found: Schema = {"$ref": f"#/$defs/{name}"}
    return found if about is None else found | {"description": about}


def listed(items: Schema, about: str | None = None) -> Schema:
    found: Schema = {"type": "array", "items": items}
    return found if about is None else found | {"description": about}


def one_or_more(name: str, about: str) -> Schema:
    """A definition's value, or a list of them."""
    return {"anyOf": [ref(name), listed(ref(name)) | {"minItems": 1}], "description": about}


def record(about: str, required: Iterable[str] = (), **fields: Schema) -> Schema:
    """A mapping with these fields and no others; a field that is a word of Python's ends in '_'."""
    properties = {name.removesuffix("_"): value for name, value in fields.items()}
    found: Schema = {"type": "object", "description": about, "properties": properties}
    return found | {"required": list(required), "additionalProperties": False}


def code_lists() -> Schema:
    """The closed lists of words, from the ontology's."""
    lists: dict[str, tuple[str, Iterable[str]]] = {
        "outcome": ("What happened to the contact; left out for a bare proposal.", terms.OUTCOMES),
        "stance": ("How the voice speaks. Default: asserts.", terms.STANCES),
        "how": ("The means.", terms.MODES),
        "channel-kind": ("What sort of channel it is.", terms.CHANNEL_KINDS),
        "channel-state": ("The state the channel is said to be in.", terms.CHANNEL_STATES),
        "scope": ("What there was none of.", terms.SCOPES),
        "capacity": ("In which capacity the office was held. Default: substantive.", terms.CAPACITIES),
        "relay": ("How the claim stands in this document.", terms.RELAYS),
        "rank": ("Seniority.", terms.RANKS),
        "organisation-kind": ("What sort of organisation it is.", terms.ORGANISATION_KINDS),
        "party-kind": ("What sort of described party it is.", terms.PARTY_KINDS),
    }
    return {name: {"enum": list(words), "description": about} for name, (about, words) in lists.items()}


def files() -> Schema:
    """The roots: one for each kind of file."""
    roster = {name: listed(ref(one), about) for name, (one, about) in ROSTER_LISTS.items()}
    return {
        "case-file": CASE,
        "roster-file": record(KINDS["roster"], **roster),
        "channels-file": record(KINDS["channels"], ["channels"], channels=listed(ref("channel"))),
        "dossier-file": record(KINDS["dossier"], ["document"], **DOSSIER_FIELDS),
    }


def claim() -> Schema:
    """A claim, with what each kind of claim may have and what it needs."""
    kind: Schema = {"enum": list(terms.CLAIM_CLASSES), "description": "Default: contact."}
    found = record("One proposition put forward by one voice.", ["says"], **CLAIM_FIELDS, kind=kind)
    return found | {"allOf": [{"if": is_of(kind), "then": may_have(kind)} for kind in FIELDS]}


def is_of(kind: str) -> Schema:
    """Whether a claim is of a kind: a contact where it doesn't say."""
    required: Schema = {} if kind == "contact" else {"required": ["kind"]}
    return {"properties": {"kind": {"const": kind}}} | required


def may_have(kind: str) -> Schema:
    return {"propertyNames": {"enum": [*COMMON, *FIELDS[kind]]}} | NEEDED[kind]


def any_of(*fields: str) -> Schema:
    """At least one of these fields."""
    return {"anyOf": [{"required": [field]} for field in fields]}


VALUES: Schema = {
    "text": {"type": ["string", "number", "boolean"]},
    "language": {
        "type": "string",
        "description": "A language tag (BCP 47), with a script where it isn't the usual one.",
        "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
        "examples": ["en", "de", "ru", "ru-Latn"],
    },
    "date": {
        "type": ["string", "number"],
        "description": "A date or interval in EDTF (ISO 8601-2), levels 0 to 2.",
        "examples": [
            "2022-03-23",
            "2022-03",
            "2022-10-2X",
            "2022-09~",
            "2022-02-24/..",
            "[2022-03-22,2022-03-23]",
        ],
    },
    "span": {
        "type": "string",
        "description": "Where it stands: code points of the text, from 0; `backchannel locate` gives them.",
        "pattern": r"^[0-9]{1,12}\s*[-–]\s*[0-9]{1,12}$",
        "examples": ["360-655"],
    },
    "places": {"anyOf": [ref("span"), listed(ref("span")) | {"minItems": 1}]},
    "id": {
        "type": ["string", "number"],
        "description": "The last part of the IRI: never changed once published.",
        "pattern": "^[a-z0-9]+(-+[a-z0-9]+)*$",
        "examples": ["lloyd-austin"],
    },
    "yes-or-no": {"enum": [True, False, "true", "false", "yes", "no"]},
    "address": {
        "type": "string",
        "description": "A Wikidata item or a web address.",
        "pattern": "^(wikidata:Q[1-9][0-9]*|https?://.+)$",
        "examples": ["wikidata:Q46823"],
    },
    "count": {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,12}$"},
    "how-often": {"type": ["integer", "string"], "minimum": 1, "pattern": "^0*[1-9][0-9]{0,11}$"},
    "spellings": {
        "anyOf": [ref("text"), listed(ref("text"))],
    },
}

PARTS: Schema = {
    "name": {
        "description": "A text in the case's language, or one text a language.",
        "anyOf": [
            ref("text"),
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": ref("language"),
                "additionalProperties": ref("text"),
            },
        ],
        "examples": [{"en": "Russia", "ru": "Россия"}],
    },
    "also": {
        "description": "Further spellings and short names: a list, or a list a language.",
        "anyOf": [
            ref("spellings"),
            {"type": "object", "propertyNames": ref("language"), "additionalProperties": ref("spellings")},
        ],
    },
    "when": {
        "description": "A date in EDTF; or one with its wording, or the reason why the coder infers it.",
        "anyOf": [
            ref("date"),
            record(
                "A date with its wording; one of the two may be left out.",
                date=ref("date"),
                wording=ref("text", "The source's own short phrase: 'on Tuesday evening'."),
                lang=ref("language", "The language of the wording. Default: the document's."),
                inferred=ref(
                    "text", "Why the coder takes it to be this date, if the source doesn't give it."
                ),
            )
            | any_of("date", "wording"),
        ],
    },
    "party": {
        "description": "A name; a name 'as' an office; an office, organisation, state or described party.",
        "anyOf": [
            ref("text"),
            record(
                "A party that the coder identifies.",
                person=ref("text", "The person's name."),
                office=ref("text", "The office he or she acts in."),
                because=ref("text", "Why the coder takes it to be this person or office."),
            )
            | {"minProperties": 1},
        ],
        "examples": ["Lloyd Austin", "Lloyd Austin as US Secretary of Defense", "Moscow"],
    },
    "said": record(
        "Who said so; left out where the document says it itself.",
        by=ref("party", "The voice."),
        as_=ref("text", "The office in which it speaks."),
        on=ref("when", "When it was said, according to this document."),
        via=one_or_more("text", "The documents between the voice and this one, nearest first."),
        relay=ref("relay"),
    ),
    "said-there": record(
        "One thing that was said: one of topic, message, warning, demand ..., in the coder's words.",
        **{word: ref("text") for word in terms.CONTENT_KINDS},
        from_=ref("party"),
        to=ref("party"),
    )
    | {"oneOf": [{"required": [word]} for word in terms.CONTENT_KINDS]},
}

NAMED: Schema = {
    "id": ref("id"),
    "name": ref("name"),
    "also": ref("also"),
    "misprints": ref("also", "Forms that are wrong but were printed."),
    "note": ref("text"),
}
ELSEWHERE: Schema = {"same_as": one_or_more("address", "The same thing elsewhere.")}

STATE = ref("text", "The name of a state.")
ORGANISATION = ref("text", "The name of an organisation.")

ROSTER: Schema = {
    "state": record(
        "A state.", ["name"], **NAMED, **ELSEWHERE, continues=ref("text", "The state whose place it took.")
    ),
    "organisation": record(
        "A ministry, an armed force, a newspaper, an alliance ...",
        ["name"],
        **NAMED,
        **ELSEWHERE,
        state=STATE,
        kind=ref("organisation-kind"),
    ),
    "office": record(
        "An office that people hold one after another.",
        ["name"],
        **NAMED,
        **ELSEWHERE,
        state=STATE,
        organisation=ORGANISATION,
        rank=ref("rank"),
        continues=ref("text", "The earlier office whose seat it took."),
    ),
    "person": record("A person, by name.", ["name"], **NAMED, **ELSEWHERE),
    "tenure": record(
        "Who held which office, and when.",
        ["person", "office", "held"],
        id=ref("id"),
        person=ref("text", "The name of a person."),
        office=ref("text", "The name of an office."),
        held=ref("date", "From when until when: `2012-11-06/2024-05-12`; `../` still open, `/` end unknown."),
        capacity=ref("capacity"),
        source=ref("text", "A short text: where the coder has it from."),
        start_known=ref("date", "When its beginning became public. Default: the day itself."),
        end_known=ref("date", "When its end became public. Default: the day itself."),
        note=ref("text"),
    ),
    "described-party": record(
        "Somebody described, unnamed or collective: never turned into a named person.",
        ["name"],
        **NAMED,
        **ELSEWHERE,
        kind=ref("party-kind"),
        state=STATE,
        organisation=ORGANISATION,
        rank=ref("rank"),
        members=one_or_more("text", "The members of a group, where the source or the coder lists them."),
    ),
}

ROSTER_LISTS = {
    "states": ("state", "The states."),
    "organisations": ("organisation", "Ministries, armed forces, newspapers, alliances ..."),
    "offices": ("office", "The offices."),
    "persons": ("person", "The persons."),
    "tenures": ("tenure", "Who held which office, and when."),
    "parties": ("described-party", "Those who are described, unnamed or collective."),
}

CHANNEL = record(
    "A standing means of communication. Where it is and in what state are claims, not fields.",
    ["name", "kind"],
    **NAMED,
    kind=ref("channel-kind"),
    between=one_or_more("text", "The names of its ends."),
    generic=ref(
        "yes-or-no", "A kind of channel ('telephone between the two'), not an instance. Default: false."
    ),
)

CASE = record(
    KINDS["case"],
    ["title", "recorded"],
    title=ref("text"),
    language=ref("language", "The language of the paraphrases. Default: en."),
    recorded=ref("date", "The day the case took its claims in: never the machine's clock."),
    roster_as_of=ref("date", "Up to this day the roster vouches for open tenures. Default: recorded."),
    note=ref("text"),
)

DOSSIER: Schema = {
    "document": record(
        "The document.",
        ["id", "title"],
        id=ref("id"),
        title=ref("text", "In the coder's words."),
        publisher=ref("text", "An organisation or a party; left out: unknown."),
        language=ref("language"),
        published=ref("date", "As the document itself says; left out: it bears no date."),
        published_inferred=record(
            "The coder's narrower or only date, with the reason.",
            ["date", "because"],
            date=ref("date"),
            because=ref("text"),
        ),
        sha256={
            "type": "string",
            "pattern": "^[0-9A-Fa-f]{64}$",
            "description": "Of the UTF-8 bytes as given; `backchannel locate` gives it.",
        },
        length=ref("count", "In code points."),
        seen=ref("yes-or-no", "false: known of only through others. Default: true."),
        taken_from=one_or_more("text", "The ids of the documents it draws on."),
        url={"type": "string", "pattern": "^https?://", "description": "A web address."},
        note=ref("text"),
    ),
    "printed-name": record(
        "A name as this document prints it.",
        ["printed", "means"],
        printed=ref("text"),
        means=one_or_more(
            "text", "Whom the coder takes it to mean; several where the document leaves it open."
        ),
        at=ref("places"),
        misprint=ref("yes-or-no", "Default: false."),
        because=ref("text"),
    ),
    "repeat": record(
        "A claim coded in another dossier that stands here too.",
        ["claim"],
        claim=ref("text", "The claim's id."),
        at=ref("places"),
        on=ref("when", "When it was said, according to this document."),
        via=one_or_more("text", "The documents between the voice and this one, nearest first."),
        relay=ref("relay"),
        note=ref("text"),
    ),
    "not-coded": record(
        "What of the document is not coded, and why.",
        ["at", "because"],
        at=ref("places"),
        because=ref("text"),
    ),
}

DOSSIER_FIELDS: Schema = {
    "document": ref("document"),
    "names": listed(ref("printed-name"), "Names as this document prints them."),
    "claims": listed(ref("claim"), "What is claimed in the document."),
    "repeats": listed(ref("repeat"), "Claims coded in another dossier that stand here too."),
    "not_coded": listed(ref("not-coded"), "What of the document is not coded, and why."),
}

PROPOSED: Schema = {"properties": {"stance": {"const": "proposes"}}, "required": ["stance"]}

# What a claim of each kind can't do without, beside `says`.
NEEDED: dict[str, Schema] = {
    "contact": any_of("from", "to", "between") | {"if": {"not": PROPOSED}, "then": {"required": ["outcome"]}},
    "silence": {"required": ["between"]},
    "channel": {"required": ["channel"]} | any_of("state", "where", "operator", "level"),
    "account": {"required": ["contact"]},
    "remark": {},
    "retraction": {"required": ["retracts"]},
}

CLAIM_FIELDS: Schema = {
    "id": ref("id", "Unique in the case. Default: the document's id and the position."),
    "contact": ref("text", "The event: claims with the same one speak of the same. Default: the claim's id."),
    "silence": ref(
        "text", "The silence: claims with the same one speak of the same. Default: the claim's id."
    ),
    "from": one_or_more("party", "Who sought the contact."),
    "to": one_or_more("party", "Whom they sought."),
    "between": one_or_more("party", "Instead of from/to where nobody says who began."),
    "through": one_or_more("party", "An intermediary."),
    "refused_by": one_or_more("party", "Who turned it down."),
    "how": ref("how"),
    "channel": one_or_more("text", "The channel used or tried; of a channel claim the one it is about."),
    "when": ref("when"),
    "during": ref("when"),
    "outcome": ref("outcome"),
    "times": ref("how-often", "At least so often; 'repeatedly' is 2. Default: 1."),
    "public": ref("yes-or-no", "false: a contact that was not made public."),
    "where": ref("text", "The place of the contact, or where the channel is."),
    "topics": one_or_more("text", "What it was about."),
    "stance": ref("stance"),
    "hedge": ref("text", "The short wording that weakens it: 'practically'."),
    "said": ref("said"),
    "at": ref("places"),
    "says": ref("text", "The coder's paraphrase: never a sentence of the source."),
    "reliability": {
        "type": "string",
        "description": "Admiralty code: the source A-F, what it says 1-6.",
        "pattern": "^[A-F][1-6]$",
        "examples": ["B2"],
    },
    "identified": ref("text", "Why the coder takes the contact, channel or person to be this one."),
    "supersedes": ref("text", "The id of the claim that this one corrects, by the same voice."),
    "retracts": ref("text", "The id of the claim that is withdrawn."),
    "scope": ref("scope"),
    "except": one_or_more("text", "What went on all the same: 'prisoner exchanges'."),
    "ended_by": ref("text", "The contact that broke the silence."),
    "state": ref("channel-state"),
    "operator": ref("party", "Who answers for the channel."),
    "level": ref("rank", "The rank of those who use or answer the channel."),
    "side": ref("party", "Whose readout it is."),
    "said_there": listed(ref("said-there"), "What was said in the contact."),
    "note": ref("text"),
}
