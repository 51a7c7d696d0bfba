"""Plain text: the first block is the title; paragraphs lie between blank lines, or take a line each."""

from __future__ import annotations

import json
import re

from briefing.articles.article import ArticleError
from briefing.articles.decoding import decode_text
from briefing.articles.found import Found
from briefing.articles.paragraphs import unwrapped

_XML = re.compile(r"\s*(?:<\?xml\b|<(?:rss|feed|svg|urlset)\b)")
_BRACKETS = ("{", "[")


def read_plain(data: bytes) -> Found:
    """Read a plain text.

    Raises:
        ArticleError: it is data for programs, in XML or JSON.

    """
    text = decode_text(data).replace("\f", "\n\n").expandtabs(4)
    if _XML.match(text) or _is_json(text):
        raise ArticleError("it is data for programs, in XML or JSON: an article is text")
    return Found(blocks=tuple(unwrapped(text)))


def _is_json(text: str) -> bool:
    if not text.lstrip().startswith(_BRACKETS):
        return False
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return True
