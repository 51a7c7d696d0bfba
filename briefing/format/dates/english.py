"""Other notations of dates, English and numeric, rewritten as EDTF. Whether the day exists is not checked."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.format.dates.month_names import MONTHS, SHORT_MONTHS

_Match = re.Match[str]
_Rule = tuple[re.Pattern[str], Callable[[_Match], str]]

_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_NUMBERS |= {name.casefold(): number for number, name in enumerate(SHORT_MONTHS, 1)} | {"sept": 9}
_NAMED = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAMED})\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_NTH = {"1": 1, "first": 1, "2": 2, "second": 2, "3": 3, "third": 3, "4": 4, "fourth": 4}
_COUNT = r"(?P<nth>first|second|third|fourth|[1-4])(?:st|nd|rd|th)?"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_QUARTER_BEFORE_FIRST, _HALF_BEFORE_FIRST = 32, 39


def _rule(pattern: str, write: Callable[[_Match], str]) -> _Rule:
    return re.compile(pattern), write


def _day(found: _Match) -> str:
    parts = found.groupdict()
    day = f"-{int(parts['day']):02d}" if parts.get("day") else ""
    return f"{parts.get('year') or 'XXXX'}-{_number(parts['month']):02d}{day}"


def _number(month: str) -> int:
    return int(month) if month.isdecimal() else _NUMBERS[month]


def _quarter(found: _Match) -> str:
    return f"{found['year']}-{_QUARTER_BEFORE_FIRST + _NTH[found['nth']]}"


def _half(found: _Match) -> str:
    return f"{found['year']}-{_HALF_BEFORE_FIRST + _NTH[found['nth']]}"


def _season(found: _Match) -> str:
    return f"{found['year']}-{_SEASONS[found['season']]}"


def _winter(found: _Match) -> str:
    """Rewrite "winter 2023/24". If the years do not follow each other, return the text unchanged."""
    following = int(found["year"]) + 1
    return _season(found) if following % 10 ** len(found["next"]) == int(found["next"]) else found.group()


def _decades(found: _Match) -> str:
    return f"{found[1]}{found[2]}X/{found[1]}{found[3]}X"


def _moment(found: _Match) -> str:
    return f"{found[1]}t{found[2]}:{found[3] or '00'}{found[4] or ''}".upper()


_SEASON = rf"(?P<season>{'|'.join(_SEASONS)})"
_RULES: tuple[_Rule, ...] = (
    _rule(rf"{_DAY}(?: of)?[ -]?{_MONTH}(?:,? |-){_YEAR}", _day),
    _rule(rf"{_MONTH} {_DAY},? {_YEAR}", _day),
    _rule(rf"{_YEAR},? {_MONTH}(?: {_DAY})?", _day),
    _rule(rf"{_YEAR}[-/.]{_MONTH}(?:[-/.]{_DAY})?", _day),
    _rule(rf"{_MONTH}(?:,? | of |-){_YEAR}", _day),
    _rule(rf"(?:{_DAY}(?: of)? )?{_MONTH}", _day),
    _rule(rf"{_MONTH} {_DAY}", _day),
    _rule(rf"{_SEASON},?(?: of)? {_YEAR}", _season),
    _rule(r"(?P<season>winter),?(?: of)? (?P<year>[0-9]{4})[-/](?P<next>[0-9]{2}|[0-9]{4})", _winter),
    _rule(rf"{_YEAR}[ /-]?q(?P<nth>[1-4])", _quarter),
    _rule(rf"(?P<nth>[1-4])q(?: of)?[ /-]?{_YEAR}", _quarter),
    _rule(rf"q(?P<nth>[1-4])(?: of)?[ /-]?{_YEAR}", _quarter),
    _rule(rf"{_COUNT}[ -]quarter(?: of)? {_YEAR}", _quarter),
    _rule(rf"{_YEAR}[ /-]?h(?P<nth>[12])", _half),
    _rule(rf"(?P<nth>[12])h(?: of)?[ /-]?{_YEAR}", _half),
    _rule(rf"h(?P<nth>[12])(?: of)?[ /-]?{_YEAR}", _half),
    _rule(rf"{_COUNT}[ -]half(?: of)? {_YEAR}", _half),
    _rule(r"([0-9]{3})0['’]?s", lambda found: f"{found[1]}X"),
    _rule(r"([0-9]{2})([0-9])0['’]?s? ?- ?['’]?([0-9])0['’]?s", _decades),
    _rule(r"([1-9][0-9]?)(?:st|nd|rd|th)[ -]centur(?:y|ies)", lambda found: f"{int(found[1]) - 1:02d}XX"),
    _rule(r"([1-9][0-9]?)(?:st|nd|rd|th)[ -]century (?:bc|bce|b\.c\.?)", lambda found: f"-{int(found[1]) - 1:02d}XX"),
    _rule(rf"{_YEAR}[-/. ](?P<month>[0-9]{{1,2}})(?:[-/. ](?P<day>[0-9]{{1,2}}))?", _day),
    _rule(rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})", _day),
    _rule(rf"(?P<month>[0-9]{{1,2}})[-/.]{_YEAR}", _day),
    _rule(r"([1-9][0-9]{0,3}) ?(?:bc|bce|b\.c\.)", lambda found: f"-{int(found[1]) - 1:04d}".replace("-0000", "0000")),
    _rule(r"(?:ad )?([1-9][0-9]{0,3}) ?(?:ad|ce|a\.d\.)?", lambda found: found[1].zfill(4)),
    _rule(r"y(-?[0-9]{4})", lambda found: found[1]),
    _rule(r"([0-9]{5,18})", lambda found: f"Y{found[1]}"),
    _rule(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[t ]([0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(z|[-+][0-9:]+)?", _moment),
)

_ABOUT = re.compile(r"(?:circa|ca|c|about|around|approximately|approx)(?:\. ?| |(?=[0-9]))(.+)")
_SINCE = re.compile(r"(?:since|from) (.+)|(.+?)(?: ?- ?| to | until |/)(?:now|present|today|open)")
_UNTIL = re.compile(r"(?:until|till|up to|open ?/) ?(.+)")
_FROM_TO = re.compile(r"(?:between |from )?(.+?)(?: to | until | till | and | ?- ?| ?/ ?)(.+)")
_BOTH = re.compile(r"(?!between )(.+?) and (.+)")
_EITHER = re.compile(r"(?:either )?(.+?) or (.+)")
_NEAR = ((" ", ""), ("unknown", ""), ("open", ".."), ("u", "X"), ("?~", "%"), ("~?", "%"))
_DASHES = re.compile("[‐‑‒–—−]")


def plain_words(text: str) -> str:
    """Return a text in small letters, with single spaces and plain hyphens."""
    return " ".join(_DASHES.sub("-", text).casefold().split())


def to_edtf(text: str) -> str:
    """Return what the text probably means, as EDTF. It may be a day that does not exist, or not be EDTF at all."""
    plain = plain_words(text).rstrip(".,;")
    plain = plain.removeprefix("in ").removeprefix("on ").removeprefix("the ")
    return _part(plain) or _open(plain) or _sides(plain) or _pair(plain) or _respelled(plain)


def _simple(plain: str) -> str | None:
    for pattern, write in _RULES:
        if found := pattern.fullmatch(plain):
            return write(found)
    return None


def _part(plain: str) -> str | None:
    """Rewrite one date, with or without "about"."""
    plain = plain.removeprefix("the ")
    if (found := _ABOUT.fullmatch(plain)) and (date := _simple(found[1].removeprefix("the "))):
        return f"{date}~"
    return _simple(plain)


def _open(plain: str) -> str | None:
    """Rewrite an interval that has only one end."""
    if (found := _SINCE.fullmatch(plain)) and (start := _part(found[1] or found[2])):
        return f"{start}/.."
    if (found := _UNTIL.fullmatch(plain)) and (end := _part(found[1])):
        return f"../{end}"
    return None


def _sides(plain: str) -> str | None:
    """Rewrite an interval with a slash, of which at least one side is not EDTF."""
    start, slash, end = plain.partition("/")
    sides = _part(start), _part(end)
    if not slash or not any(sides) or not (_says_enough(start) and _says_enough(end)):
        return None
    return f"{sides[0] or _respelled(start)}/{sides[1] or _respelled(end)}"


def _pair(plain: str) -> str | None:
    """Rewrite two dates, of which the first may leave out the month and year of the second: "21 to 23 October"."""
    if (found := _EITHER.fullmatch(plain)) and (both := _two(found)):
        return f"[{both[0]},{both[1]}]"
    if (found := _BOTH.fullmatch(plain)) and (both := _two(found)):
        # Two centuries or decades joined by "and" are an interval, other dates a set.
        return "/".join(both) if all("X" in one for one in both) else f"{{{both[0]},{both[1]}}}"
    if (found := _FROM_TO.fullmatch(plain)) and (both := _two(found)):
        return f"{both[0]}/{both[1]}"
    return None


def _two(found: _Match) -> tuple[str, str] | None:
    first, second = found[1], found[2]
    end = _part(second) if _says_enough(second) else None
    shared = second.split(" ")[1:]
    tries = [" ".join([first, *shared[number:]]) for number in range(len(shared) + 1)]
    start = next(filter(None, map(_part, filter(_says_enough, tries))), None)
    return (start, end) if start and end else None


def _says_enough(text: str) -> bool:
    """Tell whether a text can be a date by itself. A number alone must have four digits: "21" is only a day."""
    return not text.isdecimal() or len(text) == len("2024")


def _respelled(plain: str) -> str:
    """Replace signs of older versions of EDTF and similar ones by those of the format."""
    for near, sign in _NEAR:
        plain = plain.replace(near, sign)
    return plain.upper()
