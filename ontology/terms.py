"""A closed view of the vocabulary: a term that ``backchannel.ttl`` doesn't define is an error.

>>> str(BC.ContactClaim)
'https://w3id.org/backchannel/ns#ContactClaim'
>>> BC.ContactClam
Traceback (most recent call last):
    ...
AttributeError: term 'ContactClam' not in namespace 'https://w3id.org/backchannel/ns#'

``from`` is a word of Python's own, so that term is ``BC["from"]``. The code lists map the words a
case uses (docs/case-format.md) to the names of the concepts: ``BC[MODES["note verbale"]]``.
"""

from __future__ import annotations

from typing import ClassVar

from rdflib import URIRef
from rdflib.namespace import DefinedNamespace, Namespace

from backchannel.ontology.prefixes import BC_NS

__all__ = [
    "BASES",
    "BC",
    "CAPACITIES",
    "CHANNEL_KINDS",
    "CHANNEL_STATES",
    "CLAIM_CLASSES",
    "CODE_LISTS",
    "CONTENT_KINDS",
    "MODES",
    "ORGANISATION_KINDS",
    "OUTCOMES",
    "PARTY_KINDS",
    "RANKS",
    "RELAYS",
    "ROLES",
    "SCOPES",
    "STANCES",
    "STATUSES",
    "word_of",
]


