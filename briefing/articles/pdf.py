"""PDF: text by pypdf, within limits; running heads, page numbers and hyphens at line ends are mended here."""

from __future__ import annotations

import logging
import re
import time
import warnings
from collections import Counter
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from briefing.articles.article import ArticleError
from briefing.articles.found import Found
from briefing.articles.paragraphs import unwrapped

_MOST_PAGES = 300
_EDGE = 2
"""Lines at the top and at the foot of a page that may be running heads."""
_SECONDS = 20.0
"""Time for all pages of a file; asked between pages."""
_FAULTS = (
    PyPdfError, DependencyError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError,
    OSError, AssertionError, NotImplementedError, MemoryError, RuntimeError,
)  # fmt: skip
"""What pypdf raises for damaged files: it says itself that "broken PDF files might cause other exceptions"."""


def read_pdf(data: bytes) -> Found:
    """Read the text of a PDF.

    Raises:
        ArticleError: it is damaged, encrypted, has no text, or takes too long.

    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _found(PdfReader(BytesIO(data), strict=False))
    except _FAULTS as error:
        raise ArticleError("the PDF is damaged") from error


def _found(reader: PdfReader) -> Found:
    if reader.is_encrypted and not reader.decrypt(""):
        raise ArticleError("the PDF is encrypted: save it without a password first")
    if len(reader.pages) > _MOST_PAGES:
        raise ArticleError(f"the PDF has more than {_MOST_PAGES} pages")
    end = time.monotonic() + _SECONDS
    pages: list[list[str]] = []
    for page in reader.pages:
        pages.append(page.extract_text().splitlines())
        if time.monotonic() > end:
            raise ArticleError("reading the PDF takes too long")
    text = "\n".join("\n".join(lines) for lines in _without_edges(pages))
    if not text.strip():
        raise ArticleError("this PDF has no text, only pictures of pages: run it through OCR first")
    return Found(blocks=tuple(unwrapped(text, is_typeset=True)))


def _without_edges(pages: list[list[str]]) -> list[list[str]]:
    """Return pages without the lines that most of them begin or end with, and without page numbers."""
    edges = Counter(key for lines in pages for key in {_key(line) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    running = {key for key, count in edges.items() if count > max(1, len(pages) // 3)} | {"#"}
    return [
        [
            line
            for at, line in enumerate(lines)
            if not (_key(line) in running and (at < _EDGE or at >= len(lines) - _EDGE))
        ]
        for lines in pages
    ]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))
