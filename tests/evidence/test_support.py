"""Each claim is in one class: the worst that its quotes, findings and undecided rules allow."""

from __future__ import annotations

import pytest

from briefing.base.problems import Place, Problem
from briefing.evidence import QuoteState, Support, Verdict
from briefing.evidence.claim_support import assess
from briefing.evidence.codes import EvidenceCode
from briefing.evidence.context import Unchecked
from briefing.evidence.languages import TABLES
from briefing.evidence.result import Assessment
from tests.support.evidence import PATH, check

ARTICLE = "sources:\n  article: {kind: article, file: text.txt, title: Piece}\n"
TEXT = """Headline

The ferry Alba sank off Kolm on 3 May 2021. Twelve of its 40 passengers were rescued by the coastguard of Kolm.

The harbour master, Ada Holt, praised the crew. The owner bought the ship in 2009.
"""


def assessed(item: str, text: str = TEXT, block: str = "summary", sources: str = ARTICLE) -> Assessment:
    """Check one claim."""
    return check(f"{block}:\n  - {item}\n{sources}", text).claims[0]


def finding(code: EvidenceCode) -> Problem:
    """Return a finding."""
    return Problem(Place(PATH, 1, 1), str(code), "a sentence", code.severity)


FOUND = Verdict(QuoteState.FOUND)


@pytest.mark.parametrize("code", list(EvidenceCode))
def test_a_claim_with_a_finding_is_never_verified(code: EvidenceCode) -> None:
    assert assess([FOUND], [finding(code)]).support is code.support
    assert code.support is not Support.VERIFIED


@pytest.mark.parametrize(
    ("states", "support"),
    [
        ([QuoteState.FOUND], Support.VERIFIED),
        ([QuoteState.FOUND, QuoteState.NO_QUOTE], Support.VERIFIED),
        ([QuoteState.NO_QUOTE], Support.NO_QUOTE),
        ([], Support.NO_QUOTE),
        ([QuoteState.FOUND, QuoteState.NOT_HELD], Support.NOT_HELD),
        ([QuoteState.NOT_HELD, QuoteState.CHANGED], Support.CHANGED),
        ([QuoteState.CHANGED, QuoteState.AMBIGUOUS], Support.AMBIGUOUS),
        ([QuoteState.AMBIGUOUS, QuoteState.MISPLACED], Support.NOT_FOUND),
        ([QuoteState.FOUND, QuoteState.NOT_FOUND], Support.NOT_FOUND),
    ],
)
def test_a_claim_is_supported_as_far_as_the_worst_of_its_quotes(states: list[QuoteState], support: Support) -> None:
    assert assess([Verdict(state) for state in states], []).support is support


def test_a_claim_of_which_something_could_not_be_checked_is_words_found_and_says_why() -> None:
    outcome = assess([FOUND], [Unchecked("quote too long"), Unchecked("quote too long"), Unchecked("no rules")])
    assert (outcome.support, outcome.unchecked) == (Support.WORDS_FOUND, ("quote too long", "no rules"))


def test_a_finding_weighs_more_than_what_could_not_be_checked() -> None:
    assert assess([FOUND], [Unchecked("no rules"), finding(EvidenceCode.HEDGE_DROPPED)]).support is Support.DOUBTFUL


