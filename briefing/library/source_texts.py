"""The saved texts of a library: finding the file that a source names, and reading it."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

from briefing.base.files import TEXT_LIMIT, FileProblemError, read_bytes
from briefing.base.named_tuple import NamedTuple
from briefing.base.paths import is_there
from briefing.base.safe_text import safe, visible
from briefing.format.model import SourceText, TextState
from briefing.library.entries import Entry


class SavedTextFile(NamedTuple):
    """The file of a saved text."""

    file: str
    """Path relative to `root`, as the source names it."""
    root: Path
    """The folder that the file must not lead out of."""

    @property
    def path(self) -> Path:
        """The path of the file."""
        return self.root / self.file


def _roots(entry: Entry) -> Iterator[Path]:
    """Yield the folders that the entry's saved texts may be relative to, the likeliest first."""
    yield entry.root
    if entry.alone:
        above = Path(os.path.realpath(entry.root))
        top = next((folder for folder in (above, *above.parents) if is_there(folder / ".git")), above)
        yield from (folder for folder in above.parents if folder.is_relative_to(top))


def find_saved_text(entry: Entry, file: str) -> SavedTextFile | None:
    """Return the saved text file that a source of that entry names, or None if it does not exist."""
    places = (SavedTextFile(file, root) for root in _roots(entry))
    return next((place for place in places if os.path.lexists(place.path)), None)


def read_saved_text(saved: SavedTextFile) -> SourceText:
    """Read a saved text. Never raises: `state` and `reason` of the result say what went wrong."""
    from briefing.format.tree import unified_line_ends  # loads YAML, which finding a text does not need

    name = visible(saved.file)
    try:
        data = read_bytes(saved.path, TEXT_LIMIT, saved.root)
        text = data.decode("utf-8-sig")
    except FileProblemError as error:
        return SourceText(state=TextState.UNREADABLE, reason=f"{name}: {error}")
    except UnicodeDecodeError:
        return SourceText(state=TextState.UNREADABLE, reason=f"{name}: {_not_utf8(data)}")
    unified = unified_line_ends(text).replace("\f", " ")  # a page break may be inside a sentence
    shown = safe(unified)
    is_same = shown is text and not data.startswith(BOM_UTF8)
    return SourceText(state=TextState.HELD, text=shown, checksum="" if is_same else _checksum(data))


def _checksum(data: bytes) -> str:
    from hashlib import sha256  # loads OpenSSL, 3.5 MB, and most texts need no checksum

    return sha256(data).hexdigest()


def _not_utf8(data: bytes) -> str:
    """Say where the first byte is that is not UTF-8."""
    from briefing.format.tree import decode

    finding = decode(data).finding
    if finding is None:
        return "the file is not UTF-8"
    return f"{finding.sentence}, line {finding.spot.line}, column {finding.spot.column}"