class BC(DefinedNamespace):
    """https://w3id.org/backchannel/ns#, closed."""

    _fail = True
    _NS = Namespace(BC_NS)
    _extras: ClassVar[list[str]] = ["from"]

    # Classes: what claims speak about
    Channel: URIRef
    Contact: URIRef
    DescribedParty: URIRef
    Office: URIRef
    Silence: URIRef
    State: URIRef
    Tenure: URIRef

    # Classes: claims and where they stand
    AccountClaim: URIRef
    ChannelClaim: URIRef
    Citation: URIRef
    Claim: URIRef
    ContactClaim: URIRef
    Content: URIRef
    Document: URIRef
    Mention: URIRef
    Participation: URIRef
    RemarkClaim: URIRef
    Retraction: URIRef
    SilenceClaim: URIRef
    TenureClaim: URIRef
    TenureEndClaim: URIRef
    TenureStartClaim: URIRef

    # Classes: computed
    Edge: URIRef
    Pair: URIRef

    # Properties of people's offices, parties, channels, documents
    channelKind: URIRef
    continues: URIRef
    denotes: URIRef
    endpoint: URIRef
    evidence: URIRef
    generic: URIRef
    inDocument: URIRef
    inferenceReason: URIRef
    issuedInferred: URIRef
    length: URIRef
    misprint: URIRef
    ofOrganisation: URIRef
    ofState: URIRef
    organisationKind: URIRef
    partyKind: URIRef
    rank: URIRef
    seen: URIRef
    sha256: URIRef
    surface: URIRef
    unnamed: URIRef

    # Properties of every claim
    about: URIRef
    citedIn: URIRef
    credibility: URIRef
    hedge: URIRef
    identified: URIRef
    note: URIRef
    paraphrase: URIRef
    reliability: URIRef
    retracts: URIRef
    stance: URIRef
    statedAs: URIRef
    statedBy: URIRef
    supersedes: URIRef

    # Time
    certainFrom: URIRef
    certainUntil: URIRef
    earliest: URIRef
    firstDay: URIRef
    knownDay: URIRef
    knownFrom: URIRef
    lastDay: URIRef
    latest: URIRef
    recordedAt: URIRef
    valid: URIRef
    when: URIRef
    whenInferred: URIRef
    whenText: URIRef
    withdrawnFrom: URIRef

    # Citations
    published: URIRef
    relay: URIRef
    statedWhen: URIRef
    statedWhenInferred: URIRef
    statedWhenText: URIRef
    takenFrom: URIRef

    # Contacts and their parties
    agent: URIRef
    location: URIRef
    member: URIRef
    minTimes: URIRef
    mode: URIRef
    office: URIRef
    officeBasis: URIRef
    outcome: URIRef
    pair: URIRef
    participation: URIRef
    party: URIRef
    person: URIRef
    personBasis: URIRef
    public: URIRef
    role: URIRef
    to: URIRef
    topic: URIRef
    via: URIRef

    # Silences, channels, accounts, tenures
    capacity: URIRef
    content: URIRef
    contentKind: URIRef
    endedBy: URIRef
    exception: URIRef
    level: URIRef
    operator: URIRef
    scope: URIRef
    side: URIRef
    state: URIRef
    text: URIRef

    # Derived
    count: URIRef
    dateDisputed: URIRef
    heldContactWith: URIRef
    lastPossible: URIRef
    origins: URIRef
    refusedContactWith: URIRef
    soughtContactWith: URIRef
    status: URIRef

    # Code lists
    bases: URIRef
    capacities: URIRef
    channelKinds: URIRef
    channelStates: URIRef
    contentKinds: URIRef
    modes: URIRef
    outcomes: URIRef
    ranks: URIRef
    relays: URIRef
    roles: URIRef
    scopes: URIRef
    stances: URIRef
    statuses: URIRef

    # Outcomes
    attempted: URIRef
    cancelled: URIRef
    held: URIRef
    ignored: URIRef
    refused: URIRef

    # Stances
    alleges: URIRef
    announces: URIRef
    asserts: URIRef
    denies: URIRef
    proposes: URIRef

    # Modes
    call: URIRef
    letter: URIRef
    meeting: URIRef
    message: URIRef
    noteVerbale: URIRef
    unspecifiedContact: URIRef
    visit: URIRef

    # Kinds of channel
    backChannel: URIRef
    embassy: URIRef
    hotline: URIRef
    intermediaryChannel: URIRef
    leaderLine: URIRef
    letters: URIRef
    nonPublic: URIRef
    notes: URIRef
    otherChannel: URIRef
    telephone: URIRef

    # States of a channel
    closed: URIRef
    established: URIRef
    inPlace: URIRef
    inUse: URIRef
    restored: URIRef
    suspended: URIRef
    unanswered: URIRef

    # Scopes of a silence
    anyContact: URIRef
    calls: URIRef
    informationExchange: URIRef
    negotiations: URIRef
    officialExchange: URIRef
    publicContact: URIRef

    # Capacities of a holder
    acting: URIRef
    contestedHolder: URIRef
    designate: URIRef
    substantive: URIRef

    # How a claim stands in a document
    machineTranslates: URIRef
    quotes: URIRef
    reports: URIRef
    reprints: URIRef
    translates: URIRef
    utters: URIRef

    # Ranks
    adviser: URIRef
    ambassador: URIRef
    chiefOfStaff: URIRef
    leader: URIRef
    minister: URIRef
    working: URIRef

    # Roles in a contact
    addressee: URIRef
    initiator: URIRef
    intermediary: URIRef
    participant: URIRef
    refuser: URIRef

    # What was said
    agreement: URIRef
    assurance: URIRef
    confidential: URIRef
    demand: URIRef
    messageSaid: URIRef
    topicOfTalk: URIRef
    warning: URIRef

    # Where an office or a person comes from, if not from the source
    byCoder: URIRef
    byTenure: URIRef

    # Status of a contact among its claims
    agreed: URIRef
    contested: URIRef
    proposed: URIRef
    singleSourced: URIRef


OUTCOMES = {
    "attempted": "attempted",
    "held": "held",
    "refused": "refused",
    "ignored": "ignored",
    "cancelled": "cancelled",
}

STANCES = {
    "asserts": "asserts",
    "announces": "announces",
    "denies": "denies",
    "alleges": "alleges",
    "proposes": "proposes",
}

