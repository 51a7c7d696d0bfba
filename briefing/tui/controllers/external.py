"""Owns what the reader sends out: text to the clipboard, an address to the browser, a file to the editor."""

from __future__ import annotations

import os
from asyncio import sleep
from collections.abc import Callable
from functools import partial
from subprocess import Popen

from textual import work
from textual.app import SuspendNotSupported

from briefing.base.paths import STDIN
from briefing.base.problems import Place, Spot
from briefing.format.parse import Reading
from briefing.library.entries import Entry
from briefing.render.lines import Target
from briefing.render.text.cell_width import short_name
from briefing.tui.controllers.theme import ThemedApp
from briefing.tui.data.targets import address_of, no_address, sources_at, spot_of
from briefing.tui.drawing.documents import address_page
from briefing.tui.external import OutsideError, browse, browser_command, edit, editor_command, ended, is_web_address
from briefing.tui.screens.page import PageScreen

_SENT = "sent to the terminal"
_LOOKS, _BETWEEN = 20, 0.1
"""How often, and after how many seconds each, it is asked whether the browser has failed."""


class Errands(ThemedApp):
    """The part of the app that asks other programs; what it knows of the reader's place the app tells it."""

    entry: Entry
    reading: Reading
    gone = False
    """Whether the file of the open brief has vanished; what was read of it stays on screen."""

    @property
    def item(self) -> Target | None:
        """What the reader stands on."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the brief again."""
        raise NotImplementedError

    def action_copy(self) -> None:
        """Copy what is selected, or the item with its citation and marking."""
        selected = self.screen.get_selected_text()
        brief, item = self.reading.brief, self.item
        if selected:
            self.copy_to_clipboard(selected)
            self.tell(f"the selection was {_SENT}")
        elif brief is not None and item is not None:
            from briefing.export import item_text  # not needed before the first copy

            self.copy_to_clipboard(item_text(brief, item))
            self.tell(f"the {item.kind} with its citation was {_SENT}")
        else:
            self.tell("there is nothing to copy here: Y copies the whole brief")

    def action_copy_brief(self) -> None:
        """Copy the whole brief as Markdown."""
        if self.reading.brief is None:
            self.tell("this brief cannot be shown, so it cannot be copied")
            return
        from briefing.export import markdown

        self.copy_to_clipboard(markdown(self.reading.brief))
        self.tell(f"the brief as Markdown was {_SENT}")

    def action_open(self) -> None:
        """Show the address of the item's source in full, and open it when the reader says so."""
        brief, item = self.reading.brief, self.item
        sources = sources_at(brief, item) if brief and item else []
        address = next((address for source in sources if brief and (address := address_of(brief, source))), None)
        if address is None:
            self.tell(no_address(sources))
        elif not is_web_address(address):
            self.tell("only http and https addresses are opened")
        else:
            page = PageScreen("Open this address?", address_page(address, self.look), self.raised)
            self.push_screen(page, lambda chosen: self._browse(address) if chosen else None)

    def _browse(self, address: str) -> None:
        try:
            command = browser_command(os.environ, address)
            program = browse(command)
        except OutsideError as error:
            self.tell(str(error))
        else:
            self.tell("handed to the browser")
            self._hear_of(command, program)

    @work(group="browser")
    async def _hear_of(self, command: list[str], program: Popen[bytes]) -> None:
        """Say so if the browser fails at once; one that goes on is not waited for."""
        for _ in range(_LOOKS):
            await sleep(_BETWEEN)
            code = program.poll()
            if code:
                self.tell(ended(command, code))
            if code is not None:
                return

    def action_edit(self) -> None:
        """Edit the brief at the line of the item."""
        brief = self.reading.brief
        spot = spot_of(brief, self.item) if brief else self._first_problem()
        self.edit_at(Place(self.entry.path, *spot))

    def _first_problem(self) -> Spot:
        """Return where the first problem of the brief is; the start where there is none."""
        place: Place | None = next((problem.place for problem in self.reading.problems), None)
        return Spot(place.line, place.column) if place else Spot(1, 1)

    def edit_at(self, place: Place) -> None:
        """Open a file in the reader's editor, and read the brief again afterwards."""
        if str(place.path) == STDIN:
            self.tell("this brief came through a pipe: there is no file to edit")
            return
        try:
            command = editor_command(os.environ, place.path, place.line)
            self.lend_terminal(partial(edit, command))
        except OutsideError as error:
            self.reload()
            self.tell(str(error))
        except SuspendNotSupported:
            self.tell("this terminal cannot be lent to an editor")
        else:
            self.reload()
            self.tell(f"{short_name(place.path.name)} {self._became()}")

    def _became(self) -> str:
        """Say what the editor has left of the brief."""
        if self.gone:
            return "is gone; what was read of it stays here until you leave it"
        return "was read again" if self.reading.brief else "cannot be read now; ! says why"

    def lend_terminal(self, run: Callable[[], None]) -> None:
        """Let a program have the terminal until it ends. Textual takes it back only if nothing is raised meanwhile."""
        trouble: OutsideError | None = None
        with self.suspend():
            try:
                run()
            except OutsideError as error:
                trouble = error
        if trouble:
            raise trouble
