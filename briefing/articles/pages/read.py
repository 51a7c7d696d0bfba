"""Reads a saved page: metadata first, then the part of the page that is the article."""

from __future__ import annotations

import copy
import logging

from lxml import etree
from lxml.html import HtmlElement, fromstring
from readability import Document
from readability.readability import Unparseable

from briefing.articles.article import ArticleError
from briefing.articles.boilerplate import asks_for_something
from briefing.articles.found import Found
from briefing.articles.pages.blocks import blocks_of
from briefing.articles.pages.cleaning import clean
from briefing.articles.pages.markup import parse_page
from briefing.articles.pages.metadata import metadata_of, title_of

_HEAD = 4096
_FEW = 400
"""Characters of a text that may be all that a page says that asks for something."""


def read_page(data: bytes, declared: str | None = None, *, is_mail: bool = False) -> Found:
    """Read a saved page. `declared` is the encoding that a mail gives for it; the text of a mail is all of the page.

    Raises:
        ArticleError: it has no article.

    """
    root = parse_page(data, declared)
    metadata = metadata_of(root, data[:_HEAD].decode("latin-1"))
    headings = [text for one in root.iter("h1") if (text := " ".join(one.text_content().split()))]
    asks = root.find(".//input[@type='password']") is not None
    clean(root)
    blocks = blocks_of(root if is_mail else _main_part(root))
    size = sum(map(len, blocks))
    if size < _FEW and (asks or asks_for_something(root.text_content())):
        raise ArticleError("the page asks to sign in, to run scripts or to accept cookies, and shows no article")
    return Found(
        blocks=blocks,
        title=title_of(metadata, headings),
        publisher=metadata.publisher,
        author=metadata.author,
        published=metadata.published,
        retrieved=metadata.retrieved,
        url=metadata.url,
        language=metadata.language,
    )


def _main_part(root: HtmlElement) -> HtmlElement:
    logging.getLogger("readability").disabled = True
    try:
        html = Document(copy.deepcopy(root)).summary(html_partial=True)
        return fromstring(html)
    except (Unparseable, etree.LxmlError, ValueError) as error:
        raise ArticleError("there is no article in this page") from error
