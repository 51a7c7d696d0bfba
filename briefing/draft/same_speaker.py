"""Which speakers of a text are one source: an acronym and its long form, a surname and its person."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from briefing.evidence.facts.values import SpeakerFact
from briefing.format.model import SourceKind

SpeakerKey = tuple[str, str]
"""`SpeakerFact.key`."""

_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"[^\W\d_a-zß-ÿ]{3,7}")
_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.MEDIA})


def same_speakers(speakers: Iterable[SpeakerFact], small: Collection[str]) -> Mapping[SpeakerKey, SpeakerKey]:
    """Return, for each speaker that the text names otherwise as well, the key that stands for both.

    `small`: words that have no part in an acronym: "of".
    """
    known: dict[SpeakerKey, SpeakerFact] = {}
    for one in speakers:
        known.setdefault(one.key, one)
    full: dict[str, SpeakerKey] = {}
    short: dict[str, set[SpeakerKey]] = {}
    for key, one in known.items():
        full.setdefault(_called(one), key)
        for form in _short_forms(one, small):
            short.setdefault(form, set()).add(key)
    found: dict[SpeakerKey, SpeakerKey] = {}
    for key, one in known.items():
        same, longer = full[_called(one)], short.get(_called(one), set()) - {key}
        if len(longer) == 1:
            found[key] = next(iter(longer))
        elif same != key:
            found[key] = same
    return {key: other for key, other in found.items() if other not in found}


def _called(speaker: SpeakerFact) -> str:
    return (speaker.name or speaker.role or "").casefold()


def _short_forms(speaker: SpeakerFact, small: Collection[str]) -> Iterator[str]:
    """Yield the shorter forms by which a text may name a speaker again, in small letters."""
    words = _WORD.findall(speaker.name or speaker.role or "")
    if len(words) <= 1 or (speaker.name is None and speaker.kind is not SourceKind.ORGANISATION):
        return
    yield words[-1].casefold()
    if speaker.kind in _BODIES and speaker.name is not None:
        initials = "".join(word if word.isupper() else word[0] for word in words if word not in small)
        yield from (one.casefold() for one in (initials, initials[:-1]) if _ACRONYM.fullmatch(one))
