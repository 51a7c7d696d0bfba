"""What the style sheets inside a page hide: the classes and ids of their plain rules. Nothing is fetched for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_LONGEST = 400_000
"""Characters of a style sheet that are read."""
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PART = re.compile(r"([^{}]*)([{}])")
_HIDES = re.compile(r"(?<![\w-])display\s*:\s*none", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z0-9]{0,10}([.#][\w-]+)", re.IGNORECASE)
"""A selector of one class or id. Others depend on what is around an element, and are not understood here."""


def hidden_names(root: HtmlElement) -> frozenset[str]:
    """Return the classes (".name") and ids ("#name") that the style sheets of a page do not show on any screen."""
    sheets = (style.text or "" for style in root.iter("style"))
    return frozenset(name for sheet in sheets for name in _hidden(_COMMENT.sub("", sheet[:_LONGEST])))


def _hidden(sheet: str) -> Iterator[str]:
    around: list[str] = []
    for part in _PART.finditer(sheet):
        text, brace = part[1], part[2]
        if brace == "{":
            around.append(text.rpartition(";")[2].strip())
        elif around:
            selectors = around.pop()
            # A rule within "@media" holds for some screens only, or for print.
            if not around and _HIDES.search(text):
                yield from (found[1] for one in selectors.split(",") if (found := _PLAIN.fullmatch(one.strip())))


def is_named(element: HtmlElement, names: frozenset[str]) -> bool:
    """Tell whether a class or the id of an element is among some names."""
    if f"#{element.get('id', '')}" in names:
        return True
    return any(f".{one}" in names for one in element.get("class", "").split())
