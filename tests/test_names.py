"""A name means the one who bears it: never a guess, never a misprint, never half a name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.graph.errors import AmbiguousNameError, UnknownNameError
from backchannel.graph.model import Names
from backchannel.graph.names import Index, Miss, normal, slug
from backchannel.graph.nearest import Lookalikes, choice, nearest

PEOPLE = {
    "person/rufus-firefly": Names(
        (("Rufus Firefly", "en"), ("Руфус Фирефлай", "ru")), (("R. T. Firefly", "en"),)
    ),
    "person/john-sullivan": Names((("John Sullivan", "en"),)),
    "person/jake-sullivan": Names((("Jake Sullivan", "en"),)),
    "person/ada-muller": Names((("Ada Müller", "de"),), (), (("Ada Mülller", "de"),)),
    "person/chico": Names((("Chico", "en"),)),
    "person/zeppo-chico": Names((("Zeppo Chico", "en"),)),
    "state/fd": Names((("Freedonia", "en"),), (("Fredville", "en"),)),
    "organisation/fredville": Names((("Fredville", "en"),)),
    "office/fd": Names((("Head of Freedonia", "en"),)),
    "channel/moat-phone": Names((("the moat phone", "en"),)),
}


@pytest.fixture
def index() -> Index:
    found = Index()
    for key, names in PEOPLE.items():
        found.add(key, names)
    return found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Rufus Firefly", "person/rufus-firefly"),
        ("  rufus   FIREFLY ", "person/rufus-firefly"),
        ("R. T. Firefly", "person/rufus-firefly"),
        ("руфус фирефлай", "person/rufus-firefly"),
        (unicodedata.normalize("NFD", "Ada Müller"), "person/ada-muller"),
        ("rufus-firefly", "person/rufus-firefly"),
        ("person/rufus-firefly", "person/rufus-firefly"),
        ("the moat phone", "channel/moat-phone"),
    ],
)
def test_every_form_the_id_and_the_key_resolve(index: Index, text: str, key: str) -> None:
    """Letter case, spacing and Unicode composition don't count."""
    assert index.resolve(text) == key


def test_a_family_name_alone_is_refused_with_its_candidates(index: Index) -> None:
    """However many bear it; several: it is ambiguous."""
    with pytest.raises(AmbiguousNameError, match="'Jake Sullivan' or 'John Sullivan'"):
        index.resolve("Sullivan")
    with pytest.raises(UnknownNameError, match="did you mean 'Rufus Firefly'"):
        index.resolve("Firefly")


def test_a_single_name_that_is_also_somebodys_family_name_is_ambiguous(index: Index) -> None:
    """Chico may mean Chico, or Zeppo Chico."""
    with pytest.raises(
        AmbiguousNameError, match=r"Chico \(person/chico\) or Zeppo Chico \(person/zeppo-chico\)"
    ):
        index.resolve("Chico")
    assert index.resolve("chico", ["person"]) == "person/chico", "an id is exact"


def test_a_name_that_two_kinds_bear_resolves_where_only_one_kind_can_be_meant(index: Index) -> None:
    """Fredville: the state or the organisation."""
    with pytest.raises(AmbiguousNameError, match="organisation/fredville"):
        index.resolve("Fredville")
    assert index.resolve("Fredville", ["state"]) == "state/fd"
    assert index.resolve("Fredville", ["organisation", "office"]) == "organisation/fredville"


def test_an_id_that_two_kinds_have_is_ambiguous_until_the_kind_is_clear(index: Index) -> None:
    """fd: the state or the office."""
    with pytest.raises(AmbiguousNameError):
        index.resolve("fd")
    assert index.resolve("fd", ["office"]) == "office/fd"


def test_a_misprint_never_resolves_and_says_what_is_right(index: Index) -> None:
    """Even though it is known whom it means."""
    with pytest.raises(
        UnknownNameError, match="misprint; expected the right name; did you mean 'Ada Müller'"
    ):
        index.resolve("Ada Mülller")


def test_an_unknown_name_offers_the_nearest_of_the_kinds_that_fit(index: Index) -> None:
    """At most three, none where nothing is like it."""
    miss = index.look("Rufus Firefli", ["person"])
    assert isinstance(miss, Miss)
    assert miss.hint == "did you mean 'Rufus Firefly'?"
    for text, kinds in (("Rufus Firefli", ["state"]), ("qqqq", [])):
        miss = index.look(text, kinds)
        assert isinstance(miss, Miss)
        assert miss.hint == ""


def test_a_name_of_the_wrong_kind_says_of_which_kind_it_is(index: Index) -> None:
    """A state is no person."""
    with pytest.raises(UnknownNameError, match="'Freedonia' is a state; expected the name or id of a person"):
        index.resolve("Freedonia", ["person"])


def test_two_who_bear_the_same_full_name_are_told_apart_by_their_ids() -> None:
    """The message gives the ids, since the names are the same."""
    index = Index()
    for number in (1, 2):
        index.add(f"person/john-smith-{number}", Names((("John Smith", "en"),)))
    with pytest.raises(AmbiguousNameError, match="write 'person/john-smith-1' or 'person/john-smith-2'"):
        index.resolve("John Smith")
    assert index.resolve("john-smith-2") == "person/john-smith-2"


@given(st.text(max_size=40))
def test_any_text_resolves_or_is_missed(text: str) -> None:
    """Nothing that a user types breaks the index, and a miss always says what was expected."""
    index = Index()
    for key, names in PEOPLE.items():
        index.add(key, names)
    found = index.look(text)
    assert found in PEOPLE or (isinstance(found, Miss) and found.message and found.expected)


@given(st.text(max_size=40))
def test_comparing_names_twice_changes_nothing_more(text: str) -> None:
    """The form in which names are compared is stable."""
    assert normal(normal(text)) == normal(text)


@given(st.text(max_size=40))
def test_a_slug_is_lower_case_ascii_with_single_hyphens_inside(text: str) -> None:
    """Or empty; and it is its own slug."""
    made = slug(text)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert "--" not in made
    assert slug(made) == made


def test_slugs_of_names() -> None:
    """Accents are taken off, apostrophes closed up, other scripts leave nothing."""
    made = [slug(name) for name in ("Türkiye's Minister", "Straße 5", "O’Brien", "Шойгу", "a  --  b")]
    assert made == ["turkiyes-minister", "strasse-5", "obrien", "", "a-b"]


def test_lookalikes_are_few_and_like_each_other() -> None:
    """A near miss doesn't drag in what is merely a little like it."""
    words = Lookalikes(["minister of bridges", "minister of moats", "adviser"])
    assert words.like("minister of briges") == ("minister of bridges", "minister of moats")
    assert words.like("minister of bridges")[0] == "minister of bridges"
    assert words.like("xyz") == ()
    assert words.like("") == ()


def test_alternatives_read_as_a_sentence() -> None:
    """And a word without any like it offers nothing."""
    assert (choice(["a", "b"]), nearest("outcom", ["outcome"]), nearest("zzz", ["outcome"])) == (
        "'a' or 'b'",
        "did you mean 'outcome'?",
        "",
    )
