"""The quantities of a sentence: each number, range, or number with an interval, that says how many or how much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice, takewhile

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language
from briefing.evidence.numbers.counted_nouns import counted_pattern, is_person
from briefing.evidence.numbers.find import NumberMention
from briefing.evidence.numbers.hedges import NumberHedge, hedge_of
from briefing.evidence.numbers.measures import money_before, units_beside
from briefing.evidence.numbers.number_role import NumberRole
from briefing.evidence.numbers.numeral import CURRENCY
from briefing.evidence.patterns import phrases
from briefing.evidence.words.prose import Prose

_REACH = 44
"""Characters between a number and the interval around it."""
_WIDEST_SCORE = 60
"""The numbers of a score are at most this."""
_NEAR = 12
_LARGEST_NAME = 1000
"""The number of a name is below this."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_WORD = re.compile(r"[ -](?P<word>[^\W\d_]+)")
_HALF = Decimal("0.5")


class Quantity(NamedTuple):
    """One number, or the numbers of one range, with the place of its words in a sentence."""

    first: NumberMention
    """The number; of a range its first end."""
    last: NumberMention
    """The same number, or the other end of the range, which has the unit."""
    start: int
    """Offset of the first character, currency and hedge included."""
    end: int
    """Offset after the last character of its numerals; a unit after them is not included."""
    hedge: NumberHedge
    central: NumberMention | None = None
    """The value that the text gives before the range: the 68 of "68 (95% CI 61 to 74)"."""
    is_score: bool = False
    """True: it is one half of a score or a vote: "3-1"."""

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.first is not self.last

    @property
    def is_age(self) -> bool:
        """Whether it is an age."""
        return self.first.role is NumberRole.AGE


