"""Each code of evidence has an example that gets it, one that does not, and a row with its place."""

from __future__ import annotations

import pytest

from briefing.evidence.codes import EvidenceCode
from briefing.evidence.explanations import EXPLANATIONS, Explanation
from tests.support.evidence import HEAD, check, codes

KNOWN = {"bridge"}
TITLE = "The title of the text\n\n"
ARTICLE = "sources:\n  article: {kind: article, file: text.txt}\n"


@pytest.mark.parametrize("code", list(EvidenceCode))
def test_every_code_has_a_passage(code: EvidenceCode) -> None:
    assert code in EXPLANATIONS


@pytest.mark.parametrize("passage", EXPLANATIONS.values(), ids=lambda passage: passage.code)
def test_the_bad_example_gets_its_code_and_no_other(passage: Explanation) -> None:
    assert set(codes(check(passage.bad, passage.text, KNOWN))) == {str(passage.code)}


@pytest.mark.parametrize("passage", EXPLANATIONS.values(), ids=lambda passage: passage.code)
def test_the_good_example_does_not_get_its_code(passage: Explanation) -> None:
    assert passage.code not in codes(check(passage.good, passage.text, KNOWN))


POINT = "summary:\n  - text: Troops were sent.\n    "
FIGURE = "figures:\n  - label: The one\n    "
EVENT = "timeline:\n  - text: It happened.\n    "
TROOPS = f"{TITLE}Around 11,000 troops were sent."
BRIDGE = f"{TITLE}It is approximately 850 metres long.\n\nIt is long."

LONG = f"Troops were sent{' and sent, and so were many others' * 14}."

