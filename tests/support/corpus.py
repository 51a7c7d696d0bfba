"""The corpus of the proof: invented articles in several registers and languages, each with an honest brief.

Whoever writes rules may look at `tuned` and its misses; nobody tunes a rule by `held out`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from tests.support.evidence import held, read
from tests.support.grounds import Ground

_TUNED = Path(__file__).parents[1] / "evidence" / "corpus"
_HELD_OUT = _TUNED / "held_out"


class Part(StrEnum):
    """Which briefs of the corpus are meant."""

    TUNED = "tuned"
    HELD_OUT = "held-out"
    ALL = "all"


def corpus(part: Part) -> list[Ground]:
    """Return the honest briefs of a part, in the order of their names, each with its saved texts."""
    return [_ground(path) for path in _paths(part)]


def _paths(part: Part) -> Iterator[Path]:
    if part is not Part.HELD_OUT:
        yield from sorted(_TUNED.glob("*.yaml"))
    if part is not Part.TUNED:
        yield from sorted(_HELD_OUT.glob("*.yaml"))


def _ground(path: Path) -> Ground:
    brief = read(path.read_text(encoding="utf-8"))
    named = [source for source in brief.sources if source.file is not None]
    texts = {source.id: held((path.parent / f"{source.file}").read_text(encoding="utf-8")) for source in named}
    return Ground(brief, texts)
