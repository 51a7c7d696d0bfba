"""The fields of a query: their names, the values that they take, and the errors for wrong values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from briefing.base.suggestions import did_you_mean, nearest_word, suggestion
from briefing.base.words import fold, is_spaceless, tokens
from briefing.format.dates import DateError, Day, parse_date
from briefing.format.model import Marking, Status
from briefing.query.lexer import Token
from briefing.query.nodes import (
    BriefState,
    DateConditions,
    FigureConditions,
    HasAmount,
    HasMarking,
    HasMeasure,
    HasState,
    HasStatus,
    HasUnit,
    QueryError,
    QueryNode,
    Since,
    Until,
    Words,
)
from briefing.query.word_fields import WORD_FIELDS

_STATUSES = tuple(map(str, Status))
_MARKINGS = tuple(map(str, (Marking.RED, Marking.AMBER, Marking.AMBER_STRICT, Marking.GREEN, Marking.CLEAR)))
"""All markings, AMBER before AMBER+STRICT: the first that begins with what was typed is meant."""
_NO_MARKING = "none"
_PREFIX = "tlp:"
_NUMBER = r"[-+]?\d+(?:,\d{3})*(?:\.\d+)?"
_ONE = re.compile(rf"(?P<sign>[<>]=?|=)?(?P<number>{_NUMBER})")
_RANGE = re.compile(rf"(?P<first>{_NUMBER})?\.\.(?P<last>{_NUMBER})?")
OTHER_NAMES = {
    **dict.fromkeys(("author", "speaker", "says", "who", "voice"), "by"),
    **dict.fromkeys(("person", "place", "organisation", "name", "alias"), "entity"),
    **dict.fromkeys(("topic", "label", "keyword"), "tag"),
    **dict.fromkeys(("date", "when", "from", "after", "year"), "since"),
    **dict.fromkeys(("before", "to"), "until"),
    **dict.fromkeys(("number", "value", "amount"), "figure"),
    **dict.fromkeys(("publisher", "article", "kind"), "source"),
    "tlp": "marking",
    "file": "id",
}
"""What people call a field that has another name here, for "did you mean"."""
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


def words_condition(text: str, *, is_quoted: bool, field_name: str | None = None) -> Words:
    """Return the condition of typed words.

    In quotation marks the last word must match whole, unless a star follows; without them its beginning is enough.
    `field_name` is a name in `WORD_FIELDS`; None: anywhere.
    """
    text = text.rstrip()
    bare = text.rstrip("*")
    found = search_tokens(bare)
    return Words(found, bool(found) and (not is_quoted or bare != text), field_name, bare)


def search_tokens(text: str) -> tuple[str, ...]:
    """Return the tokens of a text as the full-text index has them, without punctuation of scripts without spaces."""
    return tuple(token for token in tokens(fold(text)) if not is_spaceless(token) or is_word_character(token))


def is_word_character(token: str) -> bool:
    """Tell whether a character of a script without spaces is a letter, a digit, or a vowel sign."""
    return unicodedata.category(token[0])[0] in "LNM"


def field_condition(token: Token) -> QueryNode | None:
    """Return the condition of a field with its value. None: the value is still to be typed.

    Raises:
        QueryError: there is no such field, or it does not take this value.

    """
    fields = _fields()
    read = fields.get(token.name)
    if read is None and not token.text and not token.is_quoted:
        return words_condition(token.name, is_quoted=False)  # an ordinary colon, as in "note: …"
    if read is None:
        other = nearest_word(token.name, OTHER_NAMES)
        near = did_you_mean(token.name, fields) or suggestion(other and OTHER_NAMES[other])
        hint = near or f": there are {', '.join(fields)}; put text to be found in quotation marks"
        raise QueryError(f"there is no field {token.name}{hint}", token.column)
    if token.text.strip() in {"", "<", ">", "=", "<=", ">="}:
        if token.is_last:
            return None
        raise QueryError(f"{token.name}: needs a value after its colon", token.column)
    return read(token)


def _words_in(field_name: str) -> Callable[[Token], QueryNode]:
    return lambda token: words_condition(token.text, is_quoted=token.is_quoted, field_name=field_name)


def _since(token: Token) -> QueryNode:
    text, is_loose = _loose(token)
    day = _bounds(token, text)[0]
    return DateConditions((Since(_known(token, day), is_loose, text),))


def _until(token: Token) -> QueryNode:
    text, is_loose = _loose(token)
    day = _bounds(token, text)[1]
    return DateConditions((Until(_known(token, day), is_loose, text),))


def _loose(token: Token) -> tuple[str, bool]:
    text = token.text.strip()
    return text.removesuffix("~"), text.endswith("~")


def _bounds(token: Token, text: str) -> tuple[Day | None, Day | None]:
    try:
        date = parse_date(text)
    except DateError as error:
        raise QueryError(f"{token.name} takes a date: {error.hint or error.sentence}", token.column) from error
    return date.earliest, date.latest


def _known(token: Token, day: Day | None) -> int:
    if day is None:
        raise QueryError(f"{token.name} takes a date with a year: 2024, 2024-10 or 2024-10-21", token.column)
    return day.number


def _status(token: Token) -> QueryNode:
    return HasStatus(_chosen(token, token.text, _STATUSES))


def _marking(token: Token) -> QueryNode:
    spelled = {marking.lower().removeprefix(_PREFIX): marking for marking in _MARKINGS}
    name = _chosen(token, token.text.strip().lower().removeprefix(_PREFIX), (*spelled, _NO_MARKING))
    return HasMarking(spelled.get(name))


def _is(token: Token) -> QueryNode:
    return HasState(BriefState(_chosen(token, token.text, tuple(map(str, BriefState)))))


def _chosen(token: Token, text: str, values: Iterable[str]) -> str:
    """Return the first value that begins with the text.

    Raises:
        QueryError: none does.

    """
    typed = text.strip().lower().rstrip("*")
    found = next((value for value in values if value.startswith(typed)), None)
    if found is None:
        meant = nearest_word(typed, values)
        hint = f"did you mean “{meant}”? " if meant else ""  # first: a narrow list cuts the end
        raise QueryError(f"{hint}{token.name} takes {', '.join(values)}", token.column)
    return found


def _figure(token: Token) -> QueryNode:
    amount = _amount_range(token.text)
    if amount is None:
        raise QueryError("figure takes a number: >3000, <=3,000, 2.5 or 100..200", token.column)
    return FigureConditions((amount,))


def _amount_range(text: str) -> HasAmount | None:
    """Return the range that was typed: ">3000", "100..200", "2.5". None: it is not a number."""
    plain = _SPACES.sub("", text).replace("−", "-").rstrip("*")
    if not plain.isascii():
        return None
    if one := _ONE.fullmatch(plain):
        return _limits(one["sign"] or "=", _number(one["number"]))
    two = _RANGE.fullmatch(plain)
    if two is None or not (two["first"] or two["last"]):
        return None
    first = _number(two["first"]) if two["first"] else None
    last = _number(two["last"]) if two["last"] else None
    if first is not None and last is not None and last < first:
        first, last = last, first
    return HasAmount(first, last, is_strict=False)


def _limits(sign: str, number: Decimal) -> HasAmount:
    match sign:
        case "=":
            return HasAmount(number, number, is_strict=False)
        case ">" | ">=":
            return HasAmount(number, None, sign == ">")
        case _:
            return HasAmount(None, number, sign == "<")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _unit(token: Token) -> QueryNode:
    text = token.text.strip()
    bare = text.rstrip("*")
    return FigureConditions((HasUnit(" ".join(_plain(bare).split()), not token.is_quoted or bare != text),))


def _measure(token: Token) -> QueryNode:
    text = token.text.strip()
    bare = text.rstrip("*")
    return FigureConditions((HasMeasure(_plain(bare), not token.is_quoted or bare != text),))


def _plain(text: str) -> str:
    """Fold a text that is compared as a whole; lone surrogates become question marks."""
    return fold(text.encode("utf-8", "replace").decode())


CONDITIONS: Mapping[str, Callable[[Token], QueryNode]] = {
    "since": _since,
    "until": _until,
    "status": _status,
    "marking": _marking,
    "is": _is,
    "figure": _figure,
    "unit": _unit,
    "measure": _measure,
}
"""The parser of each field that does not take words, by the field's name."""


def _fields() -> Mapping[str, Callable[[Token], QueryNode]]:
    """Return the parser of each field, by the field's name."""
    return {**{name: _words_in(name) for name in WORD_FIELDS}, **CONDITIONS}
