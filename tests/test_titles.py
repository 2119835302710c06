"""Titles of offices: every name of the seed case in every pattern, hand-written titles, an invented case."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
import samples
from conftest import LARGE
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.graph.builds import Build
from backchannel.graph.errors import AmbiguousNameError, UnknownNameError
from backchannel.graph.lookup import Lookup
from backchannel.graph.model import Entity, Key, Knowledge, Names
from backchannel.graph.titles import (
    Titles,
    content,
    fold,
    offices_called,
    states_of_the_world,
    words_of,
)
from backchannel.ontology import titles as data

RU_DEFENCE = "ru-minister-of-defence"
RU_STAFF = "ru-chief-of-the-general-staff"
RU_COUNCIL = "ru-secretary-of-the-security-council"
RU_DEPUTY = "ru-deputy-foreign-minister"
RU_SPEAKS = "ru-presidential-press-secretary"
US_DEFENCE = "us-secretary-of-defense"
US_STATE = "us-secretary-of-state"
US_STAFF = "us-chairman-of-the-joint-chiefs-of-staff"
US_ADVISER = "us-national-security-adviser"
US_AMBASSADOR = "us-ambassador-to-russia"
FR_DEFENCE = "fr-minister-of-the-armed-forces"
GB_DEFENCE = "gb-secretary-of-state-for-defence"
TR_DEFENCE = "tr-minister-of-national-defence"
DE_CHANCELLOR = "de-chancellor"
UA_INTELLIGENCE = "ua-chief-of-military-intelligence"

# What each title means, or nobody.
TITLES: dict[str, str | None] = {
    # German
    "der russische Verteidigungsminister": RU_DEFENCE,
    "des russischen Verteidigungsministers": RU_DEFENCE,
    "Russlands Verteidigungsminister": RU_DEFENCE,
    "Verteidigungsminister Russlands": RU_DEFENCE,
    "RUSSISCHER VERTEIDIGUNGSMINISTER": RU_DEFENCE,
    "die amerikanische Verteidigungsministerin": US_DEFENCE,
    "US-Verteidigungsminister": US_DEFENCE,
    "Verteidigungsminister der Vereinigten Staaten von Amerika": US_DEFENCE,
    "Pentagon-Chef": US_DEFENCE,
    "Pentagonchef": US_DEFENCE,
    "der geschäftsführende US-Verteidigungsminister": US_DEFENCE,
    "amtierender britischer Verteidigungsminister": GB_DEFENCE,
    "der tuerkische Verteidigungsminister": TR_DEFENCE,
    "Frankreichs Verteidigungsminister": FR_DEFENCE,
    "amerikanischer Aussenminister": US_STATE,
    "Generalstabschef der russischen Streitkräfte": RU_STAFF,
    "Chef des russischen Generalstabes": RU_STAFF,
    "oberster US-General": US_STAFF,
    "Kremlchef": "ru-president",
    "Präsident der Russischen Föderation": "ru-president",
    "das amerikanische Staatsoberhaupt": "us-president",
    "Kremlsprecher": RU_SPEAKS,
    "der Sprecher des russischen Präsidenten": RU_SPEAKS,
    "Pentagonsprecher": "pentagon-press-secretary",
    "Sprecherin des Weißen Hauses": "white-house-press-secretary",
    "US-Botschafter in Moskau": US_AMBASSADOR,
    "die Botschafterin der USA in Russland": US_AMBASSADOR,
    "US-Russlandbotschafter": US_AMBASSADOR,
    "deutscher Kanzler": DE_CHANCELLOR,
    "die Bundeskanzlerin": DE_CHANCELLOR,
    "nationaler Sicherheitsberater der USA": US_ADVISER,
    "Sekretär des Sicherheitsrats Russlands": RU_COUNCIL,
    "Vizeaußenminister Russlands": RU_DEPUTY,
    "Chef des ukrainischen Militärgeheimdienstes": UA_INTELLIGENCE,
    # English
    "the Russian defence minister": RU_DEFENCE,
    "Russia's Minister of Defense": RU_DEFENCE,
    "minister for defence of the Russian Federation": RU_DEFENCE,
    "Secretary of Defense of the U.S.": US_DEFENCE,
    "acting US defense secretary": US_DEFENCE,
    "American secretary of state": US_STATE,
    "US top diplomat": US_STATE,
    "Russia's chief of the general staff": RU_STAFF,
    "chairman of the US Joint Chiefs": US_STAFF,
    "the Turkish minister of national defense": TR_DEFENCE,
    "the British defence minister": GB_DEFENCE,
    "America's ambassador to Russia": US_AMBASSADOR,
    "a US ambassador in Moscow": US_AMBASSADOR,
    "the German chancellor": DE_CHANCELLOR,
    "White House spokeswoman": "white-house-press-secretary",
    "Kremlin spokesman": RU_SPEAKS,
    "EUCOM commander": "us-commander-of-european-command",
    "SACEUR": "nato-supreme-allied-commander-europe",
    # Russian
    "министр обороны России": RU_DEFENCE,
    "министра обороны РФ": RU_DEFENCE,
    "российский министр обороны": RU_DEFENCE,
    "и.о. министра обороны России": RU_DEFENCE,
    "глава Пентагона": US_DEFENCE,
    "министр обороны США": US_DEFENCE,
    "госсекретарь США": US_STATE,
    "министр иностранных дел РФ": "ru-foreign-minister",
    "глава МИД России": "ru-foreign-minister",
    "замминистра иностранных дел России": RU_DEPUTY,
    "начальник Генерального штаба ВС РФ": RU_STAFF,
    "пресс-секретарь Кремля": RU_SPEAKS,
    "секретарь Совбеза РФ": RU_COUNCIL,
    "президента Соединённых Штатов Америки": "us-president",
    "посол США в России": US_AMBASSADOR,
    "министр обороны Великобритании": GB_DEFENCE,
    "канцлер ФРГ": DE_CHANCELLOR,
    # French
    "le ministre russe de la Défense": RU_DEFENCE,
    "ministre de la Défense de la Russie": RU_DEFENCE,
    "le ministre français des Armées": FR_DEFENCE,
    "secrétaire américain à la Défense": US_DEFENCE,
    "le président des États-Unis": "us-president",
    "le chef d'état-major russe": RU_STAFF,
    "l'ambassadeur américain à Moscou": US_AMBASSADOR,
    "le porte-parole du Kremlin": RU_SPEAKS,
    "chef de la diplomatie américaine": US_STATE,
    "conseiller américain à la sécurité nationale": US_ADVISER,
    "le chancelier allemand": DE_CHANCELLOR,
    # nobody of the case
    "der stellvertretende russische Verteidigungsminister": None,
    "Vize-Verteidigungsminister der USA": None,
    "US Deputy Secretary of Defense": None,
    "assistant secretary of defense": None,
    "заместитель министра обороны России": None,
    "Vizepräsident der USA": None,
    "polnischer Verteidigungsminister": None,
    "sowjetischer Verteidigungsminister": None,
    "österreichischer Bundeskanzler": None,
    "russischer Botschafter in den USA": None,
    "US-Botschafter in Berlin": None,
    "Sprecher des russischen Verteidigungsministers": None,
    "Berater des US-Präsidenten": None,
    "Staatssekretär im US-Verteidigungsministerium": None,
    "Verteidigungsministerium Russlands": None,
    "russischer Finanzminister": None,
    "UK Foreign Secretary": None,
    "Mark Milley": None,
    "Russland": None,
    "der": None,
    "": None,
}


@pytest.fixture(scope="module")
def titles(seed_knowledge: Knowledge) -> Titles:
    return Titles(seed_knowledge)


@pytest.mark.parametrize(("title", "office"), TITLES.items(), ids=lambda one: str(one)[:60])
def test_hand_written_titles(titles: Titles, title: str, office: str | None) -> None:
    """Each means the one office or none."""
    assert titles.read(title).offices == ((f"office/{office}",) if office else ())


def test_the_hand_written_titles_are_all_there() -> None:
    assert len(TITLES) == 101
    assert sum(office is not None for office in TITLES.values()) == 80
    assert len(set(TITLES.values())) == 23


# --- every name of every office of the seed case, in every pattern

# What may stand in front of a title, by language, and the capacity that it says.
IN_FRONT: dict[str, tuple[tuple[str, str | None], ...]] = {
    "de": (
        ("der ", None),
        ("die ", None),
        ("Herr ", None),
        ("des ", None),
        ("der amtierende ", None),
        ("der damalige ", None),
        ("die derzeitige ", None),
        ("der geschäftsführende ", "acting"),
        ("kommissarischer ", "acting"),
        ("der designierte ", "designate"),
        ("der künftige ", "designate"),
    ),
    "en": (
        ("the ", None),
        ("a ", None),
        ("The current ", None),
        ("the then ", None),
        ("incumbent ", None),
        ("acting ", "acting"),
        ("the interim ", "acting"),
        ("incoming ", "designate"),
    ),
    "ru": (
        ("нынешний ", None),
        ("тогдашний ", None),
        ("исполняющий обязанности ", "acting"),
        ("врио ", "acting"),
        ("И. о. ", "acting"),
        ("избранный ", "designate"),
    ),
    "fr": (
        ("le ", None),
        ("la ", None),
        ("l'actuel ", None),
        ("le futur ", "designate"),
        ("l’ancienne ", "former"),
    ),
}
FORMER = ("ehemaliger ", "der frühere ", "Ex-", "former ", "the ex-", "бывший ", "экс-", "l'ancien ")
DEPUTY = (
    "stellvertretender ",
    "der Vize-",
    "deputy ",
    "the vice-",
    "заместитель ",
    "вице-",
    "erster stellvertretender ",
)
CHANGES = (str, str.upper, str.lower, lambda text: f"  {text.replace(' ', '   ')} ")


def names_of(knowledge: Knowledge) -> list[tuple[Key, str, str]]:
    return [
        (office.key, text, language)
        for office in knowledge.of_kind("office")
        for text, language in office.names.all()
    ]


def test_every_name_in_every_pattern(seed_knowledge: Knowledge, titles: Titles) -> None:
    """Articles, 'current', 'acting' and letter case change nothing in which office is meant."""
    tried = 0
    for (office, text, language), change in product(names_of(seed_knowledge), CHANGES):
        for front, capacity in (("", None), *IN_FRONT.get(language, ())):
            if capacity == "former":
                continue
            found = titles.read(change(front + text))
            assert (found.offices, found.capacity) == ((office,), capacity), change(front + text)
            tried += 1
    assert tried == 4448


def test_a_former_holder_holds_nothing(seed_knowledge: Knowledge, titles: Titles) -> None:
    """It is said so instead of naming the present one; a deputy is never the minister."""
    understood = 0
    for office, text, _ in names_of(seed_knowledge):
        if not titles.understood(text).names_an_office:
            continue  # an abbreviation that is known by itself only
        understood += 1
        for front in FORMER:
            with pytest.raises(UnknownNameError, match="former holder"):
                titles.read(front + text)
        for front in DEPUTY:
            assert office not in titles.read(front + text).offices
    assert understood > 90


# Of each state what it is called, and of each office what somebody is in it, worked out by hand: noun phrases
# that stand with an adjective in front, and with the state behind.
ADJECTIVES = {
    "ru": {"de": "russische", "en": "Russian", "ru": "российский", "fr": "russe"},
    "us": {"de": "amerikanische", "en": "American", "ru": "американский", "fr": "américain"},
    "gb": {"de": "britische", "en": "British", "ru": "британский", "fr": "britannique"},
    "fr": {"de": "französische", "en": "French", "ru": "французский", "fr": "français"},
    "tr": {"de": "türkische", "en": "Turkish", "ru": "турецкий", "fr": "turc"},
    "de": {"de": "deutsche", "en": "German", "ru": "немецкий", "fr": "allemand"},
    "ua": {"de": "ukrainische", "en": "Ukrainian", "ru": "украинский", "fr": "ukrainien"},
}
GENITIVES = {
    "ru": {"de": "Russlands", "en": "of Russia", "ru": "России", "fr": "de la Russie"},
    "us": {"de": "der USA", "en": "of the United States", "ru": "США", "fr": "des États-Unis"},
    "gb": {"de": "Großbritanniens", "en": "of the UK", "ru": "Великобритании", "fr": "du Royaume-Uni"},
    "fr": {"de": "Frankreichs", "en": "of France", "ru": "Франции", "fr": "de la France"},
    "tr": {"de": "der Türkei", "en": "of Turkey", "ru": "Турции", "fr": "de la Turquie"},
    "de": {"de": "Deutschlands", "en": "of Germany", "ru": "Германии", "fr": "de l'Allemagne"},
    "ua": {"de": "der Ukraine", "en": "of Ukraine", "ru": "Украины", "fr": "de l'Ukraine"},
}
ARTICLE = {"de": "der", "en": "the", "ru": "", "fr": "le"}
NOUNS = {
    "defence": {
        "de": ("Verteidigungsminister", "Verteidigungsministerin"),
        "en": ("defence minister", "defense secretary", "minister of defence"),
        "ru": ("министр обороны",),
        "fr": ("ministre de la Défense",),
    },
    "foreign": {
        "de": ("Außenminister", "Chefdiplomat"),
        "en": ("foreign minister", "minister of foreign affairs"),
        "ru": ("министр иностранных дел",),
        "fr": ("ministre des Affaires étrangères",),
    },
    "president": {
        "de": ("Präsident", "Staatschef"),
        "en": ("president", "head of state"),
        "ru": ("президент",),
        "fr": ("président", "chef de l'État"),
    },
    "government": {
        "de": ("Bundeskanzler", "Regierungschefin"),
        "en": ("chancellor", "head of government"),
        "ru": ("федеральный канцлер",),
        "fr": ("chancelier",),
    },
    "staff": {
        "de": ("Generalstabschef",),
        "en": ("chief of the general staff", "chief of staff"),
        "ru": ("начальник Генштаба", "начальник Генерального штаба"),
        "fr": ("chef d'état-major",),
    },
    "intelligence": {
        "de": ("Chef des Militärgeheimdienstes",),
        "en": ("head of military intelligence",),
        "ru": ("начальник военной разведки",),
        "fr": ("chef du renseignement militaire",),
    },
    "speaks": {
        "de": ("Präsidentensprecher",),
        "en": ("presidential spokesman",),
        "ru": ("пресс-секретарь президента",),
        "fr": ("porte-parole du président",),
    },
}
OFFICES = {
    ("ru", "defence"): RU_DEFENCE,
    ("us", "defence"): US_DEFENCE,
    ("gb", "defence"): GB_DEFENCE,
    ("fr", "defence"): FR_DEFENCE,
    ("tr", "defence"): TR_DEFENCE,
    ("ru", "foreign"): "ru-foreign-minister",
    ("us", "foreign"): US_STATE,
    ("ru", "president"): "ru-president",
    ("us", "president"): "us-president",
    ("de", "government"): DE_CHANCELLOR,
    ("ru", "staff"): RU_STAFF,
    ("us", "staff"): US_STAFF,
    ("ua", "intelligence"): UA_INTELLIGENCE,
    ("ru", "speaks"): RU_SPEAKS,
    ("us", "speaks"): "white-house-press-secretary",
    ("us", "government"): "us-president",
}


def composed() -> list[tuple[str, str | None]]:
    """Every state with every office in every language, the adjective in front and the state behind."""
    found: list[tuple[str, str | None]] = []
    for (state, adjectives), (role, nouns) in product(ADJECTIVES.items(), NOUNS.items()):
        for language, words in nouns.items():
            for noun in words:
                with_adjective = f"{ARTICLE[language]} {adjectives[language]} {noun}"
                if language == "fr":
                    first, _, rest = noun.partition(" ")
                    with_adjective = f"le {first} {adjectives['fr']} {rest}"
                office = OFFICES.get((state, role)) if noun != "Bundeskanzler" or state == "de" else None
                behind = f"{ARTICLE[language]} {noun} {GENITIVES[state][language]}"
                found += [(with_adjective, office), (behind, office)]
    return found


def test_composed_titles(titles: Titles) -> None:
    """Seven states, seven offices, four languages: the office of the case, or nobody."""
    cases = composed()
    wrong = [
        (title, found)
        for title, office in cases
        if (found := titles.read(title).offices) != ((f"office/{office}",) if office else ())
    ]
    assert wrong == []
    assert len(cases) == 560


# --- an invented case

FD, SY = "state/fd", "state/sy"


def invented(*offices: tuple[str, str | None, str]) -> Knowledge:
    """Freedonia and Sylvania with offices: id, state, name."""
    named: list[Entity] = [
        Entity(FD, Names((("Freedonia", "en"), ("Freedonien", "de"), ("Фридония", "ru"))), state=FD),
        Entity(SY, Names((("Sylvania", "en"),), (("Sylvan City", "en"),)), state=SY),
        Entity("organisation/league", Names((("the League", "en"),))),
    ]
    for last, state, name in offices:
        named.append(Entity(f"office/{last}", Names(((name, "en"),)), state=state))
    return replace(samples.knowledge(), entities=samples.keyed(named))


MOAT = ("fd-moat", FD, "Freedonian Minister of the Moat")
CASE = invented(
    MOAT,
    ("fd-defence", FD, "Minister of Defence of Freedonia"),
    ("fd-deputy", FD, "Freedonian deputy minister of defence"),
    ("sy-defence", SY, "Sylvanian Defence Minister"),
    ("sy-in-fd", SY, "Sylvanian Ambassador to Freedonia"),
    ("fd-in-sy", FD, "Freedonian Ambassador in Sylvan City"),
    ("fd-desk", FD, "Head of the Sylvania desk at the Freedonian foreign ministry"),
    ("league", None, "Secretary General of the League"),
)
OWN = Titles(CASE)
OF_THE_CASE = {
    "Freedonia's Minister of the Moat": ["fd-moat"],
    "Minister of the Moat": ["fd-moat"],
    "Sylvanian Minister of the Moat": [],
    "freedonischer Verteidigungsminister": ["fd-defence"],
    "Freedoniens Verteidigungsministerin": ["fd-defence"],
    "министр обороны Фридонии": ["fd-defence"],
    "фридонийский министр обороны": ["fd-defence"],
    "der stellvertretende Verteidigungsminister Freedoniens": ["fd-deputy"],
    "sylvanischer Vizeverteidigungsminister": [],
    "Sylvaniens Verteidigungsminister": ["sy-defence"],
    "the defence minister": ["fd-defence", "sy-defence"],
    "Verteidigungsminister": ["fd-defence", "sy-defence"],
    "sylvanischer Botschafter in Freedonien": ["sy-in-fd"],
    "Freedonia's ambassador to Sylvania": ["fd-in-sy"],
    "Botschafter in Sylvania": ["fd-in-sy"],
    "ambassador": ["fd-in-sy", "sy-in-fd"],
    "Freedonian foreign minister": [],
    "head of the Freedonian foreign ministry": [],
    "General Secretary of the League": [],
    "the Secretary-General of the League": ["league"],
    "Russian defence minister": [],
    "Minister": [],
}


@pytest.mark.parametrize(("title", "offices"), OF_THE_CASE.items(), ids=OF_THE_CASE)
def test_a_case_of_ones_own(title: str, offices: list[str]) -> None:
    """Names of states make their own adjectives; words of no lexicon must be the same."""
    assert list(OWN.read(title).offices) == [f"office/{one}" for one in offices]
    assert len(OF_THE_CASE) == 22


def test_offices_called() -> None:
    """Several are all given; none is an error that names what is nearest."""
    assert offices_called(CASE, "Verteidigungsminister") == ["office/fd-defence", "office/sy-defence"]
    with pytest.raises(
        UnknownNameError, match=r"no office .* nearest on record: .*Minister of Defence of Freedonia"
    ):
        offices_called(CASE, "the Ruritanian defence minister")
    with pytest.raises(UnknownNameError, match=r"no office of the case is called 'xyz'$"):
        offices_called(CASE, "xyz")


def test_two_spellings_of_one_title_of_two_offices() -> None:
    """A name that two offices bear means both."""
    twice = invented(("a", FD, "Keeper of the Seal"), ("b", SY, "Keeper of the Seal"))
    assert offices_called(twice, "the keeper of the seal") == ["office/a", "office/b"]


@settings(max_examples=2000 if LARGE else 100)
@given(st.text(max_size=60) | st.text(alphabet="deru'’.-исsaxin ", max_size=40))
def test_any_text_is_read(text: str) -> None:
    """Whatever is typed means offices of the case, sorted, or is an error of ours."""
    try:
        found = OWN.read(text).offices
    except UnknownNameError:
        return
    assert list(found) == sorted(set(found))
    assert set(found) <= set(CASE.entities)


def test_a_long_text_takes_no_time() -> None:
    """Neither many words nor one long word."""
    assert OWN.read("minister " * 5_000).offices == ()
    assert OWN.read("x" * 200_000).offices == ()


# --- where an office is expected, a title will do


def test_lookup(seed_knowledge: Knowledge) -> None:
    """A name comes first; a title that fits several is ambiguous; a person stays a person."""
    lookup = Lookup(seed_knowledge)
    assert lookup.find("der russische Verteidigungsminister") == f"office/{RU_DEFENCE}"
    assert lookup.find("министра обороны РФ", ("office",)) == f"office/{RU_DEFENCE}"
    assert lookup.find("Shoigu") == "person/sergei-shoigu"
    with pytest.raises(AmbiguousNameError, match="may mean any of 5 offices"):
        lookup.find("Verteidigungsminister")
    with pytest.raises(AmbiguousNameError, match="'Jake Sullivan' or 'John Sullivan'"):
        lookup.find("Sullivan")
    with pytest.raises(UnknownNameError, match=r"nearest on record: .*Russian Minister of Defence"):
        lookup.find("der polnische Verteidigungsminister", ("office",))
    with pytest.raises(UnknownNameError, match="former holder"):
        lookup.find("der ehemalige russische Verteidigungsminister", ("office",))
    with pytest.raises(UnknownNameError, match="expected the name or id of a person"):
        lookup.find("der russische Verteidigungsminister", ("person",))


def test_a_question_takes_a_title(seed_build: Build) -> None:
    """The library's question 01, asked in German."""
    answer = seed_build.ask("01", {"office": "der amerikanische Verteidigungsminister", "day": "2022-03-23"})
    assert [row[:2] for row in answer.rows] == [("US Secretary of Defense", "Lloyd Austin")]


