"""Owns `check --fix`: reads a brief's file, has it mended, shows the difference, and writes it whole or not at all."""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

from briefing.entries import Entry
from briefing.files import BRIEF_LIMIT, FileProblemError, read_bytes, write_atomically
from briefing.frozen import frozen
from briefing.library import Library
from briefing.mending import Checked, Mended, mend
from briefing.paths import STDIN, written
from briefing.reading import read_text
from briefing.safetext import safe_lines, visible


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


def fix(library: Library, entry: Entry, *, pin: bool) -> Fixed:
    """Mend what is certain in the file of an entry."""
    name = visible(written(entry.path))
    if entry.file == STDIN:
        return Fixed(sentences=("standard input cannot be mended: name a file",), failed=True)
    if not entry.alone and not _is_inside(entry):
        return Fixed(sentences=(f"{name}: not mended: this is a link that leads out of the library",))
    try:
        data = read_bytes(entry.path, BRIEF_LIMIT)
        text = data.decode("utf-8")
    except (FileProblemError, UnicodeDecodeError):
        return Fixed()  # a check says so
    mended = mend(text, lambda new: _checked(library, entry, new), pin=pin)
    sentences = _refused(name, mended)
    if mended.text == text:
        return Fixed(sentences=sentences)
    refusal = _write(entry, data, mended.text)
    if refusal is not None:
        return Fixed(sentences=(f"{name}: not mended: {refusal}",), failed=True)
    return Fixed(_diff(name, text, mended.text), len(mended.done), sentences)


def _write(entry: Entry, before: bytes, after: str) -> str | None:
    """Write the mended text, or return why it was not written."""
    try:
        if read_bytes(entry.path, BRIEF_LIMIT) != before:
            return "somebody has just changed it"
        write_atomically(entry.path, after.encode("utf-8"))
    except FileProblemError as error:
        return str(error)
    return None


def _is_inside(entry: Entry) -> bool:
    """Whether a file that nobody named is in the library once links are followed."""
    return Path(os.path.realpath(entry.path)).is_relative_to(os.path.realpath(entry.root))


def _checked(library: Library, entry: Entry, text: str) -> Checked:
    reading = read_text(text, entry.path, entry.id)
    if reading.brief is None:
        return Checked(None, reading.problems, {})
    findings = library.check(entry, reading.brief).findings
    return Checked(reading.brief, (*reading.problems, *findings), library.texts(entry, reading.brief))


def _refused(name: str, mended: Mended) -> tuple[str, ...]:
    why = "it would bring a new problem"
    return tuple(
        f"{name}:{one.spot.line}:{one.spot.column}: not mended: {one.sentence}; {why}" for one in mended.refused
    )


def _diff(name: str, before: str, after: str) -> str:
    lines = unified_diff(_lines(before), _lines(after), name, name, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _lines(text: str) -> list[str]:
    return [safe_lines(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
