"""Reads the head of a brief whose lines are all of the simplest kinds, without the YAML parser: in a fifth of its time.

The kinds are those in which most programs and people write a head: a key with a text in double quotes or without, a
list of words in brackets, entities in braces or as words. A text without quotes has only letters and digits of ASCII
and signs that mean nothing there in YAML. What comes back is what the parser gives; all else is declined, also
everything that has a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from briefing.format.language_tags import is_language_tag
from briefing.format.model import Brief, Marking, Status
from briefing.format.model.brief import Entity
from briefing.format.parse.fields import quick_date
from briefing.format.parse.schema import VERSION
from briefing.format.tree import has_invisible

_WORDS = r"""[A-Za-z0-9](?:[A-Za-z0-9 .,;!?%/_()'"+~-]|:(?! ))*(?<![ :])"""
"""A text without quotes: a colon before a space would make it a key."""
_NAME = r"[A-Za-z0-9][A-Za-z0-9 ./_()'+-]*(?<! )"
"""The same in a list or in braces, where more signs mean something."""
_QUOTED = r'"[^"\\\n]*"'
_NAMED = rf"(?:{_NAME}|{_QUOTED})"
_LINE = re.compile(
    rf"(?P<key>[a-z]+): (?:(?P<text>{_WORDS}|{_QUOTED})|\[(?P<list>{_NAME}(?:, {_NAME})*)\])\n"
    rf"|entities:\n(?P<entities>(?: *- (?:\{{name: {_NAMED}(?:, kind: {_NAMED})?\}}|{_NAMED})\n)+)"
)
_ENTITY = re.compile(rf"( *)- (?:\{{name: ({_NAMED})(?:, kind: ({_NAMED}))?\}}|({_NAMED}))\n")
_brief_of: Callable[..., Brief] = Brief
_Read = Callable[[str], object]


def _version(text: str) -> str | None:
    return text if text == str(VERSION) else None


def _language(text: str) -> str | None:
    return text if is_language_tag(text) else None


_TEXTS: Mapping[str, _Read] = {
    "briefing": _version,
    "title": str,
    "lede": str,
    "date": quick_date,
    "status": {str(word): word for word in Status}.get,
    "author": str,
    "language": _language,
    "marking": {str(word): word for word in Marking}.get,
}
"""Functions that return the value of each key that takes one text. None or empty: the text has to be parsed."""


def read_plain_head(head: str, brief_id: str) -> Brief | None:
    """Return the brief of a head, the text before a line that begins with a key. None: it has to be parsed."""
    if not head.replace("\n", "").isprintable() or has_invisible(head):
        return None
    found: dict[str, object] = {}
    at = 0
    while at < len(head):
        line = _LINE.match(head, at)
        if line is None:
            return None
        key = line["key"] or "entities"
        value = _value(key, line)
        if not value or key in found:
            return None
        found[key] = value
        at = line.end()
    if "briefing" not in found or "title" not in found:
        return None
    del found["briefing"]
    return _brief_of(**found, id=brief_id)


def _value(key: str, line: re.Match[str]) -> object:
    """Return the value of a key. None, or something empty: it has to be parsed."""
    _, text, words, entities = line.groups()
    if entities is not None:
        return _entities(entities)
    if words is not None:
        return tuple(words.split(", ")) if key == "tags" else None
    read = _TEXTS.get(key)
    return read(_unquoted(text)) if read is not None else None


def _unquoted(written: str) -> str:
    """Return a text without its quotes; nothing if it has spaces at its ends, which would be removed."""
    text = written[1:-1] if written[0] == '"' else written
    return text if text == text.strip() else ""


def _entities(lines: str) -> tuple[Entity, ...] | None:
    found = _ENTITY.findall(lines)
    if any(indentation != found[0][0] for indentation, *_ in found):
        return None
    made = tuple(
        Entity(name=_unquoted(name or bare), kind=_unquoted(kind) if kind else None) for _, name, kind, bare in found
    )
    return made if all(entity.name and entity.kind != "" for entity in made) else None
