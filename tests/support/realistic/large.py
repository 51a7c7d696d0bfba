"""A small library with a brief of 300 KB between two usual ones."""

from __future__ import annotations

from pathlib import Path

from tests.support.realistic.brief import made
from tests.support.realistic.head import head_of

_CLAIMS = 1900
"""Of the large brief: 300 KB, of which each claim has about 160 bytes."""
_NAMES = ("a-first", "b-large", "c-last")


def write_large_library(folder: Path) -> list[Path]:
    """Write three briefs, the second of them large, and their texts; return the briefs' paths."""
    paths = []
    for number, name in enumerate(_NAMES):
        head = head_of(number)
        brief = made(head, _CLAIMS if name == "b-large" else None)
        text = folder / f"{head.folder}/texts/{head.name}.txt"
        text.parent.mkdir(parents=True, exist_ok=True)
        text.write_text(brief.text, encoding="utf-8")
        paths.append(folder / f"{name}.yaml")
        paths[-1].write_text(brief.yaml, encoding="utf-8")
    return paths
