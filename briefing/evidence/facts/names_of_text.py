"""The names of one text: where each is first written in full, and which are persons, organisations or acronyms.

Read once for a text, in time that grows as the text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.facts.speaker_nouns import NounKind, noun_kind
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.folding import fold
from briefing.evidence.result import Span
from briefing.evidence.saved_text import SavedText

_UPPER = "".join(filter(str.isupper, map(chr, range(0x530))))
"""The capitals of the Latin, Greek and Cyrillic scripts."""
_WORD = rf"(?:[{_UPPER}][^\W_]*(?:(?:[-.&]|'(?!s(?!\w)))[^\W_]+)*|[a-z]{{1,3}}-[{_UPPER}][^\W_]+)"
_INITIAL = rf"(?:[{_UPPER}]\.\s)"
_INSIDE = LazyPattern(rf"(?<=[\w,;] )[{_UPPER}][^\W_]+")
_BRACKET = LazyPattern(r"\s[(\[](?:the\s)?'?(?P<short>[^\W\d_a-z][\w&.-]{1,9})'?[)\]]")
_CLAUSE = LazyPattern(r"[.,;:!?]\s")
_AGE = LazyPattern(r",\s\d{1,2},")
_MOST_NAMES = 50_000
"""Names of one text that are kept."""
_MOST_ALIKE = 30
"""Names of one text with the same first or last word that are kept."""
_NEAR = 40
"""Characters beside a name that are read."""
_BEHIND = 4
"""Words after a name and a comma that are read."""
_HEADLINE = 5
"""A run of more capitals in the title is a headline in capitals, and no name."""
_LONGEST = 12
"""Words with capitals in the longest name, besides the first."""
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

    @classmethod
    def none(cls, language: Language) -> NamesOfText:
        """Return the names of an empty text, for reading a sentence by itself."""
        return cls(SavedText(fold(""), language))

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
        self._by_role: dict[str, set[tuple[str, ...]]] = {}
        """By a word such as "mayor", the names beside it."""
        self._companies: dict[tuple[str, ...], None] = {}
        """The names with a legal form, or whose shares or sales are spoken of."""
        self._joined: set[tuple[str, str]] = set()
        """Words before and after an "and" inside the name of an organisation: "Control", "Prevention"."""
        self._persons: dict[tuple[str, ...], int] = {}
        """By name, how much says that it is a person's; below 0: that it is not."""
        language = saved.language
        calendar = (*language.months, *language.weekdays, *language.number_words)
        self._no_names = frozenset((*language.function_words, *calendar))
        for number in range(len(saved.blocks)):
            self._read(saved.paragraph(number).text, number)

    def _read(self, text: str, paragraph: int) -> None:
        self._inside.update(_INSIDE.findall(text))
        if self._language.speaking.capital_nouns:
            self._with_article.update(_articled(self._language).findall(text))
        for one in _run(self._language).finditer(text):
            if len(self._full) < _MOST_NAMES and not (paragraph == 0 and one[0].count(" ") >= _HEADLINE):
                self._note(text, one, paragraph)

    def _note(self, text: str, run: re.Match[str], paragraph: int) -> None:
        start, words = run.start(), run[0].split()
        for _ in range(self._prefix(words)):
            start += len(words[0]) + 1
            words = words[1:]
        if not words:
            return
        key = tuple(words)
        if key not in self._full:
            self._keep(FullName(key, paragraph, Span(start, run.end())))
            self._keep_tail(words, paragraph, run.end())
        evidence = self._evidence(text, Span(start, run.end()), words)
        if evidence:
            self._persons[key] = self._persons.get(key, 0) + evidence
        short = _BRACKET.match(text, run.end()) or _or_acronym(self._language).match(text, run.end())
        if short is not None:
            self._acronyms.setdefault(short["short"], self._full[key])

    def _keep_tail(self, words: Sequence[str], paragraph: int, end: int) -> None:
        """Keep the name after the last "of" of a longer one: that of "the Green Front of Ada Holt"."""
        links = {*self._language.connectors.of, *self._language.connectors.of_the}
        last = max((at for at, each in enumerate(words) if each in links), default=-1)
        tail = tuple(words[last + 1 :])
        if last > 0 and len(tail) > 1 and tail not in self._full:
            self._keep(FullName(tail, paragraph, Span(end - len(" ".join(tail)), end)))

    def _prefix(self, words: Sequence[str]) -> int:
        """Return how many words before a name are no part of it: ordinary words and titles."""
        small = [each.lower() for each in words]
        first = next((at for at, each in enumerate(small) if each not in self._no_names), len(small))
        kinds = [noun_kind(each, self._language) for each in small]
        if NounKind.PERSON not in kinds:
            return first
        title = max(at for at, kind in enumerate(kinds) if kind is NounKind.PERSON)
        is_title = first <= title < len(words) - 1 and small[title + 1] not in self._language.function_words
        is_body = any(kind not in {None, NounKind.PERSON} for kind in kinds[title + 1 :])
        return title + 1 if is_title and not is_body else first

    def _keep(self, full: FullName) -> None:
        self._full[full.words] = full
        if len(full.words) > 1:
            for word, names in ((full.words[-1], self._by_last), (full.words[0], self._by_first)):
                same = names.setdefault(word, [])
                if len(same) < _MOST_ALIKE:
                    same.append(full)
        self._keep_joined(full)
        for each in full.words if len(full.words) > 1 else ():
            if noun_kind(each.lower(), self._language) is NounKind.BODY:
                self._bodies.setdefault(each.lower(), full)

    def _keep_joined(self, full: FullName) -> None:
        """Keep the words around each "and" in the name of an organisation."""
        if any(noun_kind(one.lower(), self._language) for one in full.words):
            for before, joiner, behind in zip(full.words, full.words[1:], full.words[2:], strict=False):
                if joiner in self._language.joiners:
                    self._joined.add((before, behind))

    def _evidence(self, text: str, name: Span, words: Sequence[str]) -> int:
        """Return what the words beside a name say of it: above 0 that it is a person's, below 0 that it is not."""
        key = tuple(words)
        found = self._before(text, name.start, key) + self._behind(text[name.end : name.end + _NEAR], key)
        if _AGE.match(text, name.end) is not None:
            found += 3
        if any(each.lower() in self._language.speaking.legal_forms for each in words[1:]):
            self._companies[key] = None
            found -= 4
        return found

    def _before(self, text: str, start: int, name: tuple[str, ...]) -> int:
        last = next(iter(text[max(start - _NEAR, 0) : start].rsplit(maxsplit=1)[-1:]), "").lower()
        if not last or text[start - 1] != " ":
            return 0
        if last.endswith(","):
            self._note_role(text[max(start - _NEAR, 0) : start - 2], name)
            return 0
        if last in self._language.connectors.articles:
            return -2
        if noun_kind(last, self._language) is NounKind.PERSON:
            self._by_role.setdefault(last, set()).add(name)
            return 3
        return -1 if last in self._language.connectors.member_of else 0

    def _note_role(self, before: str, name: tuple[str, ...]) -> None:
        """Note the role before a name in apposition: "The mayor of Pinar, Carmen Duarte"."""
        phrase = _CLAUSE.split(before)[-1]
        for word in phrase.lower().split():
            if noun_kind(word, self._language) is NounKind.PERSON:
                self._by_role.setdefault(word, set()).add(name)
                return

    def _behind(self, behind: str, name: tuple[str, ...]) -> int:
        known = self._language.speaking
        if behind.startswith(" "):
            word = behind[1:].split(" ", 1)[0].strip(".,;:")
            if word in known.company_things or word.lower() in known.legal_forms:
                self._companies[name] = None
                return -2
            return 2 if word in known.relatives else 0
        if not behind.startswith(", "):
            return 0
        first = [each.strip(",.;").lower() for each in behind[2:].split(maxsplit=_BEHIND)[:_BEHIND]]
        kinds = [noun_kind(each, self._language) for each in first]
        if NounKind.PERSON in kinds:
            self._by_role.setdefault(first[kinds.index(NounKind.PERSON)], set()).add(name)
            return 2
        if not first or first[0] not in self._language.connectors.articles or NounKind.BODY not in kinds:
            return 0
        self._companies[name] = None
        return -2

    def names_in(self, sentence: str) -> Iterator[Span]:
        """Yield the names of a sentence, titles included: "Prime Minister Lena Varga"."""
        for one in _names(self._language).finditer(sentence):
            start, words = one.start(), one[0].split()
            while words and words[0].lower() in self._no_names:
                start += len(words[0]) + 1
                words = words[1:]
            if words and self._is_shown(words, opens=start == 0):
                yield Span(start, one.end())

    def _is_shown(self, words: Sequence[str], *, opens: bool) -> bool:
        """Whether some words with capitals are a name, and not only the beginning of a sentence or nouns."""
        if all(each.lower() in self._language.speaking.civil for each in words):
            return False
        if self._language.speaking.capital_nouns:
            return self._is_known(tuple(words))
        return not opens or len(words) > 1 or words[0] in self._inside or words[0].isupper()

    def _is_known(self, words: tuple[str, ...]) -> bool:
        """Whether words of a language whose nouns have capitals are the name of a person, or short for a name."""
        if len(words) == 1:
            is_short = words[0].isupper() and len(words[0]) > 1
            return is_short or any(self._persons.get(one.words, 0) > 0 for one in self._by_last.get(words[0], ()))
        return self._persons.get(words[self._prefix(words) :], 0) > 0

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
        if len(words) > _LONGEST_PERSON or small[0] in language.speaking.place_beginnings:
            return False
        if any(each in language.speaking.name_bodies for each in small) or small[-1] in language.speaking.media_names:
            return False
        if any(noun_kind(each, language) not in {None, NounKind.PERSON} for each in small):
            return False
        if any(each in language.function_words for each in small):
            return False
        if any(each.isupper() and each.isalpha() and len(each) > 1 for each in words):
            return False
        return words[0] not in self._inside or words[-1] in self._inside

    def is_joined(self, before: str, behind: str) -> bool:
        """Whether a name of an organisation has an "and" between two words."""
        return (before, behind) in self._joined

    def tell(self, name: str, *, is_person: bool) -> bool:
        """Note that a pronoun shows whether a name is a person's; return whether nothing says the opposite."""
        words = tuple(name.split())
        small = [each.lower() for each in words]
        if self._persons.get(words, 0) or any(noun_kind(each, self._language) for each in small):
            return False
        if is_person and (len(words) > 1 or words[0].isupper()):
            return False
        self._persons[words] = 1 if is_person else -1
        return True

    def body_with(self, word: str) -> FullName | None:
        """Return the first full name of an organisation that has a word, in small letters. None: there is none."""
        return self._bodies.get(word)

    def person_with(self, role: str) -> FullName | None:
        """Return the only person whose name has a word such as "mayor" beside it. None: none has, or several."""
        names = self._by_role.get(role, set())
        return self._full.get(next(iter(names))) if len(names) == 1 else None

    def only_company(self) -> FullName | None:
        """Return the only company of the text. None: there is none, or several."""
        return self._full.get(next(iter(self._companies))) if len(self._companies) == 1 else None

    def full_name(self, name: str, until: int) -> FullName | None:
        """Return where the text first writes a name most fully; of several the last one begun in or before a paragraph.

        None: the text has no fuller name.
        """
        words = tuple(name.split())
        if len(words) > 1 and words[-1].lower() in self._language.speaking.legal_forms and words not in self._full:
            words = words[:-1]
        if name in self._acronyms:
            return self._acronyms[name]
        if len(words) != 1:
            return self._full.get(words)
        fuller = [one for one in self._by_last.get(words[0], ()) if self._is_person(one.words)]
        fuller = fuller or [one for one in self._by_first.get(words[0], ()) if not self._is_person(one.words)]
        if not fuller:
            return self._full.get(words)
        begun = [one for one in fuller if one.paragraph <= until]
        return begun[-1] if begun else fuller[0]