ROWS = [
    pytest.param(POINT + f"cites: {{quote: @'{LONG}'}}\n", "quote-long", f"{TITLE}{LONG}", id="long"),
    pytest.param(POINT + "cites: {quote: @troops were here}\n", "quote-not-found", TROOPS, id="not found"),
    pytest.param(
        POINT
        + "cites:\n      - quote: Around 11,000 troops\n      - quote: @>-\n          11,000\n          tanks were\n",
        "quote-not-found",
        TROOPS,
        id="the second cite is not found",
    ),
    pytest.param(
        POINT + "cites: {quote: @troops were sent}\n", "quote-ambiguous", f"{TROOPS} More troops were sent.", id="twice"
    ),
    pytest.param(
        POINT + "cites: {quote: @troops were sent, at: para 1}\n",
        "quote-ambiguous",
        f"{TROOPS} More troops were sent.",
        id="twice in one paragraph",
    ),
    pytest.param(POINT + "cites: {quote: troops were sent, at: @para 2}\n", "quote-misplaced", TROOPS, id="misplaced"),
    pytest.param(POINT + "cites: {quote: @were sent}\n", "quote-short", TROOPS, id="short"),
    pytest.param(
        FIGURE + "value: @12,000\n    approx: about\n    cites: {quote: 'Around 11,000 troops'}\n",
        "number-not-in-quote",
        TROOPS,
        id="number",
    ),
    pytest.param(
        FIGURE + "low: 3,000\n    high: @5,000\n    cites: {quote: 'between 3,000 and 4,000 troops'}\n",
        "number-not-in-quote",
        f"{TITLE}They sent between 3,000 and 4,000 troops.",
        id="upper end",
    ),
    pytest.param(
        FIGURE + "low: @2,000\n    high: 4,000\n    cites: {quote: 'between 3,000 and 4,000 troops'}\n",
        "number-not-in-quote",
        f"{TITLE}They sent between 3,000 and 4,000 troops.",
        id="lower end",
    ),
    pytest.param(
        FIGURE + "value: @4,000\n    cites: {quote: '3,000-4,000 troops'}\n",
        "interval-dropped",
        f"{TITLE}They sent 3,000–4,000 troops.",
        id="one end of a range",
    ),
    pytest.param(
        FIGURE + "value: @11,000\n    cites: {quote: 'Around 11,000 troops'}\n",
        "hedge-dropped",
        TROOPS,
        id="hedge dropped",
    ),
    pytest.param(
        FIGURE + "value: @11,000\n    cites: {quote: '11,000 troops were sent'}\n",
        "hedge-dropped",
        TROOPS,
        id="hedge before the quote",
    ),
    pytest.param(
        FIGURE + "value: 11,000\n    approx: @about\n    cites: {quote: '11,000 troops were sent'}\n",
        "hedge-not-in-quote",
        TROOPS,
        id="claimed hedge before the quote",
    ),
    pytest.param(
        FIGURE + "value: 11,000\n    approx: @at least\n    cites: {quote: 'Around 11,000 troops'}\n",
        "hedge-differs",
        TROOPS,
        id="hedge differs",
    ),
    pytest.param(
        FIGURE + "value: 850\n    unit: @miles\n    approx: about\n    cites: {quote: approximately 850 metres}\n",
        "unit-differs",
        BRIDGE,
        id="another unit",
    ),
    pytest.param(
        FIGURE + "value: 12\n    unit: @tanks\n    cites: {quote: In Orsk 12 boats were seen}\n",
        "unit-not-in-sentence",
        f"{TITLE}In Orsk 12 boats were seen.",
        id="unit",
    ),
    pytest.param(
        "figures:\n  - label: @Windmills seen\n    value: 12\n    cites: {quote: In Orsk 12 boats were seen}\n",
        "label-not-in-source",
        f"{TITLE}In Orsk 12 boats were seen.",
        id="label",
    ),
    pytest.param(
        FIGURE + "value: 12\n    unit: @soldiers\n    cites: {quote: 12 boats carried 300 soldiers}\n",
        "counts-otherwise",
        f"{TITLE}In all 12 boats carried 300 soldiers.",
        id="the noun of another number",
    ),
    pytest.param(
        EVENT + "when: @2025\n    cites: {quote: troops were sent}\n",
        "date-not-in-quote",
        f"{TITLE}In 2025, troops were sent.",
        id="year outside the quote",
    ),
    pytest.param(
        FIGURE + "value: 2\n    when: @2023\n    cites: {quote: two troops in 2024}\n",
        "date-not-in-quote",
        f"{TITLE}He sent two troops in 2024.",
        id="date of a figure",
    ),
    pytest.param(
        EVENT + "when: @2025-01\n    basis: reckoned\n    cites: {quote: sent in January}\n",
        "date-not-reckoned",
        f"{TITLE}They were sent in January.",
        id="nothing to reckon from",
    ),
    pytest.param(
        EVENT + "when: @1959\n    cites: {quote: built about 1959}\n",
        "date-hedge-dropped",
        f"{TITLE}It was built about 1959.",
        id="date hedge",
    ),
    pytest.param(
        EVENT + "when: @1959?\n    cites: {quote: was built in 1959}\n",
        "date-hedge-not-in-quote",
        f"{TITLE}It was built in 1959.",
        id="date doubt",
    ),
    pytest.param(
        EVENT + "stated: @late in May\n    cites: {quote: early in the May of}\n",
        "stated-not-in-quote",
        f"{TITLE}It was early in the May of his life.",
        id="stated",
    ),
    pytest.param(
        POINT + "cites: {quote: @troops were sent}\n",
        "doubt-outside-quote",
        f"{TITLE}It may be that troops were sent.",
        id="doubt",
    ),
    pytest.param(
        POINT + "cites: {quote: @troops were sent}\n",
        "denial-outside-quote",
        f"{TITLE}It is not true that troops were sent.",
        id="denial",
    ),
    pytest.param(
        "summary:\n  - text: @Troops were sent.\n    cites: {quote: troops may have been sent}\n",
        "doubt-dropped",
        f"{TITLE}More troops may have been sent.",
        id="doubt inside the quote",
    ),
    pytest.param(
        "summary:\n  - text: @Troops were sent.\n    cites: {quote: no troops were sent}\n",
        "denial-dropped",
        f"{TITLE}In all, no troops were sent.",
        id="denial inside the quote",
    ),
    pytest.param(
        "summary:\n  - text: @Three men were injured.\n    cites: {quote: Three men were killed}\n",
        "says-otherwise",
        f"{TITLE}Three men were killed.",
        id="contrary",
    ),
    pytest.param(
        "summary:\n  - text: @The Ostrovans were sent.\n    cites: {quote: Ostravans were sent}\n",
        "name-not-in-source",
        f"{TITLE}All the Ostravans were sent.",
        id="name",
    ),
    pytest.param(
        "summary:\n  - text: @Troops were not sent.\n    cites: {quote: troops were sent}\n",
        "negation-added",
        TROOPS,
        id="negation",
    ),
    pytest.param(
        "summary:\n  - text: @Troops were undoubtedly sent.\n    cites: {quote: troops were sent}\n",
        "certainty-added",
        TROOPS,
        id="certainty",
    ),
    pytest.param(
        "summary:\n  - text: @Troops were sent.\n    cites: {quote: troops will be sent}\n",
        "plan-as-done",
        f"{TITLE}In May troops will be sent.",
        id="plan",
    ),
    pytest.param(
        "summary:\n  - text: @Troops were sent.\n    cites: {quote: troops were sent}\n",
        "attribution-dropped",
        f"{TITLE}The mayor said that troops were sent.",
        id="attribution",
    ),
    pytest.param(
        "summary:\n  - text: Troops were sent.\n    by: @a\n    cites: {source: article, quote: troops were sent}\n"
        "sources:\n  a: {kind: person, name: Ada Holt, via: article}\n#",
        "speaker-not-named",
        TROOPS,
        id="speaker",
    ),
    pytest.param(
        "summary:\n  - text: Troops were sent.\n    by: @a\n    cites: {source: article, quote: Troops were sent}\n"
        "sources:\n  a: {kind: person, name: Ada Holt, via: article}\n#",
        "speaker-unsaid",
        f"{TITLE}Troops were sent. Ada Holt was told.",
        id="speaker who is not said to speak",
    ),
    pytest.param(
        "summary:\n  - text: More troops are to come.\n    by: a\n"
        "    cites: {source: article, quote: More troops are to come}\n"
        "sources:\n  a: {kind: person, name: @Ada Holt, via: article, cites: {quote: troops were sent}}\n#",
        "source-not-named",
        f"{TROOPS}\n\nMore troops are to come, said Ada Holt.",
        id="source",
    ),
    pytest.param(
        "entities: [{name: Orsk, kind: place}, {name: Veld, kind: place}]\n"
        "summary:\n  - text: @In Orsk troops were sent.\n    cites: {quote: In Veld troops were sent}\n",
        "name-elsewhere",
        f"{TITLE}In Veld troops were sent.\n\nThen they left.\n\nIn Orsk it rains.",
        id="name of another place",
    ),
    pytest.param(
        "summary:\n  - text: @In all 12,000 went.\n    cites: {quote: 'Around 11,000 troops'}\n",
        "number-not-cited",
        TROOPS,
        id="number of a point",
    ),
    pytest.param(
        "lede: @In all 12,000 went.\n" + POINT + "cites: {quote: 'Around 11,000 troops'}\n",
        "number-not-cited",
        TROOPS,
        id="number of the lede",
    ),
    pytest.param(
        "figures:\n  - {id: none, label: None, value: 0, cites: {quote: no troops at all}}\n"
        "  - {label: Share, derived: @none / none}\n",
        "derived-refused",
        f"{TITLE}There were no troops at all.",
        id="derived",
    ),
    pytest.param(
        "summary:\n  - @Troops were sent.\n  - {text: More., cites: {quote: troops were sent}}\n",
        "claim-without-cite",
        TROOPS,
        id="no cite",
    ),
    pytest.param(POINT + "cites: @article\n", "cite-without-quote", TROOPS, id="no quote"),
    pytest.param(
        POINT + "cites: {quote: troops were sent, credibility: @1}\n",
        "credibility-unconfirmed",
        TROOPS,
        id="credibility",
    ),
    pytest.param(
        POINT + "confidence: @high\n    cites: {quote: troops were sent, credibility: 4}\n",
        "confidence-unfounded",
        TROOPS,
        id="confidence",
    ),
    pytest.param(
        "summary:\n  - text: @With low confidence, war is likely.\n    confidence: low\n"
        "    cites: {quote: troops were sent}\n",
        "likelihood-with-confidence",
        TROOPS,
        id="likelihood with confidence",
    ),
    pytest.param(
        "related: [@bridges]\n" + POINT + "cites: {quote: troops were sent}\n", "related-unknown", TROOPS, id="related"
    ),
    pytest.param(
        "supersedes: @bridges\n" + POINT + "cites: {quote: troops were sent}\n",
        "related-unknown",
        TROOPS,
        id="supersedes",
    ),
]

