"""The rule for names in words of the writer's own: a saved text has each of them, or the brief says who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Case, Outcome, Unchecked
from briefing.evidence.dossier import Dossier
from briefing.evidence.languages import Language
from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.allowance import Allowance, WorkSpentError
from briefing.format.model import TextState

_CAPITALISED = LazyPattern(r"(?<![\w&@#.])[^\W\d_a-z][^\W_]+")
_OPENS = LazyPattern(r"(?:[.!?:;]['\")\]]*\s+|['(\[])$")
_FIRST = 6
"""The first word of a sentence needs this many letters to be taken for a misspelt name."""
_BEFORE = 8
"""Characters before a word that show whether it is the first of a sentence."""
_MOST_WORK = 1_000_000_000
"""Characters that may be searched for the names of one brief: about half a second."""
_OF_SMALL, _OF_PATTERN, _OF_NAME = 6, 20, 500
"""Cost, in characters searched, of one character in small letters, of one for a pattern, and of one comparison."""
_PART = 1_000_000
"""Characters of a text that are put in small letters at a time."""
_MOST_NAMES = 100_000
"""Names that a misspelt one is compared with at most."""
_INSIDE = LazyPattern(r"[^\W\d_a-z](?<=[\w,'] .)[^\W\d_A-Z]{2,}")
"""A word with a capital inside a sentence. It begins with one character, so that the regex engine can skip to it."""
_SHORT = 2
"""Names of so few letters, or fewer, are not checked."""


def name_findings(case: Case) -> Iterator[Outcome]:
    """Yield the names in the writer's words that no saved text of the brief has."""
    language = case.language
    if not language.capital_names or not _is_comparable(case):
        return
    text = case.own.text
    held = case.dossier.once(_Held)
    for found in _CAPITALISED.finditer(text):
        word = found.group()
        opens = found.start() == 0 or _OPENS.search(text[max(found.start() - _BEFORE, 0) : found.start()]) is not None
        if len(word) <= _SHORT or (opens and len(word) < _FIRST) or not word[1:].islower():
            continue
        try:
            known, like = held.about(word, language)
        except WorkSpentError:
            yield Unchecked("names not looked for: too many for so long a text")
            return
        if known:
            continue
        if opens and like is None:
            continue
        said = f"the source writes '{like}'" if like is not None else "if it is right, add it as an entity or alias"
        sentence = f"no saved text of this brief has the name '{word}': {said}"
        yield case.problem(EvidenceCode.NAME_NOT_IN_SOURCE, case.field, sentence)


def _is_comparable(case: Case) -> bool:
    """Whether every text that the claim cites is held and in the language of the brief."""
    dossier = case.dossier
    texts = [dossier.text(cite.source) for cite in case.claim.cites]
    return case.all_quotes_read and all(
        text is not None and text.state is TextState.HELD and dossier.language_of(cite.source) is dossier.language
        for text, cite in zip(texts, case.claim.cites, strict=True)
    )


class _Held:
    """The texts that may have a name, and the names looked up so far: claims of one brief share many."""

    def __init__(self, dossier: Dossier) -> None:
        held = [dossier.folded(text.text).text for text in dossier.texts.values() if text.state is TextState.HELD]
        self._texts = (*dict.fromkeys(held), dossier.own_names)
        """The folded texts; the last one holds the names that the brief itself gives."""
        self._left = Allowance(_MOST_WORK)
        self._known: dict[str, tuple[bool, str | None]] = {}
        self._names: dict[int, list[str]] | None = None

    def about(self, word: str, language: Language) -> tuple[bool, str | None]:
        """Return whether a name is known; if not, also a name of the texts that differs in one letter, or None.

        Raises:
            WorkSpentError: the limit of work for names is reached.

        """
        if word not in self._known:
            known = self._is_known(word, language)
            self._known[word] = known, None if known else self._like(word)
        return self._known[word]

    def _is_known(self, word: str, language: Language) -> bool:
        if self._stands(word):
            return True
        small = word.lower()
        if small in {*language.months, *language.weekdays, *language.seasons, *language.titles}:
            return True
        if any(self._stands_small(small, text) for text in self._texts):
            return True
        pairs = [pair for pair in language.demonyms if word in pair]
        if any(self._stands(other) for pair in pairs for other in pair):
            return True
        if any(self._stands_apart(word, text) for text in self._texts):
            return True
        stems = [word.removesuffix(ending) for ending in language.name_endings if word.endswith(ending)]
        return any(len(stem) > _SHORT and self._begins(stem, text, language) for stem in stems for text in self._texts)

    def _stands(self, word: str) -> bool:
        """Whether a text has a whole word."""
        return any(self._stands_in(word, text) for text in self._texts)

    def _stands_in(self, word: str, text: str) -> bool:
        found = next((at for at in _occurrences(word, text) if not _is_cut(text, at, at + len(word))), None)
        self._left.spend(len(text) if found is None else found)
        return found is not None

    def _stands_small(self, small: str, text: str) -> bool:
        """Whether a text has a whole word, ignoring case. A long text is put in small letters part by part."""
        for start in range(0, len(text), _PART):
            self._left.spend(_OF_SMALL * min(_PART, len(text) - start))
            part = text[max(start - 1, 0) : start + _PART + len(small) + 1].lower()
            if small in part and re.search(rf"(?<!\w){re.escape(small)}(?!\w)", part):
                return True
        return False

    def _stands_apart(self, word: str, text: str) -> bool:
        """Whether a text has a word written as two: "South East" for "Southeast"."""
        pairs = [(word[:at], word[at:].capitalize()) for at in range(_SHORT + 1, len(word) - _SHORT)]
        self._left.spend(2 * len(pairs) * len(text))
        return any(f"{first} {second}" in text or f"{first}-{second}" in text for first, second in pairs)

    def _begins(self, stem: str, text: str, language: Language) -> bool:
        """Whether a text has a word made of a stem and an ending of names: "Turkey" for the "Turk" of "Turkish"."""
        self._left.spend(len(text))
        if stem not in text:
            return False
        self._left.spend(_OF_PATTERN * len(text))
        endings = "|".join(language.name_endings)
        return re.search(rf"{re.escape(stem)}(?<!\w{re.escape(stem)})(?:{endings})?(?!\w)", text) is not None

    def _like(self, word: str) -> str | None:
        """Return a name of a text that differs from a word in one letter. None: there is none."""
        if self._names is None:
            self._left.spend(_OF_PATTERN * sum(map(len, self._texts)))
            self._names = _names_in(self._texts)
        near = [name for length in (-1, 0, 1) for name in self._names.get(len(word) + length, ())]
        self._left.spend(_OF_NAME * len(near))
        return next((name for name in near if _differs_by_one(word, name)), None)


def _occurrences(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _is_cut(text: str, start: int, end: int) -> bool:
    return text[end : end + 1].isalpha() or text[max(start - 1, 0) : start].isalpha()


def _names_in(texts: Sequence[str]) -> dict[int, list[str]]:
    """Return the words of the texts that have a capital inside a sentence, by their length."""
    found: dict[str, None] = {}
    for text in texts:
        for name in dict.fromkeys(_INSIDE.findall(text)):
            found[name] = None
            if len(found) == _MOST_NAMES:
                break
    names: dict[int, list[str]] = {}
    for name in found:
        names.setdefault(len(name), []).append(name)
    return names


def _differs_by_one(word: str, name: str) -> bool:
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    start = next((index for index, pair in enumerate(zip(word, name, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    rests = (word[start + 1 :], name[start + 1 :]), (word[start:], name[start + 1 :]), (word[start + 1 :], name[start:])
    return any(one == other for one, other in rests)
