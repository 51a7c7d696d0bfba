"""The verdict on a quote: whether a saved text holds these very words, where, and how exactly. Fails closed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from briefing.evidence.patterns import LazyPattern
from briefing.evidence.quotes.allowance import Allowance, WorkSpentError
from briefing.evidence.quotes.folding import BREAK, HYPHENS, Folded, fold, fold_words
from briefing.evidence.quotes.paragraphs import Blocks, paragraph_at
from briefing.evidence.quotes.search import QuoteSearch
from briefing.evidence.result import MOST_PLACES, Exactness, QuoteState, Span, Verdict

_MOST_TRIED = 20_000
"""Matches of the letters of a quote that are examined at most, parts of longer words included."""
_MOST_WORDS = 60
"""Words of a quote that are used to find a hint."""
_LONGEST_HINTED = 2000
"""Characters of a quote that are used to find a hint."""
_LONGEST_WITH_BREAKS = 2000
"""A longer quote, in characters, is not matched across hyphens at line ends."""


def locate(quote: str, text: str, at: int | None = None) -> Verdict:
    """Look for one quote in a saved text: the same letters, in whole words. `at` is the paragraph the cite names."""
    return look_for(quote, QuoteSearch(fold(text)), at)


def look_for(quote: str, search: QuoteSearch, at: int | None = None) -> Verdict:
    """Look for one of the quotes that a search was made for. `at` is the paragraph that the cite names."""
    folded, blocks = search.folded, search.blocks
    wanted = fold_words(quote)
    if not wanted:
        return Verdict(QuoteState.NOT_FOUND)
    try:
        there = [] if at is None else _spans(wanted, search, _block(folded, blocks, at))
        spans = there or _spans(wanted, search, Span(0, len(folded.text)))
    except WorkSpentError:
        return Verdict(QuoteState.NOT_SOUGHT)
    numbers = tuple(paragraph_at(blocks, span.start) for span in spans)
    if not spans:
        return Verdict(QuoteState.NOT_FOUND)
    if at is not None and not there:
        return Verdict(QuoteState.MISPLACED, places=numbers, spans=tuple(spans))
    if len(spans) > 1:
        return Verdict(QuoteState.AMBIGUOUS, places=numbers, spans=tuple(spans))
    exactness = _exactness(quote, folded.original[spans[0].start : spans[0].end])
    return Verdict(QuoteState.FOUND, spans[0], numbers[0], exactness, numbers)


def _block(folded: Folded, blocks: Blocks, number: int) -> Span:
    """Return the offsets of a paragraph in a folded text, up to the start of the next one."""
    if not 0 < number < len(blocks):
        return Span(0, 0)
    end = folded.offset(blocks[number + 1].start) if number + 1 < len(blocks) else len(folded.text)
    return Span(folded.offset(blocks[number].start), end)


def _spans(wanted: str, search: QuoteSearch, within: Span) -> list[Span]:
    """Return where in the original a folded quote is found, in whole words; it begins inside a folded stretch."""
    spans: list[Span] = []
    folded = search.folded
    for tried, (start, end) in enumerate(_matches(wanted, search, within)):
        if len(spans) == MOST_PLACES or tried == _MOST_TRIED:
            break
        search.count_match()
        if (_follows_elision(folded.text, start) or not _cuts(folded, start)) and not _cuts(folded, end):
            spans.append(Span(folded.origin(start), folded.origin_end(end)))
    return spans


def nearest_words(quote: str, search: QuoteSearch, allowance: Allowance) -> tuple[int, str] | None:
    """Return a hint for a quote that is not found: the passage that shares the longest run of words with it.

    The passage comes as its paragraph number and its words. None: no two words in a row are shared. A hint is no match
    and must not be shown as one.

    Raises:
        WorkSpentError: more was searched for hints than is allowed.

    """
    folded = search.folded.text
    words = fold_words(quote[:_LONGEST_HINTED]).split(" ")[:_MOST_WORDS]
    best, length = 0, 1
    for first in range(len(words)):
        while first + length < len(words):
            allowance.spend(len(folded))
            if " ".join(words[first : first + length + 1]) not in folded:
                break
            best, length = first, length + 1
    if length == 1:
        return None
    start = folded.find(" ".join(words[best : best + length]))
    return _passage(search, start - len(" ".join(words[:best])), len(" ".join(words)))


def _passage(search: QuoteSearch, start: int, length: int) -> tuple[int, str]:
    folded = search.folded
    start = max(start, 0)
    start = folded.text.rfind(" ", 0, start) + 1
    end = folded.text.find(" ", min(start + length, len(folded.text)))
    words = folded.text[start : end if end >= 0 else len(folded.text)].replace(BREAK, "-")
    return paragraph_at(search.blocks, folded.origin(start)), words.strip()


def _exactness(quote: str, words: str) -> Exactness:
    if words == quote.strip():
        return Exactness.EXACT
    return Exactness.WHITE_SPACE if words.split() == quote.split() else Exactness.TYPOGRAPHY


def _matches(wanted: str, search: QuoteSearch, within: Span) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each match of a folded quote that begins inside a stretch of a folded text."""
    text, stretches = search.folded.text, search.stretches(wanted, within)
    if (search.has_breaks or BREAK in wanted) and len(wanted) <= _LONGEST_WITH_BREAKS:
        yield from _broken_matches(wanted, text, stretches)
        return
    for part in stretches:
        last = part.end + len(wanted) - 1
        start = text.find(wanted, part.start, last)
        while start >= 0:
            yield start, start + len(wanted)
            start = text.find(wanted, start + 1, last)