@pytest.mark.parametrize(
    ("item", "block"),
    [
        pytest.param(
            "{text: The ferry Alba sank off Kolm., cites: {quote: ferry Alba sank off Kolm}}", "summary", id="name"
        ),
        pytest.param(
            "{text: 12 of its 40 passengers were rescued., cites: {quote: Twelve of its 40 passengers were rescued}}",
            "summary",
            id="numbers",
        ),
        pytest.param(
            "{text: Passengers, value: 40, unit: passengers, cites: {quote: of its 40 passengers}}".replace(
                "text", "label"
            ),
            "figures",
            id="figure",
        ),
        pytest.param(
            "{text: The ferry sinks., when: 2021-05-03, cites: {quote: sank off Kolm on 3 May 2021}}",
            "timeline",
            id="event",
        ),
        pytest.param(
            "{text: The owner buys the ship., when: 2009, cites: {quote: The owner bought the ship in 2009}}",
            "timeline",
            id="irregular verb",
        ),
    ],
)
def test_a_claim_in_the_words_and_the_order_of_its_source_is_verified(item: str, block: str) -> None:
    claim = assessed(item, block=block)
    assert (claim.support, claim.findings, claim.unchecked) == (Support.VERIFIED, (), ())


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        pytest.param(
            "{text: The ferry Alba collided off Kolm., cites: {quote: ferry Alba sank off Kolm}}",
            "in words of the writer's own: collided",
            id="another verb",
        ),
        pytest.param(
            "{text: The coastguard of Kolm was rescued by 12 passengers.,"
            " cites: {quote: Twelve of its 40 passengers were rescued by the coastguard of Kolm}}",
            "in another order of words than the source's",
            id="turned round",
        ),
        pytest.param(
            "{text: The crew was praised., cites: {quote: praised the crew}}",
            "no number, date, name or speaker to hold it to",
            id="nothing that a rule can compare",
        ),
        pytest.param(
            "{text: The ferry Alba sank., confidence: high, cites: {quote: ferry Alba sank off Kolm}}",
            "the writer's own judgement",
            id="judgement",
        ),
        pytest.param(
            "{text: Ada Holt praised the crew., cites: {quote: Ada Holt}}", "quote too short", id="short quote"
        ),
    ],
)
def test_a_claim_that_says_more_than_rules_can_see_is_words_found(item: str, reason: str) -> None:
    claim = assessed(item)
    assert claim.support is Support.WORDS_FOUND
    assert reason in claim.unchecked


def test_an_editors_reading_is_words_found() -> None:
    item = (
        "{text: The ferry sinks., when: 2021-05, basis: editor, note: Why., cites: {quote: ferry Alba sank off Kolm}}"
    )
    assert "editor's reading" in assessed(item, block="timeline").unchecked


def test_a_quote_of_more_than_400_characters_makes_a_claim_words_found() -> None:
    long = "The ferry Alba sank off Kolm" + " and sank" * 60
    claim = assessed(f"{{text: The ferry Alba sank off Kolm., cites: {{quote: {long}}}}}", f"Headline\n\n{long}.\n")
    assert [found.code for found in claim.findings] == ["quote-long"]
    assert (claim.support, claim.unchecked) == (Support.WORDS_FOUND, ("quote too long",))


@pytest.mark.parametrize("tag", sorted({"ru", "nl", "pt", "it", "uk", "ko", "zh", "ja", "ar", "fi"} - set(TABLES)))
def test_a_claim_from_a_text_in_a_language_without_a_table_is_never_verified(tag: str) -> None:
    sources = ARTICLE.replace("kind: article", f"kind: article, language: {tag}")
    claim = assessed(
        "{label: Passengers, value: 40, cites: {quote: of its 40 passengers}}", block="figures", sources=sources
    )
    assert claim.support is Support.WORDS_FOUND
    assert any(reason.startswith("no rules for") for reason in claim.unchecked)


def test_one_quote_in_another_language_does_not_disarm_the_others() -> None:
    sources = (
        "sources:\n  article: {kind: article, file: text.txt}\n  autre: {kind: article, file: text.txt, language: ru}\n"
    )
    item = (
        "{label: Passengers, value: 41, cites: [{source: article, quote: of its 40 passengers},"
        " {source: autre, quote: praised the crew}]}"
    )
    claim = assessed(item, block="figures", sources=sources)
    assert [found.code for found in claim.findings] == ["number-not-in-quote"]


def test_one_quote_that_is_too_long_does_not_disarm_title_and_lede() -> None:
    long = "Headline\n\nThe ferry Alba sank off Kolm" + " and sank" * 60 + ".\n"
    yaml = (
        "briefing: 1\ntitle: 77 drowned\nsummary:\n  - {text: The ferry Alba sank., cites: {quote: The ferry Alba"
        f" sank off Kolm{' and sank' * 60}}}}}\n{ARTICLE}"
    )
    assert "number-not-cited" in [found.code for found in check(yaml, long).findings]


