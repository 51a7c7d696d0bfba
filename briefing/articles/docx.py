"""DOCX, by `zipfile` and expat, within limits; a document that declares its type, and maybe entities, is refused."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Protocol
from xml.parsers import expat

from briefing.articles.article import ArticleError
from briefing.articles.found import Found, named_author

_MOST_ENTRIES = 5000
_LARGEST_PART = 16 * 1024 * 1024
"""Bytes of one part, unpacked."""
_RATIO = 200
"""Unpacked bytes for each packed one at most; the XML of Word has 5 to 40."""
_SMALL_PART = 1024 * 1024
"""A part of no more bytes than this may be packed better."""
_OTHER_PACKING = "the document is encrypted, or packed in a way that is not read"
_TOO_LARGE = "it is too large when unpacked"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "http://purl.org/dc/elements/1.1/}"
_SKIPPED = frozenset(
    {f"{_W}{name}" for name in ("instrText", "delText", "del", "moveFrom", "txbxContent", "pict", "tabs")}
    | {f"{_COMPATIBILITY}{name}" for name in ("Fallback", "AlternateContent")}
)
"""What is no text of the article: deleted words, codes of fields, text boxes, tab stops."""
_SPACES = frozenset({f"{_W}tab", f"{_W}br", f"{_W}cr"})
_UNWANTED_STYLE = re.compile(r"caption|toc\b|toc ?\d|header|footer|footnote|endnote", re.IGNORECASE)


def read_docx(data: bytes) -> Found:
    """Read a document of Word.

    Raises:
        ArticleError: the file is damaged, too large when unpacked, or declares entities.

    """
    styles, core = _Styles(), _Core()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if len(archive.infolist()) > _MOST_ENTRIES:
                raise ArticleError("it holds too many parts for a document")
            _parse(_part(archive, "word/styles.xml"), styles)
            document = _Document(styles.names)
            _parse(_part(archive, "word/document.xml"), document)
            _parse(_part(archive, "docProps/core.xml"), core)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, struct.error, EOFError, OSError, ValueError) as error:
        raise ArticleError("the document is damaged") from error
    except (NotImplementedError, RuntimeError) as error:
        raise ArticleError(_OTHER_PACKING) from error
    return Found(
        blocks=tuple(document.blocks),
        title=document.titles[0] if document.titles else None,
        author=named_author(core.values.get(f"{_DC}creator", "")),
        language=core.values.get(f"{_DC}language") or styles.language,
    )


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Unpack a part; a part that is not there is empty."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    most = max(_SMALL_PART, min(_LARGEST_PART, info.compress_size * _RATIO))
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise ArticleError(_OTHER_PACKING)
    if info.file_size > most:
        raise ArticleError(_TOO_LARGE)
    with archive.open(info) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise ArticleError(_TOO_LARGE)
    return data


class _Part(Protocol):
    """Takes the XML of one part."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take characters."""


def _parse(data: bytes, part: _Part) -> None:
    if not data:
        return
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = part.start
    parser.EndElementHandler = part.end
    parser.CharacterDataHandler = part.text
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(data, True)


def _refuse(*_: object) -> None:
    raise ArticleError("it declares entities, which no document needs")


class _Styles:
    """The names of the styles by their ids, which Word writes in the language of its user; the language of the text."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.language: str | None = None
        self._id = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        if tag == f"{_W}style":
            self._id = attributes.get(f"{_W}styleId", "")
        elif tag == f"{_W}name" and self._id:
            self.names.setdefault(self._id, attributes.get(f"{_W}val", "").lower())
        elif tag == f"{_W}lang" and not self._id:
            self.language = attributes.get(f"{_W}val")

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take characters."""


class _Core:
    """What the document says about itself, by the names of Dublin Core."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._tag = ""

    def start(self, tag: str, _: dict[str, str]) -> None:
        """Take the start of an element."""
        self._tag = tag

    def end(self, _: str) -> None:
        """Take the end of an element."""
        self._tag = ""

    def text(self, text: str) -> None:
        """Take characters."""
        if self._tag:
            self.values[self._tag] = self.values.get(self._tag, "") + text.strip()


class _Document:
    """The paragraphs of a document."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.titles: list[str] = []
        self.blocks: list[str] = []
        self._styles = styles
        self._skipping = 0
        """Elements without text that the place in the document is in."""
        self._is_text = False
        self._is_hidden = False
        self._pieces: list[str] = []
        self._style = ""
        self._cells: list[str] | None = None
        """The cells of the table row that is read; None: no table is."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        if self._skipping or tag in _SKIPPED:
            self._skipping += 1
        elif tag == f"{_W}p":
            self._pieces, self._style = [], ""
        elif tag == f"{_W}r":
            self._is_hidden = False
        elif tag == f"{_W}vanish":
            self._is_hidden = attributes.get(f"{_W}val", "1") not in {"0", "false", "off"}
        elif tag == f"{_W}t":
            self._is_text = not self._is_hidden
        elif tag == f"{_W}tr":
            self._cells = []
        elif tag == f"{_W}pStyle":
            style = attributes.get(f"{_W}val", "")
            self._style = self._styles.get(style, style.lower())

    def text(self, text: str) -> None:
        """Take characters."""
        if self._is_text and not self._skipping:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._skipping:
            self._skipping -= 1
        elif tag == f"{_W}t":
            self._is_text = False
        elif tag in _SPACES:
            self._pieces.append(" ")
        elif tag == f"{_W}noBreakHyphen":
            self._pieces.append("\u2011")
        elif tag == f"{_W}p":
            self._end_paragraph()
        elif tag == f"{_W}tr":
            cells, self._cells = self._cells or [], None
            self.blocks.append(" | ".join(cells))

    def _end_paragraph(self) -> None:
        text = "".join(self._pieces).strip()
        if not text or _UNWANTED_STYLE.match(self._style):
            return
        if self._cells is not None:
            self._cells.append(text)
        elif self._style == "title":
            self.titles.append(text)
        else:
            self.blocks.append(text)
