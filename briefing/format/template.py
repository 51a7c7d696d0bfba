"""The template of a new brief, and the name of its file from its title."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping

from briefing.base.safe_text import one_line
from briefing.format.parse.schema import BLOCKS, VERSION

SCHEMA_FILE = "brief.schema.json"
"""Name of the schema's file, which editors look for beside the brief."""
_LONGEST = 60
"""Characters of a file's name without its suffix."""
_PLAIN = re.compile(r"[^\W\d_](?:[\w ’.,()-]*[\w.)])?")
"""A title that needs no quotes in YAML."""

_EXAMPLES: Mapping[str, str] = {
    "lede": "lede: Both sides meet again on Monday.",
    "author": "author: Europe desk",
    "language": "language: en",
    "marking": "marking: TLP:GREEN",
    "tags": "tags: [harbour, talks]",
    "entities": "entities:\n  - {name: Harbour Board, kind: organisation, aliases: [the Board]}",
    "summary": (
        "summary:\n  - text: Both sides meet again on Monday.\n    standing: announced\n"
        "    cites:\n      quote: the exact words of the saved text"
    ),
    "figures": (
        "figures:\n  - id: sent\n    label: People at the quay\n    value: 11,000\n    unit: people\n"
        "    approx: about\n    cites:\n      quote: around 11,000 people"
    ),
    "timeline": (
        "timeline:\n  - text: The quay is closed.\n    when: 2024-05\n    cites:\n      quote: closed since May 2024"
    ),
    "sources": (
        "sources:\n  article:\n    kind: article\n    title: Harbour talks resume\n    publisher: Example News\n"
        "    url: https://example.org/talks\n    file: texts/talks.txt\n    published: 2024-10-21"
    ),
    "open": "open:\n  - What the article does not say.",
    "related": "related:\n  - {brief: other-brief, as: background}",
    "supersedes": "supersedes: older-brief",
    "note": "note: For other editors.",
}
"""An example of each key that a new brief leaves out. All of them together are valid."""


def new_brief_text(title: str, date: str) -> str:
    """Return the text of a new brief; `date` is the day on which it is written."""
    keys = {field.name: field.meaning for field in BLOCKS["brief"].fields}
    parts = [f"## {keys[name]}.\n{_commented(example)}\n" for name, example in _EXAMPLES.items()]
    return "\n".join([_head(_title(title), date), *parts])


def _head(title: str, date: str) -> str:
    return (
        f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
        "## Take away the # before what you need. Three lines are a valid brief.\n"
        f"briefing: {VERSION}\ntitle: {title}\ndate: {date}\nstatus: draft\n"
    )


def _title(title: str) -> str:
    text = one_line(title)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _commented(example: str) -> str:
    return "\n".join(f"# {line}" for line in example.split("\n"))


def slug(title: str) -> str:
    """Return a file name for a title, without suffix: small letters of any script, digits, hyphens."""
    plain = "".join(_base(character) for character in unicodedata.normalize("NFC", title.casefold()))
    words = re.findall(r"[^\W_]+", plain.replace("'", "").replace("’", ""))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word
        if len(longer) > _LONGEST:
            break
        name = longer
    return name or (words[0][:_LONGEST] if words else "brief")


def _base(character: str) -> str:
    """Return a Latin letter without its accent; any other character as it is."""
    first = unicodedata.normalize("NFD", character)[0]
    return first if first.isascii() else character