def _broken_matches(wanted: str, text: str, stretches: Iterable[Span]) -> Iterator[tuple[int, int]]:
    pattern, done = re.compile(_with_breaks(wanted)), 0
    for within in stretches:
        # At most two characters may come between two letters of the quote.
        for found in pattern.finditer(text, max(within.start, done), within.end + 3 * len(wanted)):
            if found.start() >= within.end:
                break
            done = found.end()
            yield found.span()


def _with_breaks(wanted: str) -> str:
    """Return a pattern in which a hyphen at a line end may belong to the word or only to the line."""
    parts: list[str] = []
    for index, character in enumerate(wanted):
        if character == BREAK:
            parts.append(rf"(?:-|- |{BREAK})?")
        elif character == "-":
            parts.append(rf"[-{BREAK}]")
        elif character == " " and wanted[index - 1] == "-":
            parts.append(rf"(?: |(?<={BREAK}))")
        else:
            joined = character.isalpha() and wanted[index - 1 : index].isalpha()
            parts.append(f"{BREAK}?{character}" if joined else re.escape(character))
    return "".join(parts)


def _cuts(folded: Folded, offset: int) -> bool:
    """Whether the text at an end of a quote goes on with the same word or number: "100 troops" in "3,100 troops"."""
    text = folded.text
    before, after = text[max(offset - 24, 0) : offset], text[offset : offset + 8]
    if not before or not after:
        return False
    if _is_word(before[-1]) and (_is_word(after[0]) or after[0] == BREAK):
        return not (_is_unspaced(before[-1]) or _is_unspaced(after[0]))
    if before[-1].isdigit() or after[0].isdigit():
        return _cuts_number(folded, offset) or _cuts_compound(folded, offset)
    return _cuts_compound(folded, offset)


_NUMBER_GOES_ON = LazyPattern(r"[.,:/']\d|\s?[%‰]")
_NUMBER_BEGAN = LazyPattern(r"\d[.,:/']$|(?<![\w)])[.\-]$")
_GROUP_GOES_ON = LazyPattern(r" \d{3}(?!\d)")
_GROUP_BEGAN = LazyPattern(r"(?<![\d.,])\d{1,3}(?: \d{3})*$")
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u2e80", "\u30ff"),
    ("\u31f0", "\u9fff"),
    ("\uf900", "\ufaff"),
)
"""Scripts without spaces between words (Thai, Burmese, Khmer, Chinese, Japanese): a word may end anywhere."""


def _cuts_number(folded: Folded, offset: int) -> bool:
    text = folded.text
    before, after = text[max(offset - 24, 0) : offset], text[offset : offset + 8]
    if _GROUP_GOES_ON.match(after) and _GROUP_BEGAN.search(before):
        return True
    if before[-1] == " " and _GROUP_GOES_ON.match(" " + after) and _GROUP_BEGAN.search(before[:-1]):
        return True
    if before[-1].isdigit():
        return bool(_NUMBER_GOES_ON.match(after)) or (re.match(r"-\d", after) is not None and _joins(folded, offset))
    if re.search(r"\d-$", before):
        return _joins(folded, offset - 1)
    return bool(_NUMBER_BEGAN.search(before))


_ELISION = LazyPattern(
    r"(?<![^\W_])(?:[cdjlmnst]|(?:jus|lors|puis|quoi|pres|quel)?qu"
    r"|a(?:ll|gl)|d(?:all|ell|egl)|n(?:ell|egl)|s(?:ull|ugl)|coll|gl|un|quell|quest|bell|sant|mezz)'$",
    re.IGNORECASE,
)
"""An elided word of French, Spanish or Italian before the next word: the qu' of "qu'il", the dell' of "dell'acqua"."""


_CLIPPED = LazyPattern(r"[dmst](?!\w)")
"""A letter that is no word of its own behind an apostrophe: the s of "Vitamin C's"."""


def _follows_elision(text: str, offset: int) -> bool:
    """Whether a word begins at an offset, right behind an elided one ("qu'|il"); the s of "Russia's" is no word."""
    is_word = text[offset : offset + 1].isalpha() and _CLIPPED.match(text, offset) is None
    return is_word and _ELISION.search(text[max(offset - 9, 0) : offset]) is not None


def _cuts_compound(folded: Folded, offset: int) -> bool:
    """Whether an end of a quote falls inside a compound: beside a hyphen or apostrophe with a letter on either side.

    A quote may end before an apostrophe ("Russia" before "'s"), since that leaves a whole word.
    """
    text = folded.text
    if offset > 1 and _is_word(text[offset]) and _is_word(text[offset - 2]):
        joiner = text[offset - 1]
        return joiner in {BREAK, "'"} or (joiner == "-" and _hyphen(folded, offset - 1))
    if offset + 1 < len(text) and _is_word(text[offset - 1]) and _is_word(text[offset + 1]):
        return text[offset] == "-" and _hyphen(folded, offset)
    return False


def _hyphen(folded: Folded, offset: int) -> bool:
    """Whether the dash at an offset is a hyphen in the original, without spaces around it."""
    return folded.original[folded.origin(offset) : folded.origin_end(offset + 1)] in HYPHENS


def _joins(folded: Folded, offset: int) -> bool:
    """Whether the dash at an offset joins two numbers to a range: a hyphen, short dash or minus, without spaces."""
    return folded.original[folded.origin(offset) : folded.origin_end(offset + 1)] in f"{HYPHENS}\u2012\u2013\u2212"


def _is_unspaced(character: str) -> bool:
    # A regex with a character class this wide takes 3 ms to compile.
    return any(first <= character <= last for first, last in _UNSPACED)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
