"""Whether an amount that was found is the one annotated: scales are multiplied out, units have one spelling."""

from __future__ import annotations

import re
from fractions import Fraction

from briefing.format.model import Amount
from tests.scoring.annotations import NumberNote

_SCALES: dict[Fraction, tuple[str, ...]] = {
    Fraction(1, 10000): ("basis-point", "basis-points"),
    Fraction(1, 100): ("%", "percent", "percentage point", "percentage points", "point", "points", "cent", "cents"),
    Fraction(12): ("dozen", "dozens"),
    Fraction(100): ("hundred", "hundreds"),
    Fraction(10**3): ("thousand", "thousands", "mille", "tausend", "mil"),
    Fraction(10**6): ("million", "millions", "millionen", "mio", "millón", "millones"),
    Fraction(10**9): ("billion", "billions", "bn", "milliard", "milliards", "milliarde", "milliarden", "mrd"),
    Fraction(10**12): ("trillion", "trillions", "tn"),
}
_SCALE_OF = {word: scale for scale, words in _SCALES.items() for word in words}

_SPELLINGS: dict[str, tuple[str, ...]] = {
    "%": ("percent", "per cent", "prozent", "pour cent", "por ciento"),
    "percentage points": ("percentage point", "points", "point", "puntos", "punto", "basis points", "prozentpunkte"),
    "usd": ("$", "us$", "dollar", "dollars", "us dollar", "us dollars", "cents", "cent"),
    "hkd": ("hk$", "hong kong dollar", "hong kong dollars"),
    "nzd": ("nz$",),
    "eur": ("€", "euro", "euros"),
    "gbp": ("£", "pound", "pounds"),
    "km": ("kilometre", "kilometres", "kilometer", "kilometers"),
    "mile": ("miles", "mi"),
    "mph": ("miles per hour",),
    "km/h": ("kph", "kmh", "kilometres per hour"),
    "inch": ("inches", "in"),
    "ha": ("hectare", "hectares", "hectáreas", "hektar"),
    "people": ("person", "persons", "personnes", "personas", "menschen", "personen"),
    "year": ("years", "ans", "année", "années", "jahre", "jahr", "años", "año"),
    "month": ("months", "mois", "monate", "meses", "mes"),
    "week": ("weeks", "semaines", "wochen", "semanas"),
    "day": ("days", "jours", "tage", "días"),
    "hour": ("hours", "heures", "stunden", "horas"),
}
_SPELLING_OF = {word: unit for unit, words in _SPELLINGS.items() for word in (unit, *words)}

_PREPOSITIONS = frozenset(
    re.findall(
        r"\w+",
        "of for in to without from who that with on at by under per"
        " de du des d à en sans sin con por para von der für mit",
    )
)
_WORD = re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*|[%$€£]")
_SHARE = Fraction(2, 100)


def is_same_amount(note: NumberNote, amount: Amount, unit: str | None) -> bool:
    """Tell whether a number is the one annotated, multiplied out: a per cent as a share, a fall without its sign."""
    wanted = _ends(note)
    found = (Fraction(amount.low), Fraction(amount.high))
    if amount.central is not None and wanted[0] == wanted[1]:
        found = (Fraction(amount.central),) * 2
    scales = (_scale(note["unit"] or "", shares=True), _scale(unit or "", shares=True))
    plain = (_scale(note["unit"] or "", shares=False), _scale(unit or "", shares=False))
    return any(
        all(_is_near(abs(a * left), abs(b * right)) for a, b in zip(wanted, found, strict=True))
        for left, right in (scales, plain)
    )


def is_same_unit(note: NumberNote, unit: str | None) -> bool:
    """Tell whether a unit is the one annotated, without its scale: "USD million" is "$"."""
    wanted, found = _spelling(note["unit"]), _spelling(unit)
    return bool(wanted and found) and wanted == found


def is_same_thing(note: NumberNote, *found: str | None) -> bool:
    """Tell whether one of some texts names the thing that is counted, by its head noun."""
    words = [word.casefold() for text in found for word in _WORD.findall(text or "")]
    heads = [_head(one) for one in (note["counted"] or "").split("|")]
    return any(_is_form(head, word) for head in heads if head for word in words)


def _ends(note: NumberNote) -> tuple[Fraction, Fraction]:
    value = note.get("value")
    return Fraction(note.get("low") or value or "0"), Fraction(note.get("high") or value or "0")


def _is_near(a: Fraction, b: Fraction) -> bool:
    """Tell whether two amounts are equal; a fraction such as 1/3 has no exact decimal."""
    return a == b or (a.denominator % 3 == 0 and abs(a - b) < a * _SHARE)


def _scale(unit: str, *, shares: bool) -> Fraction:
    """Return the product of the scales in a unit; `shares`: a per cent is a hundredth."""
    scale = Fraction(1)
    for word in unit.casefold().replace("basis point", "basis-point").split():
        found = _SCALE_OF.get(word, Fraction(1))
        scale *= found if found >= 1 or shares else 1
    return scale


def _spelling(unit: str | None) -> str:
    """Return a unit in its one spelling, without its scale and without what follows the words that are known."""
    words = [word for word in (unit or "").casefold().split() if word in _SPELLING_OF or word not in _SCALE_OF]
    for end in range(len(words), 0, -1):
        known = " ".join(words[:end])
        if known in _SPELLING_OF:
            return _SPELLING_OF[known]
    return " ".join(words)


def _head(counted: str) -> str:
    """Return the head noun of the thing counted: the word after `*`, or the last before the first preposition."""
    marked = counted.partition("*")[2]
    words = [found.group() for found in _WORD.finditer((marked or counted).casefold())]
    if marked:
        return words[0]
    behind = next((at for at, word in enumerate(words) if at and word in _PREPOSITIONS), len(words))
    return words[behind - 1] if words else ""


def _is_form(head: str, word: str) -> bool:
    """Tell whether two words are forms of one: they share all but their last two letters."""
    stem = head[: max(3, len(head) - 2)]
    return word.startswith(stem) and abs(len(word) - len(head)) <= len("es") + 1
