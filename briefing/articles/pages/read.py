"""Reads a saved page: metadata first, then the part of the page that is the article."""

from __future__ import annotations

from lxml.html import HtmlElement

from briefing.articles.article import ArticleError
from briefing.articles.boilerplate import asks_for_something
from briefing.articles.found import Found
from briefing.articles.pages.blocks import Block, collect, is_date_line, is_prose, said
from briefing.articles.pages.cleaning import no_text
from briefing.articles.pages.main_part import main_part
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
    left_out = no_text(root)
    every = collect(root, left_out)
    blocks = said(every) if is_mail else _article(root, left_out, every, with_date=metadata.published is None)
    size = sum(map(len, blocks))
    if size < _FEW and (asks or asks_for_something(" ".join(block.text for block in every))):
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


def _article(root: HtmlElement, left_out: set[HtmlElement], blocks: list[Block], *, with_date: bool) -> tuple[str, ...]:
    """Return the headings and paragraphs of the article in a page, of which these are all blocks."""
    main = main_part(root, left_out)
    if main is None:
        return said(blocks, with_date=with_date)
    inside = [main.holds(block.text) for block in blocks]
    first = next((at for at, is_in in enumerate(inside) if is_in), 0)
    head = _head(blocks[:first], with_date=with_date)
    return said([*head, *(block for block, is_in in zip(blocks, inside, strict=True) if is_in)], with_date=with_date)


_MOST_BETWEEN = 15
"""Blocks between the heading of an article and its text at most: pages have names, dates and buttons there."""


def _head(blocks: list[Block], *, with_date: bool) -> list[Block]:
    """Return the lede between the last heading of the first rank and the text of the article, and its date line."""
    for back, block in enumerate(reversed(blocks[-_MOST_BETWEEN:])):
        if block.tag == "h1":
            return [
                one
                for one in blocks[len(blocks) - back :]
                if (not one.linked and is_prose(one, one.text)) or (with_date and is_date_line(one.text))
            ]
    return []
