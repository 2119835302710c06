"""Which office a title means: 'der russische Verteidigungsminister', 'министр обороны России'.

A name of the roster comes first. Otherwise the title is read as the states it names and what somebody is of
them (``ontology/titles.py`` has the words, the case adds the names of its states), and so is every name of
every office: an office is meant if one of its names says the same. Nothing is chosen silently: all offices
that fit are given, and a deputy is never taken for the minister.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from backchannel.graph.errors import UnknownNameError
from backchannel.graph.model import Entity, Key, Knowledge
from backchannel.graph.names import Index
from backchannel.graph.nearest import choice
from backchannel.ontology import titles as data

__all__ = ["Reading", "Title", "Titles", "offices_called"]

# What makes a title of words: without one of these they name no office.
FUNCTIONS = frozenset(data.FUNCTIONS) | {"supreme allied commander europe"}
SENT = frozenset({"ambassador", "chargé", "permanent representative", "representative"})
STEM = 4  # a word so long may carry an ending
CYRILLIC_ENDING = re.compile(r"[\u0400-\u04ff]{1,3}")
INITIALS = re.compile(r"\b([^\W\d_])\.\s*(?=[^\W\d_](?:\.|\b(?!\w)))")
LONGEST = 60
LONGEST_QUALIFIER = 3
DERIVED = frozenset(data.DERIVED_ENDINGS)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says: ``parts`` of an office (functions, institutions), ``states`` by code or key, or a
    qualifier: acting, designate, former, incumbent, filler."""

    parts: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A title as it was understood.

    ``parts`` are functions and institutions ('head', 'defence'), and words that stand in no lexicon (with '='
    in front). Of ``states`` and ``hosts`` (where an ambassador is sent) each member is one that the
    title names: the keys it may mean, '~pl' for a state that isn't in the case.
    """

    parts: frozenset[str]
    states: tuple[frozenset[str], ...] = ()
    hosts: tuple[frozenset[str], ...] = ()
    qualifiers: frozenset[str] = frozenset()

    @property
    def names_an_office(self) -> bool:
        return bool(self.parts & FUNCTIONS)


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the offices it may mean. ``capacity`` is 'acting' or 'designate' where it says so."""

    text: str
    offices: tuple[Key, ...]
    capacity: str | None = None


Words = tuple[str, ...]


@dataclass(slots=True)
class Lexicon:
    """Phrases by their first word."""

    phrases: dict[str, dict[Words, Meaning]] = field(default_factory=dict)

    def add(self, phrase: str, meaning: Meaning) -> None:
        """Enter a phrase; one that several states share means each of them."""
        words = content(words_of(phrase))
        if words:
            held = self.phrases.setdefault(words[0], {})
            old = held.get(words)
            if old and old.parts == meaning.parts:
                meaning = replace(meaning, states=old.states | meaning.states)
            held[words] = meaning

    def at(self, tokens: Sequence[str], place: int) -> tuple[int, Meaning] | None:
        """The longest phrase that begins at a place: of how many words it is, and what it means."""
        best: tuple[tuple[int, int], Meaning] | None = None
        for first in beginnings(tokens[place]):
            for words, meaning in self.phrases.get(first, {}).items():
                found = tokens[place : place + len(words)]
                if len(found) == len(words) and all(map(inflects, found, words)):
                    rank = (len(words), sum(map(len, words)))
                    best = max(best, (rank, meaning), key=lambda one: one[0]) if best else (rank, meaning)
        return (best[0][0], best[1]) if best else None

    def alone(self, token: str) -> Meaning | None:
        """What a word means by itself."""
        found = self.at((token,), 0)
        return found[1] if found else None

    def knows(self, token: str) -> bool:
        """Whether a phrase begins with the word."""
        return any(first in self.phrases for first in beginnings(token))


