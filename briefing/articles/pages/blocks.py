"""The tree of an article becomes headings and paragraphs, without link lists, bylines and words that ask for clicks."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from briefing.articles.boilerplate import is_boilerplate
from briefing.articles.pages.names import names

_INLINE = names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small"
    " span strike strong sub sup time tt u var wbr"
)
_SUPERSCRIPT = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_NOTE = re.compile(r"\s*\[?(?:\d{1,3}|[a-z]|[*†‡§]|note \d+|citation needed|edit)\]?\s*")
_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_MOSTLY_LINKS = 0.75
"""Share of letters in links from which on a block leads elsewhere and says nothing."""
_LONG_TEASER = 250
_SCRIPTS = names("sup sub")
_MOST_IN_NOTE = 2
"""Elements in the mark of a note: a link, and brackets around its number."""
_HEADINGS = names("h1 h2 h3 h4 h5 h6")


class _Block:
    """A block while its text is collected."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.pieces: list[str] = []
        self.linked = 0
        """Characters in links."""

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())


class _Collector:
    """Collects the blocks of a tree in their order. No recursion: the nesting of a page is up to its writer."""

    def __init__(self) -> None:
        self.done: list[_Block] = []
        self._block = _Block("")
        self._links = 0
        """Links that the place in the tree is in."""

    def collect(self, root: HtmlElement) -> list[_Block]:
        """Return the blocks of a tree."""
        stack: list[tuple[HtmlElement, bool]] = [(root, False)]
        while stack:
            element, is_done = stack.pop()
            if is_done:
                self._leave(element)
            elif element.tag == "br":
                self._break()
                self._add((element.tail or "").lstrip())
            elif element.tag in _SCRIPTS and len(element) <= _MOST_IN_NOTE:
                self._add(_script(element, self._block))
                self._add(element.tail)
            elif isinstance(element.tag, str):
                self._enter(element)
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
            else:
                self._add(element.tail)
        self._end("")
        return self.done

    def _enter(self, element: HtmlElement) -> None:
        if element.tag not in _INLINE:
            self._end(element.tag)
        self._links += element.tag == "a"
        self._add(element.text)

    def _leave(self, element: HtmlElement) -> None:
        self._links -= element.tag == "a"
        if element.tag not in _INLINE:
            self._end("")
        self._add(element.tail)

    def _break(self) -> None:
        """Take a line break: two of them part paragraphs."""
        if self._block.pieces and self._block.pieces[-1] == "\n":
            self._end(self._block.tag)
        elif self._block.pieces:
            self._block.pieces.append("\n")

    def _end(self, following: str) -> None:
        self.done.append(self._block)
        self._block = _Block(following)

    def _add(self, text: str | None) -> None:
        if text:
            self._block.pieces.append(text)
            if self._links:
                self._block.linked += len(" ".join(text.split()))


def blocks_of(root: HtmlElement) -> tuple[str, ...]:
    """Return the headings and paragraphs of an article."""
    blocks = ((block, block.text) for block in _Collector().collect(root))
    kept = [(block.tag in _HEADINGS, text) for block, text in blocks if text and _is_said(block, text)]
    while kept and kept[-1][0]:
        kept.pop()  # a heading that nothing follows was that of a list of links
    return tuple(text for _, text in kept)


def _is_said(block: _Block, text: str) -> bool:
    """Tell whether a block is article text."""
    share = block.linked / len(text)
    if block.tag in _HEADINGS and share > _MOSTLY_LINKS:
        return False
    if share > _MOSTLY_LINKS and (len(text) < _LONG_TEASER or not _SENTENCE.search(text)):
        return False
    return not is_boilerplate(text)


def _script(element: HtmlElement, block: _Block) -> str:
    """Return a raised or lowered text: marks of notes are none, and a raised number must not join the one before it."""
    text = str(element.text_content())
    if element.tag == "sub":
        return text
    if len(element) and _NOTE.fullmatch(text):
        return ""
    before = "".join(block.pieces[-2:]).rstrip()
    if text.strip("0123456789+-−") == "" and before[-1:].isalnum():
        return text.translate(_SUPERSCRIPT)
    return text
