"""How the bytes of a file tell the kind of the article. Nothing is loaded for it."""

from __future__ import annotations

import re

_PDF_HEAD = 1024
_PAGE_HEAD = 4096
"""Bytes in which a page begins."""
_PAGE = re.compile(
    rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,300}>\s*|<!--.{0,3000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|section|p|h1|table|header|span|script|link|style|base)\b",
    re.IGNORECASE | re.DOTALL,
)


_HEADER = re.compile(rb"[!-9;-~]{1,76}:")
_KNOWN = re.compile(
    rb"^(from|date|to|subject|message-id|mime-version|received|return-path|delivered-to|content-type|x-mailer"
    rb"|snapshot-content-location):",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST_KNOWN = 3
_MAIL_HEAD = 64 * 1024
"""Bytes in which the headers of a mail end."""
_SIGNS = re.compile(
    r"\A---[ \t]*\n[A-Za-z][\w-]*:|^ {0,3}#{1,6}[ \t]+\S|^ {0,3}(?:`{3}|~{3})|\]\(https?://|^\[[^\]\n]+\]:[ \t]+\S"
    r"|^[ \t]*\|.*\|[ \t]*\n[ \t]*\|[ \t]*:?-{2}|\*\*[^\s*][^*\n]*\*\*|^\S[^\n]{0,300}\n(?:={3,}|-{3,})[ \t]*\n",
    re.MULTILINE,
)
_LOOKED_AT = 20_000
"""Bytes in which the signs of Markdown are looked for."""


def is_pdf(data: bytes) -> bool:
    """Tell whether a file is a PDF. Some programs put something before it."""
    return b"%PDF-" in data[:_PDF_HEAD]


def is_docx(data: bytes) -> bool:
    """Tell whether a zip file holds a document of Word."""
    return data.startswith(b"PK\x03\x04") and b"word/document" in data


def is_page(data: bytes) -> bool:
    """Tell whether a file is a page in HTML, or a part of one."""
    head = data[:_PAGE_HEAD]
    return _PAGE.match(head.replace(b"\x00", b"")) is not None


def is_mail(data: bytes) -> bool:
    """Tell whether a file begins with the headers of a mail."""
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    head = re.split(rb"\r?\n\r?\n", data[:_MAIL_HEAD].lstrip(), maxsplit=1)[0]
    lines = re.split(rb"\r?\n", head)
    if not all(_HEADER.match(line) or line[:1] in {b" ", b"\t"} for line in lines if line):
        return False
    return len({name.lower() for name in _KNOWN.findall(head)}) >= _FEWEST_KNOWN


def is_markdown(data: bytes) -> bool:
    """Tell whether a text has signs of Markdown that plain texts do not have."""
    text = data[:_LOOKED_AT].decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    return _SIGNS.search(text) is not None