# --- the lexicon

G20 = "ar au br ca cn de fr gb id in it jp kr mx ru sa tr us za"
EUROPE = (
    "ad al at ba be bg by ch cy cz de dk ee es fi fr gb gr hr hu ie is it li lt lu lv mc md me mk mt nl no pl"
    " pt ro rs ru se si sk sm ua va xk"
)
MIDDLE_EAST = "ae bh eg il iq ir jo kw lb om ps qa sa sy tr ye"
SHARED = {"bundes"}


def test_the_states_are_all_there(seed_knowledge: Knowledge) -> None:
    """The G20, Europe, the Middle East and those of the seed case, each in Latin and Cyrillic letters."""
    wanted = {*G20.split(), *EUROPE.split(), *MIDDLE_EAST.split()}
    assert wanted <= set(data.STATES)
    assert {state.key.split("/")[1] for state in seed_knowledge.of_kind("state")} <= set(data.STATES)
    for code, phrases in data.STATES.items():
        folded = "".join(map(fold, phrases))
        assert any("а" <= char <= "я" for char in folded) or code in {"ae", "va"}, code
        assert any("a" <= char <= "z" for char in folded), code


def test_no_two_states_share_a_word() -> None:
    """Every word for a state means that state only."""
    world = states_of_the_world()
    for code, phrases in data.STATES.items():
        for phrase in phrases:
            words = content(words_of(phrase))
            found = world.at(words, 0)
            assert found is not None and found[0] == len(words), phrase
            expected = {"at", "ch", "de"} if phrase in SHARED else {code}
            assert found[1].states == expected, phrase


def test_german_adjectives_are_inflected() -> None:
    """In every ending."""
    world = states_of_the_world()
    adjectives = [
        (code, one)
        for code, forms in data.STATES.items()
        for one in forms
        if one.endswith("isch") and " " not in one
    ]
    for (code, adjective), ending in product(adjectives, ("", "e", "er", "en", "em", "es")):
        found = world.alone(fold(adjective + ending))
        assert found is not None and found.states == {code}, adjective + ending
    assert len(adjectives) > 75


def test_the_lexicon_is_sorted() -> None:
    """So that a word is found where it is looked for, and once."""
    tables = [data.STATES, data.FUNCTIONS, data.QUALIFIERS, data.MINISTERS, data.MINISTRIES]
    nested = [*data.INSTITUTIONS.values(), *data.DOMAINS.values(), *data.OFFICES.values()]
    for table in (*tables, data.INSTITUTIONS, data.DOMAINS, *nested):
        assert list(table) == sorted(table)
    for phrases in (one for table in (*tables, *nested) for one in table.values()):
        assert list(phrases) == sorted(set(phrases), key=str.casefold)
