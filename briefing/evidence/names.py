"""The rule for names in the writer's own words: each stands in a saved text, or the brief says who that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.evidence.codes import Code
from briefing.evidence.contexts import Case
from briefing.evidence.dossier import Dossier
from briefing.evidence.languages import Language
from briefing.model import Figure, TextState
from briefing.problems import Problem

_CAPITALISED = re.compile(r"(?<![\w&@#.])[^\W\d_a-z][^\W_]+")
_OPENS = re.compile(r"(?:[.!?:;]['\")\]]*\s+|['(\[])$")
_FIRST = 6
"""Letters of a sentence's first word from which on it is held to be a misspelt name when a text has one like it."""
_BEFORE = 8
"""Characters before a word that tell whether it opens a sentence."""
_SHORT = 2
"""Words of so few letters are no names that a rule can tell."""


def name_findings(case: Case) -> Iterator[Problem]:
    """Yield the names in the words of a claim that no text of the brief has."""
    language = case.language
    if not language.capital_names or not _is_comparable(case):
        return
    text = case.own.text
    held = case.dossier.once(_words_held)
    for found in _CAPITALISED.finditer(text):
        word = found.group()
        opens = found.start() == 0 or _OPENS.search(text[max(found.start() - _BEFORE, 0) : found.start()]) is not None
        if len(word) <= _SHORT or (opens and len(word) < _FIRST) or not word[1:].islower():
            continue
        known = case.dossier.once(_known_words)
        if word not in known:
            known[word] = _is_known(word, held, language)
        if known[word]:
            continue
        like = _like(word, held)
        if opens and like is None:
            continue
        said = f"the source writes '{like}'" if like is not None else "an entity or its alias may say who that is"
        field = "label" if isinstance(case.claim, Figure) else "text"
        sentence = f"no saved text of this brief has the name '{word}': {said}"
        yield case.problem(Code.NAME_NOT_IN_SOURCE, field, sentence)


def _is_comparable(case: Case) -> bool:
    """Whether every text that the claim cites is held, in the language of the brief."""
    works = case.dossier
    texts = [works.text(cite.source) for cite in case.claim.cites]
    return case.all_read and all(
        text is not None and text.state is TextState.HELD and works.language_of(cite.source) is works.language
        for text, cite in zip(texts, case.claim.cites, strict=True)
    )


def _words_held(works: Dossier) -> tuple[str, ...]:
    """Return the folded texts in which a name may stand; the brief's own entities and sources come last."""
    texts = [works.folded(text.text).text for text in works.texts.values() if text.state is TextState.HELD]
    return (*texts, works.own_names)


def _known_words(_: Dossier) -> dict[str, bool]:
    """Return what is known of words, filled as they are looked for: claims of one brief share many names."""
    return {}


def _is_known(word: str, held: Sequence[str], language: Language) -> bool:
    if any(_stands(word, text) for text in held):
        return True
    small = word.lower()
    if small in language.months or small in language.weekdays or small in language.seasons or small in language.titles:
        return True
    if any(re.search(rf"(?<!\w){small}(?!\w)", _small(text)) for text in held):
        return True
    pairs = [pair for pair in language.demonyms if word in pair]
    if any(_stands(other, text) for pair in pairs for other in pair for text in held):
        return True
    if any(_stands_apart(word, text) for text in held):
        return True
    stems = [word.removesuffix(ending) for ending in language.name_endings if word.endswith(ending)]
    return any(len(stem) > _SHORT and _begins(stem, text, language) for stem in stems for text in held)


def _stands_apart(word: str, text: str) -> bool:
    """Whether a text has a word in two: "South East" for "Southeast"."""
    pairs = ((word[:at], word[at:].capitalize()) for at in range(_SHORT + 1, len(word) - _SHORT))
    return any(f"{first} {second}" in text or f"{first}-{second}" in text for first, second in pairs)


def _stands(word: str, text: str) -> bool:
    """Whether a text has a word, whole."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[end : end + 1].isalpha() and not text[max(start - 1, 0) : start].isalpha():
            return True
        start = text.find(word, end)
    return False


def _begins(stem: str, text: str, language: Language) -> bool:
    """Whether a text has a word that is a stem with an ending of names: "Turk" of "Turkish" in "Turkey"."""
    endings = "|".join(language.name_endings)
    return stem in text and re.search(rf"(?<!\w){re.escape(stem)}(?:{endings})?(?!\w)", text) is not None


def _like(word: str, held: Sequence[str]) -> str | None:
    """Return a name of a text from which a word differs in one letter."""
    return next((name for text in held for name in _names_of(text) if _differs_by_one(word, name)), None)


def _differs_by_one(word: str, name: str) -> bool:
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    start = next((index for index, pair in enumerate(zip(word, name, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    rests = (word[start + 1 :], name[start + 1 :]), (word[start:], name[start + 1 :]), (word[start + 1 :], name[start:])
    return any(one == other for one, other in rests)


@lru_cache(maxsize=8)
def _names_of(text: str) -> frozenset[str]:
    """Return the words of a text that stand with a capital inside a sentence."""
    found = re.findall(r"(?<=[\w,'] )[^\W\d_a-z][^\W\d_A-Z]{2,}", text)
    return frozenset(found)


@lru_cache(maxsize=8)
def _small(text: str) -> str:
    return text.lower()
