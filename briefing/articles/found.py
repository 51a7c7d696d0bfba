"""What a reader of one kind of article found, and how that becomes an `Article`: safe, folded, plausible."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import islice

from briefing.articles.article import Article, ArticleError
from briefing.articles.days import agreed_day, day_of
from briefing.base.frozen import frozen_kw_only
from briefing.base.safe_text import safe
from briefing.format.language_tags import is_language_tag

_LONGEST_TITLE = 300
"""Characters of a first block that is still taken for a title."""
_CUT_TITLE = 120
"""Characters of a title that is made of the first words of a text without one."""
_HEAD = 4
"""Blocks among which the title may stand once more."""
_LONGEST_NAME = 120
"""Characters of a name of a publisher or an author."""
_LONGEST_URL = 2000
_FEWEST_LETTERS = 40
"""Letters that an article has at least: less is a note, a caption, a page that says "sign in"."""
_WORTHLESS = " \ufeff\u200b\u00ad\u2060\u200e\u200f"
"""Invisible characters that say nothing at the ends of a line."""
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’»)]*\s")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+\Z", re.IGNORECASE)
_STOCK_AUTHOR = re.compile(
    r"(?:microsoft|office|user|admin|administrator|python-docx|author|owner|unknown|anonymous|windows)\b.*"
    r"|\w?|.*[!?@#].*|[^\W\d_]{2}",
    re.IGNORECASE,
)
"""What programs write where nobody has said who the author is."""
_BY = re.compile(r"\A(?:by|von|par|por)\s+(?=[^\W\d_])", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


@frozen_kw_only
class Found:
    """Text and metadata as they stand in the file, not yet safe."""

    blocks: tuple[str, ...]
    """Headings and paragraphs in their order; line ends and runs of white space in them mean a space."""
    title: str | None = None
    """None: the first block is the title."""
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    """A date as the file writes it: ISO 8601, RFC 5322."""
    retrieved: str | None = None
    url: str | None = None
    language: str | None = None


def finish(found: Found, today: date) -> Article:
    """Make an article of what was found.

    Raises:
        ArticleError: there is too little text.

    """
    blocks = [line for line in map(one_line, found.blocks) if line]
    title = one_line(found.title or "")[:_LONGEST_TITLE]
    if not title:
        title, blocks = _with_title(blocks)
    else:
        blocks = _without_title(blocks, title)
    letters = (letter for block in blocks for letter in _LETTER.finditer(block))
    if sum(1 for _ in islice(letters, _FEWEST_LETTERS)) < _FEWEST_LETTERS:
        raise ArticleError("there is too little text in it for an article")
    address = _address(found.url)
    return Article(
        title=title,
        paragraphs=tuple(blocks),
        publisher=_name(found.publisher),
        author=_name(found.author),
        published=agreed_day(day_of(found.published, today), address, today),
        retrieved=day_of(found.retrieved, today),
        url=address,
        language=_tag(found.language),
    )


def one_line(text: str) -> str:
    """Return a text as one safe line: single spaces, no control characters, nothing invisible at its ends."""
    line = " ".join(safe(text).split())
    return line.strip(_WORTHLESS)


def _with_title(blocks: list[str]) -> tuple[str, list[str]]:
    """Return the title that a text without one begins with, and the rest.

    A long first block is no title: its first sentence stands for one, and the block stays.
    """
    if not blocks:
        return "", []
    first, *rest = blocks
    if len(first) <= _LONGEST_TITLE and rest:
        return first, rest
    sentence = _SENTENCE_END.split(first, maxsplit=1)[0]
    if len(sentence) > _CUT_TITLE:
        sentence = sentence[:_CUT_TITLE].rsplit(" ", 1)[0] + "…"
    return sentence, blocks


def _without_title(blocks: list[str], title: str) -> list[str]:
    """Return blocks without the title among the first of them, and without the path to the page that ends with it."""
    wanted = _letters(title)
    head = [block for block in blocks[:_HEAD] if len(block) > _LONGEST_TITLE or not _letters(block).endswith(wanted)]
    return head + blocks[_HEAD:] if wanted else blocks


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _name(text: str | None) -> str | None:
    """Return the name of a publisher or author, None if it cannot be one."""
    line = _BY.sub("", one_line(text or ""))
    if not line or len(line) > _LONGEST_NAME or _LETTER.search(line) is None or "://" in line:
        return None
    return line


def _address(text: str | None) -> str | None:
    line = (text or "").strip()
    return line if len(line) <= _LONGEST_URL and _ADDRESS.match(line) and safe(line) == line else None


def _tag(text: str | None) -> str | None:
    tag = (text or "").strip().replace("_", "-")
    return tag if is_language_tag(tag) else None


def named_author(text: str) -> str | None:
    """Return an author as a document names it; None if a program wrote a name of its own there."""
    return None if _STOCK_AUTHOR.fullmatch(text.strip(" ()")) else text


Reader = Callable[[bytes], Found]
"""Reads one kind of article. Raises `ArticleError` for what it cannot read."""
