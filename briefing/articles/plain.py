"""Plain text: the first block is the title; paragraphs lie between blank lines, or take a line each."""

from __future__ import annotations

from briefing.articles.decoding import decode_text
from briefing.articles.found import Found
from briefing.articles.paragraphs import unwrapped


def read_plain(data: bytes) -> Found:
    """Read a plain text."""
    text = decode_text(data).replace("\f", "\n\n").expandtabs(4)
    return Found(blocks=tuple(unwrapped(text)))