UNSAID = [
    # sentence, claim, language: the sentence has every word of the claim, and says something else
    (
        "Human evolution is not linear, it is a bushy tree of May.",
        "Evolution is linear, not a bushy tree of May.",
        "en",
    ),
    ("The river is not deep but wide in May.", "The river is deep but not wide in May.", "en"),
    ("Sales of cars fell to 12,000, while sales of vans rose to 4,000.", "Sales of cars rose to 4,000.", "en"),
    ("Income was 18 million, compared with 14 million.", "Income was 14 million.", "en"),
    ("The army of Kolm denied that it had shelled the town, and blamed rebels.", "Kolm shelled rebels.", "en"),
    ("The union of Kolm has charged that the plan would cut pay.", "The plan of Kolm would cut pay.", "en"),
    ("They found six species in Kolm, and ruled none out.", "They ruled out six species in Kolm.", "en"),
    ("Des racines de Lens sont susceptibles de brûler.", "Des racines de Lens vont brûler.", "fr"),
]


@pytest.mark.parametrize(("sentence", "claim", "language"), UNSAID)
def test_words_of_a_source_put_together_anew_are_not_verified(sentence: str, claim: str, language: str) -> None:
    yaml = (
        f"briefing: 1\ntitle: T\nlanguage: {language}\n"
        f"summary:\n  - {{text: '{claim}', cites: {{quote: '{sentence}'}}}}\n"
        f"sources:\n  a: {{kind: article, file: text.txt, language: {language}}}\n"
    )
    assert check(yaml, f"Headline\n\n{sentence}\n").claims[0].support in {Support.WORDS_FOUND, Support.DOUBTFUL}


LABELS = [
    ("Adjusted net income was 40 thousand.", "label: Net income", "the source says 'Adjusted', and the label does not"),
    ("The new teeth, from 40 sharks, are old.", "label: New teeth, unit: teeth", "the number counts 'sharks'"),
    ("In July 40 claims were made here.", "label: Claims in June", "'June' is not in the sentence of a quote"),
    ("In July 40 claims were made here.", "label: Claims in July", None),
    ("Una carta pide 40 barcos en mayo.", "label: Barcos en mayo", None),
]


@pytest.mark.parametrize(("sentence", "fields", "reason"), LABELS)
def test_a_label_names_what_the_number_of_its_source_counts(sentence: str, fields: str, reason: str | None) -> None:
    language = "es" if "carta" in sentence else "en"
    yaml = (
        f"briefing: 1\ntitle: T\nlanguage: {language}\n"
        f"figures:\n  - {{{fields}, value: 40, cites: {{quote: '{sentence}'}}}}\n"
        f"sources:\n  a: {{kind: article, file: text.txt, language: {language}}}\n"
    )
    unchecked = check(yaml, f"Headline\n\n{sentence}\n").claims[0].unchecked
    assert reason in unchecked if reason is not None else not any("number" in each for each in unchecked)


MEASURED = [
    ("Height of the tower", "m", "The tower is 40 m high.", True),
    ("Height of the tower", "m", "The tower is 40 m wide.", False),
    ("Depth of the tower", "m", "The tower is 90 m deep and 40 m high.", False),
    ("Length of the strike", "weeks", "It ended the 40-week strike.", True),
    ("Length of the nap", "min", "They had a nap of 40 minutes.", True),
    ("Age of the chamber", "years", "The chamber is 40 years old.", True),
    ("Surface of the forest", "ha", "The forest has 40 hectares.", True),
    ("Distance from the harbour", "km", "It sank 40 km from the harbour.", True),
    ("Cost of the harbour", "USD", "They earn $40 from the harbour.", False),
]


@pytest.mark.parametrize(("label", "unit", "sentence", "verified"), MEASURED)
def test_a_label_may_name_what_its_source_measures(label: str, unit: str, sentence: str, *, verified: bool) -> None:
    item = f"{{label: {label}, value: 40, unit: {unit}, cites: {{quote: '{sentence}'}}}}"
    claim = assessed(item, f"Headline\n\n{sentence}\n", block="figures")
    assert (claim.support is Support.VERIFIED) == verified
