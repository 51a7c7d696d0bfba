"""What a noun stands for among speakers: a person with a role, a group, an organisation, a document, data, images."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache

from briefing.base.named_tuple import NamedTuple
from briefing.evidence.languages import Language
from briefing.evidence.patterns import alternatives
from briefing.format.model import SourceKind


class NounKind(Enum):
    """What a noun stands for, with the kind of source that it makes."""

    PERSON = SourceKind.PERSON
    GROUP = SourceKind.UNNAMED
    BODY = SourceKind.ORGANISATION
    DOCUMENT = SourceKind.DOCUMENT
    DATA = SourceKind.DATA
    IMAGERY = SourceKind.IMAGERY
    MEDIA = SourceKind.MEDIA


_LOOSE_KINDS = frozenset({NounKind.PERSON, NounKind.GROUP, NounKind.BODY})
_LOOSE = 5
"""Beginnings of these kinds with so many letters may have any ending; the others only that of a plural."""
_LONGEST_ENDING = 5
"""Letters that may follow the later part of a compound: "in", "innen"."""
_HEAD = 2
"""Letters by which the words are looked up; no word has fewer."""
_LONG = 8
"""Letters of a word by whose ending a person is told: "economist", unlike "consist"."""
_SHORTEST_PART = 3
_PLURALS = ("", "s", "es", "e", "en", "n")


@lru_cache(maxsize=20_000)
def noun_kind(small: str, language: Language) -> NounKind | None:
    """Return what a word in small letters stands for. None: nothing that speaks or shows."""
    entries = _entries(language)
    best, kind, chosen = (0, 0), None, ""
    parts = (small, *small.split("-")[-1:]) if "-" in small else (small,)
    for part in (*parts, *_singulars(small, language)):
        if entries.later.search(part) is None and part[:_HEAD] not in entries.by_head:
            continue
        for entry, each in entries.every if entries.in_compounds else entries.by_head.get(part[:_HEAD], ()):
            fit = _fit(part, entry, is_loose=each in _LOOSE_KINDS, in_compounds=entries.in_compounds)
            if fit > best:
                best, kind, chosen = fit, each, entry
    if kind is None and len(small) >= _LONG and small.endswith(language.speaking.person_endings or ("\0",)):
        return NounKind.PERSON
    ends = (*language.discourse.participle_ends, *language.discourse.adverb_endings)
    is_other = bool(ends) and small.endswith(ends) and not chosen.endswith(ends)
    return None if is_other else kind


def _singulars(small: str, language: Language) -> Iterator[str]:
    """Yield the singular of a plural with an ending of its own: "utility" for "utilities"."""
    for plural, single in language.speaking.plural_endings.items():
        if small.endswith(plural):
            yield f"{small.removesuffix(plural)}{single}"


def _fit(small: str, entry: str, *, is_loose: bool, in_compounds: bool) -> tuple[int, int]:
    """Return how well an entry fits a word: where it ends, and its letters. (0, 0): it does not."""
    if small.startswith(entry):
        rest = small[len(entry) :]
        return (len(entry), len(entry)) if rest in _PLURALS or (is_loose and len(entry) >= _LOOSE) else (0, 0)
    if in_compounds and len(entry) > _SHORTEST_PART:
        at = small.rfind(entry)
        if at > 1 and len(small) - at - len(entry) <= _LONGEST_ENDING:
            return at + len(entry), len(entry)
    return 0, 0


class _Entries(NamedTuple):
    """The nouns of a language."""

    every: tuple[tuple[str, NounKind], ...]
    by_head: Mapping[str, Sequence[tuple[str, NounKind]]]
    """By their first letters."""
    later: re.Pattern[str]
    """Any of them inside a word, in a language of compounds; else a pattern that matches nothing."""
    in_compounds: bool


@lru_cache(maxsize=8)
def _entries(language: Language) -> _Entries:
    known = language.speaking
    groups = (
        (known.persons, NounKind.PERSON),
        (known.media, NounKind.MEDIA),
        (known.imagery, NounKind.IMAGERY),
        (known.data, NounKind.DATA),
        (known.documents, NounKind.DOCUMENT),
        ((*known.bodies, *language.discourse.generic_bodies), NounKind.BODY),
        (known.groups, NounKind.GROUP),
    )
    every = tuple((entry, kind) for entries, kind in groups for entry in entries)
    by_head: dict[str, list[tuple[str, NounKind]]] = {}
    for entry, kind in every:
        by_head.setdefault(entry[:_HEAD], []).append((entry, kind))
    later = alternatives(entry for entry, _ in every) if known.in_compounds else ""
    return _Entries(every, by_head, re.compile(later or "(?!)"), known.in_compounds)
