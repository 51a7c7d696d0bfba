"""Owns words as they are looked for: without regard to case and accents, in any script. Nobody else folds them.

Scripts that put no spaces between words give a word for every character, so that a phrase finds any part of a text.
Words of the other scripts beside Latin also give their trigrams, so that their parts are found as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

GRAM = 3
"""Characters of a trigram: shorter parts of a word are found at its beginning only."""
GAP = "\ue000"
"""Begins each trigram in the full text, so that none is taken for a word, and stands between the trigrams of two words,
so that no phrase runs from one into the next. A letter to FTS5."""

_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Han, kana; Hangul has spaces, but its words carry endings."""


@cache
def _token() -> re.Pattern[str]:
    # Compiled when the first word is taken apart: that takes 5 ms, which no start is to wait for.
    return re.compile(rf"[{_SPACELESS}]|[^\W_{_SPACELESS}]+")


@cache
def _spaceless() -> re.Pattern[str]:
    return re.compile(f"[{_SPACELESS}]")


@cache
def _between_words() -> re.Pattern[str]:
    return re.compile(r"\n|(?<=[^\W\d_]) (?=[^\W\d_])")


_PIECE = 250_000
"""Characters of a text whose words are found together."""
GROUP_SIGNS = ",.'’ "
"""What stands between the thousands of a number in a text whose letters are folded: all kinds of spaces are one."""
_LETTERS = {
    **dict(zip("łđøıħŧðŋƀɓɖɗɨƙƴəɛɔɲ", "ldoihtdnbbddikyeeon", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ĸ": "k",
}
"""Latin letters that Unicode does not take apart, as people type them who have no key for them; ß is ss already."""


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_LETTERS)}]")


@cache
def _grouped() -> re.Pattern[str]:
    """Return what finds a number in groups of three digits, or as in India, in a folded text.

    Groups are parted by the same sign throughout. One that begins with 0 has decimals behind its sign.
    """
    # Begins with its first digit, by which it is looked for four times as fast as by what must not stand before it.
    by_three = rf"[0-9]{{0,2}}(?P<sign>[{GROUP_SIGNS}])[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*"
    return re.compile(rf"[1-9](?<![0-9][1-9])(?:{by_three}|[0-9]?(?:,[0-9]{{2}})+,[0-9]{{3}})(?![0-9])")


def fold(text: str) -> str:
    """Return text as it is compared: without case, accents, typographic variants, and signs between thousands."""
    return _grouped().sub(_whole, fold_letters(text))


def _whole(found: re.Match[str]) -> str:
    return "".join(character for character in found.group() if character.isdigit())


def fold_letters(text: str) -> str:
    """Return text without case, accents and typographic variants. Numbers are as they were."""
    if text.isascii():
        return text.lower()
    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in taken_apart if not unicodedata.combining(character))
    # The syllables of Hangul are whole again, and letters that were capitals of mathematics are small.
    folded = unicodedata.normalize("NFC", bare).casefold()
    return _letter().sub(lambda found: _LETTERS[found.group()], folded)


def group_signs(letters: str) -> list[int]:
    """Return where the signs stand that `fold` takes out of the numbers of a text that `fold_letters` has folded."""
    spans = (found.span() for found in _grouped().finditer(letters))
    return [at for start, end in spans for at in range(start, end) if not letters[at].isdigit()]


def tokens(folded: str) -> list[str]:
    """Return the words of a folded text, in order."""
    return _token().findall(folded)


def places(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of a folded text begins and ends, in order."""
    return (found.span() for found in _token().finditer(folded))


def is_spaceless(token: str) -> bool:
    """Tell whether a word is one character of a script without spaces."""
    return _spaceless().match(token) is not None


def has_grams(token: str) -> bool:
    """Tell whether parts inside a word are found: it is of an alphabet other than Latin, and long enough."""
    return len(token) >= GRAM and not token.isascii() and not is_spaceless(token) and not _is_latin(token)


def grams(token: str) -> list[str]:
    """Return the trigrams of a word, as they stand in the full text."""
    return [GAP + token[at : at + GRAM] for at in range(len(token) - GRAM + 1)]


def searchable(text: str) -> str:
    """Return a text as the index takes it: its words, folded, each behind a space."""
    return "\n".join(map(_searchable, pieces(text)))


def _searchable(text: str) -> str:
    folded = fold(text)
    # FTS5 finds the same words in ASCII as `tokens` does; finding them here as well would cost as much as its work.
    return folded if folded.isascii() else " ".join(tokens(folded))


def pieces(text: str) -> Iterator[str]:
    """Yield the parts in which the words of a text are found: those of a long one all at once would take ten times it.

    A part ends with a line, or between two words of letters: there no word is cut in two, and no number.
    """
    start = 0
    while len(text) - start > _PIECE:
        cut = _between_words().search(text, start + _PIECE)
        if cut is None:
            break
        yield text[start : cut.start()]
        start = cut.end()
    yield text[start:]


def inside(texts: Iterable[str]) -> str:
    """Return the trigrams of those words of the texts that are found by their parts; usually there is none."""
    some = (piece for text in texts if not text.isascii() for piece in pieces(text) if not piece.isascii())
    found = (token for piece in some for token in tokens(fold(piece)) if has_grams(token))
    return f" {GAP} ".join(" ".join(grams(token)) for token in dict.fromkeys(found))


def _is_latin(token: str) -> bool:
    return all(character.isascii() or "LATIN" in unicodedata.name(character, "") for character in token)
