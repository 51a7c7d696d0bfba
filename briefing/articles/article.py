"""An article: its text, and what it says about itself."""

from __future__ import annotations

from briefing.base.frozen import frozen_kw_only
from briefing.base.problems import BriefingError


class ArticleError(BriefingError):
    """An article cannot be read; the message is one sentence for the user."""


@frozen_kw_only
class Article:
    """The text of an article, safe to show, with its typography as it was."""

    title: str
    paragraphs: tuple[str, ...]
    """Each one line, without the title. Navigation, captions, adverts and "read also" lines are left out."""
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    """EDTF, from the article's own metadata. None: it gives none."""
    retrieved: str | None = None
    """EDTF: the day on which it was saved, where the file says so."""
    url: str | None = None
    """An http or https address."""
    language: str | None = None
    """BCP 47, as the article's metadata gives it. None: it gives none."""

    @property
    def text(self) -> str:
        """The saved text: title, blank line, paragraphs, each followed by a blank line but the last by a line end."""
        return "\n\n".join([self.title, *self.paragraphs]) + "\n"
