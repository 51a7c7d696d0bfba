"""The search for many quotes in a long text: it finds all of them, within its limit of work."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence import QuoteState, Span, Support
from briefing.evidence.check import check_brief
from briefing.evidence.quotes import search as quote_search
from briefing.evidence.quotes.allowance import Allowance, WorkSpentError
from briefing.evidence.quotes.folding import fold, fold_words
from briefing.evidence.quotes.locate import locate, look_for, nearest_words
from briefing.evidence.quotes.search import QuoteSearch, quote_searches
from briefing.format.parse import read_brief_text
from tests.support.evidence import HEAD, held, read

WORDS = ["harbour", "talks", "quay", "12", "3,000", "people", "came", "re-open", "so", "a", "\u6e2f", "caf\u00e9s", "-"]
TEXT = "Talks\n\n" + "\n\n".join(f"About {3000 + at:,} people came to quay {at}, said Anna Berg." for at in range(400))
SOURCE = "sources:\n  paper: {kind: article, title: T, file: t.txt}\n"


def sieved(text: str, quotes: list[str], monkeypatch: pytest.MonkeyPatch, chunk: int = 40) -> QuoteSearch:
    """Return a search that runs the pass even for a short text, in small chunks."""
    monkeypatch.setattr(quote_search, "MOST_WORK", 0)
    monkeypatch.setattr(quote_search, "_CHUNK", chunk)
    return QuoteSearch(fold(text), [fold_words(quote) for quote in quotes], Allowance(10**12))


@settings(max_examples=30)
@given(
    words=st.lists(st.sampled_from(WORDS), min_size=5, max_size=60),
    joints=st.lists(st.sampled_from([" ", "\n", "-\n", "\u2013", " - ", "\n\n", "\u00a0"]), min_size=60, max_size=60),
    picks=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 12), st.booleans()), min_size=1, max_size=8),
    chunk=st.integers(8, 80),
)
def test_the_pass_over_a_text_changes_no_verdict(
    words: list[str], joints: list[str], picks: list[tuple[int, int, bool]], chunk: int
) -> None:
    pieces = [part for pair in zip(words, joints, strict=False) for part in pair]
    text = "".join(pieces)
    quotes = ["".join(pieces[2 * at : 2 * (at + length)]) + "x" * wrong for at, length, wrong in picks]
    with pytest.MonkeyPatch.context() as monkeypatch:
        search = sieved(text, quotes, monkeypatch, chunk)
        for quote in quotes:
            assert look_for(quote, search) == locate(quote, text)
            assert look_for(quote, search, 1) == locate(quote, text, 1)


def test_a_pass_leads_to_the_chunk_in_which_a_quote_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    quote = "About 3,333 people came to quay 333"
    search = sieved(TEXT, [quote, "Nobody at all came to the quay"], monkeypatch, 200)
    monkeypatch.setattr(quote_search, "MOST_WORK", 10**9)
    within = Span(0, len(TEXT))
    (found,) = search.stretches(fold_words(quote), within)
    assert found.end - found.start <= 200
    assert not list(search.stretches("Nobody at all came to the quay", within))
    assert look_for(quote, search).state is QuoteState.FOUND


def test_a_quote_that_is_not_looked_for_is_an_error_and_never_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quote_search, "MOST_WORK", 3 * len(TEXT))
    monkeypatch.setattr(quote_search, "_GRAMS", ())
    quotes = [f"About {3000 + at:,} people came to quay {at}" for at in range(0, 400, 40)]
    points = "".join(f'  - {{text: P, cites: {{quote: "{quote}"}}}}\n' for quote in quotes)
    brief = read(f"{HEAD}summary:\n{points}{SOURCE}")
    monkeypatch.setattr(Allowance.__init__, "__defaults__", (3 * len(TEXT),))
    evidence = check_brief(brief, {"paper": held(TEXT)}, Path("brief.yaml"))
    states = [verdicts_of[0].state for verdicts_of in evidence.cites.values()]
    assert set(states) == {QuoteState.FOUND, QuoteState.NOT_SOUGHT}
    for state, claim in zip(states, evidence.claims, strict=True):
        if state is QuoteState.NOT_SOUGHT:
            assert claim.support is Support.NOT_FOUND
            assert "the quote was not looked for" in claim.findings[0].sentence


def test_hints_end_with_what_may_be_searched_for_them() -> None:
    search, left = QuoteSearch(fold(TEXT)), Allowance(len(TEXT) * 10)
    assert nearest_words("About 3,100 people went to quay 100", search, left) is not None
    spent = Allowance(len(TEXT))
    with pytest.raises(WorkSpentError):
        nearest_words("About 3,100 people went to quay 100", search, spent)


def test_two_long_texts_do_not_drive_each_other_out(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []

    def counted(text: str) -> object:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr("briefing.evidence.dossier.fold", counted)
    monkeypatch.setattr("briefing.evidence.quotes.text_cache.MOST_CHARACTERS", 10)
    monkeypatch.setattr("briefing.evidence.context.MOST_CHARACTERS", 10)
    points = "".join(
        f'  - {{text: P, cites: {{source: s{at % 2}, quote: "About {3000 + at:,} people came to quay {at}"}}}}\n'
        for at in range(20)
    )
    files = "sources:\n  s0: {kind: article, file: a.txt}\n  s1: {kind: article, file: b.txt}\n"
    brief = read_brief_text(f"{HEAD}summary:\n{points}{files}", Path("b.yaml")).brief
    assert brief is not None
    check_brief(brief, {"s0": held(TEXT), "s1": held(TEXT + " ")}, Path("b.yaml"))
    assert len(folded) == 2


def test_a_search_is_shared_by_the_quotes_of_one_text() -> None:
    found = quote_searches([(TEXT, "people"), (TEXT, "quay"), ("other", "quay")], fold)
    assert set(found) == {TEXT, "other"}
