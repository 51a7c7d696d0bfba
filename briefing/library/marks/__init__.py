"""Owns what the reader has read: read, unread, stars, places and the versions last read, in the reader's state folder.

The only code that knows its tables, and that writes there. A file that cannot be read is kept aside, never overwritten.
"""

from briefing.library.marks.errors import MarksBusyError, MarksError
from briefing.library.marks.marks import Marks, OpenedMarks, open_marks, set_aside_damaged
from briefing.library.marks.opening import marks_file
from briefing.library.marks.rows import PLACE_LIMIT, library_key
from briefing.library.marks.store import Generation
from briefing.library.marks.values import NO_MARK, BriefVersion, Mark

__all__ = [
    "NO_MARK",
    "PLACE_LIMIT",
    "BriefVersion",
    "Generation",
    "Mark",
    "Marks",
    "MarksBusyError",
    "MarksError",
    "OpenedMarks",
    "library_key",
    "marks_file",
    "open_marks",
    "set_aside_damaged",
]
