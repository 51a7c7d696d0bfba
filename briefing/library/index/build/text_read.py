"""Reading one saved text for the index: from its file to the values to be written.

Runs in any process; knows no SQL.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from briefing.base.files import TEXT_LIMIT, FileProblemError, read_bytes
from briefing.base.named_tuple import NamedTuple
from briefing.base.safe_text import safe
from briefing.base.words import inner_trigrams, searchable, searchable_if_plain
from briefing.format.tree import unified_line_ends

_LEVEL = 1
"""Compression level of zlib."""
_PART = 1_000_000
"""Characters of a text encoded at a time."""
ABSENT = (0, -1)
"""Time and size recorded for a text whose file does not exist."""


class TextToRead(NamedTuple):
    """One saved text that is new, has changed or is gone: plain values, as `TextRead`."""

    row: int
    file: str
    """Path inside the library."""
    times: int
    """`files.change_time` of the file, taken before it is read."""
    size: int
    """Bytes; -1: the file does not exist."""
    is_new: bool
    """Whether it was never looked for before."""

    def read(self, root: Path) -> TextRead:
        """Read it. Never raises: of a text that cannot be read, nothing is to be written but its state."""
        text = None if (self.times, self.size) == ABSENT else _text(root / self.file, root)
        if text is None:
            return self.unread()
        return TextRead(self.row, self.times, self.size, self.is_new, _packed(text), *words_of(text))

    def unread(self) -> TextRead:
        """Return what is to be written of a text that cannot be read."""
        return TextRead(self.row, self.times, self.size, self.is_new, None, "", "")


class TextRead(NamedTuple):
    """What was read of one saved text, ready to be written: plain values, so that it passes cheaply between processes.

    The first four fields are those of `TextToRead`.
    """

    row: int
    times: int
    size: int
    is_new: bool
    packed: bytes | None
    """The text, compressed. None: it cannot be read, or is gone."""
    body: str
    """What the full text indexes, and `inside` as well."""
    inside: str


def words_of(text: str) -> tuple[str, str]:
    """Return the columns of the full text for a saved text."""
    plain = searchable_if_plain((text,))
    return (searchable(text), inner_trigrams((text,))) if plain is None else (plain[0], "")


def _packed(text: str) -> bytes:
    packer = zlib.compressobj(_LEVEL)
    parts = [packer.compress(text[at : at + _PART].encode("utf-8")) for at in range(0, len(text), _PART)]
    return b"".join([*parts, packer.flush()])


def _text(path: Path, root: Path) -> str | None:
    """Return a saved text, made safe; None if it cannot be read.

    A form feed becomes U+FFFD here, but a space in the text that is shown (`library/source_texts.py`).
    """
    try:
        text = read_bytes(path, TEXT_LIMIT, root).decode("utf-8-sig")
    except (FileProblemError, UnicodeDecodeError):  # reported where the source is shown
        return None
    return safe(unified_line_ends(text))
