"""The HTML of a page becomes a tree, within limits. Nothing is fetched for it, and nothing in it is run."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from briefing.articles.article import ArticleError
from briefing.articles.decoding import decode_text

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
_HEAD = 8192
_EMBEDDED = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,60}(?:;[\w=.-]{1,40})*,[^\s\"'<>)]{20,}")
"""Images and fonts inside a page, which can be most of it."""
_MOST_ELEMENTS = 150_000


def parse_page(data: bytes, declared: str | None) -> HtmlElement:
    """Return the tree of a page.

    Raises:
        ArticleError: it is no page, or too large.

    """
    found = _META_CHARSET.search(data[:_HEAD]) or _XML_ENCODING.match(data[:_HEAD])
    text = decode_text(data, declared or (found[1].decode("ascii") if found else None))
    text = _EMBEDDED.sub("data:,", text)
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, TypeError) as error:
        raise ArticleError("there is no article in this page") from error
    for number, _ in enumerate(root.iter()):
        if number > _MOST_ELEMENTS:
            raise ArticleError(f"the page has more than {_MOST_ELEMENTS:,} elements")
    return root
