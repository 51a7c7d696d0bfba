"""One run of the reader in which a brief is edited: there is no frame before Textual's, and none is kept."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence

from briefing.base.problems import Problem
from briefing.edit.edited_file import EditedFile
from briefing.library.open import OpenedLibrary
from briefing.tui.data.mark_cache import marks_of
from briefing.tui.data.remembered import Begun
from briefing.tui.run import ended, textual_defaults
from briefing.tui.terminal.session import TERMINAL


def run_editing(opened: OpenedLibrary, begun: Begun, edited: EditedFile, problems: Sequence[Problem] = ()) -> int:
    """Edit the one brief that was opened, until the reader leaves; return the program's exit code."""
    gc.disable()  # nothing of the start is garbage; the app turns it on again after its first paint
    try:
        with textual_defaults():
            from briefing.tui.edit_app import EditingApp
        app = EditingApp(opened, begun, edited, problems, marks_of(opened, os.environ))
        app.run()
    finally:
        TERMINAL.give_back()
    app.close()
    app.memory.write()
    return ended(app.crash, app.return_code)
