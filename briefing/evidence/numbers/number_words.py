"""Finds numerals in words: "eleven thousand", "two and a half million", "two thirds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from briefing.evidence.languages import Language, connectors
from briefing.evidence.numbers.numeral import Numeral, large_scales
from briefing.evidence.patterns import GrowingPattern, LazyPattern, WordChoice

_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_BY_SCORES = (60, 80)
"""French counts on from these up to 79 and 99: soixante-douze, quatre-vingt-dix-sept. It also joins: vingt et un."""


_BEHIND = LazyPattern(r"[ -](?P<word>[^\W\d_]+)")
_DIGIT_BEHIND = LazyPattern(r"\s[€$£]?[\d\0]")
_END = LazyPattern(r"(?:\s(?P<word>[^\W\d_]+)|[.,;:)!?'])|$")
_NEAR = 64
"""Characters before a number word that are searched for a joiner such as "and"."""


def numerals_in_words(text: str, language: Language) -> Iterator[Numeral]:
    """Yield the numerals in words of a folded text, in order."""
    for match in _words(language).finditer(text):
        if match["part"]:
            yield _from_part(match, text, language)
        else:
            yield from _from_words(match, text, language)


@lru_cache(maxsize=64)
def _words(language: Language) -> GrowingPattern:
    return GrowingPattern(lambda choice: _in_words(language, choice), re.IGNORECASE)


def _in_words(language: Language, choice: WordChoice) -> str:
    one = choice.phrases(language.indefinite_articles)
    scale = choice.phrases(language.scales)
    atom = choice.parts([*language.number_words, *language.scales])
    count = choice.phrases([*language.indefinite_articles, *language.number_words])
    joiner, of = choice.parts(language.joiners), choice.phrases(connectors().of)
    return (
        rf"(?<![\w-])(?:(?P<part>(?:(?P<count>{count})[ -])?"
        rf"(?P<mixed>(?:{joiner})[ -](?:{one})[ -])?(?P<fraction>{choice.phrases(language.fractions)})"
        rf"(?:\s(?:(?:(?:{of})\s)?(?:{one})\s)?(?P<of>{scale}))?)"
        rf"|(?P<words>(?:(?:{one})\s(?=(?:{scale})))?(?:{atom})"
        rf"(?:(?:[ -]|[ -]?(?:{joiner})[ -]?)?(?:{atom}))*)(?![^\W\d_]))"
    )


def _from_part(match: re.Match[str], text: str, language: Language) -> Numeral:
    word = match["fraction"].lower()
    count = Decimal(language.number_words.get((match["count"] or "").lower(), 1))
    part = language.fractions[word]
    share = count + part if match["mixed"] else count * part
    scale = language.scales[match["of"].lower()] if match["of"] else Decimal(1)
    ordinal = not match["of"] and count <= 1 and not _is_part(match, word, text, language)
    return Numeral(
        match.start("part"),
        match.end("part"),
        (share * scale,),
        share,
        scale,
        fraction=scale == 1 and not match["mixed"],
        ordinal=ordinal,
    )


_ORDINAL_REACH = 16


@lru_cache(maxsize=64)
def _nth(language: Language) -> GrowingPattern:
    every = (*language.ordinals, *language.last, *language.next, *connectors().final)
    return GrowingPattern(lambda choice: rf"(?<!\w)(?:{choice.phrases(every)})\s$", re.IGNORECASE)


def _is_part(match: re.Match[str], word: str, text: str, language: Language) -> bool:
    """Whether "third" is a fraction ("a third of the men"), and not an ordinal or part of "the first half"."""
    if word not in language.ordinals:
        before = text[max(match.start() - _ORDINAL_REACH, 0) : match.start()]
        return match["count"] is not None or _nth(language).search(before) is None
    if match["count"] is None:
        return False
    behind = _END.match(text, match.end())
    return behind is not None and (behind["word"] is None or behind["word"].lower() in language.quantities.small_words)


def _from_words(match: re.Match[str], text: str, language: Language) -> Iterator[Numeral]:
    """Read a run of number words, which may be several numbers ("two three-year terms")."""
    words, start = _words_of_number(match, text, language), match.start("words")
    if len(words) < len(match["words"]):
        yield from _run_of(words, start, language)
        start += len(words) + 1
        words = match["words"][len(words) + 1 :]
    if words.lower() in language.indefinite_articles and _DIGIT_BEHIND.match(text, match.end()):
        return  # an article: "un 40 %"
    ordinal = _ordinal_behind(language).match(text, match.end()) is not None
    for numeral in _run_of(words, start, language):
        yield numeral._replace(ordinal=True) if ordinal and numeral.end == match.end() else numeral


def _words_of_number(match: re.Match[str], text: str, language: Language) -> str:
    """Return a run of number words without a last one that counts time: "two billion" of "two billion five months"."""
    words = match["words"]
    before, _, last = words.rpartition(" ")
    behind = _BEHIND.match(text, match.end())
    if behind is None or behind["word"].lower() not in language.time_units or last.lower() not in language.number_words:
        return words
    return before if before.lower().endswith(tuple(large_scales(language))) else words


@lru_cache(maxsize=64)
def _ordinal_behind(language: Language) -> GrowingPattern:
    return GrowingPattern(lambda choice: rf"-(?:{choice.phrases(language.ordinals)})", re.IGNORECASE)


def _run_of(words: str, start: int, language: Language) -> Iterator[Numeral]:
    run = _Run(language)
    for atom in _atoms(language).finditer(words):
        word = atom.group().lower()
        if not run.add(word, joined=_is_joined(words, atom.start(), language)):
            yield run.finish(start)
            run = _Run(language)
            run.add(word, joined=False)
        run.reach(atom.start(), atom.end())
    if run.started:
        yield run.finish(start)


def _is_joined(words: str, offset: int, language: Language) -> bool:
    before = words[max(0, offset - _NEAR) : offset].rstrip(" -").lower()
    return before.endswith(language.joiners)


@lru_cache(maxsize=64)
def _atoms(language: Language) -> GrowingPattern:
    return GrowingPattern(lambda choice: choice.parts([*language.number_words, *language.scales]), re.IGNORECASE)


class _Run:
    """Adds up the number words of one numeral."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._total = Decimal(0)
        self._group: Decimal | None = None
        self._last_scale = Decimal("Infinity")
        self._scale = Decimal(1)
        self._bounds = [-1, -1]

    @property
    def started(self) -> bool:
        """True: it has at least one word."""
        return self._bounds[0] >= 0

    def reach(self, start: int, end: int) -> None:
        """Extend the numeral to a word at these offsets."""
        if self._bounds[0] < 0:
            self._bounds[0] = start
        self._bounds[1] = end

    def add(self, word: str, *, joined: bool) -> bool:
        """Add a word. Return False if it must begin another numeral. `joined`: a joiner such as "and" is before it."""
        if word in self._language.number_words:
            return self._add_unit(Decimal(self._language.number_words[word]), joined=joined)
        return self._add_scale(self._language.scales[word])

    def finish(self, offset: int) -> Numeral:
        """Return the numeral; `offset` is where the run of words begins in the text."""
        value = self._total + (self._group or 0)
        start, end = self._bounds
        return Numeral(offset + start, offset + end, (value,), value / self._scale, self._scale)

    def _add_unit(self, unit: Decimal, *, joined: bool) -> bool:
        group = self._group
        if group is None:
            self._group = unit
            return True
        tens = group % _HUNDRED
        after_hundred = group and tens == 0
        round_tens = tens >= _TWENTY and tens % _TEN == 0
        below = _TWENTY if tens in _BY_SCORES else _TEN
        after_tens = round_tens and unit < below and (not joined or unit % _TEN == 1)
        before_tens = joined and 0 < tens < _TEN and unit >= _TWENTY
        if after_hundred or after_tens or before_tens:
            self._group = group + unit
            return True
        return False

    def _add_scale(self, scale: Decimal) -> bool:
        if scale <= _HUNDRED:
            if self._group is not None and self._group >= _HUNDRED:
                return False
            self._group = (1 if self._group is None else self._group) * scale
            return True
        if self._group is None and self._total and scale > self._last_scale:  # "mille milliards"
            self._total *= scale
            self._scale *= scale
            self._last_scale = scale
            return True
        if scale >= self._last_scale:
            return False
        self._total += (1 if self._group is None else self._group) * scale
        self._group, self._last_scale = None, scale
        self._scale = scale
        return True
