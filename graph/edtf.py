"""Reading EDTF, the Extended Date/Time Format of ISO 8601-2:2019, levels 0, 1 and 2.

Beyond the specification of the Library of Congress (https://www.loc.gov/standards/datetime/) this
reads a qualifier behind unspecified digits (``2022-09-1X~``, "about the middle of September"), times
of day at the ends of an interval, and more in sets; docs/time.md lists it all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from backchannel.graph.edtf_values import (
    FUTURE,
    PAST,
    PLAIN,
    SEASONS,
    Date,
    DateSet,
    Extent,
    Interval,
    LongYear,
    Mark,
    Moment,
    Qualifiers,
    Range,
    Season,
    Single,
    Value,
)
from backchannel.graph.errors import DateError

__all__ = ["parse"]

# No year needs more digits, and a number of any length would let one date fill the memory.
MAX_DIGITS = 15
MAX_OFFSET = 14 * 60

PLAIN_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
DATE = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
MOMENT = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]*)(?:E([1-9][0-9]*))?(?:S([1-9][0-9]*))?")
SIGNIFICANT = re.compile(r"(-?[0-9]{4})S([1-9][0-9]*)")

EXPECTED = "expected a date such as 2022, 2022-03, 2022-03-24, 2022-02-24/2022-05-13"
# What people write instead, and what they should: the first that is found in the text is offered.
HINTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), hint)
    for pattern, hint in (
        (r"^[\s/]*$", "leave the date out where nothing is known"),
        (r"^(?=.*\s)[-0-9XYESTZ?~%./,\[\]{}:+\s]*$", "write it without spaces"),
        (r"mid|early|late|begin|end of|mitte|anfang|ende", "try unspecified digits, like 2022-09-1X~"),
        (r"unknown", "an unknown end is left empty, like 2022-03/"),
        (r"open|now|present|today", "an end still to come is '..', like 2022-03/.."),
        (r"^(ca?\.|about|circa|around|um|etwa)", "'about' is a ~ behind the date, like 2022-03~"),
        (r"[0-9][ux]|[ux][0-9]", "an unspecified digit is a capital X, like 199X"),
        (r"^[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}$", "write year-month-day, like 2022-03-24"),
        (r"^[0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2}$", "write hyphens, like 2022-03-24"),
        (r"T[0-9]{2}:[0-9]{2}($|Z|[+-])", "a time needs its seconds, like T18:00:00Z"),
        (r"^[0-9]{4}-[0-9]$|-[0-9]-|-[0-9]$", "months and days have two digits, like 2022-03-04"),
        (r"^Y-?[0-9]{1,4}$", "years of up to four digits go without Y, like 0044"),
        (r"^-?[0-9]{5,}$", "a year of more than four digits begins with Y, like Y17000"),
        (r"[\[\]{}]", "a set stands alone, and holds dates and ranges like 2022-03-01..2022-03-10"),
        (r".[?~%][?~%]", "one qualifier is enough; both ? and ~ are %"),
        (r"/.*/", "an interval has two ends, like 2022-02-24/2022-05-13"),
        (r"[a-z]{3}", "write the month as a number, like 2022-03"),
    )
)


@lru_cache(maxsize=65_536)
def parse(text: str) -> Value:
    """The value that an EDTF text stands for.

    Raises :class:`DateError`, whose message says what was found and what was expected, for what is
    not EDTF, for a day that does not exist and for an end before its start.

    >>> parse("2022-03~")
    Date(year='2022', month='03', day=None, qualifiers=Qualifiers(before=('', '', ''), after=('', '~', '')))
    >>> str(parse("2022-02-24/..").end), str(parse("[2022-03-22,2022-03-23]").members[1])
    ('..', '2022-03-23')
    >>> parse("2022-02-30")
    Traceback (most recent call last):
    ...
    backchannel.graph.errors.DateError: '2022-02-30': February 2022 has 28 days
    """
    if text[:1] in ("[", "{"):
        return date_set(text)
    if "/" in text:
        return interval(text)
    return single(text)


def single(text: str) -> Single:
    """One date: a year, month, day, season, moment or long year."""
    value = read_single(text)
    value.extent()  # a day that does not exist is an error now, not when it is first used
    return value


def read_single(text: str) -> Single:
    match = PLAIN_DATE.fullmatch(text)
    if match:
        year, month, day = match.groups()
        return dated(text, year, month, day, PLAIN)
    match = DATE.fullmatch(text)
    if match:
        return qualified(text, match)
    match = MOMENT.fullmatch(text)
    if match:
        return moment(text, match)
    return long_year(text)


def qualified(text: str, match: re.Match[str]) -> Single:
    parts = match.groups(default="")
    qualifiers = Qualifiers(parts[0::3], parts[2::3])
    if qualifiers == PLAIN:
        qualifiers = PLAIN
    return dated(text, parts[1], parts[4] or None, parts[7] or None, qualifiers)


def dated(text: str, year: str, month: str | None, day: str | None, qualifiers: Qualifiers) -> Single:
    if year == "-0000":
        raise DateError(f"{text!r}: there is no year -0000; the year before 0001 is 0000")
    if month not in SEASONS:
        return Date(year, month, day, qualifiers)
    if day is not None:
        raise DateError(
            f"{text!r}: {month} is a part of a year, which has no days; expected a month, 01 to 12"
        )
    return Season(year, month, qualifiers)


def moment(text: str, match: re.Match[str]) -> Moment:
    year, month, day, *time, zone = match.groups(default="")
    hour, minute, second = (int(part) for part in time)
    if not (hour < 24 and minute < 60 and second < 60) and (hour, minute, second) != (24, 0, 0):
        raise DateError(f"{text!r}: there is no time {':'.join(time)}; expected 00:00:00 to 24:00:00")
    check_zone(text, zone)
    date = dated(text, year, month, day, PLAIN)
    if not isinstance(date, Date):
        raise DateError(f"{text!r}: a time needs a whole day before it")
    return Moment(date, hour, minute, second, zone)


def check_zone(text: str, zone: str) -> None:
    if zone in ("", "Z"):
        return
    hours, minutes = int(zone[1:3]), int(zone[4:6] or 0)
    if minutes > 59 or hours * 60 + minutes > MAX_OFFSET:
        raise DateError(f"{text!r}: there is no time zone {zone}; expected Z, or -14:00 to +14:00")


def long_year(text: str) -> LongYear:
    match = SIGNIFICANT.fullmatch(text)
    if match and match[1] != "-0000":
        check_digits(text, match[2])
        return LongYear(match[1], None, int(match[2]), prefix="")
    match = LONG_YEAR.fullmatch(text)
    if match is None or (match[2] is None and len(match[1].lstrip("-")) < 5):
        raise not_edtf(text)
    number, exponent, significant = match.groups()
    check_digits(text, number.lstrip("-"), significant or "")
    if exponent and (len(exponent) > 2 or int(exponent) > MAX_DIGITS):
        raise DateError(f"{shown(text)}: an exponent of {exponent[:9]}; expected at most {MAX_DIGITS}")
    return LongYear(number, int(exponent) if exponent else None, int(significant) if significant else None)


def check_digits(text: str, *numbers: str) -> None:
    longest = max(len(number) for number in numbers)
    if longest > MAX_DIGITS:
        raise DateError(f"{shown(text)}: a number of {longest} digits; expected at most {MAX_DIGITS}")


def date_set(text: str) -> DateSet:
    """``[a,b..c]``, one of several dates, or ``{a,b..c}``, all of them."""
    closing = "]" if text[0] == "[" else "}"
    if text[-1] != closing or len(text) < 3:
        raise DateError(f"{shown(text)} is no set; expected dates with commas, up to a {closing} at the end")
    return DateSet(text[0] == "{", tuple(member(text, part) for part in text[1:-1].split(",")))


def member(text: str, part: str) -> Single | Range:
    if not part:
        raise DateError(f"{shown(text)}: a comma without a date; expected dates with commas between them")
    before, dots, after = part.partition("..")
    if not dots:
        return single(part)
    first, last = single(before) if before else None, single(after) if after else None
    if first is None and last is None:
        raise DateError(f"{shown(text)}: '..' without a date; expected one beside it, like 2022-03..")
    if first and last and last.extent().after <= first.extent().first:
        raise DateError(f"{shown(text)}: {after} is before {before}; expected the earlier date first")
    return Range(first, last)


def interval(text: str) -> Interval:
    """``start/end``; ``..`` for an open end, nothing for an unknown one."""
    before, _, after = text.partition("/")
    if "/" in after or not (before or after):
        raise not_edtf(text)
    start, end = interval_end(before), interval_end(after)
    first, last = extent(start), extent(end)
    if first and last and last.after <= first.first:
        raise DateError(f"{shown(text)}: the end {after} is before the start {before}")
    return Interval(start, end)


def interval_end(text: str) -> Single | Mark:
    return Mark(text) if text in ("", "..") else single(text)


def extent(value: Single | Range | DateSet | Mark) -> Extent | None:
    """The hull of the instants that a value can mean; None for a mark.

    An open side of a set reaches to :data:`PAST` or :data:`FUTURE`.

    >>> extent(parse("[..2022-03-10]")).first == PAST
    True
    """
    if isinstance(value, Mark):
        return None
    if isinstance(value, Range):
        first = value.first.extent().first if value.first else PAST
        return Extent(first, value.last.extent().after if value.last else FUTURE)
    if isinstance(value, DateSet):
        parts = [part for part in map(extent, value.members) if part]
        return Extent(min(part.first for part in parts), max(part.after for part in parts))
    return value.extent()


def not_edtf(text: str) -> DateError:
    beginning = text[:100]
    hint = next((hint for pattern, hint in HINTS if pattern.search(beginning)), "")
    return DateError(f"{shown(text)} is not an EDTF date; {EXPECTED}" + (f"; {hint}" if hint else ""))


def shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
