"""Evidence: whether the saved texts hold the words that a brief quotes, and whether these say what the brief says.

Pure functions from values to findings; nothing here reads or writes a file. `check.check_brief` is the way in:

    dossier    the brief with the saved texts; `quotes/` finds each quote in its text, or not (`Verdict`)
    context    each quote in the sentence of its source, as `words.prose.Prose`, for the rules
    numbers/   the numbers of some prose, with unit, hedge and direction; and those that match a figure
    dates/     the dates of some prose, what the text says about them; and the comparison with a claimed date
    words/     content words, cues of doubt and denial, the names of sources
    rules/     one rule each; `check.RULES` has them all
    languages/ the words of each language, one table each
    result     what comes out: `Evidence`

The results are imported from this package. What produces them is imported from its own module, so that showing a brief
loads no rules.
"""

from __future__ import annotations

from briefing.evidence.origins import Dependents
from briefing.evidence.result import Assessment, Counts, Evidence, Exactness, QuoteState, Span, Support, Verdict

__all__ = [
    "Assessment",
    "Counts",
    "Dependents",
    "Evidence",
    "Exactness",
    "QuoteState",
    "Span",
    "Support",
    "Verdict",
]
