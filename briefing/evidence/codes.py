"""The names of what the checker finds. Stable: users write them into `--select` and `--ignore`."""

from __future__ import annotations

from enum import StrEnum

from briefing.base.problems import Severity
from briefing.evidence.result import Support


class EvidenceCode(StrEnum):
    """One kind of finding each."""

    QUOTE_NOT_FOUND = "quote-not-found"
    QUOTE_AMBIGUOUS = "quote-ambiguous"
    QUOTE_MISPLACED = "quote-misplaced"
    QUOTE_SHORT = "quote-short"
    QUOTE_LONG = "quote-long"
    TEXT_NOT_HELD = "text-not-held"
    TEXT_CHANGED = "text-changed"
    LANGUAGE_UNKNOWN = "language-unknown"
    """There is no table for the language of a source's text."""
    PUBLISHED_DIFFERS = "published-differs"
    """The date line of the saved text names another day than `published`."""
    NUMBER_NOT_IN_QUOTE = "number-not-in-quote"
    INTERVAL_DROPPED = "interval-dropped"
    HEDGE_DROPPED = "hedge-dropped"
    HEDGE_NOT_IN_QUOTE = "hedge-not-in-quote"
    HEDGE_DIFFERS = "hedge-differs"
    UNIT_NOT_IN_SENTENCE = "unit-not-in-sentence"
    UNIT_DIFFERS = "unit-differs"
    """The source has another unit of the same kind beside the number: feet for metres."""
    LABEL_NOT_IN_SOURCE = "label-not-in-source"
    """The sentence of a figure's number has no word of its label."""
    COUNTS_OTHERWISE = "counts-otherwise"
    """The source has another number before what the claim counts."""
    DATE_NOT_IN_QUOTE = "date-not-in-quote"
    DATE_NOT_RECKONED = "date-not-reckoned"
    DATE_HEDGE_DROPPED = "date-hedge-dropped"
    DATE_HEDGE_NOT_IN_QUOTE = "date-hedge-not-in-quote"
    STATED_NOT_IN_QUOTE = "stated-not-in-quote"
    DOUBT_OUTSIDE_QUOTE = "doubt-outside-quote"
    DENIAL_OUTSIDE_QUOTE = "denial-outside-quote"
    DOUBT_DROPPED = "doubt-dropped"
    DENIAL_DROPPED = "denial-dropped"
    SAYS_OTHERWISE = "says-otherwise"
    NEGATION_ADDED = "negation-added"
    CERTAINTY_ADDED = "certainty-added"
    PLAN_AS_DONE = "plan-as-done"
    """The quote says what will be, the claim what is or was."""
    ATTRIBUTION_DROPPED = "attribution-dropped"
    SPEAKER_NOT_NAMED = "speaker-not-named"
    """The name of `by` does not stand near the quote."""
    SPEAKER_UNSAID = "speaker-unsaid"
    """The sentence of the quote says of nobody that they say so, and `by` names somebody."""
    SOURCE_NOT_NAMED = "source-not-named"
    """The name of a source does not stand in the sentence of its own cite."""
    NUMBER_NOT_CITED = "number-not-cited"
    NAME_NOT_IN_SOURCE = "name-not-in-source"
    NAME_ELSEWHERE = "name-elsewhere"
    """A name in the writer's words stands in the saved text, far from the quote."""
    DERIVED_REFUSED = "derived-refused"
    CLAIM_WITHOUT_CITE = "claim-without-cite"
    CITE_WITHOUT_QUOTE = "cite-without-quote"
    SOURCE_NEVER_CITED = "source-never-cited"
    CONFIDENCE_UNFOUNDED = "confidence-unfounded"
    CREDIBILITY_UNCONFIRMED = "credibility-unconfirmed"
    VIA_LOOP = "via-loop"
    LIKELIHOOD_WITH_CONFIDENCE = "likelihood-with-confidence"
    RELATED_UNKNOWN = "related-unknown"

    @property
    def severity(self) -> Severity:
        """Whether it is an error: the brief says what its sources do not say."""
        if self is EvidenceCode.LANGUAGE_UNKNOWN:
            return Severity.NOTE
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR

    @property
    def support(self) -> Support:
        """The best that a claim can be which has this finding."""
        return _SUPPORT.get(self, Support.DOUBTFUL)


_SUPPORT = {
    EvidenceCode.QUOTE_NOT_FOUND: Support.NOT_FOUND,
    EvidenceCode.QUOTE_MISPLACED: Support.NOT_FOUND,
    EvidenceCode.QUOTE_AMBIGUOUS: Support.AMBIGUOUS,
    EvidenceCode.TEXT_CHANGED: Support.CHANGED,
    EvidenceCode.TEXT_NOT_HELD: Support.NOT_HELD,
    EvidenceCode.CLAIM_WITHOUT_CITE: Support.NO_QUOTE,
    EvidenceCode.CITE_WITHOUT_QUOTE: Support.NO_QUOTE,
    EvidenceCode.QUOTE_SHORT: Support.WORDS_FOUND,
    EvidenceCode.QUOTE_LONG: Support.WORDS_FOUND,
    EvidenceCode.LANGUAGE_UNKNOWN: Support.WORDS_FOUND,
}
"""The findings that are about the quotes of a claim, and not about what it makes of them."""

_WARNINGS = frozenset(
    {
        EvidenceCode.QUOTE_SHORT,
        EvidenceCode.QUOTE_LONG,
        EvidenceCode.TEXT_NOT_HELD,
        EvidenceCode.UNIT_NOT_IN_SENTENCE,
        EvidenceCode.LABEL_NOT_IN_SOURCE,
        EvidenceCode.DOUBT_OUTSIDE_QUOTE,
        EvidenceCode.DENIAL_OUTSIDE_QUOTE,
        EvidenceCode.NUMBER_NOT_CITED,
        EvidenceCode.NAME_NOT_IN_SOURCE,
        EvidenceCode.NAME_ELSEWHERE,
        EvidenceCode.ATTRIBUTION_DROPPED,
        EvidenceCode.SPEAKER_UNSAID,
        EvidenceCode.PUBLISHED_DIFFERS,
        EvidenceCode.CLAIM_WITHOUT_CITE,
        EvidenceCode.CITE_WITHOUT_QUOTE,
        EvidenceCode.SOURCE_NEVER_CITED,
        EvidenceCode.CONFIDENCE_UNFOUNDED,
        EvidenceCode.CREDIBILITY_UNCONFIRMED,
        EvidenceCode.LIKELIHOOD_WITH_CONFIDENCE,
    }
)
