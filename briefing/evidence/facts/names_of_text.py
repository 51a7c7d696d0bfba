"""The names of one text: where each is first written in full, and which are persons, organisations or acronyms.

Read once for a text, in time that grows as the text does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.evidence.facts.speaker_nouns import NounKind, noun_kind
from briefing.evidence.languages import Language
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText

_WORD = r"(?:[^\W\da-z_][^\W_]*(?:[-.'&][^\W_]+)*|[a-z]{1,3}-[^\W\da-z_][^\W_]+)"
_INITIAL = r"(?:[^\W\da-z_]\.\s)"
_INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_a-z][^\W_]+")
_BRACKET = re.compile(r"\s\((?:the\s)?(?P<short>[^\W\d_a-z][\w&.-]{1,9})\)")
_AGE = re.compile(r",\s\d{1,2},")
_MOST_NAMES = 50_000
"""Names of one text that are kept."""
_NEAR = 40
"""Characters beside a name that are read."""
_BEHIND = 4
"""Words after a name and a comma that are read."""
_HEADLINE = 5
"""A run of more capitals in the title is a headline in capitals, and no name."""
_LONGEST_PERSON = 4
"""Words of the longest name of a person."""


class FullName(NamedTuple):
    """Where a text first writes a name in full."""

    words: tuple[str, ...]
    paragraph: int
    span: Span
    """Offsets in the paragraph."""


class NamesOfText:
    """The names of one text."""

    def __init__(self, saved: SavedText) -> None:
        self._language = saved.language
        self._inside: set[str] = set()
        """Words that have a capital inside a sentence."""
        self._with_article: set[str] = set()
        self._full: dict[tuple[str, ...], FullName] = {}
        self._by_last: dict[str, list[FullName]] = {}
        self._by_first: dict[str, list[FullName]] = {}
        self._acronyms: dict[str, FullName] = {}
        self._bodies: dict[str, FullName] = {}
        """By a word such as "ministry", the first name of an organisation that has it."""
        self._persons: dict[tuple[str, ...], int] = {}
        """By name, how much says that it is a person's; below 0: that it is not."""
        language = saved.language
        self._no_names = frozenset((*language.function_words, *language.months, *language.weekdays))
        for number in range(len(saved.blocks)):
            self._read(saved.paragraph(number).text, number)

    def _read(self, text: str, paragraph: int) -> None:
        self._inside.update(_INSIDE.findall(text))
        if not self._language.capital_names:
            self._with_article.update(_articled(self._language).findall(text))
        for one in _run(self._language).finditer(text):
            if len(self._full) < _MOST_NAMES and not (paragraph == 0 and one[0].count(" ") >= _HEADLINE):
                self._note(text, one, paragraph)

    def _note(self, text: str, run: re.Match[str], paragraph: int) -> None:
        start, words = run.start(), run[0].split()
        while words and words[0].lower() in self._no_names:
            start += len(words[0]) + 1
            words = words[1:]
        if not words:
            return
        key = tuple(words)
        if key not in self._full:
            self._keep(FullName(key, paragraph, Span(start, run.end())))
        evidence = self._evidence(text, Span(start, run.end()), words)
        if evidence:
            self._persons[key] = self._persons.get(key, 0) + evidence
        short = _BRACKET.match(text, run.end())
        if short is not None:
            self._acronyms.setdefault(short["short"], self._full[key])

    def _keep(self, full: FullName) -> None:
        self._full[full.words] = full
        if len(full.words) > 1:
            self._by_last.setdefault(full.words[-1], []).append(full)
            self._by_first.setdefault(full.words[0], []).append(full)
        for each in full.words:
            if noun_kind(each.lower(), self._language) is NounKind.BODY:
                self._bodies.setdefault(each.lower(), full)

    def _evidence(self, text: str, name: Span, words: Sequence[str]) -> int:
        """Return what the words beside a name say of it: above 0 that it is a person's, below 0 that it is not."""
        found = self._before(text, name.start) + self._behind(text[name.end : name.end + _NEAR])
        if _AGE.match(text, name.end) is not None:
            found += 3
        if any(each.lower() in self._language.speaking.legal_forms for each in words[1:]):
            found -= 4
        return found

    def _before(self, text: str, start: int) -> int:
        last = next(iter(text[max(start - _NEAR, 0) : start].rsplit(maxsplit=1)[-1:]), "").lower()
        if not last or text[start - 1] != " ":
            return 0
        if last in self._language.connectors.articles:
            return -2
        if noun_kind(last, self._language) is NounKind.PERSON:
            return 3
        return -1 if last in self._language.connectors.member_of else 0

    def _behind(self, behind: str) -> int:
        if behind.startswith(" ") and behind[1:].split(" ", 1)[0] in self._language.speaking.relatives:
            return 2
        if not behind.startswith(", "):
            return 0
        first = [each.strip(",.;").lower() for each in behind[2:].split(maxsplit=_BEHIND)[:_BEHIND]]
        kinds = [noun_kind(each, self._language) for each in first]
        if NounKind.PERSON in kinds:
            return 2
        is_described = bool(first) and first[0] in self._language.connectors.articles
        return -2 if is_described and NounKind.BODY in kinds else 0

    def is_name(self, word: str) -> bool:
        """Whether a word has a capital inside a sentence of the text."""
        return word in self._inside

    def has_article(self, word: str) -> bool:
        """Whether the text has an article before a word, which makes it a common noun where nouns have capitals."""
        return word in self._with_article

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's."""
        words = tuple(name.split())
        if len(words) > 1:
            return self._is_person(words)
        return any(self._is_person(one.words) for one in self._by_last.get(name, ()))

    def _is_person(self, words: tuple[str, ...]) -> bool:
        weight = self._persons.get(words, 0)
        return weight > 0 if weight else self._may_be_person(words)

    def _may_be_person(self, words: tuple[str, ...]) -> bool:
        """Whether nothing in a name itself, nor the use of its first word alone, says that it is an organisation's."""
        language, small = self._language, [each.lower() for each in words]
        if len(words) > _LONGEST_PERSON or any(each in language.speaking.name_bodies for each in small):
            return False
        if any(noun_kind(each, language) not in {None, NounKind.PERSON} for each in small):
            return False
        if any(each in language.function_words for each in small):
            return False
        if any(each.isupper() and each.isalpha() and len(each) > 1 for each in words):
            return False
        return words[0] not in self._inside or words[-1] in self._inside

    def body_with(self, word: str) -> FullName | None:
        """Return the first full name of an organisation that has a word, in small letters. None: there is none."""
        return self._bodies.get(word)

    def full_name(self, name: str, until: int) -> FullName | None:
        """Return where the text first writes a name most fully; of several the last one begun in or before a paragraph.

        None: the text has no fuller name.
        """
        words = tuple(name.split())
        if name in self._acronyms:
            return self._acronyms[name]
        if len(words) != 1:
            return self._full.get(words)
        fuller = [one for one in self._by_last.get(name, ()) if self._is_person(one.words)]
        fuller = fuller or [one for one in self._by_first.get(name, ()) if not self._is_person(one.words)]
        if not fuller:
            return self._full.get(words)
        begun = [one for one in fuller if one.paragraph <= until]
        return begun[-1] if begun else fuller[0]


@lru_cache(maxsize=8)
def _run(language: Language) -> re.Pattern[str]:
    """Return the pattern of two or more words with capitals, with the small words that names have between them."""
    small = "|".join(map(re.escape, (*language.speaking.name_particles, *language.connectors.of)))
    inner = rf"(?:(?:{small or '(?!)'}|for|the|and|&)\s){{0,2}}"
    return re.compile(rf"(?<![\w&@#.'-]){_WORD}(?:\s{inner}{_INITIAL}?{_WORD})+")


@lru_cache(maxsize=8)
def _articled(language: Language) -> re.Pattern[str]:
    articles = "|".join(sorted(language.speaking.determiners, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<!\w)(?i:{articles})\s([^\W\d_a-z][^\W_]+)")