def fold(text: str) -> str:
    """A text as titles are compared: letter case, accents and the spelling of umlauts don't count.

    >>> fold("Außenminister Türkiye"), fold("AUSSENMINISTER TUERKIYE"), fold("Объединённый")
    ('aussenminister turkiye', 'aussenminister turkiye', 'объединенныи')
    """
    marked = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in marked if not unicodedata.combining(char))
    return re.sub("([aou])e", r"\1", plain.replace("ı", "i"))


def words_of(text: str) -> list[str]:
    """The words of a title without articles; initials are one word, a possessive's s is left out.

    >>> words_of("the U.S. Secretary of Defense"), words_of("И. о. министра"), words_of("Russia's minister")
    (['us', 'secretary', 'defense'], ['ио', 'министра'], ['russia', 'minister'])
    """
    joined = INITIALS.sub(r"\1", text)
    possessive = re.sub(r"(?<=\w)['’]s\b", "", joined, flags=re.IGNORECASE)
    return [word for word in re.findall(r"[^\W_]+", fold(possessive)) if word not in ARTICLES]


def content(words: Iterable[str]) -> Words:
    """Words without prepositions."""
    return tuple(word for word in words if word not in PREPOSITIONS)


def beginnings(token: str) -> Iterator[str]:
    """The word itself, and what it may be an inflected form of."""
    yield token
    for length in range(1, 4):
        stem, ending = token[:-length], token[-length:]
        if len(stem) >= STEM and is_ending(ending):
            yield stem


def inflects(token: str, word: str) -> bool:
    """Whether a word is another one, or that with an ending."""
    return token == word or (len(word) >= STEM and token.startswith(word) and is_ending(token[len(word) :]))


def is_ending(text: str) -> bool:
    return text in ENDINGS or CYRILLIC_ENDING.fullmatch(text) is not None


ENDINGS = frozenset(data.LATIN_ENDINGS)
ARTICLES = frozenset(map(fold, data.ARTICLES))
PREPOSITIONS = frozenset(map(fold, data.HOST_PREPOSITIONS))
PREFIXES = tuple(sorted(map(fold, data.PREFIXES), key=len, reverse=True))


@cache
def states_of_the_world() -> Lexicon:
    """Every state, under its code."""
    found = Lexicon()
    for code, phrases in data.STATES.items():
        for phrase in phrases:
            found.add(phrase, Meaning(states=frozenset({code})))
    return found


@cache
def offices_of_the_world() -> Lexicon:
    """Functions, institutions, offices and qualifiers."""
    found = Lexicon()
    for phrase, meaning in _entries():
        found.add(phrase, meaning)
    return found


def _entries() -> Iterator[tuple[str, Meaning]]:
    for filler in data.STATE_FILLERS:
        yield filler, Meaning(qualifier="filler")
    for qualifier, phrases in data.QUALIFIERS.items():
        yield from ((phrase, Meaning(qualifier=qualifier)) for phrase in phrases)
    for function, phrases in data.FUNCTIONS.items():
        yield from ((phrase, Meaning(frozenset({function}))) for phrase in phrases)
    for domain, languages in data.DOMAINS.items():
        yield from _domain(domain, languages)
    for institution, by_state in data.INSTITUTIONS.items():
        yield from _of_states(frozenset({institution}), by_state)
    for parts, by_state in data.OFFICES.items():
        yield from _of_states(frozenset(parts), by_state)


def _domain(domain: str, languages: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Meaning]]:
    """The minister and the ministry of a domain in each language."""
    kinds = ((data.MINISTERS, frozenset({"head", domain})), (data.MINISTRIES, frozenset({domain})))
    for templates, parts in kinds:
        for language, nouns in languages.items():
            for template in templates.get(language, ()):
                yield from ((template.format(noun), Meaning(parts)) for noun in nouns)


def _of_states(parts: frozenset[str], by_state: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Meaning]]:
    for code, phrases in by_state.items():
        states = frozenset({code} if code else ())
        yield from ((phrase, Meaning(parts, states)) for phrase in phrases)