@lru_cache(maxsize=8)
def _run(language: Language) -> re.Pattern[str]:
    """Return the pattern of two or more words with capitals, with the small words that names have between them."""
    return re.compile(rf"{_capitals(language)}{{1,{_LONGEST}}}")


@lru_cache(maxsize=8)
def _names(language: Language) -> re.Pattern[str]:
    """Return the same pattern, for one word or more."""
    return re.compile(rf"{_capitals(language)}{{0,{_LONGEST}}}")


def _capitals(language: Language) -> str:
    """Return a pattern of a word with a capital, and of what goes on from it, open for a quantifier."""
    known, small = language.speaking, language.connectors
    of = (*small.of, *small.of_the, *known.long_particles, *known.name_particles)
    links = "|".join(map(re.escape, (*of, *known.name_links, *language.joiners, "&")))
    articles = "|".join(map(re.escape, (*known.name_particles, *small.articles)))
    inner = rf"(?:(?:{links})\s(?:(?:{articles or '(?!)'})\s)?)?"
    return rf"(?<![\w&@#.'-]){_WORD}(?:\s{inner}{_INITIAL}?{_WORD})"


@lru_cache(maxsize=8)
def _or_acronym(language: Language) -> re.Pattern[str]:
    """Return the pattern of an acronym that is given as another name: "the US Geological Survey or USGS"."""
    words = "|".join(map(re.escape, language.date_or)) or "(?!)"
    return re.compile(rf"\s(?:{words})\s(?P<short>[^\W\d_a-z]{{3,9}})(?!\w)")


@lru_cache(maxsize=8)
def _articled(language: Language) -> re.Pattern[str]:
    articles = "|".join(sorted(language.speaking.determiners, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<!\w)(?i:{articles})\s([^\W\d_a-z][^\W_]+)")
