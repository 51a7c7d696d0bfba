"""A source as the brief describes it, and its saved text as it was read."""

from __future__ import annotations

from enum import Enum, StrEnum

from briefing.base.frozen import field, frozen_kw_only
from briefing.format.dates import Edtf
from briefing.format.model.claims import NO_SPOTS, Cite, Other, Spots
from briefing.format.model.vocabulary import Reliability, SourceKind

_PART = 100_000
"""Characters of a text that are encoded at a time, to save the memory of a second copy."""


class Unknown(Enum):
    """The writer states that a date is unknown; None, in contrast, means that nothing is stated."""

    UNKNOWN = "unknown"


Published = Edtf | Unknown | None
"""A date; or stated to be unknown; or not given (None)."""


@frozen_kw_only
class Source:
    """A person, document or organisation that the brief cites."""

    id: str
    number: int
    """Position in the brief's list, from 1: the number of its cite marks."""
    kind: SourceKind
    title: str | None = None
    name: str | None = None
    role: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    """BCP 47 tag of the saved text, in which numbers and dates are recognised. None: the brief's language."""
    url: str | None = None
    """An http or https address, never another scheme."""
    file: str | None = None
    """Path of the saved text, relative to the root of the library. None: there is none."""
    sha256: str | None = None
    """Checksum of the bytes of the saved text, 64 hex digits in small letters. None: not given."""
    published: Published = None
    retrieved: Published = None
    via: str | None = None
    """Id of the article that reports what this source says. None: the source was read itself."""
    reliability: Reliability | None = None
    withdrawn: Edtf | str | None = None
    """The date or, in words, the reason of its retraction. None: not retracted."""
    cites: tuple[Cite, ...] = ()
    """The words with which `via` names this source."""
    note: str | None = None
    others: tuple[Other, ...] = ()
    """Fields that were given and need no code of their own."""
    spots: Spots = field(default_factory=lambda: NO_SPOTS, compare=False, repr=False)

    @property
    def heading(self) -> str:
        """Its name for readers: the first of title, name, publisher, role and id that is given."""
        return self.title or self.name or self.publisher or self.role or self.id


class TextState(StrEnum):
    """Whether a saved text could be read."""

    HELD = "held"
    NOT_HELD = "not held"
    """The source names no file, or there is no such file."""
    UNREADABLE = "unreadable"
    """The file may not or cannot be read; `reason` says why."""


@frozen_kw_only
class SourceText:
    """The saved text of one source, as it was read."""

    state: TextState
    text: str = ""
    """Decoded and made safe (same length), line ends as \\n, no byte order mark. Empty unless held."""
    checksum: str = ""
    """SHA-256 of the file's bytes, 64 hex digits. Empty: the bytes are `text` in UTF-8, or the text is not held."""
    reason: str = ""
    """A sentence for the reader when it is not held."""

    @property
    def sha256(self) -> str:
        """Checksum of the file's bytes, computed if need be. Empty unless held."""
        if self.state is not TextState.HELD or self.checksum:
            return self.checksum
        from hashlib import sha256  # loads OpenSSL, 3.5 MB, which only sources with a checksum need

        made = sha256()
        for start in range(0, len(self.text), _PART):
            made.update(self.text[start : start + _PART].encode())
        return made.hexdigest()
