"""A brief's file while it is edited: its text, each change written at once, and undone as long as nobody else wrote.

Nothing is written over a change of another program: the file is then read again, and nothing before can be undone.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from briefing.base.files import BRIEF_LIMIT, FileChangedError, FileProblemError, read_bytes, stamp, write_atomically
from briefing.base.part_files import remove_stale_part_files
from briefing.edit.brief_text import EditError
from briefing.edit.undo_log import UndoLog, change_between, load_log, save_log

_ELSEWHERE = "nothing was written: another program has changed the file, which was read again"


class ChangedElsewhereError(EditError):
    """Another program has changed the file. It was read again, and nothing was written."""


class EditedFile:
    """The file of one brief. It is read when it is made; `text` is what the file has, as far as is known."""

    def __init__(self, path: Path, environment: Mapping[str, str], root: Path | None = None) -> None:
        """Read a file, and what can be undone in it.

        With `root` the file must lie inside, links followed.

        Raises:
            EditError: it cannot be read as text.
        """
        self.path = path
        self._root, self._environment = root, environment
        self._real = Path(os.path.realpath(path))
        self._text = ""
        self._stamp = stamp(path)
        self._log = UndoLog(self._real)
        self._has_said: set[str] = set()
        self.remarks: list[str] = []
        """What the reader has to be told once: a damaged log, other names of the file."""
        self._read()
        remove_stale_part_files(self._real.parent)

    @property
    def text(self) -> str:
        """The text of the file."""
        return self._text

    @property
    def undoes(self) -> str | None:
        """What the next undo takes back. None: there is nothing to undo."""
        return self._log.changes[-1].words if self._log.changes else None

    def look(self) -> bool:
        """Read the file again if another program has changed it; tell whether its text is another one.

        Raises:
            EditError: it is gone, or cannot be read.
        """
        if stamp(self.path) == self._stamp:
            return False
        before = self._text
        self._read()
        return self._text != before

    def write(self, text: str, words: str) -> None:
        """Write a text in place of the present one. `words` say what it does, for the undo.

        Raises:
            ChangedElsewhereError: the file is another one by now.
            EditError: it cannot be written; the file has the old text.
        """
        if text == self._text:
            return
        self._require_same()
        log = self._log.with_change(change_between(self._text, text, words))
        # First the log: whoever is ended between the two leaves a change that was not made, which `fitting` leaves out.
        if not save_log(log, self._environment):
            self._say_once("no undo after a restart: the state folder cannot be written")
        self._put(text)
        self._log = log

    def undo(self) -> str:
        """Take the last change back; return what it was.

        Raises:
            ChangedElsewhereError: the file is another one by now.
            EditError: there is nothing to undo, or it cannot be written.
        """
        self._require_same()
        if not self._log.changes:
            raise EditError("there is nothing to undo")
        last = self._log.changes[-1]
        before = last.undone(self._text)
        if before is None:
            self._log = UndoLog(self._real)
            raise EditError("there is nothing to undo: the file was changed by another program")
        self._put(before)
        self._log = self._log.without_last()
        save_log(self._log, self._environment)
        return last.words

    def _require_same(self) -> None:
        """Refuse to go on if another program has changed the file: its log may be of that program, too."""
        if self.look():
            raise ChangedElsewhereError(_ELSEWHERE)

    def _put(self, text: str) -> None:
        data = text.encode("utf-8")
        if len(data) > BRIEF_LIMIT:
            raise EditError(f"the brief would be larger than {BRIEF_LIMIT // 1024:,} kB, the most that is read")
        try:
            others = write_atomically(self.path, data, before=self._text.encode("utf-8"), root=self._root)
        except FileChangedError as error:
            self._read()
            raise ChangedElsewhereError(_ELSEWHERE) from error
        except FileProblemError as error:
            save_log(self._log, self._environment)
            raise EditError(f"nothing was written: {error}") from error
        self._text, self._stamp = text, stamp(self.path)
        if others:
            self._say_once("the file has another name (a hard link), which keeps the old text")

    def _read(self) -> None:
        """Read the file, and the log of what led to its text."""
        now = stamp(self.path)
        try:
            text = read_bytes(self.path, BRIEF_LIMIT, self._root).decode("utf-8")
        except FileProblemError as error:
            raise EditError(str(error)) from error
        except UnicodeDecodeError as error:
            raise EditError("the file is not UTF-8, so that it cannot be changed here; e opens the editor") from error
        loaded = load_log(self._real, self._environment)
        if loaded.set_aside is not None:
            self._say_once(f"what could be undone is damaged, and was set aside as {loaded.set_aside}")
        self._text, self._stamp, self._log = text, now, loaded.log.fitting(text)

    def _say_once(self, sentence: str) -> None:
        if sentence not in self._has_said:
            self._has_said.add(sentence)
            self.remarks.append(sentence)
