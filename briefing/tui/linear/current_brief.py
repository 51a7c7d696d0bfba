"""The brief that the reader of a conversation stands on, with what its panes show."""

from __future__ import annotations

from briefing.base.problems import Problem
from briefing.evidence import Evidence
from briefing.format.model import Brief
from briefing.render.form import FULL
from briefing.render.lines import Sheet
from briefing.render.text.find import find
from briefing.tui.data.brief_rows import BriefRows
from briefing.tui.drawing.sheets import BriefContent, pane_sheet
from briefing.tui.linear.printing import Setting


class CurrentBrief:
    """A brief of the list. It is checked once it is opened."""

    def __init__(self, brief_rows: BriefRows, row: int, setting: Setting) -> None:
        self.row = row
        self.entry = brief_rows.entry(row)
        self.is_open = False
        """False: the reader is in the list, and has not opened it."""
        self.evidence: Evidence | None = None
        """None: it is not open, or cannot be read."""
        self._library, self._setting = brief_rows.library, setting
        self._sheets: dict[str, Sheet] = {}

    def open(self) -> None:
        """Check it, so that its panes show what the check has found."""
        self.evidence = self._library.evidence(self.entry)
        self.is_open = True

    @property
    def brief(self) -> Brief | None:
        """What was read. None: it cannot be read."""
        return self._content.reading.brief

    @property
    def _content(self) -> BriefContent:
        return BriefContent(self._library.read(self.entry), self.evidence)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Its problems, each once, in the order of the file."""
        found = self.evidence.findings if self.evidence else ()
        return tuple(sorted(dict.fromkeys((*self._content.reading.problems, *found))))

    def sheet(self, part: str) -> Sheet:
        """Return what a pane shows."""
        sheet = self._sheets.get(part)
        if sheet is None:
            look, width = self._setting.look, self._setting.width
            sheet = self._sheets[part] = pane_sheet(part, self._content, look, width, FULL)
        return sheet

    def items_with(self, part: str, words: str) -> list[int]:
        """Return the items of a pane that have the words, by their indexes."""
        sheet = self.sheet(part)
        lines = {span.line for hit in find((sheet,), words) for span in hit.spans}
        return [at for at, item in enumerate(sheet.items) if any(item.first <= line <= item.last for line in lines)]
