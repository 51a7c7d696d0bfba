"""The year in which a text sets what it tells of: "In spring 1986 ... On March 6 the crew ..."."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from briefing.evidence.dates.date_mention import DateMention
from briefing.evidence.dates.date_statements import DateRelation, DateStatement, date_statements
from briefing.evidence.facts.date_roles import dates_an_event
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern, phrases
from briefing.evidence.quotes.sentences import sentences_of
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText
from briefing.evidence.words.prose import Prose

_REACH = 40
"""Characters before and after a year among which a word for a birth makes it a year of birth."""
_OPENING = 24
"""A date so many characters from the beginning of a paragraph may carry on the story of the paragraph before."""
_LONGEST_SENTENCE = 2000
"""Characters of a sentence that are read together."""
_SETTING = frozenset({DateRelation.ON, DateRelation.FROM, DateRelation.START, DateRelation.BY, DateRelation.AFTER})
"""Relations to a year that tell when something happened. "Since 1998" tells of the present."""
_FOUR_DIGITS = LazyPattern(r"[12]\d{3}")


class StoryYears:
    """The years that are told of before the words of a sentence."""

    def __init__(self, saved: SavedText, paragraph: int, start: int) -> None:
        """Make it for a sentence of a paragraph; `start` is its offset in the folded text."""
        self._saved = saved
        self._number = paragraph
        self._start = start - saved.within(paragraph).start

    def of_another(self, reading: DateMention) -> int | None:
        """Return the year told of before a date that was reckoned, if it is past and not that of the reading."""
        days = reading.days
        year = days[0].year if days is not None else reading.year
        told = self.before(reading.start) if year is not None else None
        return told if told is not None and year is not None and told < year else None

    def before(self, start: int) -> int | None:
        """Return the year told of before some words of the sentence, if it is the nearest time that is told of.

        None: no year is, or the words before tell of the present.
        """
        place = self._start + start
        story = self._saved.paragraph(self._number).once(_Story)
        if story.is_of_present(place):
            return None
        times = story.times_before(place)
        if times or self._number <= 1 or story.names_weekday(place) or not story.carries_on(place):
            return times[-1] if times else None
        earlier = self._saved.paragraph(self._number - 1).once(_Story).times_before(None)
        return earlier[-1] if earlier else None


class _Story:
    """The times that a paragraph tells of, in order: years, and the present."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._words = _words(prose.language)
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._times: list[int | None] = []
        self._sentences: list[Span] = []
        self._saying: list[bool] = []
        for sentence in _pieces(prose):
            text = prose.text[sentence.start : sentence.end]
            self._sentences.append(sentence)
            self._saying.append(self._words.saying.search(text) is not None)
            for start, time in sorted(self._of_sentence(text), key=lambda one: one[0]):
                self._starts.append(sentence.start + start)
                self._times.append(time)

    def _of_sentence(self, text: str) -> Iterator[tuple[int, int | None]]:
        for found in self._words.present.finditer(text):
            yield found.start(), None
        if self._saying[-1]:
            for found in self._words.weekday.finditer(text):
                yield found.start(), None
        if _FOUR_DIGITS.search(text) is not None:
            prose = Prose(text, self._prose.language)
            for statement in date_statements(prose):
                yield from self._years(prose, statement)

    def _years(self, prose: Prose, statement: DateStatement) -> Iterator[tuple[int, int]]:
        if statement.denied or statement.relation not in _SETTING:
            return
        for one, *_ in statement.places:
            if one.year is None or one.decade or not one.sure:
                continue
            beside = prose.text[max(one.start - _REACH, 0) : one.end + _REACH]
            if dates_an_event(prose, one.start, one.end, statement.relation) and not self._words.births.search(beside):
                yield one.start, one.year

    def times_before(self, offset: int | None) -> list[int | None]:
        """Return the nearest time before an offset, None for the present; an empty list if there is none.

        `offset` None: the end of the paragraph.
        """
        count = len(self._starts) if offset is None else bisect_left(self._starts, offset)
        return self._times[count - 1 : count] if count else []

    def is_of_present(self, place: int) -> bool:
        """Whether the sentence of some words tells of the present or of what is to come, or says it on a weekday."""
        number = max(bisect_right(self._sentences, Span(place, len(self._prose.text) + 1)) - 1, 0)
        if not self._sentences:
            return False
        sentence = self._sentences[number]
        if self._words.now.search(self._prose.text, sentence.start, sentence.end):
            return True
        return self._saying[number] and self.names_weekday(place)

    def names_weekday(self, place: int) -> bool:
        """Whether some words are a weekday."""
        return self._words.weekday.match(self._prose.text, place) is not None

    def carries_on(self, place: int) -> bool:
        """Whether some words begin a paragraph, or its first word points to what was told before."""
        return place <= _OPENING or self._words.leaning.match(self._prose.text) is not None


class _Words:
    """The words of one language for the present and for births."""

    def __init__(self, language: Language) -> None:
        small = re.IGNORECASE
        days = phrases([*language.day_words, *language.present_year])
        self.present = re.compile(rf"(?<!\w)(?:{days})", small)
        self.now = re.compile(
            rf"(?<!\w)(?:{phrases([*language.day_words, *language.present_year, *language.future])})", small
        )
        self.weekday = re.compile(rf"(?<!\w)(?:{phrases([*language.weekdays, *language.weekend])})", small)
        self.saying = re.compile(rf"(?<!\w)(?:{phrases([*language.saying, *language.discourse.says])})", small)
        self.births = re.compile(rf"(?<!\w)(?:{phrases(language.births)})", small)
        leaning = [*language.discourse.leaning, *language.discourse.pronouns]
        self.leaning = re.compile(rf"(?:{phrases(leaning)})", small)


@lru_cache(maxsize=64)
def _words(language: Language) -> _Words:
    return _Words(language)


def _pieces(prose: Prose) -> Iterator[Span]:
    """Yield the sentences of a paragraph, a very long one in pieces."""
    for sentence in sentences_of(prose.text, Span(0, len(prose.text)), prose.language):
        for start in range(sentence.start, sentence.end, _LONGEST_SENTENCE):
            yield Span(start, min(start + _LONGEST_SENTENCE, sentence.end))
