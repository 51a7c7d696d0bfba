"""What the reader is at: the open brief, the list and what is known of the library. Each field has one writer."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.base.problems import Problem
from briefing.evidence import Evidence
from briefing.library.entries import Entry
from briefing.render.symbols import Look
from briefing.render.text.find import WordQuery
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.data.counted_problems import CountedProblems
from briefing.tui.data.mark_cache import MarkCache
from briefing.tui.drawing.list_form import ListForm


class ReaderState:
    """The state of one run of the reader. Whoever may change a field is named under it; all others only read it.

    What only one controller needs stands in that controller.
    """

    def __init__(self, brief_rows: BriefRows, mark_cache: MarkCache, look: Look, *, is_sample: bool = False) -> None:
        self.brief_rows = brief_rows
        """The rows of the library. Written by: nobody; `Sync` gives it a library that was opened anew."""
        self.mark_cache = mark_cache
        """The marks at hand. Written by: nobody."""
        self.look = look
        """Symbols of the terminal: Unicode or ASCII. Written by: nobody."""
        self.is_sample = is_sample
        """True if the briefs are the samples, opened since there is no other library. Written by: nobody."""
        self.counted_problems = CountedProblems()
        """How many problems briefs and settings have. Written by: nobody."""
        self.settings_problems: Sequence[Problem] = ()
        """What is wrong with config.yaml. Written by: `BriefingApp`, before it runs."""
        self.folder_problems: dict[str, Problem] = {}
        """Folders that cannot be read, by their path in the library. Written by: `Sync`."""
        self.is_known = False
        """True once the whole folder was looked at: the list has all briefs. Written by: `ListUpdate`."""
        self.build_progress = ""
        """How far a large library is read, for the title bar. Empty: nothing is read. Written by: `IndexBuild`."""
        self.sought: WordQuery | None = None
        """What the last search of all briefs looked for. None: nothing. Written by: `Search`."""
        self.reset()

    def reset(self) -> None:
        """Set all that belongs to the open brief and to the list to what a start has. Called by `Leave`."""
        self.row = self.brief_rows.first
        """Row of the open brief. Written by: `OpenBrief`."""
        self.entry: Entry = self.brief_rows.entry(self.row)
        """The open brief's file. Written by: `OpenBrief`."""
        self.reading = self.brief_rows.library.read(self.entry)
        """What was read of it, with the problems of its format. Written by: `OpenBrief`."""
        self.evidence: Evidence | None = None
        """What checking it found. None: not known yet, or the brief cannot be read. Written by: `OpenBrief`."""
        self.is_gone = False
        """True while its file is missing; what was read of it stays on the screen. Written by: `OpenBrief`."""
        self.words = ""
        """What the list is filtered by. Written by: `BriefList`."""
        self.list_form = ListForm.AUTO
        """How the reader wants the rows of the list. Written by: `BriefList`."""
        self.unread: int | None = None
        """Number of unread briefs. None: not counted yet, or not a folder. Written by: `ReadTracking`."""
        self.changed: int | None = None
        """Number of briefs that have changed since they were read. None as for `unread`. Written by: `ReadTracking`."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the open brief, in its format and by its evidence, in the order of the places."""
        found = self.evidence.findings if self.evidence else ()
        return tuple(sorted(dict.fromkeys((*self.reading.problems, *found))))
