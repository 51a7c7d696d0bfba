"""Which part of a page is the article: trafilatura says it, within limits, of a page without what surely is none."""

from __future__ import annotations

import logging
import re
from collections.abc import Container
from copy import deepcopy
from unicodedata import normalize

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

_MOST_ELEMENTS = 8000
_MOST_WEIGHT = 4_000_000
"""Characters of a page, each counted for every element around it: what trafilatura's work grows with."""
_DEEPEST = 50
"""Elements around each other."""
_LONGEST_ATTRIBUTE = 300
_EDGE = 20
"""Letters at the beginning or the end of a block that tell it."""
_LINE_END = re.compile(r"[\n|]")
"""What parts lines, and the cells of a table, in the text that trafilatura gives."""
_FAULTS = (
    *(etree.LxmlError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError),
    *(AssertionError, RuntimeError, MemoryError),
)
"""What code for trees of well-made pages raises for others."""


class MainPart:
    """The text that is the article, as one that may read its words otherwise gives it."""

    def __init__(self, text: str) -> None:
        self._whole = _letters(text)
        self._lines = {_letters(line) for line in _LINE_END.split(text)} - {""}

    def holds(self, text: str) -> bool:
        """Tell whether a block of the page is in it: a short one is a line of it, of a longer one an end is found."""
        letters = _letters(text)
        if len(letters) < _EDGE:
            return letters in self._lines
        return letters[:_EDGE] in self._whole or letters[-_EDGE:] in self._whole


def main_part(root: HtmlElement, left_out: Container[HtmlElement]) -> MainPart | None:
    """Return the main part of a page, whose elements that are left out are in none. None: it cannot be told."""
    page = _without(root, left_out)
    if not _is_bounded(page):
        return None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    try:
        found = bare_extraction(page, include_comments=False)
    except _FAULTS:
        return None  # the page is read without it
    text = (found.text or "").strip() if isinstance(found, Document) else ""
    return MainPart(text) if text else None


def _without(root: HtmlElement, left_out: Container[HtmlElement]) -> HtmlElement:
    """Return a copy of a tree without some elements; the text behind them stays."""
    page = deepcopy(root)
    for element, copied in list(zip(root.iter(), page.iter(), strict=True)):
        if element in left_out and copied.getparent() is not None:
            copied.drop_tree()
            continue
        for name, value in copied.attrib.items():
            if len(value) > _LONGEST_ATTRIBUTE:
                copied.set(name, value[:_LONGEST_ATTRIBUTE])
    return page


def _is_bounded(page: HtmlElement) -> bool:
    """Tell whether trafilatura reads a page in little time."""
    depths: dict[HtmlElement, int] = {}
    weight = 0
    for element in page.iter():
        parent = element.getparent()
        depth = depths[element] = 1 if parent is None else depths[parent] + 1
        weight += (len(element.text or "") + len(element.tail or "")) * depth
        if len(depths) > _MOST_ELEMENTS or weight > _MOST_WEIGHT or depth > _DEEPEST:
            return False
    return True


def _letters(text: str) -> str:
    """Return letters and digits only, small, raised ones as others."""
    return re.sub(r"[\W_]+", "", normalize("NFKC", text)).casefold()
