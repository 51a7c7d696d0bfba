"""The signs that rendering adds to a brief's text: for a full terminal, for ASCII, and for plain text."""

from __future__ import annotations

from functools import lru_cache

from briefing.base.frozen import frozen, frozen_kw_only

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_ASCII_PROSE = str.maketrans(
    {"≈": "~", "–": "-", "—": "-", "−": "-", "’": "'", "“": '"', "”": '"', "…": "...", "▏": "|"}
    | {"←": "left", "→": "right", "↑": "up", "↓": "down"}
)

MEASURE = 76
"""Greatest width of running text, in cells: in longer lines the eye loses its place."""


@frozen
class Look:
    """How signs are drawn. The words of a brief are the same in every look."""

    ascii: bool = False
    """Only ASCII signs: for terminals and locales that cannot show more."""
    plain: bool = False
    """For pipes and screen readers: no box drawing, bars or superscripts; hedges in words."""
    console: bool = False
    """For the Linux console, whose fonts have few signs: no superscripts. The terminal replaces single signs."""

    @property
    def signs(self) -> Signs:
        """The signs of this look."""
        return _ASCII if self.ascii else _PLAIN if self.plain else _FULL

    def say(self, text: str) -> str:
        """Return a text of our own, a date in words for instance, with the signs of this look."""
        return text.translate(_ASCII_PROSE) if self.ascii else text.replace("≈", "about ") if self.plain else text

    def cite(self, number: int) -> str:
        """Return the mark of a source: ¹² or [12]."""
        return _cite(number, bracketed=self.ascii or self.plain or self.console)


@frozen_kw_only
class Signs:
    """All our signs."""

    bullet: str = "•"
    open: str = "?"
    """Before what the article leaves open, and before a date without a place in time."""
    related: str = "→"
    becomes: str = "→"
    """Between the old and the new value of a change."""
    dot: str = "·"
    """Between short facts on one line."""
    dash: str = "–"
    says: str = "—"
    """Before who says a claim."""
    ellipsis: str = "…"
    open_quote: str = "“"
    close_quote: str = "”"
    minus: str = "\N{MINUS SIGN}"
    rule: str = "─"
    heavy: str = "━"
    tick: str = "┴"
    stem: str = "│"
    day: str = "●"
    """A date known to the day."""
    inexact: str = "○"
    """A date known less exactly than to the day."""
    span: str = "━"
    """A date that is a stretch of time."""
    reckoned: str = "ʳ"
    """After a date that follows from that of the article."""
    editor: str = "ᵉ"
    """After a date that is the writer's interpretation."""
    left: str = "◄"
    right: str = "►"
    paragraph: str = "¶"
    cursor: str = "▌"
    error: str = "✗"
    warning: str = "!"
    eighths: str = " ▏▎▍▌▋▊▉█"
    """Bars from nothing to a full cell, in equal steps."""
    right_half: str = "▐"
    doubt: str = "▒"
    """The part of a bar between the low and the high end."""
    unreviewed: str = "+"
    """Before the verdict of a claim that a program drafted and no person has confirmed."""
    unread: str = "●"
    """Before the title of an unread brief."""
    changed: str = "Δ"
    """Before the title of one that has changed since it was read."""
    starred: str = "★"
    problem: str = "!"
    """Before the number of problems."""
    below: str = "▾"
    """In a heading: there is more below what is shown."""
    above: str = "▴"
    lit: str = "▌"
    """Beside a line of a saved text that the claim quotes."""
    quoted: str = "│"
    """Beside a line of a saved text that only other claims quote."""


_FULL = Signs()
_PLAIN = Signs(
    bullet="-",
    related="-",
    stem=" ",
    error="error:",
    warning="warning:",
    rule="",
    heavy="",
    span="",
    reckoned=" (reckoned)",
    editor=" (the editor’s reading)",
    eighths="",
    doubt="",
    unread="unread",
    changed="changed",
    starred="starred",
    lit=">",
    quoted="|",
)
_ASCII = Signs(
    bullet="*",
    related=">",
    becomes="->",
    dot="-",
    dash="-",
    says="--",
    ellipsis="...",
    open_quote='"',
    close_quote='"',
    minus="-",
    rule="-",
    heavy="=",
    tick="'",
    stem="|",
    day="*",
    inexact="o",
    span="=",
    reckoned=" r",
    editor=" e",
    left="<",
    right=">",
    paragraph="par. ",
    cursor="|",
    error="x",
    eighths=" #",
    right_half="#",
    doubt=":",
    unread="*",
    changed="^",
    starred="+",
    below="v",
    above="^",
    lit=">",
    quoted="|",
)


@lru_cache(1024)
def _cite(number: int, *, bracketed: bool) -> str:
    return f"[{number}]" if bracketed else str(number).translate(_SUPERSCRIPT)
