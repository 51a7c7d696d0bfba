"""Words for searching: text is folded (case, accents) and split into tokens, in any script.

In scripts without spaces between words every character is a token, so that a phrase finds any part of a text. Words of
other scripts than Latin are also indexed by their trigrams, so that a part inside a word is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

TRIGRAM = 3
"""Characters of a trigram. A shorter part of a word is found only at its beginning."""
TRIGRAM_MARK = "\ue000"
"""Put before each trigram in the full-text index, so that it differs from a word, and between the trigrams of two
words, so that no phrase spans both. A private-use character, which FTS5 counts as a letter."""
LABEL_MARK = "\ue001"
"""Put before a label in the full-text index, such as the kind of a source: only a field of a query finds it there."""

_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Han, kana. Also Hangul: it has spaces, but its words have endings."""


@cache
def _token() -> re.Pattern[str]:
    # Compiled at first use: it takes 5 ms, which a start need not spend.
    return re.compile(rf"[{_SPACELESS}]|[^\W_{_SPACELESS}]+")


@cache
def _spaceless() -> re.Pattern[str]:
    return re.compile(f"[{_SPACELESS}]")


@cache
def _between_words() -> re.Pattern[str]:
    return re.compile(r"\n|(?<=[^\W\d_]) (?=[^\W\d_])")


_PLAIN = "\x00-\u0148\u014a-\u024f\u1e00-\u1e99\u1e9b-\u1eff\u2000-\u2064\u20a0-\u20b9"
"""Characters that, also when folded, are Latin letters, ASCII or between words: see `_unusual`."""


@cache
def _unusual() -> re.Pattern[str]:
    """Return the pattern of a character for which a text has to be looked at token by token."""
    return re.compile(f"[^{_PLAIN}]|\xb5")


_ASCII = bytes(range(128))


def _is_plain(text: str) -> bool:
    """Tell whether a text has only plain characters: those of ASCII are sorted out first, at a tenth of the time."""
    return text.isascii() or not _unusual().search(_beyond_ascii(_encoded(text)))


def _beyond_ascii(data: bytes) -> str:
    """Return the characters of a text that are not in ASCII, in order; `data` is the text as `_encoded`."""
    return data.translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


_PIECE = 250_000
"""Characters of a text that are folded and split at once: see `pieces`."""
GROUP_SIGNS = ",.'’ "
"""Separators of thousands in a folded text, in which every kind of space has become a plain one."""
_LETTERS = {
    **dict(zip("łđøıħŧðŋƀɓɖɗɨƙƴəɛɔɲ", "ldoihtdnbbddikyeeon", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ĸ": "k",
}
"""Latin letters that Unicode does not decompose, and what people type for them. ß is not here: casefold makes it ss."""


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_LETTERS)}]")


@cache
def _grouped() -> re.Pattern[str]:
    """Return the pattern of a number with separators of thousands: in groups of three digits, or as in India.

    The separator is the same throughout. A number that begins with 0 is excluded: its separator marks decimals.
    """
    # The pattern begins with the first digit and looks back from there: four times as fast as a lookbehind first.
    by_three = rf"[0-9]{{0,2}}(?P<sign>[{GROUP_SIGNS}])[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*"
    return re.compile(rf"[1-9](?<![0-9][1-9])(?:{by_three}|[0-9]?(?:,[0-9]{{2}})+,[0-9]{{3}})(?![0-9])")


def fold(text: str) -> str:
    """Return text for comparison: without case, accents, typographic variants, and separators of thousands."""
    return _without_group_signs(fold_letters(text))


def _without_group_signs(letters: str) -> str:
    parts: list[str] = []
    done = 0
    for start, end in _grouped_spans(letters):
        parts += letters[done:start], "".join(filter(str.isdigit, letters[start:end]))
        done = end
    return "".join((*parts, letters[done:])) if parts else letters


_SIGN, _DIGIT = ord(","), ord("0")
_KINDS = bytes(
    _DIGIT if chr(code).isdecimal() else _SIGN if chr(code) in f"{GROUP_SIGNS}?" else 0 for code in range(256)
)
"""What each byte of a text in Latin-1 is: a digit, a separator or, as the question mark, a character that is not in
Latin-1 and may be a separator, or something else."""
_GROUP = b"0,00"
"""What every number that `_grouped` finds has, by these kinds: a digit, a separator and two digits."""
_MOST_DIGITS = 3
"""Digits before the first separator."""


