"""The kinds of articles that are read, told by their content. Everything else asks this table."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.articles.article import ArticleError
from briefing.articles.found import Found, Reader
from briefing.base.frozen import frozen

_HEAD = 4096
_PAGE = re.compile(
    rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,300}>\s*|<!--.{0,3000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|section|p|h1|table|header|span|script|link|style|base)\b",
    re.IGNORECASE | re.DOTALL,
)


@frozen
class Kind:
    """One kind of article."""

    name: str
    """For people, in the plural: "PDF files"."""
    fits: Callable[[bytes], bool]
    """Whether the bytes of a file are of this kind; the kinds before it in the table did not fit."""
    read: Reader


def _is_page(data: bytes) -> bool:
    head = data[:_HEAD]
    return _PAGE.match(head.replace(b"\x00", b"")) is not None


def _is_markdown(data: bytes) -> bool:
    from briefing.articles.markdown import is_markdown

    return is_markdown(data[: _HEAD * 8].decode("utf-8", "replace"))


def _read_page(data: bytes) -> Found:
    try:
        from briefing.articles.pages import read_page  # loads lxml
    except ImportError as error:
        raise _missing("HTML", error) from error
    return read_page(data)


def _read_pdf(data: bytes) -> Found:
    try:
        from briefing.articles.pdf import read_pdf  # loads pypdf
    except ImportError as error:
        raise _missing("PDF", error) from error
    return read_pdf(data)


def _missing(what: str, error: ImportError) -> ArticleError:
    if (error.name or "").startswith("briefing"):
        raise error
    return ArticleError(f"{what} needs the extra `articles`: pip install 'briefing[articles]'")


def _is_mail(data: bytes) -> bool:
    from briefing.articles.mail import is_mail

    return is_mail(data)


def _read_mail(data: bytes) -> Found:
    from briefing.articles.mail import read_mail

    return read_mail(data)


def _is_docx(data: bytes) -> bool:
    from briefing.articles.docx import is_docx

    return is_docx(data)


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
    Kind("PDF files", lambda data: b"%PDF-" in data[:1024], _read_pdf),
    Kind("Word documents (.docx)", _is_docx, _read_docx),
    Kind("mail and pages saved as mail (.eml, .mhtml)", _is_mail, _read_mail),
    Kind("HTML pages", _is_page, _read_page),
    Kind("Markdown", _is_markdown, _read_markdown),
    Kind("plain text", lambda _: True, _read_plain),
)
"""The kinds in the order in which they are tried."""
