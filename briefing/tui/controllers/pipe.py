"""The key `|`: the item, the brief or the list goes to a program of the settings, and what it prints is shown.

Only the settings name programs. What is given to one is its input, never a word of its command.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from functools import partial

from briefing.base.named_tuple import NamedTuple
from briefing.base.plurals import counted
from briefing.base.problems import BriefingError
from briefing.render.text.cell_width import short_name
from briefing.settings import Command
from briefing.tui.controllers.context import Context
from briefing.tui.data.list_text import list_text
from briefing.tui.drawing.choices import Choice
from briefing.tui.drawing.sheet_cache import Document
from briefing.tui.workers import PIPING

_NONE = "the settings name no program for |, such as: pipe: {count words: [wc, -w]}"
_BETWEEN = 0.2
"""Seconds between two looks at whether the screen is free for a page."""


class _Given(NamedTuple):
    """What a program can be given."""

    group: str
    name: str
    text: Callable[[], str]
    """Makes the text, in a thread."""


class Pipe:
    """Gives what the reader stands on to a program, and shows what it prints."""

    def __init__(self, context: Context, commands: Mapping[str, Command]) -> None:
        """Make it. `commands` are those of the settings, by name."""
        self._state, self._view, self._workers, _ = context
        self._commands = commands

    def ask(self) -> None:
        """Ask what goes to which program."""
        if not self._commands:
            self._view.tell(_NONE)
            return
        offered = [(given, name) for given in self._givable() for name in self._commands]
        choices = [
            Choice(given.group, f"{given.name} to {short_name(name)}", note=shlex.join(self._commands[name]))
            for given, name in offered
        ]
        self._view.open_menu("Give to a program", choices, lambda at: self._start(*offered[at]))

    def _givable(self) -> list[_Given]:
        """Return what there is to give: the item, the brief, the list."""
        brief, item = self._state.reading.brief, self._view.item
        found: list[_Given] = []
        if brief is not None:
            from briefing.export import item_text, markdown  # not needed before the first time

            if item is not None:
                found.append(_Given("Item", f"the {item.kind} with its citation", partial(item_text, brief, item)))
            library, entry = self._state.brief_rows.library, self._state.entry
            found.append(_Given("Brief", "the brief as Markdown", lambda: markdown(brief, library.evidence(entry))))
        rows, index = self._view.reading_screen.library.shown_rows, self._state.brief_rows.brief_index
        return [
            *found,
            _Given("List", f"the list, {counted(len(rows), 'brief')},", partial(list_text, index, tuple(rows))),
        ]

    def _start(self, given: _Given, name: str) -> None:
        self._workers.start(partial(self._run, given, name), PIPING)

    async def _run(self, given: _Given, name: str) -> None:
        command = self._commands[name]
        program = short_name(command[0])
        self._view.tell(f"{program} is at work")
        try:
            text = await self._workers.in_pool(PIPING, given.text)
            piped = await self._workers.pipe(command, text.encode("utf-8", "replace"))
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) else None
            self._view.tell(f"{program}: {why or 'cannot be started'}")
            return
        except BriefingError as error:
            self._view.tell(str(error))
            return
        ending = (
            f"{short_name(shlex.join(command))} was given {given.name} and {piped.ended or f'ended with {piped.code}'}."
        )
        from briefing.render.pages.piped import piped_page  # only where a program has printed something

        out, errors = (each.decode("utf-8", "replace") for each in (piped.out, piped.errors))
        look = self._state.look
        page = Document("piped", None, lambda width: piped_page(out, errors, ending, width, look))
        self._show(page, short_name(name), f"{program} {piped.ended or f'has ended with {piped.code}'}")

    def _show(self, page: Document, title: str, sentence: str) -> None:
        """Open the page as soon as nothing lies over the screen."""
        if self._view.is_on_reading_screen or self._view.is_in_source_text:
            self._view.tell(sentence)
            self._view.open_page(title, page)
        elif self._view.is_running:
            self._workers.later(_BETWEEN, partial(self._show, page, title, sentence))
