"""A second rule for labels: in a sentence of several numbers, the words of the label are nearest to the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.context import Case, QuoteContext, Unchecked
from briefing.evidence.languages import Language
from briefing.evidence.numbers.directions import Direction, direction_of, directions_in, is_negative, speaks_of_change
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.measures import CURRENCIES
from briefing.evidence.patterns import phrases
from briefing.evidence.rules.sentence_parts import SentenceParts, sentence_parts
from briefing.evidence.rules.substance import ContentToken, content_tokens
from briefing.evidence.words.prose import Prose, prose_of
from briefing.evidence.words.stems import whole_stem
from briefing.format.model import Figure, FigureKind

_NEAR = 4
"""Words after a number among which its noun is looked for."""


class FigureWords(NamedTuple):
    """The words of a figure, as their keys (see `ContentToken`)."""

    label: frozenset[str]
    """Those of its label."""
    every: frozenset[str]
    """Those of its label and its unit; another number of the sentence may share the unit."""
    head: frozenset[str]
    """Those of its label before any small word: "Fuel costs" of "Fuel costs in May"."""


def label_place_findings(case: Case) -> Iterator[Unchecked]:
    """Yield an outcome if a word of the label or unit is nearer to another number than to that of the figure."""
    figure = case.claim
    if not isinstance(figure, Figure) or figure.amount is None:
        return
    if figure.amount.low < 0 and figure.kind is not FigureKind.CHANGE and not _has_minus(case, -figure.amount.low):
        yield Unchecked("the minus is the writer's own")
    own = case.own.once(content_tokens)
    if all(token.text.lower() in case.language.generic for token in own):
        return
    if _names_only_units(case.language, own):
        yield Unchecked("the label names only a unit, and not what is measured")
    unit = prose_of(figure.unit, case.language).once(content_tokens) if figure.unit else ()
    label = frozenset(token.key for token in own if not token.key[:1].isdigit())
    wanted = FigureWords(label, label.union(token.key for token in unit), _head(case.own, own))
    ends = (figure.amount.low, figure.amount.high, figure.amount.central)
    sizes = {abs(end) for end in ends if end is not None}
    if figure.kind is not FigureKind.CHANGE and _is_unsaid_change(case, sizes):
        yield Unchecked("the text has it rise or fall by this number, and neither 'kind' nor the label says so")
    for context in case.contexts:
        reason = _reason(context, wanted, sizes, same_language=context.language is case.language)
        if reason is not None:
            yield Unchecked(reason)
            return


def _names_only_units(language: Language, own: Sequence[ContentToken]) -> bool:
    """Whether all words of a label that say something are units of money or time: "Months", "US dollar"."""
    named = [token for token in own if token.text.lower() not in language.generic | language.measuring]
    words = _unit_words(language)
    return bool(named) and all(words.intersection((token.text.lower(), token.key)) for token in named)


@lru_cache(maxsize=64)
def _unit_words(language: Language) -> frozenset[str]:
    kept = CURRENCIES | {"day", "week", "month", "year"}
    forms = (form.lower() for key, forms in language.measures.items() if key in kept for form in forms)
    return frozenset((*forms, *(key.lower() for key in CURRENCIES)))


def _is_unsaid_change(case: Case, sizes: set[Decimal]) -> bool:
    """Whether the quotes have something rise or fall by a percentage, and the label speaks of no change."""
    if speaks_of_change(case.own.text, case.language) or directions_in(case.own.text, case.language):
        return False
    found = [(context, one) for context in case.contexts for one in context.numbers() if _may_be(one, sizes)]
    return bool(found) and all(
        one.numeral.percent and direction_of(context.prose, one) is not Direction.NONE for context, one in found
    )


def _has_minus(case: Case, size: Decimal) -> bool:
    """Whether the quotes give a number of this size as below zero."""
    for context in case.contexts:
        for one in context.numbers():
            if _may_be(one, {size}) and is_negative(context.prose, one):
                return True
    return any(value < 0 for context in case.contexts for one in context.numbers() for value in one.numeral.values)


def _reason(context: QuoteContext, wanted: FigureWords, sizes: set[Decimal], *, same_language: bool) -> str | None:
    """Return why the number in a sentence may not be the one that the label means. None: it surely is."""
    amounts = [one for one in context.prose.numbers if one.is_amount and not context.prose.is_in_date(one.start)]
    mine = [one for one in amounts if context.quote.has(one.start) and _may_be(one, sizes)]
    if not mine:
        return None
    parts = context.prose.once(sentence_parts)
    others = [
        one
        for one in amounts
        if one not in mine
        and not _is_article(one, context)
        and not any(parts.is_aside(one.start, number.start) for number in mine)
    ]
    found = _nearer(context, wanted, mine, others)
    if found is not None:
        return f"'{found[0]}' is nearer to another number: {found[1]}"
    if not same_language:
        return None
    apart = _apart(context, wanted, mine, parts)
    if apart is not None:
        return f"'{apart}' stands in another part of the sentence than the number"
    qualifier = _qualifier(context, wanted, mine)
    if qualifier is not None:
        return f"the source says '{qualifier}', and the label does not"
    counted = [_counted(context, wanted, one) for one in mine]
    return None if not all(counted) else f"the number counts '{counted[0]}'"


def _head(own: Prose, tokens: Sequence[ContentToken]) -> frozenset[str]:
    """Return the words of a label, as their keys, that name what the number is of; none of those behind them."""
    language = own.language
    named = [token for token in tokens if token.text.lower() not in language.generic | language.measuring]
    small = (word.start for word in own.words if word.small in language.quantities.small_words)
    ends = [start for start in small if any(token.start < start for token in named)]
    comma = own.text.find(",")
    end = min([*ends, comma if comma >= 0 else len(own.text), len(own.text)])
    return frozenset(token.key for token in named if token.start < end)


def _apart(
    context: QuoteContext, wanted: FigureWords, mine: Sequence[NumberMention], parts: SentenceParts
) -> str | None:
    """Return a word of the label that the sentence has only in parts that the number is not of. None: there is none."""
    told: dict[str, list[ContentToken]] = {}
    for token in context.prose.once(content_tokens):
        if token.key in wanted.head:
            told.setdefault(token.key, []).append(token)
    for tokens in told.values():
        if all(parts.are_apart(token.start, number.start) for token in tokens for number in mine):
            return tokens[0].text
    return None


def _is_article(number: NumberMention, context: QuoteContext) -> bool:
    """Whether a number is only an article: "una" means "a" as well as "one"."""
    return context.text[number.start : number.end].lower() in context.language.indefinite_articles


def _qualifier(context: QuoteContext, wanted: FigureWords, mine: Sequence[NumberMention]) -> str | None:
    """Return a qualifier ("adjusted") that the text has before a word of the label, and the label does not have."""
    qualifiers = context.language.qualifiers
    told = context.prose.once(content_tokens)
    nearest: dict[str, int] = {}
    for place, token in enumerate(told):
        if token.key in wanted.every:
            best = nearest.get(token.key)
            if best is None or _distance(token, _nearest(token, mine)) < _distance(
                told[best], _nearest(told[best], mine)
            ):
                nearest[token.key] = place
    for place in nearest.values():
        token, before = told[place], told[place - 1] if place else None
        if before is None or before.text.lower() not in qualifiers or before.key in wanted.every:
            continue
        if not context.text[before.start + len(before.text) : token.start].strip(" -"):
            return before.text
    return None


def _counted(context: QuoteContext, wanted: FigureWords, number: NumberMention) -> str | None:
    """Return the noun that a number counts, if neither label nor unit names it. None: otherwise."""
    language = context.language
    pattern = _plural(language)
    if pattern is None:
        return None
    behind = [word for word in context.prose.words if number.behind <= word.start][:_NEAR]
    first = behind[0] if behind else None
    if first is None or context.text[number.behind : first.start].strip(" -") or "'" in first.small:
        return None
    if pattern.fullmatch(first.small) is None:
        return None
    if first.small in _no_things(language):
        return None
    if any(
        first.small in group and wanted.every & _stems(group, language) for group in (language.people, language.persons)
    ):
        return None
    keys = {whole_stem(word.small, language) for word in behind}
    return None if keys & wanted.every else first.text


@lru_cache(maxsize=64)
def _no_things(language: Language) -> frozenset[str]:
    """Return the words that look like counted nouns and are none: units, spans of time, function words."""
    measures = (form for forms in language.measures.values() for form in forms)
    others = (language.quantities.not_counted, language.time_units, language.percent, language.function_words)
    return frozenset(measures).union(*others)


@lru_cache(maxsize=64)
def _plural(language: Language) -> re.Pattern[str] | None:
    return re.compile(language.quantities.counted) if language.quantities.counted else None


@lru_cache(maxsize=64)
def _stems(words: tuple[str, ...], language: Language) -> frozenset[str]:
    return frozenset(whole_stem(word, language) for word in words)


def _nearer(
    context: QuoteContext, wanted: FigureWords, mine: Sequence[NumberMention], others: Sequence[NumberMention]
) -> tuple[str, str] | None:
    """Return a word of the figure that is nearer to another number, and that number, as written. None: none is."""
    if not others:
        return None
    parts = context.prose.once(sentence_parts)
    told = [
        token
        for token in context.prose.once(content_tokens)
        if token.key in wanted.every and not all(parts.is_reason(token.start, one.start) for one in mine)
    ]
    far = [
        token
        for token in told
        if _distance(token, _nearest(token, others)) < _distance(token, _nearest(token, mine))
        and not _is_of_both(context, token, others, mine)
    ]
    near = {token.key for token in told if token not in far}
    for token in far:
        if token.key in wanted.label or token.key not in near:
            other = _nearest(token, others)
            return token.text, context.text[other.start : other.end]
    return None


def _is_of_both(
    context: QuoteContext, token: ContentToken, others: Sequence[NumberMention], mine: Sequence[NumberMention]
) -> bool:
    """Whether a word stands before a change and the levels it led between: "costs rose 52% to 63 million from 41"."""
    every = sorted([*others, *mine], key=lambda number: number.start)
    ahead = [number for number in every if token.start < number.start]
    for left, right in pairwise(ahead):
        between = context.text[left.behind : right.start]
        if _link(context.language).search(between) is None:
            return False
        if right in mine:
            return True
    return False


@lru_cache(maxsize=64)
def _link(language: Language) -> re.Pattern[str]:
    """Return a pattern of words between a change and its levels, with no more than a unit or currency beside them."""
    links = phrases([*language.quantities.levels, *language.counting.from_words])
    return re.compile(rf"^\W?(?:[^\s,;:]+\s)?(?:{links})(?:\s[^\s,;:]+){{0,2}}\W*$", re.IGNORECASE)


def _may_be(number: NumberMention, sizes: set[Decimal]) -> bool:
    """Whether a number may have one of some sizes, with or without its scale, or is a share."""
    numeral = number.numeral
    return numeral.fraction or any(abs(value) in sizes for value in (*numeral.values, numeral.bare))


def _nearest(token: ContentToken, numbers: Sequence[NumberMention]) -> NumberMention:
    return min(numbers, key=lambda number: _distance(token, number))


def _distance(token: ContentToken, number: NumberMention) -> int:
    return number.distance(token.start, token.start + len(token.text))
