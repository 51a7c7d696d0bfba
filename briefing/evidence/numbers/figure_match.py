"""The numbers of a quote that match a figure: of the same value, scale, unit and direction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from math import prod

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.context import Case, QuoteContext
from briefing.evidence.languages import Language
from briefing.evidence.numbers.directions import Direction, direction_of, directions_in, is_negative
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.number_role import NumberRole, follows_year_word
from briefing.evidence.numbers.unit_parts import spaced_unit, unit_words
from briefing.evidence.patterns import LazyPattern, alternatives
from briefing.format.model import Figure, FigureKind

_PREFIXED = LazyPattern(r"(?<!\w)(?P<by>[tkm])(?:€|(?:eur|usd|gbp|chf)(?!\w))")
_PREFIXES = {"t": Decimal(1000), "k": Decimal(1000), "m": Decimal(10**6)}
"""What a letter before a currency multiplies by: the T of "TEUR" is a thousand."""


FigureMatch = tuple[QuoteContext, NumberMention]
"""A number that has the value of a figure, with the words around it."""


class FigureMatcher(NamedTuple):
    """Looks for the numbers of one figure in its quotes."""

    case: Case
    figure: Figure
    unit: str
    """The unit in small letters, with a space between currency and scale. Empty: the figure has no unit."""
    is_age: bool
    """True: the unit or the label says that the figure is an age."""

    def matches(self, wanted: Decimal) -> list[FigureMatch]:
        """Return the numbers of the quotes that have a value, whatever their sign."""
        found = ((context, number) for context in self.case.contexts for number in context.numbers())
        return [(context, number) for context, number in found if self.is_match(context, number, wanted)]

    def is_match(self, context: QuoteContext, number: NumberMention, wanted: Decimal) -> bool:
        """Whether a number has a value and is neither a date nor the number of something."""
        if number.role is NumberRole.NAME or (number.role is NumberRole.AGE and not self.is_age):
            return False
        return self._has_value(context, number, abs(wanted)) and not _is_date(context, number)

    def _has_value(self, context: QuoteContext, number: NumberMention, size: Decimal) -> bool:
        numeral = number.numeral
        if numeral.fraction:
            share = numeral.values[0] * (100 if "%" in self.unit else 1)
            return round(share, _places(size)) == size
        for scale, written in self._scales(context):
            if any(abs(value) == size * scale for value in numeral.values):
                return True
            if (
                scale != 1
                and abs(numeral.bare) == size
                and numeral.scale == 1
                and _is_in_table(context, scale, written)
            ):
                return True
        return False

    def _scales(self, context: QuoteContext) -> tuple[tuple[Decimal, str], ...]:
        return scales_of(self.unit, self.case.language, context.language)

    def possible_values(self, wanted: Decimal, context: QuoteContext) -> Iterator[Decimal]:
        """Yield the numbers by which a text may give a value: as it is, and multiplied by the scale of the unit."""
        yield from (wanted * scale for scale, _ in self._scales(context))

    def with_right_sign(self, matches: Sequence[FigureMatch], wanted: Decimal) -> list[FigureMatch]:
        """Return the numbers whose sign or direction agrees with that of the figure."""
        return [(context, number) for context, number in matches if self._has_right_sign(context, number, wanted)]

    def _has_right_sign(self, context: QuoteContext, number: NumberMention, wanted: Decimal) -> bool:
        """Whether a negative value has a fall or minus beside it, and a positive one no fall but that of the label."""
        if not context.language.complete:
            return wanted >= 0 or number.numeral.values[0] < 0 or self.figure.kind is FigureKind.CHANGE
        if wanted == 0:
            return True
        if wanted < 0:
            return direction_of(context.prose, number) is Direction.DOWN
        if self.figure.kind is not FigureKind.CHANGE and not is_negative(context.prose, number):
            return True
        way = direction_of(context.prose, number)
        own = directions_in(self.figure.text, self.case.language)
        return way is Direction.NONE or not own.isdisjoint({way}) or (way is Direction.UP and not own)


def figure_matcher(case: Case, figure: Figure) -> FigureMatcher:
    """Return the matcher of a figure."""
    unit = spaced_unit(figure.unit or "").lower()
    return FigureMatcher(case, figure, unit, _is_age(figure, case.language))


def _is_age(figure: Figure, language: Language) -> bool:
    return _age_words(language).search(f"{figure.text} {figure.unit or ''}") is not None


@lru_cache(maxsize=64)
def _age_words(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(language.quantities.age_words)})", re.IGNORECASE)


def _is_date(context: QuoteContext, number: NumberMention) -> bool:
    """Whether a number belongs to a date."""
    for mention in context.prose.dates:
        if mention.start <= number.start < mention.end:
            year_only = mention.month is None and not mention.decade and mention.century is None
            return not year_only or follows_year_word(context.text, number.numeral, context.language)
    return False


def _stands_alone(written: str, text: str, language: Language) -> bool:
    """Whether a scale occurs in a text without a number before it: "in EUR million", but not "418 million"."""
    for found in re.finditer(rf"(?<!\w){re.escape(written)}", text):
        before = text[: found.start()].rstrip(" -")[-_LONGEST_WORD:]
        word = re.split(r"[ -]", before)[-1]
        if not word[-1:].isdigit() and word not in {
            *language.number_words,
            *language.scales,
            *language.indefinite_articles,
        }:
            return True
    return False


_LONGEST_WORD = 24


def _places(number: Decimal) -> int:
    return max(-int(number.as_tuple().exponent), 0)


def _is_in_table(context: QuoteContext, scale: Decimal, written: str) -> bool:
    """Whether a sentence gives a scale for all its numbers, as tables do: "in EUR million", "TEUR"."""
    text = context.text.lower()
    if written and _stands_alone(written, text, context.language):
        return True
    return any(_PREFIXES[found["by"]] == scale for found in _PREFIXED.finditer(text))


@lru_cache(maxsize=256)
def scales_of(unit: str, *languages: Language) -> tuple[tuple[Decimal, str], ...]:
    """Return the factors that a unit may stand for, each with its word: "EUR million" is 10^6, "m" is 1 or 10^6."""
    found: list[tuple[Decimal, str]] = []
    for token in unit_words(unit):
        singular = token.removesuffix("s")
        scale = next(
            (each.scales[word] for each in languages for word in (singular, token) if word in each.scales), None
        )
        short = next((each.short_scales[token] for each in languages if token in each.short_scales), None)
        if scale is not None:
            found.append((scale, singular))
        elif short is not None:
            found.append((short, token))
            found.append((Decimal(1), ""))
    scales = [scale for scale, _ in found if scale != 1]
    if len(scales) > 1:
        found.append((prod(scales, start=Decimal(1)), found[-1][1]))  # "lakh crore"
    return tuple(found) or ((Decimal(1), ""),)
