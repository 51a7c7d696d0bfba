"""`check --fix`: fixes the file of a brief and shows the diff. The file is written whole or not at all."""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

from briefing.base.files import FileProblemError, write_atomically
from briefing.base.frozen import frozen
from briefing.base.part_files import remove_stale_part_files
from briefing.base.paths import STDIN, printed_path
from briefing.base.safe_text import safe_lines, visible
from briefing.fix import CheckedBrief, FixResult, fix_text
from briefing.format.parse import read_brief_text
from briefing.format.tree import unified_line_ends
from briefing.library.briefs import Library
from briefing.library.entries import Entry, read_file


@frozen
class FixedFile:
    """The result of fixing one file."""

    diff: str = ""
    """The changes as a unified diff, safe to print. Empty: nothing was changed."""
    places: int = 0
    """Number of places that were fixed."""
    sentences: tuple[str, ...] = ()
    """What was not fixed, and why."""
    failed: bool = False
    """Whether the file could not be written."""


class Fixer:
    """Fixes one file after the other, and removes stale part files beside them."""

    def __init__(self, *, pin: bool) -> None:
        self._pin = pin
        self._cleared: set[Path] = set()
        """Folders whose stale part files have been removed."""

    def fix(self, library: Library, entry: Entry) -> FixedFile:
        """Fix what is certain in the file of a brief."""
        name = visible(printed_path(entry.path))
        if entry.file == STDIN:
            return FixedFile(sentences=("standard input cannot be fixed: name a file",), failed=True)
        if not entry.alone and not _is_inside(entry):
            return FixedFile(sentences=(f"{name}: not fixed: this is a link that leads out of the library",))
        self._clear(Path(os.path.realpath(entry.path)).parent)
        try:
            data = read_file(entry)
            text = data.decode("utf-8")
        except (FileProblemError, UnicodeDecodeError):
            return FixedFile()  # the check reports it
        result = fix_text(text, lambda new: _checked(library, entry, new), pin=self._pin)
        sentences = _refused(name, result)
        if result.text == text:
            return FixedFile(sentences=sentences)
        try:
            root = None if entry.alone else entry.root
            others = write_atomically(entry.path, result.text.encode("utf-8"), before=data, root=root)
        except FileProblemError as error:
            return FixedFile(sentences=(f"{name}: not fixed: {error}",), failed=True)
        if others:
            sentences = (*sentences, f"{name}: fixed only under this name: {_linked(others)}")
        return FixedFile(_diff(name, text, result.text), len(result.done), sentences)

    def _clear(self, folder: Path) -> None:
        if folder not in self._cleared:
            self._cleared.add(folder)
            remove_stale_part_files(folder)


def _linked(others: int) -> str:
    """Return what happens to the other hard links."""
    return (
        "the other hard link to it keeps the old text"
        if others == 1
        else f"{others:,} other hard links to it keep the old text"
    )


def _is_inside(entry: Entry) -> bool:
    """Tell whether the file of an entry is inside the library, links followed."""
    return Path(os.path.realpath(entry.path)).is_relative_to(os.path.realpath(entry.root))


def _checked(library: Library, entry: Entry, text: str) -> CheckedBrief:
    reading = read_brief_text(text, entry.path, entry.id)
    if reading.brief is None:
        return CheckedBrief(None, reading.problems, {})
    findings = library.check(entry, reading.brief).findings
    return CheckedBrief(reading.brief, (*reading.problems, *findings), library.texts(entry, reading.brief))


def _refused(name: str, result: FixResult) -> tuple[str, ...]:
    why = "it would cause a new problem"
    refused = (f"{name}:{one.spot.line}:{one.spot.column}: not fixed: {one.sentence}; {why}" for one in result.refused)
    return (*refused, *([] if result.is_all else [f"{name}: there is more to fix than is done at once: run it again"]))


def _diff(name: str, before: str, after: str) -> str:
    lines = unified_diff(_lines(before), _lines(after), name, name, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _lines(text: str) -> list[str]:
    return [safe_lines(line) for line in unified_line_ends(text).split("\n")]