def quantities(prose: Prose) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence, in order. Meant for `Prose.once`."""
    numbers = list(counting_numbers(prose)) if prose.numbers else []
    return tuple(_joined(prose, numbers)) if numbers else ()


def counting_numbers(prose: Prose) -> Iterator[NumberMention]:
    """Yield the numbers that say how many or how much, or how old somebody is."""
    dates, at, articles = prose.dates, 0, prose.language.indefinite_articles
    for number in prose.numbers:
        while at < len(dates) and dates[at].end <= number.start:
            at += 1
        if number.role is NumberRole.NAME or (at < len(dates) and dates[at].start <= number.start):
            continue
        written = prose.text[number.start : number.end].lower()
        if written in articles or written.startswith(prose.language.counting.no_quantities):
            continue
        if not any(is_none(prose, number) for is_none in _NO_QUANTITIES):
            yield number


def _is_bare_year(prose: Prose, number: NumberMention) -> bool:
    """Whether four digits without a noun after them are a year: "2019 is not as strong as 2018"."""
    if not _FIRST_YEAR <= number.numeral.bare <= _LAST_YEAR or not prose.text[number.start : number.end].isdecimal():
        return False
    if _money_before(prose.text, number.start):
        return False
    behind = _WORD.match(prose.text, number.end)
    return behind is None or behind["word"].lower() in prose.language.quantities.small_words


def _is_pronoun(prose: Prose, number: NumberMention) -> bool:
    """Whether "one" stands for a thing and counts nothing: "the current one"."""
    if number.numeral.values[0] != 1 or number.numeral.digits or not prose.text[number.start : number.end].isalpha():
        return False
    behind = _WORD.match(prose.text, number.end)
    return behind is None or (
        behind["word"].lower() in prose.language.quantities.small_words
        and behind["word"].lower() not in prose.language.connectors.of
    )


def _is_in_name(prose: Prose, number: NumberMention) -> bool:
    """Whether a number is part of a name: "Internet Explorer 6", "Tres Cantos", "day five"."""
    numeral, text = number.numeral, prose.text
    if numeral.percent or numeral.scale != 1 or numeral.fraction or _money_before(text, number.start):
        return False
    before = _NAME_BEFORE.search(text, max(number.start - _REACH, 0), number.start)
    behind = _WORD.match(text, number.end)
    if not numeral.digits:
        return _is_name_in_words(prose, number, before, behind)
    if not prose.language.capital_names or before is None or not text[number.start : number.end].isdecimal():
        return False
    if before["word"].lower() in _no_names(prose.language):
        return False
    if (
        units_beside(prose, number).keys
        or _VERSUS.match(text, number.end)
        or (behind is not None and _is_counted(behind["word"], prose.language))
    ):
        return False
    return numeral.bare < _LARGEST_NAME


@lru_cache(maxsize=64)
def _no_names(language: Language) -> frozenset[str]:
    """Return the words with a capital after which a number is no name: months, weekdays, "CI"."""
    return frozenset([*language.counting.interval_words, *language.months, *language.weekdays])


def _is_name_in_words(
    prose: Prose, number: NumberMention, before: re.Match[str] | None, behind: re.Match[str] | None
) -> bool:
    """Whether a number in words is part of a name: "Tres Cantos", "Channel Four", "day five"."""
    is_capital = prose.text[number.start].isupper()
    if is_capital and _INSIDE.search(prose.text, max(number.start - _NEAR, 0), number.start):
        return before is not None or (behind is not None and behind["word"][0].isupper())
    numbered = _patterns(prose.language).numbered.search(prose.text, max(number.start - _NEAR, 0), number.start)
    return numbered is not None and not (behind is not None and _is_counted(behind["word"], prose.language))


def _is_counted(word: str, language: Language) -> bool:
    """Whether a number may count a word."""
    small = word.lower()
    if small in language.quantities.small_words or small in language.quantities.not_counted:
        return False
    return is_person(small, language) or counted_pattern(language).fullmatch(word) is not None


_NAME_BEFORE = re.compile(r"[^\s.!?:\"(] \"?(?P<word>[^\W\d_a-z][\w&'-]*) $")
"""A word with a capital inside a sentence, right before a number."""
_INSIDE = re.compile(r"[^\s.!?:\"] $")
"""What comes before a word inside a sentence."""


def _is_bare_part(prose: Prose, number: NumberMention) -> bool:
    """Whether a word such as "quarter" or "half" alone names a part of a year or game, and is no share."""
    numeral, text = number.numeral, prose.text
    if not numeral.fraction or numeral.digits or not text[number.start : number.end].isalpha():
        return False
    if "pp" in units_beside(prose, number).keys:
        return False  # "a quarter-point"
    return numeral.bare != _HALF or _patterns(prose.language).share_behind.match(text, number.end) is None


def _is_time_in_quarters(prose: Prose, number: NumberMention) -> bool:
    """Whether quarters of a year are counted, and no share is told: "for the past two quarters"."""
    if not number.numeral.fraction or number.numeral.digits:
        return False
    last = prose.text[number.start : number.end].lower().rpartition(" ")
    is_quarter = bool(last[0]) and last[2].startswith(prose.language.quarter_words or ("\0",))
    return is_quarter and _patterns(prose.language).share_behind.match(prose.text, number.end) is None


def _is_in_percent(prose: Prose, number: NumberMention) -> bool:
    """Whether a number word is a part of the word for percent: the "ciento" of "por ciento"."""
    written = prose.text[number.start : number.end].lower()
    words = _percents_ending(written, prose.language)
    return bool(words) and prose.text[: number.end].lower().endswith(words)


@lru_cache(maxsize=1024)
def _percents_ending(word: str, language: Language) -> tuple[str, ...]:
    """Return the phrases for percent that end with a word."""
    return tuple(one for one in language.percent if one.endswith(f" {word}"))


def _is_in_idiom(prose: Prose, number: NumberMention) -> bool:
    """Whether a number is part of a phrase that counts nothing: "at one point"."""
    idioms, near = _patterns(prose.language).idioms, max(number.start - _NEAR, 0)
    return any(
        one.start() <= number.start and number.end <= one.end()
        for one in idioms.finditer(prose.text, near, number.end + _NEAR)
    )


_NO_QUANTITIES = (
    _is_bare_year,
    _is_pronoun,
    _is_bare_part,
    _is_in_name,
    _is_time_in_quarters,
    _is_in_percent,
    _is_in_idiom,
)


def _joined(prose: Prose, numbers: Sequence[NumberMention]) -> Iterator[Quantity]:
    """Yield the quantities that some numbers form, in order."""
    at = 0
    while at < len(numbers):
        size = _share(numbers, at) or _interval(prose, numbers, at)
        if size == 0:
            size = 2 if at + 1 < len(numbers) and _is_range(prose, numbers[at], numbers[at + 1]) else 1
        is_score = size == 1 and _is_score(prose, numbers, at)
        yield _quantity(prose, numbers[at : at + size])._replace(is_score=is_score)
        at += size


def _share(numbers: Sequence[NumberMention], at: int) -> int:
    """Return how many numbers say one share, such as "two in three": the share itself and both its parts."""
    first = numbers[at]
    if not first.numeral.fraction:
        inner = numbers[at + 1] if at + 1 < len(numbers) else first
        if not (inner.numeral.fraction and inner.start == first.start and inner.end > first.end):
            return 0
        first = inner
    return len(list(takewhile(lambda one: one.end <= first.end, islice(numbers, at, None))))


def _is_range(prose: Prose, left: NumberMention, right: NumberMention) -> bool:
    if left.other_end is not None and right.other_end is not None and left.hedge_offset == right.hedge_offset:
        return True
    return (
        left.loose == right.start
        and not left.numeral.percent
        and left.numeral.values[0] < right.numeral.values[0]
        and _plain_gap(prose).fullmatch(prose.text, left.end, right.start) is not None
    )


def _plain_gap(prose: Prose) -> re.Pattern[str]:
    return _patterns(prose.language).gap


def _interval(prose: Prose, numbers: Sequence[NumberMention], at: int) -> int:
    """Return how many numbers say a value and the interval around it: "68% (95% CI 61 to 74)" is four."""
    if at + 2 >= len(numbers):
        return 0
    value, patterns = numbers[at], _patterns(prose.language)
    for level in (1, 2):  # without and with the level of confidence
        if at + level + 1 >= len(numbers):
            break
        low, high = numbers[at + level], numbers[at + level + 1]
        if low.start - value.end > _REACH or not low.numeral.values[0] < high.numeral.values[0]:
            continue
        joined = patterns.interval.fullmatch(prose.text, value.end, low.start)
        if joined is None or len(re.findall(r"\d+(?:[.,]\d+)?", joined.group())) > level - 1:
            continue
        if low.other_end is not None or patterns.ends.fullmatch(prose.text, low.end, high.start):
            return level + 2
    return 0


def _quantity(prose: Prose, numbers: Sequence[NumberMention]) -> Quantity:
    first, last, central = numbers[0], numbers[-1], None
    whole = next((one for one in numbers if one.numeral.fraction and one.start <= first.start), None)
    if whole is not None and len(numbers) > 1:
        first = last = whole
    elif numbers[2:]:  # a value, perhaps a level of confidence, and the two ends
        central, first = numbers[0], numbers[-2]
    leading = central if central is not None else first
    hedge = hedge_of(prose, leading)
    end = max(last.behind, last.end)
    start = min(leading.start, leading.hedge_offset)
    start = min(start - len(_money_before(prose.text, start)), money_before(prose, start))
    if hedge.words in prose.language.hedges_before and 0 <= hedge.start < start:
        start = hedge.start
    return Quantity(first, last, start, end, hedge, central)


def _money_before(text: str, start: int) -> str:
    """Return the currency directly before an offset, as written. Empty: there is none."""
    found = _MONEY.search(text, max(start - _NEAR, 0), start)
    return found.group() if found is not None else ""


_MONEY = re.compile(rf"(?<![^\W\d_]){CURRENCY}\s?$", re.IGNORECASE)
_VERSUS = re.compile(r"\s?[-\u2013:]\s?")


def _is_score(prose: Prose, numbers: Sequence[NumberMention], at: int) -> bool:
    """Whether a number and the one next to it are a score or the sides of a vote."""
    pairs = ((numbers[at - 1], numbers[at]) if at else None, tuple(numbers[at : at + 2]))
    return any(
        pair is not None
        and len(pair) > 1
        and all(one.numeral.digits and one.numeral.bare <= _WIDEST_SCORE and one.other_end is None for one in pair)
        and _VERSUS.fullmatch(prose.text, pair[0].end, pair[1].start) is not None
        for pair in pairs
    )


class _Patterns(NamedTuple):
    interval: re.Pattern[str]
    """What stands between a value and the interval around it: "% (95% CI "."""
    ends: re.Pattern[str]
    """What stands between the ends of an interval."""
    share_behind: re.Pattern[str]
    """What follows a word for a share: "of", "the"."""
    numbered: re.Pattern[str]
    """Things that have a number in words: "day five"."""
    gap: re.Pattern[str]
    """What joins two numbers to a range and is no unit: "to"."""
    idioms: re.Pattern[str]
    """Phrases with a number that counts nothing: "at one point"."""


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns:
    words, own = phrases(language.counting.interval_words), language.connectors
    of = (*own.of, *own.of_the, *own.genitive_articles, *language.counting.of_more)
    parts = (*of, *own.articles, *own.whole_articles)
    return _Patterns(
        re.compile(rf"[^,.;:()\[\]]{{0,16}}[,;]? ?[(\[,][^()\[\]]{{0,12}}(?:{words})[:=,]? ?[(\[]?-?", re.IGNORECASE),
        re.compile(r"[,;] ?-?|\s?[-\u2013]\s?-?"),
        re.compile(rf"\s(?:{phrases(parts)})", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{phrases(language.counting.numbered)})\s$", re.IGNORECASE),
        re.compile(rf"\s?[-\u2013]\s?|\s(?:{phrases(language.ranges)})\s", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{phrases(language.counting.idioms)})", re.IGNORECASE),
    )


def value_of(number: NumberMention, scale: Decimal) -> Decimal:
    """Return the value of a number in units of a scale: 2.5 for "2.5 million", if the scale is a million."""
    numeral = number.numeral
    if numeral.scale == scale:
        return numeral.bare
    whole = numeral.bare * numeral.scale
    return whole if scale == 1 else whole / scale
