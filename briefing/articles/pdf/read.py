"""Reads the text of a PDF with places and sizes, within limits of time, pages and unpacked bytes."""

from __future__ import annotations

import logging
import math
import re
import struct
import time
import warnings
import zlib
from collections.abc import Sequence
from io import BytesIO

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from briefing.articles.article import ArticleError
from briefing.articles.found import Found, named_author
from briefing.articles.pdf.ink import Ink
from briefing.articles.pdf.layout import Line, Piece, lines_of, text_of

_MOST_PAGES = 200
_SECONDS = 15.0
"""Time for all pages of a file. It is asked between pages; `_LIMITS` bound each of them."""
_LIMITS = {
    "zlib_maximum_output_length": 8_000_000,
    "lzw_maximum_output_length": 8_000_000,
    "run_length_maximum_output_length": 8_000_000,
    "array_based_stream_maximum_output_length": 8_000_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_parsing_work_maximum_count": 400_000,
    "xform_maximum_invocations_per_extraction": 200,
    "page_tree_maximum_entries": 5000,
    "page_tree_maximum_page_entries": 20_000,
    "array_maximum_element_count": 50_000,
    "dictionary_maximum_element_count": 50_000,
}
"""What pypdf reads at most, in bytes, objects or operators; by its names."""
_ENCRYPTED = "the PDF is encrypted: save it without a password first"
_FAULTS = (
    *(PyPdfError, DeprecationError),
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, RuntimeError),
    *(OSError, EOFError, MemoryError, zlib.error, struct.error),
)
"""What pypdf raises for damaged files: "broken PDF files might cause other exceptions", its documentation says."""
_NO_TITLE = re.compile(
    r"(?:microsoft word|microsoft powerpoint|untitled|unbenannt|document\d*|print|layout 1)\b.*"
    r"|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|html?)",
    re.IGNORECASE,
)
"""Titles that programs write where nobody has given one."""


def read_pdf(data: bytes) -> Found:
    """Read the text of a PDF.

    Raises:
        ArticleError: it is damaged, encrypted, has no text, or takes too long.

    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings(), apply_configuration(None, **_LIMITS):
            warnings.simplefilter("ignore")
            return _found(
                PdfReader(BytesIO(data), root_object_recovery_limit=1000, xref_stream_maximum_entries=200_000)
            )
    except DependencyError as error:  # a cipher that pypdf has no library for
        raise ArticleError(_ENCRYPTED) from error
    except _FAULTS as error:
        raise ArticleError("the PDF is damaged") from error


def _found(reader: PdfReader) -> Found:
    if reader.is_encrypted and not reader.decrypt(""):
        raise ArticleError(_ENCRYPTED)
    pages = _pages(reader)
    if not any(pages):
        raise ArticleError("this PDF has no text, only pictures of pages: run it through OCR first")
    title, blocks = text_of(pages)
    about = reader.metadata
    given = str(about.title or "") if about is not None else ""
    return Found(
        blocks=tuple(blocks),
        title=title or (given if len(given.split()) > 1 and not _NO_TITLE.fullmatch(given) else None),
        author=named_author(str(about.author or "")) if about is not None else None,
        language=str(reader.root_object.get("/Lang") or "") or None,
    )


def _pages(reader: PdfReader) -> list[list[Line]]:
    """Return the lines of each page."""
    if len(reader.pages) > _MOST_PAGES:
        raise ArticleError(f"the PDF has more than {_MOST_PAGES} pages")
    end = time.monotonic() + _SECONDS
    pages: list[list[Line]] = []
    for number, page in enumerate(reader.pages):
        pages.append(lines_of(_pieces(page), number))
        if time.monotonic() > end:
            raise ArticleError("reading the PDF takes too long")
    return pages


def _pieces(page: PageObject) -> list[Piece]:
    """Return the text of a page in the order of its drawing, with places, without what nobody sees.

    Invisible text stays where it is most of a page with a picture: so is the text of a scanned page kept.
    """
    drawn: list[tuple[Piece, bool]] = []
    ink = Ink()

    def take(text: str, outer: Sequence[float], inner: Sequence[float], font: object, size: float) -> None:
        if text:
            a, b, c, d = (
                inner[0] * outer[0] + inner[1] * outer[2],
                inner[0] * outer[1] + inner[1] * outer[3],
                inner[2] * outer[0] + inner[3] * outer[2],
                inner[2] * outer[1] + inner[3] * outer[3],
            )
            x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
            y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            name = str(font.get("/BaseFont", "")) if isinstance(font, dict) else ""
            is_bold = "bold" in name.lower() or "black" in name.lower()
            turned = round(math.degrees(math.atan2(b, a)) / 45) % 8
            piece = Piece(text, x, y, abs(size) * math.hypot(c, d), turned, is_bold)
            drawn.append((piece, ink.is_hidden()))

    page.extract_text(visitor_operand_before=ink.follow, visitor_text=take)
    hidden = sum(len(piece.text.strip()) for piece, is_hidden in drawn if is_hidden)
    seen = sum(len(piece.text.strip()) for piece, is_hidden in drawn if not is_hidden)
    if ink.has_picture and hidden > seen:
        return [piece for piece, _ in drawn]
    return [_without_words(piece) if is_hidden else piece for piece, is_hidden in drawn]


def _without_words(piece: Piece) -> Piece:
    """Return a piece that only ends its line, if it does."""
    return piece._replace(text="\n" if piece.text.endswith("\n") else "")
