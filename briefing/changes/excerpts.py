"""Owns showing little of much: a name cut to a line, and of two long texts only the words that differ."""

from __future__ import annotations

import re

from briefing.changes.meaning import prose

ELLIPSIS = "…"
WITHOUT_SPACES = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Inside a class of a pattern: scripts that put no spaces between words."""

NAME = 72
"""Characters up to which the name of an item is shown whole."""
NAME_BESIDE = 40
"""The same of a source or a figure that is named beside an item."""
_LONG = 90
"""Characters from which a text is worth abridging."""
_CONTEXT = 4
"""Words shown on each side of those that differ."""
_WORTH = 0.7
"""Part of a text that an excerpt may take: with more of it, the whole is easier to read."""
_WORD = re.compile(rf"[{WITHOUT_SPACES}]|[^\s{WITHOUT_SPACES}]+")

_Words = list[re.Match[str]]


def one_line(text: str) -> str:
    """Return a text with every stretch of white space as one space."""
    return " ".join(text.split())


def as_name(text: str, ellipsis: str = ELLIPSIS, most: int = NAME) -> str:
    """Return a text as the name of what it says: cut at a word if it is long, without the stop at its end."""
    line = one_line(text)
    if len(line) <= most:
        return line.rstrip(" .,;:") or line
    space = line.rfind(" ", most // 2, most)
    return f"{line[: space if space > 0 else most - 1].rstrip(' .,;:')}{ellipsis}"


def abridged(before: str, after: str, ellipsis: str = ELLIPSIS) -> tuple[str, str]:
    """Return two texts, whole where they are short or much of them differs; else where they differ, with context."""
    before, after = one_line(before), one_line(after)
    if max(len(before), len(after)) < _LONG:
        return before, after
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    same = _alike(old, new)
    same_end = _alike(old[same:][::-1], new[same:][::-1])
    shorter = _cut(before, old, same, same_end, ellipsis), _cut(after, new, same, same_end, ellipsis)
    is_worth_it = all(len(cut) <= len(whole) * _WORTH for cut, whole in zip(shorter, (before, after), strict=True))
    return shorter if is_worth_it or max(map(len, shorter)) < _LONG else (before, after)


def _alike(old: _Words, new: _Words) -> int:
    """Return how many words two texts have in common at their beginning."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one.group() != other.group() and prose(one.group()) != prose(other.group()):
            break
        count += 1
    return count


def _cut(text: str, words: _Words, same: int, same_end: int, ellipsis: str) -> str:
    """Return the words of a text between those that are the same, with a few of these around them."""
    if not words:
        return text
    first = max(0, same - _CONTEXT)
    last = min(len(words), len(words) - same_end + _CONTEXT) - 1
    cut = text[words[first].start() : words[max(first, last)].end()]
    return f"{f'{ellipsis} ' if first else ''}{cut}{f' {ellipsis}' if last < len(words) - 1 else ''}"
