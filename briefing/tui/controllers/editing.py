"""The editing of a brief by keys: each key is one change of its file, written at once, checked at once, undone by `u`.

Nothing here is loaded unless a brief is edited.
"""

from __future__ import annotations

from functools import partial

from briefing.base.plurals import counted
from briefing.base.problems import Severity, counted_problems
from briefing.edit.brief_text import EditError
from briefing.edit.changes import BriefText, ItemPath
from briefing.edit.edited_file import EditedFile
from briefing.format.model import Brief, Claim, Figure, Source, Status
from briefing.render.brief_items import item_at
from briefing.render.lines import Target, TargetKind
from briefing.tui.controllers.adding import Adding
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.edit_view import EditView
from briefing.tui.controllers.edited_brief import EditedBrief
from briefing.tui.controllers.external import External
from briefing.tui.controllers.open_brief import OpenBrief
from briefing.tui.controllers.speaking import Speaking
from briefing.tui.controllers.text_in_work import TextInWork
from briefing.tui.data.brief_items import BLOCKS, item_name, items_of, listed, path_name, words_key
from briefing.tui.data.source_references import is_only_said, lonely_sources, without_speaker
from briefing.tui.drawing.finishing import finish_question

_UNREADABLE = "this brief cannot be read: ! says why, and e opens the editor"


