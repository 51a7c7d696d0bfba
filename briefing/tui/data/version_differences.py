"""What changed in a brief since the reader read it, and the page that shows it. Imported when first asked for."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.diff import Change, changes
from briefing.format.model import Brief
from briefing.library.entries import Entry
from briefing.library.marks import Mark, Marks
from briefing.render.pages.diff import changes_page
from briefing.render.symbols import Look
from briefing.tui.data.versions import brief_in, version_of
from briefing.tui.drawing.sheet_cache import Document

_UNOPENED = "you marked it read without opening it, so what changed since is not known"


def changes_since(marks: Marks, entry: Entry, mark: Mark) -> tuple[Change, ...] | str:
    """Return what changed in a brief since it was read, or a sentence that says why there is nothing to show."""
    if mark.hash is None:
        return _UNOPENED if mark.read else "you have not read this brief before"
    now = version_of(entry)
    if now is None:
        return "this brief cannot be read now"
    if now.hash == mark.hash:
        return "nothing has changed since you read it"
    then = marks.version(entry.id)
    if then is None:
        return _UNOPENED
    return _changes_between(brief_in(then, entry), brief_in(now.data, entry))


def _changes_between(before: Brief | None, after: Brief | None) -> tuple[Change, ...] | str:
    if after is None:
        return "this brief cannot be read now; ! says why"
    if before is None:
        return "the version that you read last cannot be read as a brief, so there is nothing to compare with"
    return changes(before, after) or "nothing has changed by meaning since you read it"


def differences_document(changes: Sequence[Change], look: Look) -> Document:
    """Return the page of the differences between two versions of a brief."""
    return Document("changes", None, lambda width: changes_page(changes, width, look))
