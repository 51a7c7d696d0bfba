"""Makes a library as people have them, the same on every run: brief number k is the same whatever the count is.

Folders by year, and by month where there are many; 2 to 30 claims a brief; each brief has a text of its own of 2 to
60 KB, in five languages. Most quotes are verified, some are not. `python -m tests.support.realistic FOLDER COUNT`.
"""

from __future__ import annotations

from pathlib import Path

from tests.support.realistic.brief import Brief, made
from tests.support.realistic.head import OPENING, RARE, SCARCE, UNCOMMON, UNIQUE, Head, head_of

__all__ = ["OPENING", "RARE", "SCARCE", "UNCOMMON", "UNIQUE", "Brief", "Head", "head_of", "made"]
__all__ += ["write_realistic_library"]


def write_realistic_library(folder: Path, count: int) -> list[Path]:
    """Write so many briefs and the text of each; return the briefs' paths in the order of their numbers."""
    there: set[Path] = set()
    paths: list[Path] = []
    for number in range(count):
        head = head_of(number)
        brief = made(head)
        texts = folder / head.folder / "texts"
        if texts not in there:
            texts.mkdir(parents=True)
            there.add(texts)
        paths.append(texts.parent / f"{head.name}.yaml")
        paths[-1].write_text(brief.yaml, encoding="utf-8")
        (texts / f"{head.name}.txt").write_text(brief.text, encoding="utf-8")
    return paths
