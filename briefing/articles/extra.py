"""The readers that need the extra `articles`, loaded when an article needs them; a sentence if the extra is missing."""

from __future__ import annotations

from typing import Protocol

from briefing.articles.article import ArticleError
from briefing.articles.found import Found, Reader


class PageReader(Protocol):
    """Reads a saved page; `declared` is the encoding that a mail gives for it."""

    def __call__(self, data: bytes, declared: str | None = None, *, is_mail: bool = False) -> Found:
        """Return what the page says."""


def page_reader() -> PageReader:
    """Return the reader of HTML.

    Raises:
        ArticleError: the extra is not installed.

    """
    try:
        from briefing.articles.pages import read_page  # loads lxml and trafilatura
    except ImportError as error:
        raise _missing("HTML", error) from error
    return read_page


def pdf_reader() -> Reader:
    """Return the reader of PDF.

    Raises:
        ArticleError: the extra is not installed.

    """
    try:
        from briefing.articles.pdf import read_pdf  # loads pypdf
    except ImportError as error:
        raise _missing("PDF", error) from error
    return read_pdf


def _missing(what: str, error: ImportError) -> ArticleError:
    if (error.name or "").startswith("briefing"):
        raise error
    return ArticleError(f"{what} needs the extra `articles`: pip install 'briefing[articles]'")
