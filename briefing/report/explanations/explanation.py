"""Owns what a passage on a code is: what the code means, with an example that gets it and one that does not."""

from __future__ import annotations

from briefing.base.frozen import frozen


@frozen
class CodeExplanation:
    """What `briefing check --explain` says about one code."""

    code: str
    meaning: str
    """One or two whole sentences."""
    bad: str
    """Lines of a brief that get the code. Without `briefing:` they stand below the head of a brief."""
    good: str
    """The same lines, mended."""
    text: str | None = None
    """What the saved text of the article says. None: the example quotes no text."""
    in_words: bool = False
    """Whether the examples describe a file, since it cannot be shown."""
