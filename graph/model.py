"""The knowledge as plain objects: what a case says once its names are resolved, before it is RDF.

Reading a case gives a :class:`Knowledge`; :mod:`backchannel.graph.quads` turns it into quads, and
:mod:`backchannel.graph.facts` reads it back from a store. Entities are named by *keys*, the last
part of their IRI with its kind in front: ``person/sergei-shoigu``, ``office/us-secretary-of-defense``,
``claim/kirby-austin-shoigu``. Keys never change once published.

Times are *stamps*: UTC instants as ``YYYY-MM-DDTHH:MM:SSZ``, which sort as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from backchannel.graph.bounds import UNKNOWN, Bounds
from backchannel.graph.errors import Place

Key = str
Stamp = str

# The roster of a case, a document of its own that says who held which office, and its voice.
ROSTER = "document/roster"
ROSTER_VOICE = "party/case-roster"

__all__ = [
    "ROSTER",
    "ROSTER_VOICE",
    "Channel",
    "Citation",
    "Claim",
    "Content",
    "Document",
    "Entity",
    "Key",
    "Knowledge",
    "Mention",
    "Names",
    "Participant",
    "Span",
    "Stamp",
    "Tenure",
    "When",
]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an entity, each a pair (text, language tag).

    ``preferred`` holds one name a language; ``also`` further spellings, transliterations and short
    names ('Washington' for the United States); ``misprints`` forms that are wrong but were printed.
    """

    preferred: tuple[tuple[str, str], ...]
    also: tuple[tuple[str, str], ...] = ()
    misprints: tuple[tuple[str, str], ...] = ()

    def label(self, language: str = "en") -> str:
        """The name in a language, else in English, else the first there is.

        >>> Names((("Russia", "en"), ("Russland", "de"))).label("de")
        'Russland'
        >>> Names((("Russia", "en"),)).label("fr")
        'Russia'
        """
        by_language = {tag: text for text, tag in self.preferred}
        return by_language.get(language) or by_language.get("en") or self.preferred[0][0]

    def all(self) -> Iterator[tuple[str, str]]:
        """Every form, preferred ones first."""
        yield from self.preferred
        yield from self.also
        yield from self.misprints


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, office, organisation, state, or party that is described and not named.

    ``kind`` is the first part of the key: person, office, organisation, state, party. A *party* is
    described by words or collective ('high-ranking US officials', 'a Pentagon spokeswoman', 'the
    West'); ``unnamed`` is true where it is a voice or person whose name the source keeps back, and
    it is never turned into a named person. ``rank`` (of offices and parties) is seniority: leader,
    minister, adviser, chief of staff, ambassador, working. ``subkind`` says what sort of
    organisation or party it is (ministry, armed forces, newspaper, alliance ...). ``continues``
    names the earlier office or state whose seat this one has taken over.
    """

    key: Key
    names: Names
    state: Key | None = None
    organisation: Key | None = None
    rank: str | None = None
    subkind: str | None = None
    unnamed: bool = False
    members: tuple[Key, ...] = ()
    continues: Key | None = None
    same_as: tuple[str, ...] = ()
    note: str | None = None
    place: Place | None = None

    @property
    def kind(self) -> str:
        return self.key.split("/", 1)[0]

    @property
    def label(self) -> str:
        return self.names.label()


@dataclass(frozen=True, slots=True)
class Channel:
    """A standing means of communication; its whereabouts and condition are claims, not fields.

    ``kind`` is one of the ontology's channel kinds (hotline, leader line, embassy, letters, back
    channel ...); ``generic`` marks 'telephone between Russia and the United States', a kind of
    channel between parties rather than an instance. ``between`` holds the keys of its ends.
    """

    key: Key
    names: Names
    kind: str
    between: tuple[Key, ...] = ()
    generic: bool = False
    note: str | None = None
    place: Place | None = None

    @property
    def label(self) -> str:
        return self.names.label()


@dataclass(frozen=True, slots=True)
class When:
    """A date as the source has it, or as the coder inferred it, and its four bounds.

    ``edtf`` is None where nothing at all is known. ``wording`` is the source's own short phrase
    with ``language``. ``inferred`` gives the coder's reason where the date is not the source's.
    """

    edtf: str | None
    bounds: Bounds
    wording: str | None = None
    language: str | None = None
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """One party of a contact, at the level its source gives, in one role.

    ``person`` in ``office``; or an office, organisation, state or described party alone (then
    ``entity`` is that key). ``entity`` is who took part as the source has it: the person if one is
    named, otherwise the office, and so on. ``role`` is initiator, addressee, participant,
    intermediary or refuser. ``office_basis`` and ``person_basis`` say where the office or the person
    comes from: stated (by the source), coder (identified by the coder, reason in ``note``) or
    derived (through the tenures of the day). ``state`` and ``rank`` follow from office or party.
    """

    entity: Key
    role: str
    person: Key | None = None
    office: Key | None = None
    state: Key | None = None
    rank: str | None = None
    office_basis: str = "stated"
    person_basis: str = "stated"
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """One thing that was said in a contact: ``kind`` is topic, message, warning, demand, agreement,
    assurance or confidential; ``text`` is the coder's paraphrase in ``language``."""

    kind: str
    text: str
    language: str = "en"
    sender: Key | None = None
    receiver: Key | None = None


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of a document's text: code points from ``start`` to before ``end``, from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One appearance of a claim in a document (or, without one, the utterance itself).

    ``relay`` is how the claim stands there: utters, quotes, reports, reprints, translates,
    machine-translates. ``taken_from`` is the key of the citation it was taken from; the one without
    is a root of the chain. ``said`` is the date on which, according to this document, the voice
    said it. ``published`` bounds the publication of its document.
    """

    key: Key
    relay: str
    document: Key | None = None
    taken_from: Key | None = None
    spans: tuple[Span, ...] = ()
    said: When | None = None
    note: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as a document prints it, and whom the coder takes it to mean (``means`` has several
    keys where the document leaves it open)."""

    key: Key
    document: Key
    printed: str
    language: str
    means: tuple[Key, ...]
    spans: tuple[Span, ...] = ()
    misprint: bool = False
    note: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A source text, seen or only known of.

    ``published`` is the date the document itself bears (None: it bears none); ``published_inferred``
    the coder's narrower or only date, with the reason. ``known`` is the stamp from which its
    content counts as known: the end of the possible days of publication. ``sha256`` and ``length``
    (code points) pin the text that spans count in; both None where nobody here has seen it.
    """

    key: Key
    title: str
    language: str | None
    publisher: Key | None
    published: When | None = None
    published_inferred: When | None = None
    known: Stamp | None = None
    sha256: str | None = None
    length: int | None = None
    taken_from: tuple[Key, ...] = ()
    seen: bool = True
    url: str | None = None
    not_coded: tuple[tuple[Span, str], ...] = ()
    note: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person holding one office over one interval in one capacity (substantive, acting,
    designate, contested). ``start`` and ``end`` are known from different days: nobody knew in 2022
    who would leave in 2024. ``end`` is None while it lasts or is unknown (``open_end`` tells which);
    ``vouched`` is the stamp up to which the roster vouches for an open tenure."""

    key: Key
    person: Key
    office: Key
    held: str
    capacity: str
    start: When
    end: When | None
    open_end: bool
    vouched: Stamp
    start_known: Stamp
    end_known: Stamp | None
    known_inferred: str | None
    document: Key
    note: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition put forward by one original voice, with its own date and its citations.

    ``kind``: contact, silence, channel, account, remark, retraction. ``about`` is the key of the hub
    it speaks of (contact/..., silence/..., channel/..., or, for a retraction, claim/...).
    ``stance`` is how the voice speaks: asserts, announces, denies, alleges, proposes. ``voice`` is
    who said it, in ``voice_office``; without any attribution it is the document's publisher.

    Contact: ``participants``, ``outcome`` (attempted, held, refused, ignored, cancelled, or None for
    a proposal), ``mode`` (call, meeting, letter, message, note verbale, visit, contact),
    ``channels`` used or tried, ``times`` (at least so often), ``public`` (False: non-public),
    ``location``, ``topics``.
    Silence: ``participants`` (role participant), ``scope`` (any contact, official exchange, public
    contact, calls, negotiations, information exchange), ``exceptions``, ``ended_by`` (a contact).
    Channel: ``state`` (established, in place, in use, unanswered, suspended, restored, closed) and
    what else is said of the channel: ``location``, ``operator`` (who answers for it), ``level``.
    Account: ``side`` whose readout it is, ``contents``.
    Remark: a voice's judgement that asserts no contact, silence or channel.

    ``when`` is the date of the occurrence, or the interval during which the silence or the channel's
    state held. ``hedge`` is the short wording by which the voice weakens the claim ('practically').
    ``known`` and ``withdrawn`` are stamps: published by then, and superseded or retracted then
    (None: never). ``supersedes`` and ``retracts`` name the claims it withdraws.
    """

    key: Key
    kind: str
    about: Key
    stance: str
    voice: Key
    paraphrase: str
    paraphrase_language: str
    citations: tuple[Citation, ...]
    voice_office: Key | None = None
    participants: tuple[Participant, ...] = ()
    when: When | None = None
    outcome: str | None = None
    mode: str | None = None
    channels: tuple[Key, ...] = ()
    times: int = 1
    public: bool | None = None
    location: str | None = None
    topics: tuple[str, ...] = ()
    scope: str | None = None
    exceptions: tuple[str, ...] = ()
    ended_by: Key | None = None
    state: str | None = None
    operator: Key | None = None
    level: str | None = None
    side: Key | None = None
    contents: tuple[Content, ...] = ()
    hedge: str | None = None
    reliability: str | None = None
    credibility: int | None = None
    known: Stamp | None = None
    withdrawn: Stamp | None = None
    recorded: Stamp | None = None
    supersedes: Key | None = None
    retracts: Key | None = None
    identified: str | None = None
    note: str | None = None
    place: Place | None = None

    @property
    def bounds(self) -> Bounds:
        """The bounds of its date; without one, anything is possible and nothing certain."""
        return self.when.bounds if self.when else UNKNOWN


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that a case says, by key, each mapping sorted by key."""

    title: str
    language: str
    entities: Mapping[Key, Entity] = field(default_factory=dict)
    channels: Mapping[Key, Channel] = field(default_factory=dict)
    tenures: Mapping[Key, Tenure] = field(default_factory=dict)
    documents: Mapping[Key, Document] = field(default_factory=dict)
    mentions: Mapping[Key, Mention] = field(default_factory=dict)
    claims: Mapping[Key, Claim] = field(default_factory=dict)

    def label(self, key: Key, language: str = "en") -> str:
        """The name of an entity or channel, or the title of a document; the key if there is none."""
        if key in self.entities:
            return self.entities[key].names.label(language)
        if key in self.channels:
            return self.channels[key].names.label(language)
        if key in self.documents:
            return self.documents[key].title
        return key

    def of_kind(self, kind: str) -> list[Entity]:
        """The entities of a kind ('person', 'office', 'organisation', 'state', 'party')."""
        return [entity for entity in self.entities.values() if entity.kind == kind]
