"""Other programs: text to the clipboard, an address to the browser, a file to the editor, a text to the pager."""

from __future__ import annotations

import os
from asyncio import sleep
from collections.abc import Callable
from functools import partial
from subprocess import Popen

from textual.app import SuspendNotSupported

from briefing.base.paths import STDIN
from briefing.base.problems import Place, Spot
from briefing.base.safe_text import safe_lines
from briefing.format.model import TextState
from briefing.render.cited import Cited
from briefing.render.text.cell_width import short_name
from briefing.tui.controllers.clipboard import Clipboard
from briefing.tui.controllers.context import Context
from briefing.tui.controllers.open_brief import OpenBrief
from briefing.tui.data.targets import address_of, no_address, sources_at, spot_of
from briefing.tui.drawing.dialogs import address_question
from briefing.tui.external import (
    ExternalProgramError,
    browse,
    browser_command,
    edit,
    editor_command,
    ended,
    is_web_address,
    page_through,
    pager_command,
)

_LOOKS, _BETWEEN = 20, 0.1
"""How often, and after how many seconds each, it is asked whether the browser has failed."""


class External:
    """Hands what the reader stands on to other programs."""

    def __init__(self, context: Context, open_brief: OpenBrief, clipboard: Clipboard) -> None:
        self._state, self._view, self._workers, _ = context
        self._open_brief, self._clipboard = open_brief, clipboard

    def copy(self) -> None:
        """Copy what is selected, or the item with its citation and marking."""
        selected = self._view.selected_text()
        brief, item = self._state.reading.brief, self._view.item
        if selected:
            self._clipboard.put(selected, "the selection")
        elif brief is not None and item is not None:
            from briefing.export import item_text  # not needed before the first copy

            self._clipboard.put(item_text(brief, item), f"the {item.kind} with its citation")
        else:
            self._view.tell("there is nothing to copy here: Y copies the whole brief")

    def copy_brief(self) -> None:
        """Copy the whole brief as Markdown."""
        if self._state.reading.brief is None:
            self._view.tell("this brief cannot be shown, so it cannot be copied")
            return
        from briefing.export import markdown

        self._clipboard.put(markdown(self._state.reading.brief), "the brief as Markdown")

    # the browser

    def open_address(self) -> None:
        """Show the address of the item's source in full, and open it when the reader says so."""
        brief, item = self._state.reading.brief, self._view.item
        sources = sources_at(brief, item) if brief and item else []
        address = next((address for source in sources if brief and (address := address_of(brief, source))), None)
        if address is None:
            self._view.tell(no_address(sources))
        elif not is_web_address(address):
            self._view.tell("only http and https addresses are opened")
        else:
            self._view.ask(address_question(address), partial(self._browse, address))

    def _browse(self, address: str) -> None:
        try:
            command = browser_command(os.environ, address)
            program = browse(command)
        except ExternalProgramError as error:
            self._view.tell(str(error))
        else:
            self._view.tell(f"the address was handed to {short_name(command[0])}")
            self._workers.start(partial(self._tell_failure, command, program), "browser", only=False)

    async def _tell_failure(self, command: list[str], program: Popen[bytes]) -> None:
        """Say so if the browser fails at once; one that goes on is not waited for."""
        for _ in range(_LOOKS):
            await sleep(_BETWEEN)
            code = program.poll()
            if code:
                self._view.tell(ended(command, code))
            if code is not None:
                return

    # the editor

    def edit(self) -> None:
        """Edit the brief at the line of the item."""
        brief = self._state.reading.brief
        spot = spot_of(brief, self._view.item) if brief else self._first_problem()
        self.edit_at(Place(self._state.entry.path, *spot))

    def _first_problem(self) -> Spot:
        """Return where the first problem of the brief is; the start where there is none."""
        place: Place | None = next((problem.place for problem in self._state.reading.problems), None)
        return Spot(place.line, place.column) if place else Spot(1, 1)

    def edit_at(self, place: Place) -> None:
        """Open a file in the reader's editor, and read the brief again afterwards."""
        if str(place.path) == STDIN:
            self._view.tell("this brief came through a pipe: there is no file to edit")
            return
        try:
            command = editor_command(os.environ, place.path, place.line)
            self._lend_terminal(partial(edit, command))
        except ExternalProgramError as error:
            self._open_brief.reload()
            self._view.tell(str(error))
        except SuspendNotSupported:
            self._view.tell("this terminal cannot be lent to an editor")
        else:
            self._open_brief.reload()
            self._view.tell(f"{short_name(command[0])} has ended: {short_name(place.path.name)} {self._became()}")

    def _became(self) -> str:
        """Say what the editor has left of the brief."""
        if self._state.is_gone:
            return "is gone; what was read of it stays here until you leave it"
        return "was read again" if self._state.reading.brief else "cannot be read now; ! says why"

    # the pager

    def page_saved_text(self, cited: Cited | None) -> None:
        """Show the text of a cite in the reader's pager, with control characters made safe as on the screen.

        None: there is no cite.
        """
        if cited is None or cited.source is None:
            self._view.tell("there is nothing here that rests on a source, of which the pager could have the text")
        elif cited.text.state is not TextState.HELD:
            self._view.tell("no text of this source is held; o opens its address")
        else:
            self._page(cited)

    def _page(self, cited: Cited) -> None:
        try:
            command = pager_command(os.environ, cited.line)
            self._lend_terminal(partial(page_through, command, safe_lines(cited.text.text)))
        except ExternalProgramError as error:
            self._view.tell(str(error))
        except SuspendNotSupported:
            self._view.tell("this terminal cannot be lent to a pager")
        else:
            self._view.tell(f"{short_name(command[0])} has ended: it had the saved text")

    def _lend_terminal(self, run: Callable[[], None]) -> None:
        """Let a program have the terminal until it ends. Textual takes it back only if nothing is raised meanwhile."""
        trouble: ExternalProgramError | None = None
        with self._view.suspend():
            try:
                run()
            except ExternalProgramError as error:
                trouble = error
        if trouble:
            raise trouble
