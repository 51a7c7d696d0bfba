"""What an article leaves open: what it says it does not know, dates without a year, estimates of nobody."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from briefing.draft.draft_text import DraftText, without_article
from briefing.evidence.facts.values import DateFact, NumberFact, SpeakerFact
from briefing.evidence.languages import Language
from briefing.evidence.patterns import phrases
from briefing.evidence.result import Span
from briefing.evidence.words.word_pattern import WordPattern
from briefing.format.model import SourceKind, Standing

MOST = 7
"""Lines of a brief about what is left open, at most."""
_MOST_NAMED = 5
"""Dates without a year that are named, at most."""
_LONGEST = 240
"""Characters of a line, at most: a longer sentence is left out."""


def said_unknown(held: DraftText) -> list[str]:
    """Return what the article itself says is not known, one line each."""
    return list(islice(_said(held), MOST))


def open_lines(
    held: DraftText, said: Sequence[str], numbers: Iterable[NumberFact], dates: Sequence[DateFact], *, is_dated: bool
) -> list[str]:
    """Return what the article leaves open, one line each.

    `said`: what `said_unknown` returns. `numbers` and `dates` are those of the brief. `is_dated`: it is known when the
    article was published.
    """
    known = held.saved.language.left_open
    lines = list(said)
    lines += _of_dates(known.year, known.quoted, [one for one in dates if _lacks_year(one)], held)
    if not is_dated:
        lines += _of_dates(known.undated, known.quoted, [one for one in dates if one.when is None], held)
    if known.estimate:
        guessed = [known.quoted.format(_words(one.place.span, held)) for one in numbers if _is_of_nobody(one, held)]
        lines += [known.estimate.format(one) for one in guessed]
    return list(dict.fromkeys(lines))[:MOST]


class OpenLines:
    """Every line that a draft of a text may have about what it leaves open."""

    def __init__(self, held: DraftText, *, is_dated: bool) -> None:
        known, facts = held.saved.language.left_open, held.facts
        undated = [] if is_dated else [one for one in facts.dates if one.when is None]
        self._quoted = known.quoted
        self._forms = (
            (known.year, _small(_date_words(one, held) for one in facts.dates if _lacks_year(one))),
            (known.undated, _small(_date_words(one, held) for one in undated)),
            (known.estimate, _small(_words(one.place.span, held) for one in facts.numbers if _is_of_nobody(one, held))),
        )
        self._said = frozenset(_said(held))

    def has(self, line: str) -> bool:
        """Whether a line is one of them, about any of the dates and numbers of the text."""
        return line in self._said or any(form and self._is_about(line, form, words) for form, words in self._forms)

    def _is_about(self, line: str, form: str, words: Container[str]) -> bool:
        """Whether a line has a form, and quotes nothing but some words."""
        before, _, behind = form.partition("{}")
        begin, _, end = self._quoted.partition("{}")
        if not (line.startswith(before) and line.endswith(behind)):
            return False
        inner = line[len(before) : len(line) - len(behind)]
        said = re.findall(f"{re.escape(begin)}(.+?){re.escape(end)}", inner)
        return inner == ", ".join(map(self._quoted.format, said)) and all(one.lower() in words for one in said)


def _small(words: Iterable[str]) -> frozenset[str]:
    return frozenset(one.lower() for one in words)


def _of_dates(line: str, quoted: str, dates: Sequence[DateFact], held: DraftText) -> list[str]:
    """Return a line about some dates, by their words. Empty: there are none, or the language has no such line."""
    named: dict[str, str] = {}
    for one in dates:
        words = _date_words(one, held)
        named.setdefault(words.lower(), quoted.format(words))
    return [line.format(", ".join(list(named.values())[:_MOST_NAMED]))] if line and named else []


def _date_words(fact: DateFact, held: DraftText) -> str:
    """Return the words of a date; a bracket that opens in them closes."""
    words = _words(fact.place.span, held)
    return f"{words})" if words.count("(") > words.count(")") else words


def _lacks_year(fact: DateFact) -> bool:
    return fact.when is not None and not fact.when.has_year and "XXXX" in fact.when.text


def _is_of_nobody(fact: NumberFact, held: DraftText) -> bool:
    who = held.speaker_for(fact)
    standing = fact.standing if who is None else who.standing
    if standing is not Standing.ESTIMATED:
        return False
    near = [who] if who is not None else held.speakers_near(fact.place.sentence)
    return not any(_is_told_apart(one) for one in near)


def _is_told_apart(speaker: SpeakerFact) -> bool:
    """Whether a text says whose an estimate is: by a name, or by more than a noun ("education advocacy groups")."""
    return speaker.kind is not SourceKind.UNNAMED or len(without_article(speaker.role or "").split()) > 1


def _said(held: DraftText) -> Iterator[str]:
    """Yield what the article itself says is not known."""
    before, stated = _patterns(held.saved.language)
    for place in held.facts.sentences:
        prose = held.saved.sentence(place.span, place.paragraph)[0]
        may_ask, may_state = before.may_stand_in(prose), stated.may_stand_in(prose)
        if not may_ask and not may_state:
            continue
        words = _words(place.span, held)
        asked = before.pattern.search(words) if may_ask else None
        if asked is not None:
            line = asked["question"].rstrip(" .!?;,")
        elif may_state and stated.pattern.search(words) is not None:
            line = words.rstrip(" .")
        else:
            continue
        if len(line) <= _LONGEST:
            yield f"{line[:1].upper()}{line[1:]}."


@lru_cache(maxsize=8)
def _patterns(language: Language) -> tuple[WordPattern, WordPattern]:
    known = language.left_open
    question = rf"(?P<question>(?:{phrases(known.questions)})\s[^;:.!?]+)"
    before = rf"(?<!\w)(?:{phrases(known.before_questions)}),?\s(?:\w+\s){{0,3}}?{question}"
    stated = rf"(?<!\w)(?:{phrases(known.statements)})"
    return WordPattern(before, known.before_questions), WordPattern(stated, known.statements)


def _words(span: Span, held: DraftText) -> str:
    return " ".join(held.text[span.start : span.end].split())
