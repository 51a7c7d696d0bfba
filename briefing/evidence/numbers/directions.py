"""The direction of a number: whether the text has something rise or fall by it, or gives it as below zero."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language, connectors
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.numeral import money
from briefing.evidence.patterns import GrowingPattern, LazyPattern, WordChoice, phrases, starred
from briefing.evidence.words.prose import Prose

_REACH = 60
"""Characters before a number that are searched for the word of its direction."""
_BEHIND = 28
"""Characters after a number that are searched for the same."""
_NOT_OVER = 16
"""Characters that may lie between a number and such a word after it: room for the unit and little else."""


class Direction(Enum):
    """The direction that a text gives to a number."""

    UP = auto()
    DOWN = auto()
    NONE = auto()


def direction_of(prose: Prose, number: NumberMention) -> Direction:
    """Return the direction of a number of some prose, given by the nearest word for a rise or fall."""
    return prose.of_number(number, _direction)


def _direction(prose: Prose, number: NumberMention) -> Direction:
    text, patterns = prose.text, _patterns(prose.language)
    if is_negative(prose, number):
        return Direction.DOWN
    window = text[max(number.hedge_offset - _REACH, 0) : number.hedge_offset]
    clause = _without_hedges(_CLAUSE.split(window)[-1], patterns)
    before = None
    for found in patterns.turn.finditer(clause):
        before = found
    if before is not None and (
        patterns.level.search(clause, before.end()) or patterns.whole.search(clause, before.end())
    ):
        is_whole = patterns.amount.match(clause, before.start()) is not None
        goes_on = patterns.level.search(text[number.behind : number.behind + _BEHIND]) is not None
        before = before if is_whole and not goes_on else None
    behind = patterns.turn.search(text[number.behind : number.behind + _BEHIND])
    last = _verb_last(prose, clause, number, patterns) if before is None else None
    if last is not None:
        return last
    if behind is not None and (behind.start() > _NOT_OVER or patterns.new.search(behind.string[: behind.start()])):
        behind = None
    if before is None and behind is None:
        return Direction.NONE
    nearest = before
    if before is None or (behind is not None and behind.start() < len(clause) - before.end()):
        nearest = behind
    return Direction.UP if nearest is not None and nearest["up"] else Direction.DOWN


def _verb_last(prose: Prose, clause: str, number: NumberMention, patterns: _Patterns) -> Direction | None:
    """Return the direction of a number before a level and the verb of both, or of that level. None: it is neither."""
    if not prose.language.discourse.verb_last:
        return None
    if patterns.to_level.search(clause):
        return Direction.NONE  # "um 3 auf 5 Millionen gesunken"
    verb = patterns.behind_level.match(prose.text, number.behind, number.behind + _REACH)
    return None if verb is None else Direction.UP if verb["up"] else Direction.DOWN


def is_negative(prose: Prose, number: NumberMention) -> bool:
    """Whether some prose gives a number as below zero: with a minus, also before its currency, or in words."""
    return prose.of_number(number, _is_negative)


def _is_negative(prose: Prose, number: NumberMention) -> bool:
    if number.numeral.values[0] < 0:
        return True
    text, patterns = prose.text, _patterns(prose.language)
    window = text[max(number.start - _BEHIND, 0) : number.start]
    if patterns.minus.search(window) and patterns.minus.search(_without_hedges(window, patterns)):
        return True
    return patterns.below.match(text[number.behind : number.behind + _BEHIND + _NOT_OVER]) is not None


def _without_hedges(text: str, patterns: _Patterns) -> str:
    """Return a text with its hedges blanked out, at the same offsets: the "menos" of "al menos 58" is no minus."""
    return patterns.hedge.sub(lambda found: " " * len(found.group()), text)


def directions_in(text: str, language: Language) -> frozenset[Direction]:
    """Return every direction that the words of a label name."""
    found = _patterns(language).turn.finditer(text)
    return frozenset(Direction.UP if one["up"] else Direction.DOWN for one in found)


def speaks_of_change(text: str, language: Language) -> bool:
    """Whether a label speaks of a change whose direction is open: "change", "growth"."""
    return _patterns(language).change.search(text) is not None


_CLAUSE = LazyPattern(r"[.;:!?](?=\s)")


class _Patterns(NamedTuple):
    turn: GrowingPattern
    level: LazyPattern
    to_level: LazyPattern
    """A preposition of a level at the end of the words before a number."""
    behind_level: LazyPattern
    """A level after a number, and the verb at the end of the clause: the "auf 5 Millionen gesunken" of "um 3 auf …"."""
    minus: GrowingPattern
    below: LazyPattern
    change: LazyPattern
    hedge: GrowingPattern
    amount: LazyPattern
    """A noun for a change together with the preposition of its amount: "Verlust von"."""
    whole: LazyPattern
    """Words before a number that is the whole of which a part changed: "lost two of their 31 matches"."""
    new: LazyPattern
    """Words after a number behind which a word for a direction belongs to something else: "and", "but"."""


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    edge = r"(?<![^\W_])"
    up, down = starred(language.quantities.rises), starred(language.quantities.falls)
    before = [word for word in language.quantities.minus if not word.endswith(".")]
    behind = [word.removesuffix(".") for word in language.quantities.minus if word.endswith(".")]

    def turn(choice: WordChoice) -> str:
        rises, falls = choice.starred(language.quantities.rises), choice.starred(language.quantities.falls)
        return rf"{edge}(?:(?P<up>{rises})|(?P<down>{falls}))(?!\w)"

    def minus(choice: WordChoice) -> str:
        return rf"(?:{edge}(?:{choice.phrases(before)})\s|(?<![^\s(\[/=:;'])-\s?){money(choice)}$"

    def hedge(choice: WordChoice) -> str:
        return rf"{edge}(?:{choice.phrases([*language.hedges_before, *language.hedges_after])})"

    return _Patterns(
        GrowingPattern(turn, re.IGNORECASE),
        LazyPattern(rf"{edge}(?:{phrases(language.quantities.levels)})", re.IGNORECASE),
        LazyPattern(rf"{edge}(?:{phrases(language.quantities.levels)})\s(?:[^\W\d_]+\s)?$", re.IGNORECASE),
        LazyPattern(
            rf"(?:\s[^\W\d_]+)?\s(?:{phrases(language.quantities.levels)})\s[\d.,]+(?:\s[^\W\d_]+){{0,2}}?\s"
            rf"(?:(?P<up>{up})|(?P<down>{down}))(?!\w)",
            re.IGNORECASE,
        ),
        GrowingPattern(minus, re.IGNORECASE),
        LazyPattern(rf"(?:[ -][\w°]+){{0,2}}\s(?:{phrases(behind)})", re.IGNORECASE),
        LazyPattern(rf"{edge}(?:{starred(language.quantities.changes)})(?!\w)", re.IGNORECASE),
        GrowingPattern(hedge, re.IGNORECASE),
        LazyPattern(
            rf"(?:{starred(language.quantities.change_nouns)})\s"
            rf"(?:{phrases(language.quantities.change_amounts)})[\s\w.]{{0,24}}$",
            re.IGNORECASE,
        ),
        LazyPattern(rf"\b(?:{phrases(connectors().of_the_whole)}) $"),
        LazyPattern(rf"[,.;:()]|\b(?:{phrases(connectors().new_direction)})"),
    )
