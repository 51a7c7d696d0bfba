from __future__ import annotations

from pathlib import Path

import pytest

from briefing.base.problems import Code
from briefing.evidence.codes import EvidenceCode
from briefing.format.parse import read_brief_text
from briefing.report.explanations import CODE_EXPLANATIONS, CodeExplanation

HEAD = "briefing: 1\ntitle: Harbour talks resume\n"
SHOWN = [explanation for explanation in CODE_EXPLANATIONS.values() if not explanation.in_words]
OF_READING = [explanation for explanation in SHOWN if explanation.code in set(Code)]


def codes_of_reading(example: str) -> set[str]:
    whole = example if "briefing:" in example else HEAD + example
    return {problem.code for problem in read_brief_text(whole + "\n", Path("example.yaml")).problems}


def test_every_code_has_an_explanation_and_every_explanation_a_code() -> None:
    assert set(CODE_EXPLANATIONS) == {*Code, *EvidenceCode}


def test_no_two_codes_have_one_name() -> None:
    assert not set(map(str, Code)) & set(map(str, EvidenceCode))


@pytest.mark.parametrize("explanation", CODE_EXPLANATIONS.values(), ids=lambda explanation: explanation.code)
def test_an_explanation_is_sentences_and_two_different_examples(explanation: CodeExplanation) -> None:
    assert explanation.meaning.endswith(".")
    assert explanation.bad != explanation.good


@pytest.mark.parametrize("explanation", OF_READING, ids=lambda explanation: explanation.code)
def test_the_bad_example_gives_its_code_and_no_other(explanation: CodeExplanation) -> None:
    assert codes_of_reading(explanation.bad) == {explanation.code}


@pytest.mark.parametrize("explanation", SHOWN, ids=lambda explanation: explanation.code)
def test_the_good_example_can_be_read_without_a_problem(explanation: CodeExplanation) -> None:
    assert codes_of_reading(explanation.good) == set()
