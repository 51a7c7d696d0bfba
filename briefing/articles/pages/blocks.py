"""The tree of an article becomes headings and paragraphs, without link lists, bylines and words that ask for clicks."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby, islice

from lxml.html import HtmlElement

from briefing.articles.boilerplate import is_boilerplate, is_end, is_note
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
_PROSE_LENGTH = 80
"""Bytes in UTF-8 of a block that is prose even without the end of a sentence: Chinese says more in a character."""
_FEWEST_WORDS = 5
_IN_SENTENCES = re.compile(r"[.!?…。！？:;][\"'”’»)\]]*\Z|[.!?] |[。！？]")
_MOSTLY_PROSE = 0.4
"""Share of characters in links up to which a block is prose."""
_MOST_BEFORE_END = 0.4
"""Share of a text after which a heading like "Comments" is the end of the article."""
_MOST_BEFORE_NOTE = 0.7
"""Share of a text after which a line about its writer, or about what to sign or order, is a note and no text."""
_REPEATED = 40
"""Characters of a line from which on it is not said twice, unless it is a paragraph: captions are."""
_IN_CELL = 4
"""Elements around a text, itself included, among which the row of its table is looked for."""
_LONGEST_DATE_LINE = 60
"""Characters of a line that says the date of an article, and little else."""
_DATED = re.compile(r"\W*(?:[^\W\d]+[.,:]* ){0,4}(?:\d{1,2}[./ ,-].{0,14}(?:19|20)\d\d\b|(?:19|20)\d\d-\d\d-\d\d\b)")
_SCRIPTS = names("sup sub")
_MOST_IN_NOTE = 2
"""Elements in the mark of a note: a link, and brackets around its number."""
_STRONG = names("b strong")
_HEADINGS = names("h1 h2 h3 h4 h5 h6")
_KEPT = _HEADINGS | names("li tr dt dd")
"""Elements of text that is no sentence and yet belongs to an article."""


class Block:
    """A block while its text is collected."""

    def __init__(self, home: HtmlElement, tag: str) -> None:
        self.home = home
        """The element that holds it: the paragraph, or what has text of its own."""
        self.tag = tag
        self.pieces: list[str] = []
        self.linked = 0
        """Characters in links."""
        self.strong = 0
        """Characters in strong letters, without white space."""
        self.letters = 0
        """All characters, without white space."""

    @property
    def is_strong(self) -> bool:
        """True if all of it is in strong letters."""
        return 0 < self.strong == self.letters

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join("".join(self.pieces).split())


class _Collector:
    """Collects the blocks of a tree in their order. No recursion: the nesting of a page is up to its writer."""

    def __init__(self, root: HtmlElement, left_out: Container[HtmlElement]) -> None:
        self._root = root
        self._left_out = left_out
        self._done: list[Block] = []
        self._block = Block(root, "")
        self._links = 0
        """Links that the place in the tree is in."""
        self._strong = 0
        """Elements of strong letters that the place in the tree is in."""

    def collect(self) -> list[Block]:
        """Return the blocks of the tree."""
        stack: list[tuple[HtmlElement, bool]] = [(self._root, False)]
        while stack:
            element, is_done = stack.pop()
            if is_done:
                self._leave(element)
            elif element in self._left_out:
                self._add(element.tail)
            elif element.tag == "br":
                self._break()
                self._add((element.tail or "").lstrip())
            elif element.tag in _SCRIPTS and len(element) <= _MOST_IN_NOTE:
                self._add(_script(element, self._block))
                self._add(element.tail)
            else:
                self._enter(element)
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
        self._end(self._root, "")
        return self._done

    def _enter(self, element: HtmlElement) -> None:
        if element.tag not in _INLINE:
            self._end(element, element.tag)
        elif element.tag in _STRONG and self._block.pieces[-1:] == ["\n"] and _asks(element):
            self._end(self._block.home, self._block.tag)
        self._links += element.tag == "a"
        self._strong += element.tag in _STRONG
        self._add(element.text)

    def _leave(self, element: HtmlElement) -> None:
        self._links -= element.tag == "a"
        self._strong -= element.tag in _STRONG
        if element.tag not in _INLINE:
            self._end(element.getparent() if element is not self._root else element, "")
        self._add(element.tail)

    def _break(self) -> None:
        """Take a line break: two of them part paragraphs, and so does one below a line in strong letters."""
        if self._block.pieces and (self._block.pieces[-1] == "\n" or self._block.is_strong):
            self._end(self._block.home, self._block.tag)
        elif self._block.pieces:
            self._block.pieces.append("\n")

    def _end(self, home: HtmlElement, tag: str) -> None:
        if self._block.pieces:
            self._done.append(self._block)
        self._block = Block(home, tag)

    def _add(self, text: str | None) -> None:
        if text:
            self._block.pieces.append(text)
            if self._links:
                self._block.linked += len(" ".join(text.split()))
            letters = len("".join(text.split()))
            self._block.letters += letters
            self._block.strong += letters if self._strong else 0


def collect(root: HtmlElement, left_out: Container[HtmlElement] = ()) -> list[Block]:
    """Return the blocks of a tree, without the elements that are left out."""
    return _Collector(root, left_out).collect()


def _asks(element: HtmlElement) -> bool:
    """Tell whether an element is a question, as in an interview."""
    return str(element.text_content()).rstrip().endswith("?")


def is_date_line(text: str) -> bool:
    """Tell whether a short line begins with a date that has a year."""
    return len(text) <= _LONGEST_DATE_LINE and _DATED.match(text) is not None


def said(blocks: Iterable[Block], *, with_date: bool = False) -> tuple[str, ...]:
    """Return the texts of those blocks that are headings and paragraphs of an article.

    `with_date` keeps the line with its date above them, for a page that does not say its date in another way.
    """
    every = [(block, text) for block in _with_rows(blocks) if (text := block.text)]
    lines = list(_until_end(every))
    prose = [at for at, (block, text) in enumerate(lines) if is_prose(block, text)]
    if not prose:
        return tuple(text for _, text in lines)
    first = lines[prose[0]]
    # Names, dates and buttons stand before the first paragraph; headings of link lists and names after the last.
    before = [text for _, text in lines[: prose[0]]] if first[0].tag == "li" else []
    if with_date:
        dates = (text for _, text in every[: every.index(first)] if is_date_line(text))
        before = list(islice(dates, 1)) or before
    after = [text for block, text in lines[prose[-1] + 1 :] if block.tag == "li"]
    lede, rest = lines[prose[0]], lines[prose[0] + 1 : prose[-1] + 1]
    # Names and dates stand between the lede and the text, too.
    second = prose[1] - prose[0] - 1 if len(prose) > 1 else 0
    between = [(block, text) for block, text in rest[:second] if block.tag in _KEPT or _SENTENCE.search(text)]
    return (*before, *(text for _, text in (lede, *between, *rest[second:])), *after)


def _with_rows(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, with the cells of each row of a table as one. Tables that only lay out a page hold prose."""
    for row, group in groupby(blocks, key=_row):
        cells = [block for block in group if block.text]
        if row is None or not cells[1:] or any(is_prose(cell, cell.text) for cell in cells):
            yield from cells
            continue
        whole = Block(cells[0].home, "tr")
        whole.pieces = [" | ".join(cell.text for cell in cells)]
        whole.linked = sum(cell.linked for cell in cells)
        yield whole


