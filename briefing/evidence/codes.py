"""Owns the names of what the checker finds. Stable: users write them into `--select` and `--ignore`."""

from __future__ import annotations

from enum import StrEnum

from briefing.problems import Severity


class Code(StrEnum):
    """One kind of finding each."""

    QUOTE_NOT_FOUND = "quote-not-found"
    QUOTE_AMBIGUOUS = "quote-ambiguous"
    QUOTE_MISPLACED = "quote-misplaced"
    QUOTE_SHORT = "quote-short"
    TEXT_NOT_HELD = "text-not-held"
    TEXT_CHANGED = "text-changed"
    NUMBER_NOT_IN_QUOTE = "number-not-in-quote"
    INTERVAL_DROPPED = "interval-dropped"
    HEDGE_DROPPED = "hedge-dropped"
    HEDGE_NOT_IN_QUOTE = "hedge-not-in-quote"
    HEDGE_DIFFERS = "hedge-differs"
    UNIT_NOT_IN_SENTENCE = "unit-not-in-sentence"
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
    NUMBER_NOT_CITED = "number-not-cited"
    NAME_NOT_IN_SOURCE = "name-not-in-source"
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
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset(
    {
        Code.QUOTE_SHORT,
        Code.TEXT_NOT_HELD,
        Code.UNIT_NOT_IN_SENTENCE,
        Code.DOUBT_OUTSIDE_QUOTE,
        Code.DENIAL_OUTSIDE_QUOTE,
        Code.DOUBT_DROPPED,
        Code.DENIAL_DROPPED,
        Code.SAYS_OTHERWISE,
        Code.NUMBER_NOT_CITED,
        Code.NAME_NOT_IN_SOURCE,
        Code.CLAIM_WITHOUT_CITE,
        Code.CITE_WITHOUT_QUOTE,
        Code.SOURCE_NEVER_CITED,
        Code.CONFIDENCE_UNFOUNDED,
        Code.CREDIBILITY_UNCONFIRMED,
        Code.LIKELIHOOD_WITH_CONFIDENCE,
    }
)
