"""Owns `check --fix`: reads a brief's file, has it mended, shows the difference, and writes it whole or not at all."""

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
from briefing.format.parse import read_text
from briefing.library.briefs import Library
from briefing.library.entries import Entry, read_file


@frozen
class Fixed:
    """What became of mending one file."""

    diff: str = ""
    """Safe to print. Empty: nothing was changed."""
    places: int = 0
    """How many places were mended."""
    sentences: tuple[str, ...] = ()
    """What was not mended, and why."""
    failed: bool = False
    """Whether the file could not be written."""


class Fixer:
    """Mends one file after the other, and removes what a killed one has left beside them."""

    def __init__(self, *, pin: bool) -> None:
        self._pin = pin
        self._cleared: set[Path] = set()
        """Folders in which nothing is left of a killed one."""

    def fix(self, library: Library, entry: Entry) -> Fixed:
        """Mend what is certain in the file of an entry."""
        name = visible(printed_path(entry.path))
        if entry.file == STDIN:
            return Fixed(sentences=("standard input cannot be mended: name a file",), failed=True)
        if not entry.alone and not _is_inside(entry):
            return Fixed(sentences=(f"{name}: not mended: this is a link that leads out of the library",))
        self._clear(Path(os.path.realpath(entry.path)).parent)
        try:
            data = read_file(entry)
            text = data.decode("utf-8")
        except (FileProblemError, UnicodeDecodeError):
            return Fixed()  # a check says so
        mended = fix_text(text, lambda new: _checked(library, entry, new), pin=self._pin)
        sentences = _refused(name, mended)
        if mended.text == text:
            return Fixed(sentences=sentences)
        try:
            root = None if entry.alone else entry.root
            others = write_atomically(entry.path, mended.text.encode("utf-8"), before=data, root=root)
        except FileProblemError as error:
            return Fixed(sentences=(f"{name}: not mended: {error}",), failed=True)
        if others:
            sentences = (*sentences, f"{name}: mended under this name alone: {_linked(others)}")
        return Fixed(_diff(name, text, mended.text), len(mended.done), sentences)

    def _clear(self, folder: Path) -> None:
        if folder not in self._cleared:
            self._cleared.add(folder)
            remove_stale_part_files(folder)


def _linked(others: int) -> str:
    """Say of how many hard links what becomes of them."""
    return (
        "the other hard link to it keeps the old text"
        if others == 1
        else f"{others:,} other hard links to it keep the old text"
    )


def _is_inside(entry: Entry) -> bool:
    """Whether a file that nobody named is in the library once links are followed."""
    return Path(os.path.realpath(entry.path)).is_relative_to(os.path.realpath(entry.root))


def _checked(library: Library, entry: Entry, text: str) -> CheckedBrief:
    reading = read_text(text, entry.path, entry.id)
    if reading.brief is None:
        return CheckedBrief(None, reading.problems, {})
    findings = library.check(entry, reading.brief).findings
    return CheckedBrief(reading.brief, (*reading.problems, *findings), library.texts(entry, reading.brief))


def _refused(name: str, mended: FixResult) -> tuple[str, ...]:
    why = "it would bring a new problem"
    refused = (f"{name}:{one.spot.line}:{one.spot.column}: not mended: {one.sentence}; {why}" for one in mended.refused)
    return (*refused, *([] if mended.is_all else [f"{name}: there is more to mend than is done at once: run it again"]))


def _diff(name: str, before: str, after: str) -> str:
    lines = unified_diff(_lines(before), _lines(after), name, name, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _lines(text: str) -> list[str]:
    return [safe_lines(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
