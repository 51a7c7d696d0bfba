"""What is read in a sentence is read once in the check of a brief, and a check takes so many steps at most."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import CodeType, FrameType

import pytest

from briefing.evidence.dates.find import find_dates
from briefing.evidence.numbers.find import find_numbers
from briefing.evidence.numbers.numerals import numerals
from briefing.evidence.rules.substance import content_tokens
from briefing.evidence.rules.weak_words import weak_words
from briefing.evidence.words.prose import prose_of
from tests.evidence.mutations import checked
from tests.support.corpus import Part, corpus

ONCE = (content_tokens, weak_words)
"""Readers that `Prose.once` is given themselves."""
BEHIND = (find_numbers, find_dates, numerals)
"""Finders behind a cache, by text."""
MOST_CALLS = 1100
"""Calls of our functions for one claim of the corpus, on the average. They took 1,005 when this was written."""


CACHES = (*BEHIND, prose_of)
GROUNDS = corpus(Part.TUNED)


def _code(function: Callable[..., object]) -> CodeType:
    return getattr(function, "__wrapped__", function).__code__


def _called(work: Callable[[], object]) -> Counter[tuple[CodeType, str]]:
    """Return how often each function of ours is called, and the finders by the text that they read."""
    found: Counter[tuple[CodeType, str]] = Counter()
    finders, readers = {_code(one) for one in BEHIND}, {_code(one) for one in ONCE}

    def count(frame: FrameType, event: str, _: object) -> None:
        code, given = frame.f_code, frame.f_locals
        if event == "call" and "briefing" in code.co_filename:
            read = given["text"] if code in finders else given["prose"].text if code in readers else ""
            found[code, read] += 1

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return found


@pytest.fixture(scope="module", name="called")
def _of_the_corpus() -> Mapping[str, Counter[tuple[CodeType, str]]]:
    """Return what the check of each brief of the corpus calls, when only the tables of its languages are in memory."""
    found: dict[str, Counter[tuple[CodeType, str]]] = {}
    for ground in GROUNDS:
        checked(*ground)
        for one in CACHES:
            one.cache_clear()
        texts = {name: replace(held, text=f"{held.text}\n\n") for name, held in ground.texts.items()}
        found[ground.brief.title] = _called(partial(checked, ground.brief, texts))
    return found


@pytest.mark.parametrize("finder", [*BEHIND, *ONCE], ids=lambda finder: finder.__name__)
def test_a_finder_reads_a_text_once(
    finder: Callable[..., object], called: Mapping[str, Counter[tuple[CodeType, str]]]
) -> None:
    for title, calls in called.items():
        again = [read for (code, read), number in calls.items() if code is _code(finder) and number > 1]
        assert not again, title


def test_the_check_of_a_claim_calls_few_functions(called: Mapping[str, Counter[tuple[CodeType, str]]]) -> None:
    claims = sum(len(list(ground.brief.claims())) for ground in GROUNDS)
    assert sum(calls.total() for calls in called.values()) / claims < MOST_CALLS
