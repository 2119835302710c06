"""The words of briefings and reports in a language: dates, lists, lengths and sentences.

Sentences stand in Project Fluent's files in ``exports/words/`` (one a language, the same messages in
each; https://projectfluent.org), so that a translator needs no Python; months and lists are Unicode CLDR's,
through Babel. What is only roughly known stays rough in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files

from babel.dates import format_date
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from backchannel.graph.bounds import Bounds, days, julian_day, occurrence
from backchannel.graph.errors import BackchannelError
from backchannel.graph.model import When
from backchannel.graph.semantics import hull

__all__ = ["ENGLISH", "JULIAN_OF_ORDINAL", "LANGUAGES", "Language", "language"]

LANGUAGES = ("en", "de")
LOCALES = {"en": "en_GB", "de": "de_DE"}
JULIAN_OF_ORDINAL = julian_day(date(1, 1, 1)) - 1
FEW = 2  # so many possible dates stand one by one

Argument = str | int | float


@dataclass(frozen=True)
class Language:
    """A language by its code; :func:`language` gives the ready one."""

    code: str

    @property
    def locale(self) -> str:
        """The locale of Unicode CLDR whose months and lists are used."""
        return LOCALES[self.code]

    @cached_property
    def bundle(self) -> FluentBundle:
        """The messages, parsed. Names in them keep their own direction by the page's own isolates."""
        bundle = FluentBundle([self.locale.replace("_", "-")], use_isolating=False)
        text = files("backchannel.exports").joinpath(f"words/{self.code}.ftl").read_text(encoding="utf-8")
        bundle.add_resource(FluentResource(text))
        return bundle

    def say(self, message: str, **arguments: Argument) -> str:
        """A message with its arguments set in; numbers choose the plural.

        Raises :class:`~backchannel.graph.errors.BackchannelError` where the message is not there or
        lacks an argument: a sentence with a hole must not be written.

        >>> language("de").say("days", count=2), language("en").say("days", count=1)
        ('2 Tage', '1 day')
        """
        pattern = self.bundle.get_message(message).value if self.bundle.has_message(message) else None
        if pattern is None:
            raise BackchannelError(f"words/{self.code}.ftl has no message {message!r}")
        text, errors = self.bundle.format_pattern(pattern, arguments)
        if errors:
            raise BackchannelError(f"words/{self.code}.ftl, message {message!r}: {errors[0]}")
        return str(text)

    def term(self, group: str, name: str) -> str:
        """The word for a term of the ontology or of the measures; the term itself where it has none.

        >>> language("de").term("outcome", "refused"), language("de").term("rank", "unheard of")
        ('verweigert', 'unheard of')
        """
        message = f"{group}-{name.replace(' ', '-')}"
        return self.say(message) if self.bundle.has_message(message) else name

    # --- days ---

    def day(self, day: int | date) -> str:
        """A day (or its Julian Day Number) as people write it.

        >>> language("de").day(julian_day("2022-10-21")), language("en").day(date(2022, 10, 3))
        ('21. Oktober 2022', '3 October 2022')
        """
        known = _day(day) if isinstance(day, int) else day
        return format_date(known, self.say("format-day"), self.locale)

    def occurrence(self, bounds: Bounds) -> str:
        """When something happened: 'on', 'in', 'between', 'by', 'not before', 'at an unknown time'.

        >>> texts = ("2022-10-21", "2022-05", "2022", "2022-03-22/2022-03-23", "/2022-03-23", "../..")
        >>> for text in texts[:3]:
        ...     print(language("de").occurrence(occurrence(text)))
        am 21. Oktober 2022
        im Mai 2022
        im Jahr 2022
        >>> for text in texts[3:]:
        ...     print(language("en").occurrence(occurrence(text)))
        between 22 March 2022 and 23 March 2022
        on or before 23 March 2022
        at an unknown time
        """
        first, last = days(bounds)
        if first is None:
            return self.say("when-unknown") if last is None else self.say("when-by", day=self.day(last))
        if last is None:
            return self.say("when-from", day=self.day(first))
        if first == last:
            return self.say("when-on", day=self.day(first))
        whole = self._whole(_day(first), _day(last))
        return self.say(f"when-in-{whole[0]}", name=whole[1]) if whole else self._between(first, last)

    def which(self, several: Sequence[Bounds]) -> str:
        """When the one contact was that may be any of several; long lists by the time they lie in together.

        >>> language("en").which([occurrence("2022-05"), occurrence("2022-10-21")])
        'in May 2022 or on 21 October 2022'
        >>> language("en").which([occurrence("2022-05"), occurrence("2022-06-01"), occurrence("2022-06-30")])
        'one of 3 contacts, between 1 May 2022 and 30 June 2022'
        """
        if len(several) <= FEW:
            return self.listed(map(self.occurrence, several), "or")
        return self.say("when-one-of", count=len(several), when=self.occurrence(hull(several)))

    def stretch(self, when: When | None) -> str:
        """During which time a state of affairs lasted. A beginning or end that is only roughly known stays
        rough: of 'since March' no first day is made.

        >>> from backchannel.graph.bounds import UNKNOWN
        >>> texts = ("2022-02-24/..", "2022-06/2022-08", "/2022-03-23", "2022-02-24/", "2022-03-22~/..")
        >>> for text in texts:
        ...     print(language("en").stretch(When(text, UNKNOWN)))
        since 24 February 2022
        from June 2022 to August 2022
        until 23 March 2022
        from 24 February 2022 until an unknown time
        since some day between 21 March 2022 and 23 March 2022
        >>> language("de").stretch(When("2022-03/..", UNKNOWN)), language("en").stretch(None)
        ('seit März 2022', 'over an unknown time')
        """
        if when is None or not when.edtf:
            return self.say("during-unknown")
        begin, slash, end = when.edtf.partition("/")
        if not slash:
            return self.occurrence(when.bounds)
        return self._stretch(begin, end)

    def _stretch(self, begin: str, end: str) -> str:
        first, last = self.named(begin), self.named(end)
        if first and last:
            same = first == last and first[0].isdigit()
            return self.say("when-on", day=first) if same else self.say("during", begin=first, end=last)
        if first:
            return self.say("during-still" if end == ".." else "during-open", begin=first)
        return self.say("during-until", end=last) if last else self.say("during-unknown")

    def named(self, edtf: str) -> str:
        """A day, a month, a year, or some day between two, by its EDTF; '' where it is open.

        >>> [language("de").named(text) for text in ("2022-10-25", "2022-05", "..")]
        ['25. Oktober 2022', 'Mai 2022', '']
        """
        first, last = days(occurrence(edtf)) if edtf not in ("", "..") else (None, None)
        if first is None or last is None:
            return ""
        if first == last:
            return self.day(first)
        whole = self._whole(_day(first), _day(last))
        return whole[1] if whole else self.say("some-day", when=self._between(first, last))

    def _between(self, first: int, last: int) -> str:
        return self.say("when-between", first=self.day(first), last=self.day(last))

    def _whole(self, first: date, last: date) -> tuple[str, str] | None:
        """The name of a whole month or year, and which of the two it is."""
        after = last + timedelta(days=1) if last < date.max else last
        if first.day != 1 or after.day != 1:
            return None
        if (first.year, first.month) == (last.year, last.month):
            return "month", format_date(first, self.say("format-month"), self.locale)
        year = (first.month, last.month, last.year) == (1, 12, first.year)
        return ("year", str(first.year)) if year else None

    # --- lengths, numbers, lists ---

    def length(self, least: int, most: int | None) -> str:
        """A number of days of which only bounds are known.

        >>> language("de").length(143, 173), language("en").length(5, None)
        ('143 bis 173 Tage', 'at least 5 days')
        """
        if most is None:
            return self.say("days-at-least", count=least)
        if least == most:
            return self.say("days", count=least)
        return self.say("days-range", least=least, most=most)

    def listed(self, names: Iterable[str], last: str = "and") -> str:
        """Names as a list in a sentence; ``last`` is 'and' or 'or'.

        >>> language("de").listed(["A", "B", "C"]), language("en").listed(["A", "B"], "or")
        ('A, B und C', 'A or B')
        """
        style = "standard" if last == "and" else "or"
        return format_list(list(names), style, self.locale)  # type: ignore[arg-type]


def _day(julian: int) -> date:
    return date.fromordinal(julian - JULIAN_OF_ORDINAL)


@cache
def language(code: str) -> Language:
    """A language by its code.

    Raises ValueError for one that has no words.

    >>> language("fr")
    Traceback (most recent call last):
    ...
    ValueError: expected a language of en, de; found 'fr'
    """
    if code not in LANGUAGES:
        raise ValueError(f"expected a language of {', '.join(LANGUAGES)}; found {code!r}")
    return Language(code)


ENGLISH = language("en")
