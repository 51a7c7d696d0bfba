"""The words of a language for what an article leaves open."""

from __future__ import annotations

from briefing.base.frozen import frozen_table


@frozen_table
class LeftOpen:
    """All words are in small letters and folded. An empty field: such words are not looked for."""

    before_questions: tuple[str, ...] = ()
    """Words before a question that the article leaves open: "it was not clear", "declined to say"."""
    questions: tuple[str, ...] = ()
    """Words that such a question begins with: "how", "whether"."""
    statements: tuple[str, ...] = ()
    """Words of a sentence that says itself what is not known: "has not been confirmed"."""
    quoted: str = "{}"
    """Words of the article in quotation marks; {} stands for them."""
    year: str = ""
    """The line for dates without a year; {} stands for their words, quoted. Empty: there is none."""
    estimate: str = ""
    """The line for an estimate that nobody is named for; {} stands for its words, quoted. Empty: there is none."""
    undated: str = ""
    """The line for dates that only the missing date of publication gives; {} stands for their words, quoted. Empty:
    there is none."""
