"""Where the quotes of a brief stand in its saved texts. Loaded if a text is held."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.evidence.dossier import Dossier
from briefing.evidence.quotes.allowance import Allowance, WorkSpentError
from briefing.evidence.quotes.locate import look_for, nearest_words
from briefing.evidence.quotes.search import QuoteSearch, quote_searches
from briefing.evidence.result import QuoteState, Verdict, paragraph_words
from briefing.format.model import Cite

_MOST_HINTED = 200_000_000
"""Characters that one check may search for hints at quotes that are not found: about half a second."""


def place_of_quote(quote: str, at: int | None, text: str, dossier: Dossier) -> Verdict:
    """Look for a quote in a saved text; `at` is the paragraph that its cite gives."""
    return look_for(quote, dossier.once(_searches)[text], at)


def sentence_on_quote(cite: Cite, verdict: Verdict, dossier: Dossier) -> str:
    """Return the sentence of the finding for a quote that is not at one place of its text."""
    if verdict.state is QuoteState.AMBIGUOUS:
        remedy = "quote more words" if cite.at is not None else "quote more words, or say at: para N"
        return f"the quote is {verdict.words}; {remedy}"
    if verdict.state is QuoteState.MISPLACED:
        return f"the quote is {verdict.words}"
    if verdict.state is QuoteState.NOT_SOUGHT:
        return "the quote was not looked for: this brief has too many quotes for so long a text"
    said = "the quote is not in the saved text"
    held = dossier.text(cite.source)
    try:
        hint = (
            nearest_words(cite.quote or "", dossier.once(_searches)[held.text], dossier.once(_hints)) if held else None
        )
    except WorkSpentError:
        return f"{said}; the nearest words were not looked for: there are too many such quotes for so long a text"
    return said if hint is None else f"{said}; the nearest words, in {paragraph_words(hint[0])}: {hint[1]}"


def _searches(dossier: Dossier) -> Mapping[str, QuoteSearch]:
    """Return a search for each saved text that the brief quotes, by the text."""
    cites = [cite for claim in dossier.brief.claims() for cite in claim.cites]
    cites += [cite for source in dossier.brief.sources for cite in source.cites]
    quoted = [
        (held.text, cite.quote) for cite in cites if cite.quote is not None and (held := dossier.text(cite.source))
    ]
    return quote_searches(quoted, dossier.folded)


def _hints(_: Dossier) -> Allowance:
    """Return the budget of one check for searching hints."""
    return Allowance(_MOST_HINTED)
