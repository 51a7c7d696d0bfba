from __future__ import annotations

from pathlib import Path

import pytest

from briefing.codes import PASSAGES, Passage
from briefing.problems import Code
from briefing.reading import read_text

HEAD = "briefing: 1\ntitle: Harbour talks resume\n"
SHOWN = [passage for passage in PASSAGES.values() if not passage.in_words and not passage.is_fragment]


def codes_of(example: str) -> set[str]:
    whole = example if "briefing:" in example else HEAD + example
    return {problem.code for problem in read_text(whole + "\n", Path("example.yaml")).problems}


def test_every_code_has_a_passage_and_every_passage_a_code() -> None:
    assert set(PASSAGES) >= set(Code)


@pytest.mark.parametrize("passage", PASSAGES.values(), ids=lambda passage: passage.code)
def test_a_passage_is_sentences_and_two_different_examples(passage: Passage) -> None:
    assert passage.meaning.endswith(".")
    assert passage.bad != passage.good


@pytest.mark.parametrize("passage", SHOWN, ids=lambda passage: passage.code)
def test_the_bad_example_gives_its_code_and_no_other(passage: Passage) -> None:
    assert codes_of(passage.bad) == {passage.code}


@pytest.mark.parametrize("passage", SHOWN, ids=lambda passage: passage.code)
def test_the_good_example_gives_no_code(passage: Passage) -> None:
    assert codes_of(passage.good) == set()
