"""Who can be reached and how: lines with telephone numbers and addresses, which tell nothing of the story."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.evidence.languages import Language
from briefing.evidence.patterns import phrases
from briefing.evidence.saved_text import SavedText
from briefing.evidence.words.prose import Prose

_LONGEST = 400
"""Characters of a line that only says how to reach somebody."""
_LONGEST_HEADING = 60
_MOST_WORDS = 14
"""Words of a line below such a heading, at most, unless it has a telephone number or an address."""
_MAIL = re.compile(r"[\w.+-]@[\w-]+\.\w")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_PLUS = re.compile(r"(?<!\w)\+\d{1,3}[ (/-]\(?\d[\d ()/.-]{5,}")
_MARKS = "@+:."


def is_contact(prose: Prose) -> bool:
    """Whether a sentence says how to reach somebody. Meant for `Prose.once`."""
    text = prose.text
    if len(text) > _LONGEST or not any(mark in text for mark in _MARKS):
        return False
    return (
        _MAIL.search(text) is not None
        or _PLUS.search(text) is not None
        or _patterns(prose.language)[0].search(text) is not None
    )


def contact_paragraphs(saved: SavedText) -> frozenset[int]:
    """Return the numbers of the paragraphs that only say how to reach somebody: below "Contact:", with its heading."""
    heading, is_below, found = _patterns(saved.language)[1], False, set[int]()
    for number, block in enumerate(saved.blocks):
        words = saved.folded.original[block.start : min(block.end, block.start + _LONGEST + 1)]
        if number and len(words) <= _LONGEST_HEADING and heading.fullmatch(words.strip()):
            is_below = True
        elif is_below:
            is_short = len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS
            is_below = (is_short and not _SENTENCE_END.search(words.strip())) or (
                len(words) <= _LONGEST and is_contact(saved.paragraph(number))
            )
        if is_below:
            found.add(number)
    return frozenset(found)


@lru_cache(maxsize=64)
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a telephone number with its label, and of a heading of those to reach."""
    labels = phrases(word.removesuffix(".") for word in language.quantities.telephone)
    headings = phrases(language.quantities.contacts)
    return (
        re.compile(rf"(?<!\w)(?:{labels})(?:\.?\s?:|\.)\s?\+?\(?\d", re.IGNORECASE),
        re.compile(rf"\W*(?:[^\W\d_]+ )?(?:{headings})(?:(?: [\w&-]+){{0,3}} ?:[^.!?]*| *:?)\W*", re.IGNORECASE),
    )