class Editing:
    """Changes one brief as keys say."""

    def __init__(
        self, context: Context, mode: EditView, open_brief: OpenBrief, external: External, edited: EditedFile
    ) -> None:
        self._state, self._view, self._workers, _ = context
        self._mode, self._external = mode, external
        self._edited = EditedBrief(context, open_brief, edited)
        self.text = TextInWork(context, mode, open_brief, self._edited)
        self.adding = Adding(context.view, mode, self._edited, self.text)
        self.speaking = Speaking(context.view, mode, self._edited, self.text)

    @property
    def standing(self) -> str:
        """Where the brief stands, for the first row: every change is saved at once."""
        brief = self._edited.brief
        return f"{brief.status if brief is not None else 'not read'}, saved"

    def begin(self) -> None:
        """Say what there is to say at the start."""
        if self._edited.has_remarks:
            self._edited.tell()
        elif not self._workers.has_had_a_key:
            undoes = self._edited.undoes
            first = "s opens the article, where a adds to the brief; W finishes; ? names the keys"
            self._view.tell(first if undoes is None else f"u undoes what was done before: {undoes}")

    def renew(self) -> None:
        """Take note that the brief was shown anew: by a change here, or since its file or its text has changed."""
        self._edited.look()
        self.text.renew()

    def edit(self) -> None:
        """Edit the brief at the line of the item in the editor; what is undone before ends there."""
        version = self._edited.version
        self._external.edit()
        self.renew()
        if self._edited.version != version:
            self._edited.tell_changed()

    def undo(self) -> None:
        """Take the last change of the brief back."""
        self._edited.undo()

    # changes of an item

    def _current(self) -> tuple[Target, Brief] | None:
        """Return the item under the cursor, and its brief. None, which is said: there is none."""
        target, brief = self._view.item, self._edited.brief
        if target is not None and brief is not None and target.kind in BLOCKS:
            return target, brief
        is_in_text = self._mode.has_text and brief is not None
        self._view.tell(self.text.nothing_here if is_in_text else "no item is here that could be changed")
        return None

    def confirm(self) -> None:
        """Confirm the item, and go on to the next."""
        if (here := self._current()) is None:
            return
        target, brief = here
        item = item_at(brief, target)
        if not isinstance(item, Claim):
            self._view.tell("points, figures and events are confirmed; this is none")
            return
        if item.is_reviewed:
            self._step_on()
            self._view.tell(f"{item_name(target, item)} is confirmed already")
            return
        if self._edited.change(target, lambda text, path: text.confirmed(path), f"confirmed {item_name(target, item)}"):
            self._step_on()

    def _step_on(self) -> None:
        if not self._mode.has_text and self._view.reading_screen.pane is not None:
            self._view.reading_screen.pane.action_down()

    def drop(self) -> None:
        """Drop the item with the sources that nothing else cites.

        What says that a source says it says so no longer; what cites a source or counts with a figure keeps it.
        """
        if (here := self._current()) is None:
            return
        target, brief = here
        item = item_at(brief, target)
        name, next_one = item_name(target, item), self._next_shown(target)
        freed: list[str] = []
        lonely: list[str] = []

        def without(text: BriefText, path: ItemPath) -> BriefText:
            kept = [one for one in text.references(path) if not is_only_said(one, path, brief)]
            if kept:
                rests = "rests" if len(kept) == 1 else "rest"
                raise EditError(f"{name} stays: {listed([path_name(one) for one in kept])} {rests} on it")
            for one in text.references(path):
                freed.append(path_name(one))
                text = without_speaker(text, one, item) if isinstance(item, Source) else text
            lonely.extend(lonely_sources(text, path, item, brief) if isinstance(item, Claim) else [])
            return text.without([path, *(("sources", one) for one in lonely)])

        if self._edited.change(target, without, f"dropped {name}"):
            if next_one is not None:
                self._go_to(next_one)
            also = f" and {listed(lonely)}, which nothing else cites" if lonely else ""
            also += f"; {listed(freed)} no longer {'names' if len(freed) == 1 else 'name'} it" if freed else ""
            self._edited.tell(f"dropped {name}{also}; u undoes")

    def _next_shown(self, target: Target) -> Target | None:
        """Return the item that follows one in its pane once that is dropped: events are in the order of time."""
        pane = self._view.reading_screen.pane
        if self._mode.has_text or pane is None:
            return None
        shown = [one.target for one in pane.sheet.items]
        at = next((index for index, one in enumerate(shown) if one == target), None)
        if at is None:
            return None
        near = next(iter((*shown[at + 1 : at + 2], *shown[max(0, at - 1) : at])), None)
        is_moved = near is not None and near.kind is target.kind and near.number > target.number
        return near._replace(number=near.number - 1) if near is not None and is_moved else near

    def move(self, by: int) -> None:
        """Move the item up or down within its block of the file."""
        if (here := self._current()) is None:
            return
        target, brief = here
        count = len(items_of(brief, target.kind))
        if not 0 <= target.number + by < count:
            self._view.tell(f"it is the {'last' if by > 0 else 'first'} one")
            return
        way = "down" if by > 0 else "up"
        name = item_name(target, item_at(brief, target))
        if self._edited.change(target, lambda text, path: text.moved(path, by), f"moved {name} {way}"):
            self._go_to(Target(target.kind, target.number + by))
            if target.kind is TargetKind.EVENT:
                self._edited.tell(f"moved {way} in the file; events are shown in the order of time")

    def _go_to(self, target: Target) -> None:
        if self._mode.has_text:
            self.text.hold(target, is_new=False)
            self.text.note_cursor()
        elif self._view.reading_screen.pane is not None:
            self._view.reading_screen.pane.go_to(target)

    def reword(self) -> None:
        """Ask for other words for the item."""
        if (here := self._current()) is None:
            return
        target, brief = here
        item = item_at(brief, target)
        if item is None:
            self._view.tell("points, figures, events and sources have words; this is none of them")
            return
        key = words_key(item)
        words = getattr(item, key, None) if isinstance(item, Source) else item.text
        title = f"{'Label' if isinstance(item, Figure) else key.capitalize()} of {target.kind} {target.number + 1}"
        self._mode.ask_words(title, words or "", partial(self._reword, target, key, title))

    def _reword(self, target: Target, key: str, title: str, words: str) -> None:
        """Write other words; those of a claim are confirmed thereby, since a person has typed them.

        Words that cannot be written now stay on their line: what was typed is never lost.
        """
        brief = self._edited.brief
        item = item_at(brief, target) if brief is not None else None
        field = "label" if isinstance(item, Figure) else key
        is_confirmed = isinstance(item, Claim) and not item.is_reviewed

        def reworded(text: BriefText, path: ItemPath) -> BriefText:
            changed = text.with_key(path, field, words)
            return changed.confirmed(path) if is_confirmed else changed

        done = f"reworded{' and confirmed' if is_confirmed else ''} {item_name(target, item)}"
        if not self._edited.change(target, reworded, done):
            self._mode.ask_words(title, words, partial(self._reword, target, key, title))
        elif self._mode.has_text:
            self._go_to(target)

    # finishing

    def finish(self) -> None:
        """Show what is wrong and what nobody has confirmed, and ask; then the brief is final."""
        brief = self._edited.brief
        if brief is None:
            self._view.tell(_UNREADABLE)
            return
        if brief.status is Status.FINAL:
            self._view.tell("this brief is final already")
            return
        found = counted_problems(self._state.problems)
        if not found and not brief.unreviewed and self._state.evidence is not None:
            self._make_final()
            return
        self._view.ask(finish_question(brief, found, is_checked=self._state.evidence is not None), self._make_final)

    def _make_final(self) -> None:
        if self._edited.write(lambda text: text.with_key((), "status", str(Status.FINAL)), "made the brief final"):
            errors = sum(one.severity is Severity.ERROR for one in self._state.problems)
            left = f", with {counted(errors, 'error')}" if errors else ""
            self._edited.tell(f"status: final is written{left}; u undoes")
