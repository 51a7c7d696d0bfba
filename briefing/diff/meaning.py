"""Owns when two values of a brief mean the same, however they are written.

Prose means the same when it differs only in white space and typography: the quote marks, dashes and ellipses of an
editor change no claim. What looks like typography and is not stays apart: a dash that parts phrases from a hyphen,
feet from inches, x² from x2, and case. Numbers mean the same when they are equal: 2 and 2.0 do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Mapping
from functools import lru_cache

from briefing.base.frozen import frozen
from briefing.evidence.quotes.folding import BREAK, folded_dashes
from briefing.format.arithmetic import DerivationError, parse_expression
from briefing.format.dates import Edtf
from briefing.format.model import Brief
from briefing.format.model.brief import Untyped

_PRIMES = re.compile(r"(?<=\d)(?:(?P<inches>''|[\"“”])|['‘’])")
"""Behind a number these are units, which the folding of quote marks would make one."""
_REMEMBERED = 2_000
"""Characters up to which what a text says is remembered: it is asked for some times in one comparison."""
_LONGEST = 20_000
"""Characters beyond which typography counts: folding it costs a second for a million dashes, and nobody edits such."""


def prose_meaning(text: str | None) -> str | None:
    """Return what a text of the writer says."""
    if text is None:
        return None
    if len(text) > _LONGEST:
        return exact_meaning(text)
    return _remembered(text) if len(text) < _REMEMBERED else _folded(text)


@lru_cache(4096)
def _remembered(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    marked = _PRIMES.sub(lambda found: "\u2033" if found["inches"] else "\u2032", text)
    return folded_dashes(marked).replace(BREAK, "-")


def exact_meaning(text: str | None) -> str | None:
    """Return what a name for machines stands for: an address, a path, a key."""
    return None if text is None else unicodedata.normalize("NFC", " ".join(text.split()))


def date_meaning(when: Edtf | None) -> Hashable:
    """Return what a date says, however it is spelled."""
    return None if when is None else when.form


def untyped_meaning(value: Untyped) -> str:
    """Return what a value kept for others holds; the order of lists and keys is not part of it."""
    if isinstance(value, dict):
        return f"{{{', '.join(sorted(f'{exact_meaning(key)!r}: {untyped_meaning(inner)}' for key, inner in value.items()))}}}"
    if isinstance(value, list):
        return f"[{', '.join(sorted(map(untyped_meaning, value)))}]"
    return repr(prose_meaning(value or ""))


@frozen
class IdMeanings:
    """What the ids of one brief stand for."""

    sources: Mapping[str, str]
    """Headings of the sources, by id."""
    figures: Mapping[str, str]
    """Labels of the figures, by id."""
    later_sources: Mapping[str, str]
    """Ids that the sources have in the later brief, by their id; what is gone is not in it."""
    later_figures: Mapping[str, str]
    """The same of the figures."""

    def source(self, source_id: str) -> Hashable:
        """Return which source an id means."""
        return self.later_sources.get(source_id, source_id)

    def figure(self, figure_id: str) -> Hashable:
        """Return which figure an id means."""
        return self.later_figures.get(figure_id, figure_id)

    def derived(self, expression: str | None) -> Hashable:
        """Return which arithmetic on which figures an expression is."""
        if expression is None:
            return None
        try:
            return tuple(map(self.figure, parse_expression(expression).steps))
        except DerivationError:
            return exact_meaning(expression)


NO_RENAMES = IdMeanings({}, {}, {}, {})
"""Where ids stand for themselves."""


def id_meanings(
    brief: Brief, later_sources: Mapping[str, str] | None = None, later_figures: Mapping[str, str] | None = None
) -> IdMeanings:
    """Return what the ids of a brief stand for; without others they are those of the later brief."""
    headings = {source.id: source.heading for source in brief.sources}
    labels = {figure.id: figure.text for figure in brief.figures if figure.id}
    return IdMeanings(headings, labels, later_sources or {}, later_figures or {})
