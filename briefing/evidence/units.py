"""Owns the rule for the unit of a figure: what the words it cites count, and what stands beside its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case, Context
from briefing.evidence.languages import Language, table
from briefing.evidence.numbers import Number
from briefing.evidence.numerals import phrases
from briefing.model import Figure
from briefing.problems import Problem

TOKEN = re.compile(r"%|[^\s/%]+")
"""A word of a unit."""

_RATIO = re.compile(r"/|(?<!\w)(?:per|pro|par)(?!\w)", re.IGNORECASE)
"""A unit of two parts: a rule cannot tell which of them stands beside the number."""

_SKIPPED = frozenset({"of", "per", "the", "a", "in", "der", "des", "pro", "de", "du"})
_FAMILIES = (
    frozenset({"EUR", "USD", "GBP", "JPY", "CNY", "RUB", "CHF"}),
    frozenset({"%", "pp", "bp"}),
    frozenset({"m", "km", "cm", "mm", "miles"}),
    frozenset({"kg", "t"}),
    frozenset({"MW", "GW"}),
)
"""Units of one kind: where the words beside a number name one of them, it is not another."""
_CLOCK = ("h", "min", "s")
_NEXT = re.compile(r"[ -](?P<word>[^\W\d_]+)")
_NEAR = 24
"""Characters beside a number in which its unit is looked for."""

Match = tuple[Context, Number]
"""A number that carries a figure, in the words that hold it."""


def unit_findings(case: Case, figure: Figure, matches: Sequence[Match]) -> Iterator[Problem]:
    """Yield the unit of a figure when the words that it cites say another one, or none like it."""
    if figure.unit is None:
        return
    for part in _parts(figure.unit, case.language):
        if part.lower() in _SKIPPED:
            continue
        beside = None if _RATIO.search(figure.unit) else _another(part, matches, case)
        if beside is not None:
            sentence = f"the source says '{beside}' beside this number, the figure says '{part}'"
        elif _is_said(part, figure, matches, case):
            continue
        else:
            sentence = f"'{part}' is neither in a quote of this figure nor in its sentence"
        yield case.problem(Code.UNIT_NOT_IN_SENTENCE, "unit", sentence)
        return
    if matches and all(number.numeral.percent for _, number in matches) and not _is_share(figure.unit, case):
        sentence = f"the source gives a percentage, the figure says '{figure.unit}'"
        yield case.problem(Code.UNIT_NOT_IN_SENTENCE, "unit", sentence)


def _is_share(unit: str, case: Case) -> bool:
    """Whether a unit speaks of percent or of points."""
    languages = (case.language, table("en"))
    words = phrases(word for each in languages for word in (*each.percent, *each.points, "point", "points", "share"))
    return re.search(rf"(?<!\w)(?:{words})", unit, re.IGNORECASE) is not None


@lru_cache(maxsize=256)
def _parts(unit: str, language: Language) -> list[str]:
    """Return the words of a unit; "percentage points" is one."""
    measures = language.measures.values()
    return [unit] if any(unit.lower() in words for words in measures) else TOKEN.findall(unit)


def _another(part: str, matches: Sequence[Match], case: Case) -> str | None:
    """Return the unit beside the number when it is of the same kind as the figure's, and another one."""
    language = case.language
    if _is_scale(part.lower(), language):
        return None
    span = _span(part.lower(), language)
    if span is not None:
        return _another_span(span, matches)
    key = _key(part, language)
    family = next((each for each in _FAMILIES if key in each), None)
    if family is None:
        return None
    said = ""
    for context, number in matches:
        beside = _beside(context, number, family)
        if not beside or key in beside:
            return None
        said = next(iter(beside.values()))
    return said or None


def _another_span(span: str, matches: Sequence[Match]) -> str | None:
    """Return the span of time behind the number when it is another one than the figure's."""
    said = None
    for context, number in matches:
        found = _NEXT.match(context.text, number.end)
        beside = _span(found["word"].lower(), context.language) if found is not None else None
        if found is None or beside in {None, span}:
            return None
        said = found["word"]
    return said


