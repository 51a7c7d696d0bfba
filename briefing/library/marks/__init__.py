"""The reader's marks: read, unread, stars, positions and the versions last read, in one file in the state folder.

Nothing else knows its tables or writes to it. A file that cannot be read is renamed, never overwritten.
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
