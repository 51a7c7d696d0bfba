"""The codes of the findings about evidence. They are stable: users write them into `--select` and `--ignore`."""

from __future__ import annotations

from enum import StrEnum

from briefing.base.problems import Severity
from briefing.base.static_types import Self
from briefing.evidence.result import Support


class EvidenceCode(StrEnum):
    """One code for each kind of finding."""

    severity: Severity
    """ERROR where the brief says what its sources do not say."""
    support: Support
    """The best class of a claim with this finding: DOUBTFUL, unless the code is about the quotes themselves."""

    def __new__(cls, name: str, severity: Severity = Severity.ERROR, support: Support = Support.DOUBTFUL) -> Self:
        """Make a code from its name, its severity and its support."""
        code = str.__new__(cls, name)
        code._value_ = name
        code.severity = severity
        code.support = support
        return code

    QUOTE_NOT_FOUND = "quote-not-found", Severity.ERROR, Support.NOT_FOUND
    QUOTE_AMBIGUOUS = "quote-ambiguous", Severity.ERROR, Support.AMBIGUOUS
    QUOTE_MISPLACED = "quote-misplaced", Severity.ERROR, Support.NOT_FOUND
    QUOTE_SHORT = "quote-short", Severity.WARNING, Support.WORDS_FOUND
    QUOTE_LONG = "quote-long", Severity.WARNING, Support.WORDS_FOUND
    TEXT_NOT_HELD = "text-not-held", Severity.WARNING, Support.NOT_HELD
    TEXT_CHANGED = "text-changed", Severity.ERROR, Support.CHANGED
    LANGUAGE_UNKNOWN = "language-unknown", Severity.NOTE, Support.WORDS_FOUND
    """The checker has no table of words for the language of a source's text."""
    PUBLISHED_DIFFERS = "published-differs", Severity.WARNING
    """The date line of the saved text gives a day other than `published`."""
    NUMBER_NOT_IN_QUOTE = "number-not-in-quote"
    INTERVAL_DROPPED = "interval-dropped"
    HEDGE_DROPPED = "hedge-dropped"
    HEDGE_NOT_IN_QUOTE = "hedge-not-in-quote"
    HEDGE_DIFFERS = "hedge-differs"
    UNIT_NOT_IN_SENTENCE = "unit-not-in-sentence", Severity.WARNING
    UNIT_DIFFERS = "unit-differs"
    """The source gives the number in another unit of the same kind: feet, where the figure says metres."""
    LABEL_NOT_IN_SOURCE = "label-not-in-source", Severity.WARNING
    """The sentence that gives the number has no word of the figure's label."""
    COUNTS_OTHERWISE = "counts-otherwise"
    """The source counts something else by this number, and what the claim counts by another number."""
    DATE_NOT_IN_QUOTE = "date-not-in-quote"
    DATE_NOT_RECKONED = "date-not-reckoned"
    DATE_HEDGE_DROPPED = "date-hedge-dropped"
    DATE_HEDGE_NOT_IN_QUOTE = "date-hedge-not-in-quote"
    STATED_NOT_IN_QUOTE = "stated-not-in-quote"
    DOUBT_OUTSIDE_QUOTE = "doubt-outside-quote", Severity.WARNING
    DENIAL_OUTSIDE_QUOTE = "denial-outside-quote", Severity.WARNING
    DOUBT_DROPPED = "doubt-dropped"
    DENIAL_DROPPED = "denial-dropped"
    SAYS_OTHERWISE = "says-otherwise"
    NEGATION_ADDED = "negation-added"
    CERTAINTY_ADDED = "certainty-added"
    PLAN_AS_DONE = "plan-as-done"
    """The quote says what will happen; the claim says that it has happened."""
    ATTRIBUTION_DROPPED = "attribution-dropped", Severity.WARNING
    SPEAKER_NOT_NAMED = "speaker-not-named"
    """The source does not name the speaker in `by` near the quote."""
    SPEAKER_UNSAID = "speaker-unsaid", Severity.WARNING
    """`by` names a speaker, and the sentence of the quote attributes its words to nobody."""
    SOURCE_NOT_NAMED = "source-not-named"
    """The sentence that a source is cited from does not name that source."""
    NUMBER_NOT_CITED = "number-not-cited", Severity.WARNING
    NAME_NOT_IN_SOURCE = "name-not-in-source", Severity.WARNING
    NAME_ELSEWHERE = "name-elsewhere", Severity.WARNING
    """A name in the writer's words is in the saved text, but not near the quote."""
    DERIVED_REFUSED = "derived-refused"
    CLAIM_WITHOUT_CITE = "claim-without-cite", Severity.WARNING, Support.NO_QUOTE
    CITE_WITHOUT_QUOTE = "cite-without-quote", Severity.WARNING, Support.NO_QUOTE
    SOURCE_NEVER_CITED = "source-never-cited", Severity.WARNING
    CONFIDENCE_UNFOUNDED = "confidence-unfounded", Severity.WARNING
    CREDIBILITY_UNCONFIRMED = "credibility-unconfirmed", Severity.WARNING
    VIA_LOOP = "via-loop"
    LIKELIHOOD_WITH_CONFIDENCE = "likelihood-with-confidence", Severity.WARNING
    RELATED_UNKNOWN = "related-unknown"