MODES = {
    "call": "call",
    "meeting": "meeting",
    "visit": "visit",
    "letter": "letter",
    "message": "message",
    "note verbale": "noteVerbale",
    "contact": "unspecifiedContact",
}

CHANNEL_KINDS = {
    "hotline": "hotline",
    "leader line": "leaderLine",
    "embassy": "embassy",
    "letters": "letters",
    "notes": "notes",
    "telephone": "telephone",
    "back channel": "backChannel",
    "intermediary": "intermediaryChannel",
    "non-public": "nonPublic",
    "other": "otherChannel",
}

CHANNEL_STATES = {
    "established": "established",
    "in place": "inPlace",
    "in use": "inUse",
    "unanswered": "unanswered",
    "suspended": "suspended",
    "restored": "restored",
    "closed": "closed",
}

SCOPES = {
    "any contact": "anyContact",
    "official exchange": "officialExchange",
    "public contact": "publicContact",
    "calls": "calls",
    "negotiations": "negotiations",
    "information exchange": "informationExchange",
}

CAPACITIES = {
    "substantive": "substantive",
    "acting": "acting",
    "designate": "designate",
    "contested": "contestedHolder",
}

RELAYS = {
    "utters": "utters",
    "quotes": "quotes",
    "reports": "reports",
    "reprints": "reprints",
    "translates": "translates",
    "machine-translates": "machineTranslates",
}

RANKS = {
    "leader": "leader",
    "minister": "minister",
    "adviser": "adviser",
    "chief of staff": "chiefOfStaff",
    "ambassador": "ambassador",
    "working": "working",
}

ROLES = {
    "initiator": "initiator",
    "addressee": "addressee",
    "participant": "participant",
    "intermediary": "intermediary",
    "refuser": "refuser",
}

CONTENT_KINDS = {
    "topic": "topicOfTalk",
    "message": "messageSaid",
    "warning": "warning",
    "demand": "demand",
    "agreement": "agreement",
    "assurance": "assurance",
    "confidential": "confidential",
}

# 'stated' has no concept: where the source itself says it, the property is left out.
BASES = {"coder": "byCoder", "derived": "byTenure"}

STATUSES = {
    "agreed": "agreed",
    "single-sourced": "singleSourced",
    "contested": "contested",
    "proposed": "proposed",
}

CODE_LISTS: dict[str, dict[str, str]] = {
    "outcomes": OUTCOMES,
    "stances": STANCES,
    "modes": MODES,
    "channelKinds": CHANNEL_KINDS,
    "channelStates": CHANNEL_STATES,
    "scopes": SCOPES,
    "capacities": CAPACITIES,
    "relays": RELAYS,
    "ranks": RANKS,
    "roles": ROLES,
    "contentKinds": CONTENT_KINDS,
    "bases": BASES,
    "statuses": STATUSES,
}

# The class of a claim by the word that a case gives as its kind; tenures have no such word.
CLAIM_CLASSES = {
    "contact": "ContactClaim",
    "silence": "SilenceClaim",
    "channel": "ChannelClaim",
    "account": "AccountClaim",
    "remark": "RemarkClaim",
    "retraction": "Retraction",
}

# Kept as text in the graph: they sort what is listed, nothing is computed from them.
ORGANISATION_KINDS = (
    "ministry",
    "armed forces",
    "government",
    "newspaper",
    "agency",
    "broadcaster",
    "news site",
    "alliance",
    "command",
    "other",
)
PARTY_KINDS = ("unnamed voice", "group of officials", "group of states", "public", "other")


def word_of(codes: dict[str, str], term: str) -> str:
    """The case's word for a concept of a code list, given its name or its IRI: for output.

    Raises KeyError where the list has no such concept.

    >>> word_of(MODES, BC.noteVerbale)
    'note verbale'
    """
    name = term.removeprefix(BC_NS)
    for word, concept in codes.items():
        if concept == name:
            return word
    raise KeyError(f"no concept {name!r} in the code list {sorted(codes.values())}")
