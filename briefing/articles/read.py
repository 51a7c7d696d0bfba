"""Reads an article of any kind. The kind is told by content, never by the name of the file."""

from __future__ import annotations

from datetime import UTC, datetime

from briefing.articles.article import Article, ArticleError
from briefing.articles.found import finish
from briefing.articles.kinds import KINDS
from briefing.articles.refused import refusal
from briefing.base.files import TEXT_LIMIT
from briefing.base.safe_text import visible

STANDARD_INPUT = "-"


def read_article(data: bytes, name: str) -> Article:
    """Read the content of a file; its name is for sentences only, and "-" is standard input.

    Raises:
        ArticleError: there is no article that can be read; the sentence begins with the name of the file.

    """
    try:
        return _read(data)
    except ArticleError as error:
        shown = "standard input" if name == STANDARD_INPUT else visible(name)
        raise ArticleError(f"{shown}: {error}") from error


def _read(data: bytes) -> Article:
    if len(data) > TEXT_LIMIT:
        raise ArticleError(f"it is larger than {TEXT_LIMIT // 1024 // 1024} MiB, the most that is read")
    if not data.strip():
        raise ArticleError("it is empty")
    if (reason := refusal(data)) is not None:
        raise ArticleError(reason)
    kind = next(one for one in KINDS if one.fits(data))
    return finish(kind.read(data), datetime.now(UTC).astimezone().date())