class Titles:
    """The titles of a case's offices.

    >>> from backchannel.graph.model import Names
    >>> state = Entity("state/ru", Names((("Russia", "en"),)), state="state/ru")
    >>> office = Entity("office/ru-md", Names((("Russian Minister of Defence", "en"),)), state="state/ru")
    >>> titles = Titles(Knowledge("a case", "en", {one.key: one for one in (office, state)}))
    >>> [titles.read(text).offices for text in ("der russische Verteidigungsminister", "министр обороны РФ")]
    [('office/ru-md',), ('office/ru-md',)]
    >>> titles.read("stellvertretender russischer Verteidigungsminister").offices
    ()
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.index = Index()
        self._world = _keys_by_code(knowledge)
        self._states = _states_of_the_case(knowledge)
        self._offices = offices_of_the_world()
        self._spelt: dict[Words, list[Key]] = defaultdict(list)
        self._own: dict[Key, tuple[Reading, ...]] = {}
        self._aliases: dict[Key, tuple[Reading, ...]] = {}
        for office in knowledge.of_kind("office"):
            self.index.add(office.key, office.names)
            for words in dict.fromkeys(content(words_of(text)) for text, _ in office.names.all()):
                self._spelt[words].append(office.key)
            readings = tuple(dict.fromkeys(self.understood(text) for text, _ in office.names.all()))
            self._own[office.key] = tuple(one for one in readings if one.names_an_office)
            self._aliases[office.key] = tuple(self._further(office, self._own[office.key]))

    def read(self, title: str) -> Title:
        """What a title says and which offices it may mean, sorted; none where no office fits.

        Raises UnknownNameError where it means somebody who no longer holds the office.
        """
        named = self._bearers(title)
        if named:
            return Title(title, named)
        reading = self.understood(title)
        if "former" in reading.qualifiers and reading.names_an_office:
            raise UnknownNameError(
                f"'{title[:80]}' means a former holder, who no longer holds the office; expected the office "
                "itself, of whose holders an earlier day tells"
            )
        capacity = next((one for one in ("designate", "acting") if one in reading.qualifiers), None)
        found = self._called(self._bare(title)) or self._fitting(reading)
        return Title(title, found, capacity)

    def understood(self, title: str) -> Reading:
        """A title taken apart into states, functions and institutions."""
        words = list(self._uncompounded(words_of(title)))
        states, hosts, rest = self._without_states(words)
        parts: set[str] = set()
        qualifiers: set[str] = set()
        for meaning, word in self._phrases(rest):
            if meaning.qualifier == "filler" and not (states or hosts):
                parts.add(f"={word}")
            states += [self._resolved(meaning.states)] if meaning.states else []
            parts |= {f"{one} twice" for one in meaning.parts & parts & {"deputy"}} | meaning.parts
            qualifiers |= {meaning.qualifier} - {"", "filler", "incumbent"}
        if not parts & SENT:
            states, hosts = states + hosts, []
        return Reading(settled(parts), _each(states), _each(hosts), frozenset(qualifiers))

    def nearest(self, title: str, most: int = 3) -> tuple[Key, ...]:
        """The offices most like a title: by their parts and states, else by their spelling."""
        reading = self.understood(title)
        scores = {
            key: max((_likeness(reading, one) for one in own), default=0) for key, own in self._own.items()
        }
        like = sorted((key for key, score in scores.items() if score), key=lambda key: (-scores[key], key))
        spelt = self.index.near(title, ("office",), most)
        return tuple(dict.fromkeys((*like[:most], *spelt)))[:most]

    def _bearers(self, title: str) -> tuple[Key, ...]:
        return tuple(key for key in self.index.bearers(title) if key.startswith("office/"))

    def _called(self, title: str) -> tuple[Key, ...]:
        """The offices with such a name, articles, accents and punctuation apart."""
        words = content(words_of(title))
        return tuple(sorted(self._spelt.get(words, ()))) if words else ()

    def _bare(self, title: str) -> str:
        """A title without the articles and qualifiers in front."""
        words = title.split()
        while front := self._in_front(words):
            words = words[front:]
        return " ".join(words)

    def _in_front(self, words: Sequence[str]) -> int:
        """How many words in front are an article or a qualifier, which may have more than one."""
        for count in range(min(LONGEST_QUALIFIER, len(words) - 1), 0, -1):
            found = words_of(" ".join(words[:count]))
            phrase = self._offices.at(found, 0) if found else None
            if not found and count == 1:
                return 1
            if phrase and phrase[0] == len(found) and phrase[1].qualifier not in ("", "filler"):
                return count
        return 0

    def _fitting(self, reading: Reading) -> tuple[Key, ...]:
        if not reading.names_an_office:
            return ()
        for names in (self._own, self._aliases):
            found = [
                key for key, own in names.items() if any(fits(reading, one, self._state(key)) for one in own)
            ]
            if found:
                return tuple(sorted(found))
        return ()

    def _state(self, office: Key) -> Key | None:
        entity = self.knowledge.entities[office]
        organisation = self.knowledge.entities.get(entity.organisation or "")
        return entity.state or (organisation.state if organisation else None)

    def _further(self, office: Entity, readings: Iterable[Reading]) -> Iterator[Reading]:
        """What else the office is called: the US secretary of state is a foreign minister."""
        for one in readings:
            for parts, codes, other in data.ALIASES:
                states = {key for code in codes for key in self._resolved(frozenset({code}))}
                if one.parts == frozenset(parts) and (not codes or self._state(office.key) in states):
                    yield replace(one, parts=frozenset(other))

    def _resolved(self, states: frozenset[str]) -> frozenset[str]:
        """The keys of states given by code or key; '~' and the code for one that isn't in the case."""
        keys = (self._world.get(one, {f"~{one}"}) if "/" not in one else {one} for one in states)
        return frozenset(key for some in keys for key in some)

    def _uncompounded(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            yield from self._parts_of(word)

    def _parts_of(self, word: str) -> list[str]:
        """A word written together, taken apart: 'Kremlsprecher', 'Vizeaußenminister', 'замминистра'."""
        if self._knows(word) or len(word) > LONGEST:
            return [word]
        for prefix in PREFIXES:
            rest = word.removeprefix(prefix)
            if rest != word and (self._knows(rest) or len(self._halves(rest)) > 1):
                return [prefix, *self._halves(rest)]
        return self._halves(word)

    def _halves(self, word: str) -> list[str]:
        if not self._knows(word):
            for place in range(STEM, len(word) - STEM + 1):
                left, right = word[:place], word[place:]
                meaning = self._offices.alone(right)
                if meaning and self._knows_alone(left):
                    sent = bool(meaning.parts & SENT and self._states.alone(left))
                    return ["in", left, right] if sent else [left, right]
        return [word]

    def _knows(self, word: str) -> bool:
        return self._states.knows(word) or self._offices.knows(word) or word in PREPOSITIONS

    def _knows_alone(self, word: str) -> bool:
        return bool(self._states.alone(word) or self._offices.alone(word))

    def _without_states(
        self, words: Sequence[str]
    ) -> tuple[list[frozenset[str]], list[frozenset[str]], list[str]]:
        """The states named, those behind a preposition, and the other words."""
        states: list[frozenset[str]] = []
        hosts: list[frozenset[str]] = []
        rest: list[str] = []
        place = 0
        while place < len(words):
            found = self._states.at(words, place)
            if found is None:
                rest.append(words[place])
                place += 1
                continue
            is_host = len(rest) > 0 and place > 1 and words[place - 1] in PREPOSITIONS
            (hosts if is_host else states).append(self._resolved(found[1].states))
            place += found[0]
        return states, hosts, rest

    def _phrases(self, words: Sequence[str]) -> Iterator[tuple[Meaning, str]]:
        """The meanings of the words, longest phrases first; a word that nobody knows means itself."""
        left = content(words)
        place = 0
        while place < len(left):
            found = self._offices.at(left, place)
            yield (found[1] if found else Meaning(frozenset({f"={left[place]}"}))), left[place]
            place += found[0] if found else 1


def settled(parts: Iterable[str]) -> frozenset[str]:
    """Parts without what adds nothing: a minister's spokeswoman is the ministry's, and the chief of the
    general staff that of the armed forces.

    >>> sorted(settled({"spokesperson", "head", "foreign"}))
    ['foreign', 'spokesperson']
    """
    found = frozenset(parts)
    institutions = found - FUNCTIONS - {"armed forces"}
    if "spokesperson" in found and institutions:
        found -= {"head", "minister"}
    if "armed forces" in found and institutions:
        found -= {"armed forces"}
    return found


def fits(title: Reading, office: Reading, state: Key | None) -> bool:
    """Whether a title may mean an office by one of its names; ``state`` is whose office it is.

    Every state that the title names must be the office's own or stand in its name, and every other one
    in its name must stand in the title.
    """
    if title.parts != office.parts:
        return False
    own = frozenset({state} if state else ())
    others = [group for group in office.states if not group & own]
    named = all(group & own or any(group & other for other in others) for group in title.states)
    about = not own or all(any(group & other for other in title.states) for group in others)
    hosts = all(any(group & other for other in office.hosts) for group in title.hosts)
    return named and about and hosts


def offices_called(knowledge: Knowledge, title: str) -> list[Key]:
    """The offices of the case that a title may mean, in any of the languages of the lexicon, sorted.

    More than one where the title leaves it open. Raises UnknownNameError with the nearest offices where
    none fits, and where the title means a former holder.

    >>> offices_called(Knowledge("a case", "en"), "the Russian foreign minister")
    Traceback (most recent call last):
    ...
    backchannel.graph.errors.UnknownNameError: no office of the case is called 'the Russian foreign minister'
    """
    titles = Titles(knowledge)
    found = titles.read(title).offices
    if not found:
        raise UnknownNameError(unknown(titles, title))
    return list(found)


def unknown(titles: Titles, title: str) -> str:
    """Why no office is meant, and which come nearest."""
    near = [titles.index.label(key) for key in titles.nearest(title)]
    hint = f"; the nearest on record: {choice(near)}" if near else ""
    return f"no office of the case is called '{title[:80]}'{hint}"


def _each(groups: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    return tuple(dict.fromkeys(groups))


def _likeness(one: Reading, other: Reading) -> int:
    """How much two readings have in common, the state counting as much as two parts."""
    states = any(group & another for group in one.states for another in other.states)
    return len(one.parts & other.parts) + 2 * states


def _keys_by_code(knowledge: Knowledge) -> dict[str, set[str]]:
    """Which states of the case a code means, by their names of first choice."""
    found: dict[str, set[str]] = defaultdict(set)
    world = states_of_the_world()
    for state in knowledge.of_kind("state"):
        for text, _ in state.names.preferred:
            words = content(words_of(text))
            known = world.at(words, 0) if words else None
            if known and known[0] == len(words):
                for code in known[1].states:
                    found[code].add(state.key)
    return dict(found)


def _states_of_the_case(knowledge: Knowledge) -> Lexicon:
    """Every state of the world, and the case's own names for its states, which come first."""
    world = states_of_the_world()
    found = Lexicon({first: dict(phrases) for first, phrases in world.phrases.items()})
    for state in knowledge.of_kind("state"):
        meaning = Meaning(states=frozenset({state.key}))
        for text, _ in state.names.all():
            for phrase in _forms(text, world):
                found.add(phrase, meaning)
    return found


def _forms(name: str, world: Lexicon) -> Iterator[str]:
    """A name, and what is made of it where no lexicon has it: its people, its adjectives."""
    yield name
    words = words_of(name)
    if len(words) == 1 and len(words[0]) > STEM and world.alone(words[0]) is None:
        stem = re.sub("[aeiouyаеиоуыюя]$", "", words[0])
        yield from sorted({stem + ending for ending in DERIVED})