SOURCE_ROWS = [
    pytest.param("{kind: article, file: text.txt, language: @fi}", "language-unknown", TROOPS, id="language"),
    pytest.param("{kind: article, file: @text.txt}", "text-not-held", None, id="not held"),
    pytest.param("@{kind: article}", "text-not-held", None, id="no file"),
    pytest.param(f"{{kind: article, file: text.txt, sha256: @{'0' * 64}}}", "text-changed", TROOPS, id="changed"),
    pytest.param(
        "{kind: article, file: text.txt}\n  other: @{kind: article}", "source-never-cited", TROOPS, id="never cited"
    ),
    pytest.param(
        "{kind: article, file: text.txt}\n  a: {kind: person, via: @b}\n  b: {kind: person, via: a}",
        "via-loop",
        TROOPS,
        id="loop",
    ),
    pytest.param(
        "{kind: article, file: text.txt, published: @2024-05-19}",
        "published-differs",
        f"{TITLE}Published 12 May 2024\n\nAround 11,000 troops were sent.",
        id="published",
    ),
]


def place_of(marked: str) -> tuple[str, int, int]:
    """Take the @ out of a brief, and return where it stood."""
    before, after = marked.split("@")
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("brief", "code", "text"), ROWS)
def test_a_finding_of_a_claim_points_at_its_field(brief: str, code: str, text: str) -> None:
    yaml, line, column = place_of(HEAD + brief + ARTICLE)
    assert [
        (finding.code, finding.place.line, finding.place.column) for finding in check(yaml, text, KNOWN).findings
    ] == [(code, line, column)]


@pytest.mark.parametrize(("source", "code", "text"), SOURCE_ROWS)
def test_a_finding_of_a_source_points_at_its_field(source: str, code: str, text: str | None) -> None:
    brief = f"{HEAD}{POINT}cites: {{source: article, quote: troops were sent}}\nsources:\n  article: {source}\n"
    yaml, line, column = place_of(brief)
    assert [
        (finding.code, finding.place.line, finding.place.column) for finding in check(yaml, text, KNOWN).findings
    ] == [(code, line, column)]


def test_every_code_has_a_row() -> None:
    assert {str(row.values[1]) for row in (*ROWS, *SOURCE_ROWS)} == {str(code) for code in EvidenceCode}
