"""What the list of briefs shows of one brief; `list_row` typesets it."""

from __future__ import annotations

from briefing.base.frozen import frozen_kw_only
from briefing.format.dates import Edtf
from briefing.format.model import Marking, Status


@frozen_kw_only
class ListRow:
    """What the list shows of one brief."""

    title: str
    date: Edtf | None = None
    status: Status = Status.FINAL
    marking: Marking | None = None
    errors: int = 0
    """Problems of severity error, of its format and of its evidence, as far as they are known."""
    warnings: int = 0
    figures: int = 0
    events: int = 0
    sources: int = 0
    unreviewed: int = 0
    """Claims that a program drafted and no person has confirmed."""
    is_partial: bool = False
    """True if only the head of the brief was read: its counts, also of problems, are not known yet."""
    id: str = ""
    """Of the brief, safe to show; tells apart what has one title."""
    unread: bool = False
    starred: bool = False
    changed: bool = False
    """True if it has changed since the reader read it."""
