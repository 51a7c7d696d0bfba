"""The explanation of each code of evidence: its meaning, an example, the example corrected, and the text it cites."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.base.frozen import frozen
from briefing.evidence.codes import EvidenceCode


@frozen
class Explanation:
    """The explanation of one code. The examples are the lines of a brief below its `briefing:` and `title:`."""

    code: EvidenceCode
    meaning: str
    """One or two whole sentences."""
    bad: str
    """An example that gets this code and no other."""
    good: str
    """The same lines, corrected."""
    text: str | None = None
    """The saved text of the article that the examples cite. None: they quote no text."""


_ARTICLE = "sources:\n  article: {kind: article, file: text.txt}"
_DATED = "sources:\n  article: {kind: article, file: text.txt, published: 2024-10-21}"
_TITLE = "The title of the text\n\n"
_TROOPS = f"{_TITLE}Around 11,000 troops were sent."
_BRIDGE = f"{_TITLE}The bridge is approximately 850 metres long."
_LONG = f"Troops were sent{' and sent, and so were many others' * 14}."
_BUILT = f"{_TITLE}The railway bridge was built in 1959."
_AROUND = f"{_TITLE}The railway bridge was built around 1959."


def _point(cites: str, text: str = "Troops were sent.", more: str = "") -> str:
    return f"summary:\n  - text: {text}\n{more}    cites: {{{cites}}}\n{_ARTICLE}"


def _figure(fields: str, quote: str) -> str:
    return f"figures:\n  - label: The one\n    {fields}\n    cites: {{quote: '{quote}'}}\n{_ARTICLE}"


def _event(fields: str, quote: str, sources: str = _ARTICLE) -> str:
    return f"timeline:\n  - text: It happened.\n    {fields}\n    cites: {{quote: '{quote}'}}\n{sources}"


def _said(quote: str, own: str = "Ada Holt announced more trains") -> str:
    """Return a point with a speaker in `by`, and the source that the speaker is."""
    return (
        f"summary:\n  - text: The trains are cheap.\n    by: holt\n    cites: {{source: article, quote: {quote}}}\n"
        f"{_ARTICLE}\n  holt: {{kind: person, name: Ada Holt, via: article, cites: {{quote: {own}}}}}"
    )


_TRAINS = (
    f"{_TITLE}Ada Holt announced more trains.\n\nThe trains are cheap, she said.\n\nRain fell in the hills.\n\n"
    "Some trains are cheap and slow."
)
_ORSK = (
    f"{_TITLE}In Orsk the bridge was closed.\n\nNothing else was said in the town.\n\nIn Veld a road was opened.\n\n"
    "The weather was fine."
)
_PLACES = "entities:\n  - {name: Orsk, kind: place}\n  - {name: Veld, kind: place}\n"

_EVERY = (
    Explanation(
        EvidenceCode.QUOTE_NOT_FOUND,
        "The saved text does not hold these words. Only white space and typography may differ, and a quote has to "
        "begin and end with whole words and numbers.",
        _point("quote: 'Around 12,000 troops were sent'"),
        _point("quote: 'Around 11,000 troops were sent'"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.QUOTE_AMBIGUOUS,
        "The saved text holds these words more than once, and it is not clear which place is meant.",
        _point("quote: troops were sent"),
        _point("quote: troops were sent, at: para 2"),
        f"{_TITLE}More troops were sent.\n\nThe troops were sent by rail.",
    ),
    Explanation(
        EvidenceCode.QUOTE_MISPLACED,
        "The words are in the saved text, but not in the paragraph that `at` names. The title does not count.",
        _point("quote: 'Around 11,000 troops', at: para 2"),
        _point("quote: 'Around 11,000 troops', at: para 1"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.QUOTE_SHORT,
        "A quote of fewer than 12 characters says little, and may be in a text by chance.",
        _point("quote: were sent"),
        _point("quote: troops were sent"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.QUOTE_LONG,
        "A quote of more than 400 characters holds much besides the words that the claim rests on, so nobody can "
        "tell which ones matter. Its claim counts as words found.",
        _point(f"quote: '{_LONG}'"),
        _point("quote: Troops were sent"),
        f"{_TITLE}{_LONG}",
    ),
    Explanation(
        EvidenceCode.TEXT_NOT_HELD,
        "There is no saved text of the source, or it cannot be read, so its quotes cannot be checked.",
        _point("quote: troops were sent").replace(", file: text.txt", ""),
        _point("quote: troops were sent"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.TEXT_CHANGED,
        "The saved text is not the one whose SHA-256 is in the brief. Its quotes count as verified again once "
        "somebody has looked at the new text and put its SHA-256 into the brief.",
        _point("quote: troops were sent").replace("text.txt}", f"text.txt, sha256: {'0' * 64}}}"),
        _point("quote: troops were sent"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.LANGUAGE_UNKNOWN,
        "The checker has no table of words for this language. It still compares digits, dates in digits and signs; "
        "the claims count as words found, not as verified.",
        _point("quote: sotilaita on rajalla").replace("file:", "language: fi, file:"),
        _point("quote: troops were sent"),
        f"{_TITLE}Tuhansia sotilaita on rajalla, and troops were sent.",
    ),
    Explanation(
        EvidenceCode.PUBLISHED_DIFFERS,
        "The date line of the saved text gives another day than `published`, and relative dates are counted from that.",
        _point("quote: troops were sent").replace("text.txt", "text.txt, published: 2024-05-19"),
        _point("quote: troops were sent").replace("text.txt", "text.txt, published: 2024-05-12"),
        f"{_TITLE}Published 12 May 2024\n\nAround 11,000 troops were sent.",
    ),
    Explanation(
        EvidenceCode.NUMBER_NOT_IN_QUOTE,
        "No quote of the figure has its number, in digits or in words. 'Dozens' is no number.",
        _figure("value: 12,000\n    approx: about", "Around 11,000 troops"),
        _figure("value: 11,000\n    approx: about", "Around 11,000 troops"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.INTERVAL_DROPPED,
        "The source gives a range, and the figure only one end of it.",
        _figure("value: 3,000", "between 3,000 and 4,000 troops"),
        _figure("low: 3,000\n    high: 4,000", "between 3,000 and 4,000 troops"),
        f"{_TITLE}They sent between 3,000 and 4,000 troops.",
    ),
    Explanation(
        EvidenceCode.HEDGE_DROPPED,
        "The source hedges the number, and the figure gives it as exact.",
        _figure("value: 850", "approximately 850 metres"),
        _figure("value: 850\n    approx: about", "approximately 850 metres"),
        _BRIDGE,
    ),
    Explanation(
        EvidenceCode.HEDGE_NOT_IN_QUOTE,
        "The figure has a hedge that the quote does not have.",
        _figure("value: 850\n    approx: about", "bridge is 850 metres long"),
        _figure("value: 850", "bridge is 850 metres long"),
        f"{_TITLE}The bridge is 850 metres long.",
    ),
    Explanation(
        EvidenceCode.HEDGE_DIFFERS,
        "The figure and the source hedge the number in different ways.",
        _figure("value: 850\n    approx: over", "approximately 850 metres"),
        _figure("value: 850\n    approx: about", "approximately 850 metres"),
        _BRIDGE,
    ),
    Explanation(
        EvidenceCode.UNIT_NOT_IN_SENTENCE,
        "Neither a quote of the figure nor the sentence around it has the unit, or the word for what is counted.",
        _figure("value: 12\n    unit: tanks", "In Orsk 12 boats were seen"),
        _figure("value: 12\n    unit: boats", "In Orsk 12 boats were seen"),
        f"{_TITLE}In Orsk 12 boats were seen.",
    ),
    Explanation(
        EvidenceCode.UNIT_DIFFERS,
        "The source gives the number in another unit or currency of the same kind: feet instead of metres, dollars "
        "instead of euros, percent instead of percentage points.",
        _figure("value: 850\n    approx: about\n    unit: km", "approximately 850 metres"),
        _figure("value: 850\n    approx: about\n    unit: m", "approximately 850 metres"),
        _BRIDGE,
    ),
    Explanation(
        EvidenceCode.LABEL_NOT_IN_SOURCE,
        "The sentence that gives the number does not name what the label says: it counts something else, or the "
        "words of the label are elsewhere in the text.",
        _figure("value: 12", "In Orsk 12 boats were seen").replace("The one", "Windmills seen"),
        _figure("value: 12", "In Orsk 12 boats were seen").replace("The one", "Boats seen"),
        f"{_TITLE}In Orsk 12 boats were seen.",
    ),
    Explanation(
        EvidenceCode.COUNTS_OTHERWISE,
        "The source counts something else by this number, and by another number what the claim counts.",
        _figure("value: 12\n    unit: soldiers", "12 boats carried 300 soldiers"),
        _figure("value: 12\n    unit: boats", "12 boats carried 300 soldiers"),
        f"{_TITLE}In all 12 boats carried 300 soldiers.",
    ),
    Explanation(
        EvidenceCode.DATE_NOT_IN_QUOTE,
        "The claim says that its sources state the date (the default of `basis`), and no quote of the claim gives it.",
        _event("when: 2025-01", "were sent in January"),
        _event("when: XXXX-01", "were sent in January"),
        f"{_TITLE}Troops were sent in January.",
    ),
    Explanation(
        EvidenceCode.DATE_NOT_RECKONED,
        "The claim says that the date follows from the quote and the date of the article, and it does not.",
        _event("when: 2024-10-19\n    basis: reckoned", "They met last Friday", _DATED),
        _event("when: 2024-10-18\n    basis: reckoned", "They met last Friday", _DATED),
        f"{_TITLE}They met last Friday.",
    ),
    Explanation(
        EvidenceCode.DATE_HEDGE_DROPPED,
        "The quote hedges the date, says before or after it, or leaves open which of two dates it is; the claim "
        "gives one exact date.",
        _event("when: 1959", "was built around 1959"),
        _event("when: 1959~", "was built around 1959"),
        _AROUND,
    ),
    Explanation(
        EvidenceCode.DATE_HEDGE_NOT_IN_QUOTE,
        "The date is marked approximate, uncertain or open at one end, and the quote does not say so.",
        _event("when: 1959~", "was built in 1959"),
        _event("when: 1959", "was built in 1959"),
        _BUILT,
    ),
    Explanation(
        EvidenceCode.STATED_NOT_IN_QUOTE,
        "`stated` should hold the source's own words, and neither a quote nor the sentence around it has them.",
        _event("stated: early in the 19th century", "destroyed early in the 20th century"),
        _event("stated: early in the 20th century", "destroyed early in the 20th century"),
        f"{_TITLE}It was destroyed early in the 20th century.",
    ),
    Explanation(
        EvidenceCode.DOUBT_OUTSIDE_QUOTE,
        "The source expresses doubt in the same sentence, outside the quote, and the claim gives it as plain fact.",
        _point("quote: work has begun", "Work has begun."),
        _point("quote: work has begun", "Work has begun.", "    standing: suggested\n"),
        f"{_TITLE}Satellite imagery suggests that work has begun.",
    ),
    Explanation(
        EvidenceCode.DENIAL_OUTSIDE_QUOTE,
        "The source denies what the claim reports, in the same sentence but outside the quote.",
        _point("quote: troops were sent"),
        _point("quote: denied that troops were sent", "Troops were sent.", "    standing: disputed\n"),
        f"{_TITLE}The ministry denied that troops were sent.",
    ),
    Explanation(
        EvidenceCode.DOUBT_DROPPED,
        "The quote expresses doubt, and the claim does not: its text has no word of doubt, and its standing is plain.",
        _point("quote: work may have begun", "Work has begun."),
        _point("quote: work may have begun", "Work may have begun."),
        f"{_TITLE}In Orsk the work may have begun.",
    ),
    Explanation(
        EvidenceCode.DENIAL_DROPPED,
        "The quote denies what the claim says: the claim has no negation, and its standing is plain.",
        _point("quote: work has not begun", "Work has begun."),
        _point("quote: work has not begun", "Work has not begun."),
        f"{_TITLE}In Orsk the work has not begun.",
    ),
    Explanation(
        EvidenceCode.SAYS_OTHERWISE,
        "The claim has a word, such as 'injured' or 'rose', and its source says the opposite.",
        _point("quote: three men were hurt", "Three men were killed."),
        _point("quote: three men were hurt", "Three men were injured."),
        f"{_TITLE}In Orsk three men were hurt.",
    ),
    Explanation(
        EvidenceCode.NEGATION_ADDED,
        "The claim has a negation, and the sentence around its quote has none.",
        _point("quote: signed the deal", "They did not sign the deal."),
        _point("quote: signed the deal", "They signed the deal."),
        f"{_TITLE}On Monday they signed the deal.",
    ),
    Explanation(
        EvidenceCode.CERTAINTY_ADDED,
        "The claim has a word of certainty, such as 'confirmed', or of likelihood, that its source does not have.",
        _point("quote: troops were sent", "Troops were certainly sent."),
        _point("quote: troops were sent"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.PLAN_AS_DONE,
        "The source says that something is planned; the claim, with a plain standing, says that it has happened.",
        _point("quote: The bridge will be opened", "The bridge was opened."),
        _point("quote: The bridge will be opened", "The bridge will be opened."),
        f"{_TITLE}The bridge will be opened in May.",
    ),
    Explanation(
        EvidenceCode.ATTRIBUTION_DROPPED,
        "The sentence of the quote says who says it. The point has no `by`, and its text names no speaker.",
        _point("quote: the bridge is safe", "The bridge is safe."),
        _point("quote: the bridge is safe", "The bridge is safe, says the mayor."),
        f"{_TITLE}The mayor said the bridge is safe.",
    ),
    Explanation(
        EvidenceCode.SPEAKER_NOT_NAMED,
        "The source does not attribute this to the speaker whom the claim names: the name is not in the paragraph of "
        "the quote, nor in the one before or after it, or the sentence attributes it to somebody else.",
        _said("Some trains are cheap and slow"),
        _said("The trains are cheap"),
        _TRAINS,
    ),
    Explanation(
        EvidenceCode.SPEAKER_UNSAID,
        "The claim names a speaker, and the sentence of the quote attributes its words to nobody: the speaker is "
        "only named elsewhere in the paragraph.",
        _point("quote: The troops were sent by rail", "The troops were sent by rail.", "    by: envoy\n").replace(
            _ARTICLE, f"{_ARTICLE}\n  envoy: {{kind: person, name: Ada Holt, via: article}}"
        ),
        _point("quote: The troops were sent by rail", "The troops were sent by rail.").replace(
            _ARTICLE, f"{_ARTICLE}\n"
        ),
        f"{_TITLE}The troops were sent by rail. The envoy, Ada Holt, arrived later.",
    ),
    Explanation(
        EvidenceCode.SOURCE_NOT_NAMED,
        "The sentence that a source is cited from does not name it, by its name, by an alias or by its role.",
        _said("The trains are cheap", own="Rain fell in the hills"),
        _said("The trains are cheap"),
        _TRAINS,
    ),
    Explanation(
        EvidenceCode.NUMBER_NOT_CITED,
        "The writer's own words have a number that no quote of the claim has; in the title or lede, one that no "
        "quote or figure of the brief has.",
        _point("quote: 'Around 11,000 troops'", "About 12,000 troops were sent."),
        _point("quote: 'Around 11,000 troops'", "About 11,000 troops were sent."),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.NAME_NOT_IN_SOURCE,
        "A name in the writer's words is in no saved text of the brief, nor among its entities and their aliases.",
        _point("quote: troops were sent", "Troops were sent by Ada Hult."),
        _point("quote: troops were sent", "Troops were sent by Ada Holt."),
        f"{_TITLE}By order of Ada Holt, troops were sent.",
    ),
    Explanation(
        EvidenceCode.NAME_ELSEWHERE,
        "A name in the claim is in the text, but not in the paragraph of the quote or in the title; or the sentence "
        "of the quote has another name in its place.",
        f"{_PLACES}{_point('quote: In Veld a road was opened', 'In Orsk a road was opened.')}",
        f"{_PLACES}{_point('quote: In Veld a road was opened', 'In Veld a road was opened.')}",
        _ORSK,
    ),
    Explanation(
        EvidenceCode.DERIVED_REFUSED,
        "A derived figure divides by zero, or by a number that may be zero.",
        "figures:\n  - {id: one, label: One, value: 1, cites: {quote: one bridge and no road}}\n"
        f"  - {{id: none, label: None, value: 0, cites: {{quote: one bridge and no road}}}}\n"
        f"  - {{label: Share, derived: one / none}}\n{_ARTICLE}",
        "figures:\n  - {id: one, label: One, value: 1, cites: {quote: one bridge and no road}}\n"
        f"  - {{label: Share, derived: one / one}}\n{_ARTICLE}",
        f"{_TITLE}There is one bridge and no road.",
    ),
    Explanation(
        EvidenceCode.CLAIM_WITHOUT_CITE,
        "A point, figure or event that cites nothing cannot be checked.",
        "summary: [Troops were sent.]",
        _point("quote: troops were sent"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.CITE_WITHOUT_QUOTE,
        "The claim names a source but quotes no words of it.",
        _point("source: article"),
        _point("source: article, quote: troops were sent"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.SOURCE_NEVER_CITED,
        "No claim cites the source, names it in `by`, or reaches it through `via`.",
        _ARTICLE,
        _point("quote: troops were sent"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.CONFIDENCE_UNFOUNDED,
        "A judgement with high confidence rests only on sources graded D to F, or on information graded 4 to 6.",
        _point("quote: troops were sent, credibility: 5", more="    confidence: high\n"),
        _point("quote: troops were sent, credibility: 5", more="    confidence: low\n"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.CREDIBILITY_UNCONFIRMED,
        "Credibility 1 means confirmed by other sources. Followed through `by` and `via`, this claim has one origin.",
        _point("quote: troops were sent, credibility: 1"),
        _point("quote: troops were sent, credibility: 2"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.VIA_LOOP,
        "Each of these sources is known only through the other, so neither is the origin.",
        "sources:\n  editor: {kind: person, via: paper}\n  paper: {kind: media, via: editor}",
        "summary:\n  - {text: So they say., by: editor, cites: {quote: troops were sent}}\n"
        "sources:\n  editor: {kind: person, via: article}\n  article: {kind: article, file: text.txt}",
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.LIKELIHOOD_WITH_CONFIDENCE,
        "One sentence of a judgement says both how likely a thing is and how sure the writer is. Readers mix the two "
        "up, so ICD 203 asks to keep them apart.",
        _point("quote: troops were sent", "We are confident that more are likely.", "    confidence: high\n"),
        _point("quote: troops were sent", "More are likely.", "    likelihood: likely\n    confidence: high\n"),
        _TROOPS,
    ),
    Explanation(
        EvidenceCode.RELATED_UNKNOWN,
        "No brief of the library has this id. The id of a brief is its path inside the library, without .yaml.",
        "related: [bridges]",
        "related: [bridge]",
    ),
)

EXPLANATIONS: Mapping[EvidenceCode, Explanation] = MappingProxyType(
    {explanation.code: explanation for explanation in _EVERY}
)
"""By code, in the order in which `--explain` lists them."""
