"""The meaning of values: two values that are written differently may mean the same.

Texts mean the same if they differ only in white space and typography (quote marks, dashes, ellipses). These remain
different: a dash between phrases and a hyphen, feet and inches, x² and x2, upper and lower case. Numbers mean the same
if they are equal: 2 and 2.0.
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
"""Quote marks after a number: units (feet, inches), which must not be folded into one."""
_REMEMBERED = 2_000
"""Characters: the meaning of shorter texts is cached, as a comparison needs it several times."""
_LONGEST = 20_000
"""Characters: in longer texts typography counts as a difference, since folding a million dashes takes a second."""


def prose_meaning(text: str | None) -> str | None:
    """Return the meaning of a text in prose."""
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
    """Return the meaning of an address, a path, a key or the like: only white space is folded."""
    return None if text is None else unicodedata.normalize("NFC", " ".join(text.split()))


def date_meaning(when: Edtf | None) -> Hashable:
    """Return the meaning of a date."""
    return None if when is None else when.form


def untyped_meaning(value: Untyped) -> str:
    """Return the meaning of a value without type; the order of lists and keys does not count."""
    if isinstance(value, dict):
        members = sorted(f"{exact_meaning(key)!r}: {untyped_meaning(inner)}" for key, inner in value.items())
        return f"{{{', '.join(members)}}}"
    if isinstance(value, list):
        return f"[{', '.join(sorted(map(untyped_meaning, value)))}]"
    return repr(prose_meaning(value or ""))


@frozen
class IdMeanings:
    """What the ids of one brief refer to."""

    sources: Mapping[str, str]
    """Headings of the sources, by id."""
    figures: Mapping[str, str]
    """Labels of the figures, by id."""
    later_sources: Mapping[str, str]
    """The ids of the sources in the later brief, by their ids in this one; without those that are gone."""
    later_figures: Mapping[str, str]
    """The same for the figures."""

    def source(self, source_id: str) -> Hashable:
        """Return a value that identifies the source in both briefs."""
        return self.later_sources.get(source_id, source_id)

    def figure(self, figure_id: str) -> Hashable:
        """Return a value that identifies the figure in both briefs."""
        return self.later_figures.get(figure_id, figure_id)

    def derived(self, expression: str | None) -> Hashable:
        """Return the meaning of an expression: its operators and the figures in it."""
        if expression is None:
            return None
        try:
            return tuple(map(self.figure, parse_expression(expression).steps))
        except DerivationError:
            return exact_meaning(expression)


NO_RENAMES = IdMeanings({}, {}, {}, {})
"""No id was renamed."""


def id_meanings(
    brief: Brief, later_sources: Mapping[str, str] | None = None, later_figures: Mapping[str, str] | None = None
) -> IdMeanings:
    """Return what the ids of a brief refer to. Without the later ids it is the later brief itself."""
    headings = {source.id: source.heading for source in brief.sources}
    labels = {figure.id: figure.text for figure in brief.figures if figure.id}
    return IdMeanings(headings, labels, later_sources or {}, later_figures or {})
