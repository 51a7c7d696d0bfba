"""The kinds of articles that are read, told by their content. Everything else asks this table."""

from __future__ import annotations

from collections.abc import Callable

from briefing.articles.extra import page_reader, pdf_reader
from briefing.articles.found import Found, Reader
from briefing.articles.signs import is_docx, is_mail, is_markdown, is_page, is_pdf
from briefing.base.frozen import frozen


@frozen
class Kind:
    """One kind of article."""

    name: str
    """For people, in the plural: "PDF files"."""
    fits: Callable[[bytes], bool]
    """Whether the bytes of a file are of this kind; the kinds before it in the table did not fit."""
    read: Reader


def _read_page(data: bytes) -> Found:
    return page_reader()(data)


def _read_pdf(data: bytes) -> Found:
    return pdf_reader()(data)


def _read_mail(data: bytes) -> Found:
    from briefing.articles.mail import read_mail

    return read_mail(data)


def _read_docx(data: bytes) -> Found:
    from briefing.articles.docx import read_docx

    return read_docx(data)


def _read_markdown(data: bytes) -> Found:
    from briefing.articles.markdown import read_markdown

    return read_markdown(data)


def _read_plain(data: bytes) -> Found:
    from briefing.articles.plain import read_plain

    return read_plain(data)


KINDS = (
    Kind("PDF files", is_pdf, _read_pdf),
    Kind("Word documents (.docx)", is_docx, _read_docx),
    Kind("mail and pages saved as mail (.eml, .mhtml)", is_mail, _read_mail),
    Kind("HTML pages", is_page, _read_page),
    Kind("Markdown", is_markdown, _read_markdown),
    Kind("plain text", lambda _: True, _read_plain),
)
"""The kinds in the order in which they are tried."""
