"""A question that a dialog asks, with its answers, and the bar at the head of whatever lies over the screen. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.base.frozen import frozen
from briefing.base.named_tuple import NamedTuple
from briefing.base.plurals import counted
from briefing.base.safe_text import visible
from briefing.render.lines import Line, Role, Run, Sheet
from briefing.render.sheet_builder import SheetBuilder
from briefing.render.symbols import Look
from briefing.render.text.cell_width import cells, crop, tidy
from briefing.render.text.wrap import fill, line_cells
from briefing.tui.drawing.sheet_cache import Document
from briefing.tui.external import ascii_host, host_of

_ADDRESS_LINES = 3
"""An address of at most so many lines stands above the answers; a longer one stands below them."""
NAMED = 3
"""Briefs at most that the question about all of them names."""
_BROAD = 56
"""Width of text from which on those stand above the answers."""

Adds = Callable[[SheetBuilder], None]
"""Adds lines to a page."""


@frozen
class Question:
    """What a dialog asks."""

    title: str
    asked_by: str
    """Id of the action that asks it; its key stands at the end of the heading."""
    note: str
    """What is said meanwhile in place of the readout."""
    about: Adds
    """Adds what is to be known before the answer."""
    yes: str
    """What the answer yes does, in a few words."""
    no: str
    more: Adds | None = None
    """Adds what may be long, below the answers. None: there is nothing more."""


class QuestionKeys(NamedTuple):
    """The keys of a question, as people write them."""

    yes: str
    no: str
    asked_by: str = ""
    """The key that asks it."""


def question_document(question: Question, keys: QuestionKeys, look: Look) -> Document:
    """Return the page of a question. The answers stand above what may be long."""

    def typeset(width: int) -> Sheet:
        page = SheetBuilder(width, look)
        question.about(page)
        page.add_gap()
        yes, no = _answer(keys.yes, question.yes, Role.FOCUS), _answer(keys.no, question.no, Role.KEY)
        if line_cells((*yes, *no)) + 4 <= page.measure:
            page.add_line(*yes, Run("    "), *no)
        else:
            for answer in (yes, no):
                page.add_paragraph(answer)
        if question.more is not None:
            page.add_gap()
            question.more(page)
        return page.sheet()

    return Document("question", None, typeset)


def _answer(keys: str, does: str, role: Role) -> Line:
    return Run(f" {keys} ", role), Run(f" {does}")


def heading_bar(title: str, note: str, width: int, look: Look) -> Line:
    """Return the heading of a dialog or a menu: a bar across it, with a note at its end."""
    end = f" {look.say(note)} "
    start = f" {crop(look.say(title), max(1, width - cells(end) - 1), look.signs.ellipsis)}"
    return (Run(start + " " * max(0, width - cells(start) - cells(end)) + end, Role.FOCUS),)


# the questions


def address_question(address: str) -> Question:
    """Return the question before an address is opened. It shows all of the address as text.

    The host and the answers are visible on the smallest screen, however long the address is.
    """
    link = (Run(visible(address), Role.LINK),)

    def is_long(page: SheetBuilder) -> bool:
        return len(fill(link, page.measure)) > _ADDRESS_LINES

    def about(page: SheetBuilder) -> None:
        ellipsis = page.look.signs.ellipsis
        if is_long(page):
            page.add_line(Run(_end_of(visible(host_of(address)), page.measure, ellipsis), Role.STRONG))
        else:
            page.add_paragraph(link)
        if known_as := ascii_host(address):
            page.add_line(Run(crop("the network knows this host as", page.measure, ellipsis), Role.META))
            page.add_line(Run(_end_of(known_as, page.measure, ellipsis), Role.STRONG))

    def more(page: SheetBuilder) -> None:
        if is_long(page):
            page.add_paragraph(link)

    note = "Nothing is opened until you say so"
    return Question("Open this address?", "item.open", note, about, "open it", "do not", more)


def _end_of(host: str, width: int, ellipsis: str) -> str:
    """Return the end of a host name, which tells whose it is, in at most `width` cells."""
    host = tidy(host)
    if cells(host) <= width:
        return host
    while cells(host := host[-width:]) > width - len(ellipsis):
        host = host[1:]
    return ellipsis + host


def mark_all_question(count: int, total: int, titles: Sequence[str], words: str) -> Question:
    """Return the question before briefs are marked read: `count` of the `total` in the list, which `words` filter.

    `titles` are those of the first of them.
    """

    def about(page: SheetBuilder) -> None:
        become = "becomes" if count == 1 else "become"
        rest = f" of the {total:,} in the list {become} read."
        page.add_paragraph((Run(counted(count, "brief"), Role.STRONG), Run(rest)))
        if words.strip():
            before = "The filter is "
            shown = crop(words.strip(), page.measure - cells(before), page.look.signs.ellipsis)
            page.add_line(Run(before, Role.META), Run(shown, Role.STRONG))
        page.add_paragraph((Run("Stars stay. ", Role.META), Run("u", Role.KEY), Run(" undoes it later.", Role.META)))
        if page.measure >= _BROAD:
            _add_titles(page, titles, count)

    def more(page: SheetBuilder) -> None:
        if page.measure < _BROAD:
            _add_titles(page, titles, count)

    them = "it" if count == 1 else "them"
    title = "Mark all in the list as read?"
    note = "Nothing is written until you say so"
    return Question(title, "mark.all", note, about, f"mark {them} read", f"leave {them}", more)


def _add_titles(page: SheetBuilder, titles: Sequence[str], count: int) -> None:
    for title in titles[:NAMED]:
        mark = Run(f"{page.look.signs.unread} ", Role.ACCENT)
        page.add_line(mark, Run(crop(title, page.measure - cells(mark.text), page.look.signs.ellipsis)))
    if count > NAMED:
        page.add_text(f"and {count - NAMED:,} more", Role.META)