def _row(block: Block) -> HtmlElement | None:
    """Return the row of a table that a block is a cell of, or in a cell of."""
    around = islice((block.home, *block.home.iterancestors()), _IN_CELL)
    return next((element for element in around if element.tag == "tr"), None)


def _until_end(lines: Sequence[tuple[Block, str]]) -> Iterator[tuple[Block, str]]:
    """Yield what is article text, up to a heading that begins something else."""
    whole, done = sum(len(text) for _, text in lines), 0
    seen: set[str] = set()
    for block, text in lines:
        if done > whole * _MOST_BEFORE_END and is_end(text, is_heading=block.tag in _HEADINGS):
            break
        done += len(text)
        if done > whole * _MOST_BEFORE_NOTE and is_note(text):
            continue
        if _is_said(block, text) and (block.tag == "p" or text not in seen):
            yield block, text
        if len(text) > _REPEATED:
            seen.add(text)


def _is_said(block: Block, text: str) -> bool:
    """Tell whether a block is article text."""
    share = block.linked / len(text)
    if block.tag in _HEADINGS and share > _MOSTLY_LINKS:
        return False
    if share > _MOSTLY_LINKS and (len(text) < _LONG_TEASER or not _SENTENCE.search(text)):
        return False
    return not is_boilerplate(text)


def _script(element: HtmlElement, block: Block) -> str:
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


def is_prose(block: Block, text: str) -> bool:
    """Tell whether a block is prose and not a list, a label or a link."""
    if block.linked > len(text) * _MOSTLY_PROSE or is_date_line(text):
        return False
    if len(text.encode("utf-8", "replace")) >= _PROSE_LENGTH:
        return True
    return len(text.split()) >= _FEWEST_WORDS and _IN_SENTENCES.search(text) is not None
