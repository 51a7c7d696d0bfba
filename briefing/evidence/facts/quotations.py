"""The quotations of a paragraph: the stretches between quotation marks, told from apostrophes by the original signs."""

from __future__ import annotations

from briefing.evidence.quotes.folding import Folded
from briefing.evidence.result import Span

_DOUBLE = frozenset('"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\uff02')
_OPENING = frozenset("\u201c\u201e\u00ab\u2018\u201a\u300c\u300e")
_MARK = "'"


def quotations(folded: Folded, within: Span) -> list[Span]:
    """Return the quotations of a paragraph, marks included, as offsets in it, in order.

    A quotation that opens a paragraph and is not closed goes on in the next one; elsewhere such a mark is none.
    """
    text, found, opened, is_double = folded.text, list[Span](), -1, False
    at = text.find(_MARK, within.start, within.end)
    while at >= 0:
        signs = folded.original[folded.origin(at) : folded.origin_end(at + 1)].strip()
        sign = next((each for each in signs if each in _DOUBLE), signs[:1])
        before, behind = text[at - 1 : at] if at > within.start else " ", text[at + 1 : at + 2]
        double = sign in _DOUBLE or len(signs) > 1
        may_open = behind.strip() != "" and (not before[-1:].isalnum())
        may_close = not behind.isalnum() and before.strip() != ""
        if opened < 0:
            begins = not before.strip() or before in "(["
            if may_open and (double or (begins and (sign in _OPENING or sign == _MARK))):
                opened, is_double = at, double
        elif double and is_double and may_close:
            found.append(Span(opened - within.start, at + 1 - within.start))
            opened = -1
        elif double and may_open and (not is_double or sign in _OPENING):
            opened, is_double = at, True
        elif not double and not is_double and may_close:
            found.append(Span(opened - within.start, at + 1 - within.start))
            opened = -1
        at = text.find(_MARK, at + 1, within.end)
    if opened == within.start and is_double:
        found.append(Span(0, within.end - within.start))
    return found
