"""Owns what claims rest on: a source as the brief describes it, and its saved text as it was read."""

from __future__ import annotations

from dataclasses import field
from enum import Enum, StrEnum

from briefing.base.frozen import frozen_kw_only
from briefing.format.dates import Edtf
from briefing.format.model.claims import NO_SPOTS, Cite, Other, Spots
from briefing.format.model.vocabulary import Reliability, SourceKind

_PART = 100_000
"""Characters of a text that are encoded together: all of them would take the memory of another text."""


class Unknown(Enum):
    """The writer says that a date is not known, which is not the same as saying nothing."""

    UNKNOWN = "unknown"


Published = Edtf | Unknown | None
"""A date, or stated to be unknown, or not given."""


@frozen_kw_only
class Source:
    """Somebody or something that says what a brief reports."""

    id: str
    number: int
    """Place in the brief's list, from 1: the number that cite marks show."""
    kind: SourceKind
    title: str | None = None
    name: str | None = None
    role: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    """BCP 47 tag of the saved text; picks the tables for numbers and dates in it. None: the brief's language."""
    url: str | None = None
    """An http or https address; nothing else gets here."""
    file: str | None = None
    """Path of the saved text, relative to the library's root. None: no text is held."""
    sha256: str | None = None
    """64 hex digits, small letters, of the saved text's bytes. None: not pinned."""
    published: Published = None
    retrieved: Published = None
    via: str | None = None
    """Id of the article that reports what this source says. None: it speaks for itself."""
    reliability: Reliability | None = None
    withdrawn: Edtf | str | None = None
    """When, or in words why, the source was retracted. None: it stands."""
    cites: tuple[Cite, ...] = ()
    """Where `via` names this source."""
    note: str | None = None
    others: tuple[Other, ...] = ()
    """Fields that were given and need no code of their own."""
    spots: Spots = field(default_factory=lambda: NO_SPOTS, compare=False, repr=False)

    @property
    def heading(self) -> str:
        """What a reader calls it: its title, else its name, else its publisher, else its role, else its id."""
        return self.title or self.name or self.publisher or self.role or self.id


class TextState(StrEnum):
    """What became of reading a saved text."""

    HELD = "held"
    NOT_HELD = "not held"
    """The source names no file, or the file is not there."""
    UNREADABLE = "unreadable"
    """The file is there and may not or cannot be read; `reason` says why."""


@frozen_kw_only
class SourceText:
    """The saved text of one source, as it was read."""

    state: TextState
    text: str = ""
    """Decoded and made safe (same length), line ends as \\n, no byte order mark. Empty unless held."""
    checksum: str = ""
    """SHA-256 of the file's bytes, 64 hex digits. Empty: these are `text` in UTF-8, or it is not held."""
    reason: str = ""
    """A sentence for the reader when it is not held."""

    @property
    def sha256(self) -> str:
        """Checksum of the file's bytes. Empty unless held."""
        if self.state is not TextState.HELD or self.checksum:
            return self.checksum
        from hashlib import sha256  # loads OpenSSL, 3.5 MB, which only pinned texts are worth

        made = sha256()
        for start in range(0, len(self.text), _PART):
            made.update(self.text[start : start + _PART].encode())
        return made.hexdigest()