@lru_cache(maxsize=256)
def _span(word: str, language: Language) -> str | None:
    """Return which span of time a word means. A decade is counted in years as well, and is none."""
    if word in language.spans:
        return language.spans[word]
    return next((key for key in _CLOCK if len(word) > 1 and word in language.measures.get(key, ())), None)


@lru_cache(maxsize=256)
def _key(part: str, language: Language) -> str | None:
    """Return what a table calls a unit. None: it is no measure, but a word for what is counted."""
    if part in language.measures:
        return part
    small = part.lower()
    return next((key for key, words in language.measures.items() if small in words), None)


def differs(text: str, number: Number, language: Language, matches: Sequence[Match]) -> str | None:
    """Return the unit that every quote has beside a number when a text has another one of its kind beside it."""
    own = _beside_in(text, number, language)
    if not own:
        return None
    kinds = frozenset().union(*(family for family in _FAMILIES if not family.isdisjoint(own)))
    theirs = [_beside(context, one, kinds) for context, one in matches]
    if all(each and own.keys().isdisjoint(each) for each in theirs):
        return next(iter(theirs[0].values()))
    return None


def _beside(context: Context, number: Number, family: frozenset[str]) -> dict[str, str]:
    found = _beside_in(context.text, number, context.language)
    return {key: words for key, words in found.items() if key in family}


def _beside_in(text: str, number: Number, language: Language) -> dict[str, str]:
    """Return the units of all kinds that stand directly before or behind a number, with their words."""
    if number.numeral.percent:
        written = text[number.start : number.end].lower()
        return {"pp" if language.points and written.endswith(language.points) else "%": written}
    before, behind, keys = _patterns(language)
    left = before.search(text[max(number.start - _NEAR, 0) : number.start].lower())
    right = behind.match(text[number.end : number.end + _NEAR].lower())
    words = [match["unit"] for match in (left, right) if match is not None]
    return {key: word for word in words for key in keys[word]}


@lru_cache(maxsize=8)
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, list[str]]]:
    keys: dict[str, list[str]] = {}
    for family in _FAMILIES:
        for key in sorted(family):
            for word in language.measures.get(key, ()):
                keys.setdefault(word, []).append(key)
    money = phrases(word for key in _FAMILIES[0] for word in language.measures.get(key, ()))
    before = re.compile(rf"(?<![^\W\d_])(?P<unit>{money})\s?$")
    return before, re.compile(rf"[ -]?(?P<unit>{phrases(keys)})"), keys


def _is_said(part: str, figure: Figure, matches: Sequence[Match], case: Case) -> bool:
    if part == "%" and any(number.numeral.fraction for _, number in matches):
        return True  # "two thirds" needs no percent sign
    own = case.language
    return any(_says(context, part, figure, own) for context in case.contexts)


def _says(context: Context, token: str, figure: Figure, own: Language) -> bool:
    """Whether a sentence holds a unit or, where the unit is a plain noun, what the label says is counted."""
    language = context.language
    text = context.text.lower()
    small = token.lower()
    if any(_is_scale(small, each) for each in (own, language)):
        return True
    key = _key(token, own) or _key(token, language)
    measure = language.measures.get(key) if key is not None else None
    if small in language.spans and any(word in text for word in language.decades):
        return True
    if measure is not None:
        return re.search(rf"(?:(?<![^\W\d_])|(?<=\d)|(?<=\b[tkm]))(?:{phrases(measure)})", text) is not None
    if any(small in each.people for each in (own, language)):
        return any(word in text for word in (*language.people, *language.persons))
    if language is not own:
        return True  # what is counted has another name in another language
    return any(_stem(word) in text for word in (small, *_nouns(figure.text)))


def _is_scale(small: str, language: Language) -> bool:
    if small.removesuffix("s") in language.scales or small in language.scales:
        return True
    return small in language.short_scales and small not in language.measures


def _nouns(label: str) -> list[str]:
    return list(re.findall(r"[^\W\d_]{4,}", label.lower()))


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word  # noqa: PLR2004 ("us" is no plural)
