"""Owns the saved texts of a library: where the one is that a source names, and reading it."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.base.files import TEXT_LIMIT, FileProblemError, read_bytes
from briefing.base.paths import is_there
from briefing.base.safe_text import safe, visible
from briefing.format.model import SourceText, TextState
from briefing.format.tree import decode
from briefing.library.entries import Entry


class SavedTextFile(NamedTuple):
    """A saved text, as a source names it."""

    file: str
    root: Path

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.root / self.file


def _roots(entry: Entry) -> Iterator[Path]:
    """Yield the folders that the entry's saved texts may be named from, the likeliest first."""
    yield entry.root
    if entry.alone:
        above = Path(os.path.realpath(entry.root))
        top = next((folder for folder in (above, *above.parents) if is_there(folder / ".git")), above)
        yield from (folder for folder in above.parents if folder.is_relative_to(top))


def find_saved_text(entry: Entry, file: str) -> SavedTextFile | None:
    """Return where the saved text is that a source of that entry names, or None when nothing is there."""
    places = (SavedTextFile(file, root) for root in _roots(entry))
    return next((place for place in places if os.path.lexists(place.path)), None)


def read_saved_text(saved: SavedTextFile) -> SourceText:
    """Read a saved text. Never raises: the state says what became of it."""
    name = visible(saved.file)
    try:
        data = read_bytes(saved.path, TEXT_LIMIT, saved.root)
        text = data.decode("utf-8-sig")
    except FileProblemError as error:
        return SourceText(state=TextState.UNREADABLE, reason=f"{name}: {error}")
    except UnicodeDecodeError:
        return SourceText(state=TextState.UNREADABLE, reason=f"{name}: {_not_utf8(data)}")
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")  # a page ends inside a sentence
    shown = safe(unified)
    is_same = shown is text and not data.startswith(BOM_UTF8)
    return SourceText(state=TextState.HELD, text=shown, checksum="" if is_same else _checksum(data))


def _checksum(data: bytes) -> str:
    from hashlib import sha256  # loads OpenSSL, 3.5 MB: most texts are what their files hold

    return sha256(data).hexdigest()


def _not_utf8(data: bytes) -> str:
    """Say where the first byte stands that is no character of UTF-8."""
    finding = decode(data).finding
    if finding is None:
        return "the file is not UTF-8"
    return f"{finding.sentence}, line {finding.spot.line}, column {finding.spot.column}"
