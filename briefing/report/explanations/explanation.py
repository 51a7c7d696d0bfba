"""The explanation of a code: its meaning, an example that causes it, and one that does not."""

from __future__ import annotations

from briefing.base.frozen import frozen


@frozen
class CodeExplanation:
    """The text of `briefing check --explain` about one code."""

    code: str
    meaning: str
    """One or two sentences."""
    bad: str
    """Lines of a brief that cause the code. Without `briefing:`, version and title come first."""
    good: str
    """The same lines without the problem."""
    text: str | None = None
    """The saved text of the article. None: the example quotes no text."""
    in_words: bool = False
    """Whether the examples describe a file in words, as it cannot be shown."""
