"""The brief that is edited: each change is written to its file at once, shown, and undone by a key."""

from __future__ import annotations

from collections.abc import Callable

from briefing.edit.brief_text import EditError
from briefing.edit.changes import BriefText, ItemPath
from briefing.edit.edited_file import ChangedElsewhereError, EditedFile
from briefing.evidence.check import RepeatedCheck
from briefing.format.model import Brief
from briefing.render.lines import Target
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.open_brief import OpenBrief
from briefing.tui.data.brief_items import BLOCKS, items_of, path_of

_NOT_WRITTEN = "another program has changed the brief: it was read again, and nothing was written"
_CHECKED_AT_ONCE = 300_000
"""Characters of saved text up to which a changed brief is checked before it is drawn; of more, after that."""
_CLAIMS_AT_ONCE = 400
"""The same of claims."""


class EditedBrief:
    """Writes the changes of one brief, and shows it."""

    def __init__(self, context: Context, open_brief: OpenBrief, edited: EditedFile) -> None:
        self._state, self._view, _, _ = context
        self._open_brief, self._edited = open_brief, edited
        self._state.brief_rows.library.check_brief = RepeatedCheck().check
        self._parsed: BriefText | None = None
        """The text of the brief as it was written last. None: nothing was."""
        self.version = 0
        """Counts the texts of the brief: places of items hold for one of them."""

    @property
    def brief(self) -> Brief | None:
        """The brief as it is shown. None: it cannot be read."""
        return self._state.reading.brief

    @property
    def undoes(self) -> str | None:
        """What the next undo takes back. None: there is nothing to undo."""
        return self._edited.undoes

    def tell(self, sentence: str = "") -> None:
        """Say what was done, and what the file has to be told once."""
        said = [*([sentence] if sentence else []), *self._edited.remarks]
        self._edited.remarks.clear()
        self._view.tell("; ".join(said))

    @property
    def has_remarks(self) -> bool:
        """Whether the file has something to be told once."""
        return bool(self._edited.remarks)

    def look(self) -> bool:
        """Read the file again if another program has changed it; tell whether it has, and say so."""
        try:
            if not self._edited.look():
                return False
        except EditError as error:
            self._view.tell(f"the brief cannot be edited now: {error}")
            return False
        self.version += 1
        self.tell_changed()
        return True

    def tell_changed(self) -> None:
        """Say that another program has changed the brief, and what undo does now: another reader's log goes on."""
        undo = ", and undo begins anew" if self.undoes is None else f"; u undoes there: {self.undoes}"
        self._view.tell(f"another program has changed the brief: it was read again{undo}")

    def change(self, target: Target | None, change: Callable[[BriefText, ItemPath], BriefText], words: str) -> bool:
        """Change an item, and show it; tell whether it was changed."""
        brief = self.brief
        if target is None or brief is None or target.kind not in BLOCKS:
            self._view.tell("no item is here that could be changed")
            return False
        path = path_of(target, brief)

        def changed(text: BriefText) -> BriefText:
            if text.count(path[0]) != len(items_of(brief, target.kind)):
                raise EditError("the brief has items that cannot be read: ! says which, and e opens the editor")
            return change(text, path)

        return self.write(changed, words)

    def write(self, change: Callable[[BriefText], BriefText], words: str, *, is_said: bool = True) -> bool:
        """Write a changed text, and show it; tell whether it was written. What was not is said in any case."""
        try:
            if self._edited.look():
                self._show_anew()
                self._view.tell(_NOT_WRITTEN)
                return False
            if self._parsed is None or self._parsed.text != self._edited.text:
                self._parsed = BriefText(self._edited.text)
            changed = change(self._parsed)
            self._edited.write(changed.text, words)
            self._parsed = changed
        except ChangedElsewhereError as error:
            self._show_anew()
            self._view.tell(str(error))
            return False
        except EditError as error:
            self._view.tell(str(error))
            return False
        self._show_anew()
        self.tell(f"{words}; u undoes" if is_said else "")
        return True

    def undo(self) -> None:
        """Take the last change of the brief back."""
        try:
            words = self._edited.undo()
        except ChangedElsewhereError as error:
            self._show_anew()
            self._view.tell(str(error))
        except EditError as error:
            self._view.tell(str(error))
        else:
            self._show_anew()
            more = f"; u undoes: {self._edited.undoes}" if self._edited.undoes is not None else ""
            self.tell(f"undone: {words}{more}")

    def _show_anew(self) -> None:
        self.version += 1
        self.show()

    def show(self) -> None:
        """Show the brief as its file is now; what is checked quickly is checked before that, for one frame."""
        state = self._state
        library, brief = state.brief_rows.library, state.brief_rows.library.read(state.entry).brief
        if brief is not None:
            texts = library.texts(state.entry, brief)
            is_short = sum(len(text.text) for text in texts.values()) <= _CHECKED_AT_ONCE
            if is_short and sum(1 for _ in brief.claims()) <= _CLAIMS_AT_ONCE:
                library.evidence(state.entry)
        self._open_brief.show_again()