def _grouped_spans(letters: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each match of `_grouped`, which is tried only where a number can be: a fifth of the time."""
    kinds = letters.encode("latin-1", "replace").translate(_KINDS)
    at = kinds.find(_GROUP)
    while at >= 0:
        start = at
        while start and kinds[start - 1] == _DIGIT and at - start < _MOST_DIGITS:
            start -= 1
        found = _grouped().match(letters, start) if at - start < _MOST_DIGITS else None
        if found is not None:
            yield found.span()
        at = kinds.find(_GROUP, at + 1 if found is None else found.end())


def fold_letters(text: str) -> str:
    """Return text without case, accents and typographic variants. Numbers keep their separators."""
    if text.isascii():
        return text.lower()
    data = _encoded(text)
    odd = set(_beyond_ascii(data))
    if len(odd) > _MOST_ODD or _unusual().search("".join(odd)):
        return _folded_whole(text)
    return _folded_letters(data, odd)


def _folded_letters(data: bytes, odd: Iterable[str]) -> str:
    """Fold the letters of an encoded text, of which these are all characters outside ASCII, and all are plain."""
    data = data.lower()  # bytes: only the letters of ASCII
    for character, folded in map(_folded_plain, odd):
        if character != folded:  # typographic signs stay as they are
            data = data.replace(character, folded)
    return data.decode("utf-8", "surrogatepass")


_MOST_ODD = 60
"""Different characters up to which it is quicker to replace one after the other. Few texts in Latin letters have more
outside ASCII."""


@lru_cache(maxsize=1024)
def _folded_plain(character: str) -> tuple[bytes, bytes]:
    """Return a plain character and what it folds to, encoded: no character beside it makes a difference."""
    return _encoded(character), _encoded(_folded_whole(character))


def _folded_whole(text: str) -> str:
    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    bare = taken_apart
    for mark in filter(unicodedata.combining, set(taken_apart)):  # of few kinds, so that this is five times as fast
        bare = bare.replace(mark, "")
    # NFC composes the syllables of Hangul again; casefold is for mathematical capitals, which NFKD made letters.
    folded = unicodedata.normalize("NFC", bare).casefold()
    return _letter().sub(lambda found: _LETTERS[found.group()], folded)


def group_signs(letters: str) -> list[int]:
    """Return the offsets of the separators that `fold` removes; `letters` is a result of `fold_letters`."""
    return [at for start, end in _grouped_spans(letters) for at in range(start, end) if not letters[at].isdigit()]


def tokens(folded: str) -> list[str]:
    """Return the tokens of a folded text, in order."""
    return _token().findall(folded)


def token_spans(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets (start, end) of each token of a folded text, in order."""
    return (found.span() for found in _token().finditer(folded))


def is_spaceless(token: str) -> bool:
    """Tell whether a token is one character of a script without spaces."""
    return _spaceless().match(token) is not None


def has_trigrams(token: str) -> bool:
    """Tell whether a token is indexed by its trigrams: it is in an alphabet other than Latin, and long enough."""
    return len(token) >= TRIGRAM and not token.isascii() and not is_spaceless(token) and not _is_latin(token)


def trigrams(token: str) -> list[str]:
    """Return the trigrams of a token, each with its mark, as they are in the full-text index."""
    return [TRIGRAM_MARK + token[at : at + TRIGRAM] for at in range(len(token) - TRIGRAM + 1)]


def searchable(text: str) -> str:
    """Return a text for the full-text index: its folded tokens, separated by spaces."""
    return _searchable(text) if len(text) <= _PIECE else "\n".join(map(_searchable, pieces(text)))


def searchable_if_plain(texts: Sequence[str]) -> list[str] | None:
    """Return `searchable` of each text, folded all at once. None: they are long, or not all plain.

    Plain texts have no trigrams.
    """
    whole = "\0".join(texts)
    if len(whole) > _PIECE or whole.count("\0") != len(texts) - 1:
        return None
    if whole.isascii():
        return _without_group_signs(whole.lower()).split("\0")
    data = _encoded(whole)
    odd = set(_beyond_ascii(data))
    if len(odd) > _MOST_ODD or _unusual().search("".join(odd)):
        return None
    return _without_group_signs(_folded_letters(data, odd)).split("\0")


def _searchable(text: str) -> str:
    folded = fold(text)
    # FTS5 splits plain text as `tokens` does; to split it here as well would double the time.
    return folded if _is_plain(folded) else " ".join(tokens(folded))


def pieces(text: str) -> Iterator[str]:
    """Yield a long text in pieces: the tokens of the whole text would need ten times its memory.

    A piece ends at the end of a line or between two words of letters, so that no word and no number is cut.
    """
    start = 0
    while len(text) - start > _PIECE:
        cut = _between_words().search(text, start + _PIECE)
        if cut is None:
            break
        yield text[start : cut.start()]
        start = cut.end()
    yield text[start:]


def inner_trigrams(texts: Iterable[str]) -> str:
    """Return the trigrams of all tokens for which `has_trigrams` is true; most texts have none."""
    some = (piece for text in texts if not text.isascii() for piece in pieces(text) if not _is_plain(piece))
    found = (token for piece in some for token in tokens(fold(piece)) if has_trigrams(token))
    return f" {TRIGRAM_MARK} ".join(" ".join(trigrams(token)) for token in dict.fromkeys(found))


def _is_latin(token: str) -> bool:
    return all(character.isascii() or "LATIN" in unicodedata.name(character, "") for character in token)
