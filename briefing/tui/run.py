"""One run of the reader: first frame, Textual app, exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from briefing.base.problems import Problem
from briefing.base.safe_text import visible
from briefing.library.open import OpenedLibrary
from briefing.tui.data.mark_cache import marks_of
from briefing.tui.data.remembered import Begun
from briefing.tui.drawing.layout import Size
from briefing.tui.launch.draw import FrameSetup, setup_for
from briefing.tui.launch.first_screen import FirstScreen
from briefing.tui.launch.preview import draw_first_frame, preview_typed_keys
from briefing.tui.terminal.session import TERMINAL, terminal_size
from briefing.tui.theme.choice import worn

_DEFAULTS = {
    "ESCDELAY": "5",  # ms until escape is taken for a key of its own: a terminal sends a sequence at once
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",  # Textual's pixel mouse misplaces clicks in some terminals
}
"""Environment variables that Textual reads while it is imported, and what suits this program."""

CRASHED = 70
"""Exit code of a program that broke: EX_SOFTWARE of sysexits.h."""


def run(opened: OpenedLibrary, begun: Begun, problems: Sequence[Problem] = ()) -> int:
    """Run the reader on a library until it is closed; return the program's exit code.

    `problems` are those of the settings.
    """
    settings = begun.settings
    gc.disable()  # nothing of the start is garbage; the app turns it on again after its first paint
    try:
        marks = marks_of(opened, os.environ)
        size = Size(*terminal_size())

        def setup_on(is_light: bool) -> FrameSetup:
            return setup_for(worn(begun.choice, os.environ, is_light=is_light), size, begun.look, os.environ)

        setup = setup_on(begun.is_light)
        first_screen = FirstScreen(opened, marks, begun, problems)
        if not TERMINAL.has_terminal:  # a frame that was kept stands there already
            draw_first_frame(first_screen, setup)
        preview_typed_keys(first_screen, settings, setup, setup_on)
        with textual_defaults():
            from briefing.tui.app import BriefingApp  # Textual, after the first frame
            from briefing.tui.launch.save_frame import keep_first_frame

        app = BriefingApp(opened, settings, problems, marks=marks, begun=begun)
        app.run()
    finally:
        TERMINAL.give_back()
    app.close()
    if app.state.mark_cache.lost and not TERMINAL.ending:
        print(f"briefing: {_lost(app.state.mark_cache.lost)}", file=sys.stderr)  # noqa: T201 - there is no screen any more
    memory_states = app.memory.write()
    if app.crash is None and memory_states is not None and (frame := app.leave.frame_to_keep) is not None:
        frame = frame._replace(file_states=(*frame.file_states, *memory_states))
        keep_first_frame(frame, app.state.brief_rows.brief_index.store.path)
    return ended(app.crash, app.return_code)


def _lost(number: int) -> str:
    what = "1 change of your marks was" if number == 1 else f"{number:,} changes of your marks were"
    return f"{what} not written, since another program holds their file"


@contextmanager
def textual_defaults() -> Iterator[None]:
    """Set `_DEFAULTS` in the environment for the import of Textual, except where the user has set a variable."""
    missing = {name: value for name, value in _DEFAULTS.items() if name not in os.environ}
    os.environ.update(missing)
    try:
        yield
    finally:
        for name in missing:  # the reader's editor is not to inherit them
            del os.environ[name]


def ended(crash: BaseException | None, code: int | None) -> int:
    """Return the exit code of an app that has ended; print a line if it crashed."""
    if crash is None:
        return 128 + TERMINAL.ending if TERMINAL.ending else code or 0
    from briefing.tui.launch.crash import log_crash

    print(visible(log_crash(crash, os.environ)), file=sys.stderr)  # noqa: T201 - the one line that a crash leaves
    return CRASHED
