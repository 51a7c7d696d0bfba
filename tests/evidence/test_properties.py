"""Properties of every claim: nothing unchecked is called verified, and typography does not matter."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence import Support
from briefing.format.model import Brief, Cite, Claim, Source, SourceKind, SourceText
from tests.evidence.lies.lie import with_claim, with_source
from tests.evidence.lies.sources import LONGEST, TABLES
from tests.evidence.mutations import alone, checked, retyped, spots_of
from tests.support.corpus import Part, corpus
from tests.support.evidence import held
from tests.support.grounds import Ground

GROUNDS = corpus(Part.TUNED)
EXAMPLES = 60
POLISH = "Most otwarto w maju. W pierwszym roku przejechało po nim 4200 samochodów."
TWICE = "The gate was shut. It rained. The gate was shut."


@lru_cache(maxsize=len(GROUNDS))
def _classes(place: int) -> tuple[Support, ...]:
    return _supports(GROUNDS[place].brief, GROUNDS[place].texts)


def _supports(brief: Brief, texts: dict[str, SourceText]) -> tuple[Support, ...]:
    return tuple(assessment.support for assessment in checked(brief, texts).claims)


@st.composite
def _claims(draw: st.DrawFn) -> tuple[Ground, int, Support]:
    place = draw(st.integers(0, len(GROUNDS) - 1))
    classes = _classes(place)
    index = draw(st.integers(0, len(classes) - 1))
    return GROUNDS[place], index, classes[index]


def _with_quote(ground: Ground, index: int, quote: str, text: str, language: str) -> Support:
    """Return the class of a claim that has one more quote, from a text of its own."""
    source = Source(id="other", number=99, kind=SourceKind.ARTICLE, title="Other", file="other.txt", language=language)
    claim = _claim(ground, index)
    more = replace(claim, cites=(*claim.cites, Cite(source="other", quote=quote)))
    brief = with_claim(replace(ground.brief, sources=(*ground.brief.sources, source)), index, more)
    return _support_of(brief, index, {**ground.texts, "other": held(f"Other\n\n{text}\n")})


def _support_of(brief: Brief, index: int, texts: dict[str, SourceText]) -> Support:
    """Return the class of one claim, checked without those that say nothing of it."""
    spots = {list(brief.claims())[index].spots[""]}
    checked_brief = alone(brief, spots)
    place = next(place for place, claim in enumerate(checked_brief.claims()) if spots & spots_of(claim))
    return _supports(checked_brief, texts)[place]


def _claim(ground: Ground, index: int) -> Claim:
    return list(ground.brief.claims())[index]


@settings(max_examples=EXAMPLES, deadline=None)
@given(_claims(), st.sampled_from(["absent", "twice", "long", "without a table"]))
def test_one_more_quote_that_cannot_be_checked_leaves_no_claim_verified(
    told: tuple[Ground, int, Support], kind: str
) -> None:
    ground, index, before = told
    long = "The gate of the old harbour was shut in the evening and nobody went out. " * (1 + LONGEST // 70)
    quote, text, language = {
        "absent": ("words that nobody has written", TWICE, "en"),
        "twice": ("The gate was shut", TWICE, "en"),
        "long": (long.strip(), long, "en"),
        "without a table": ("Most otwarto w maju", POLISH, "pl"),
    }[kind]
    after = _with_quote(ground, index, quote, text, language)
    assert after is not Support.VERIFIED
    assert after.rank <= max(before.rank, Support.WORDS_FOUND.rank)


@settings(max_examples=EXAMPLES, deadline=None)
@given(_claims(), st.data())
def test_one_more_quote_finds_no_words_that_were_not_found(
    told: tuple[Ground, int, Support], data: st.DataObject
) -> None:
    ground, index, _ = told
    claim = _claim(ground, index)
    lost = replace(claim.cites[0], quote="words that nobody has written")
    others = [cite for other in ground.brief.claims() for cite in other.cites if cite.quote]
    more = data.draw(st.lists(st.sampled_from(others), max_size=3))
    brief = with_claim(ground.brief, index, replace(claim, cites=(lost, *more)))
    assert _support_of(brief, index, ground.texts) is Support.NOT_FOUND


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.sampled_from(GROUNDS), st.from_regex(r"\A[a-z]{2,3}(-[A-Z]{2})?\Z"))
def test_a_text_in_a_language_without_a_table_makes_nothing_verified(ground: Ground, tag: str) -> None:
    if tag.split("-", maxsplit=1)[0] in TABLES:
        return
    brief = ground.brief
    for source in ground.brief.sources:
        if source.file is not None:
            brief = with_source(brief, replace(source, language=tag))
    assert Support.VERIFIED not in _supports(brief, ground.texts)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.integers(0, len(GROUNDS) - 1), st.integers(30, 150), st.randoms(use_true_random=False))
def test_white_space_and_typography_of_a_text_decide_no_class(place: int, width: int, chance: random.Random) -> None:
    ground = GROUNDS[place]
    texts = {name: retyped(chance, text, width) for name, text in ground.texts.items()}
    assert _supports(ground.brief, texts) == _classes(place)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.integers(0, len(GROUNDS) - 1), st.sampled_from([" ", "\n", "\u00a0"]), st.booleans())
def test_white_space_and_typography_of_a_quote_decide_no_class(place: int, blank: str, straight: bool) -> None:
    ground = GROUNDS[place]
    brief = ground.brief
    for index, claim in enumerate(ground.brief.claims()):
        cites = tuple(replace(cite, quote=_retold(cite.quote, blank, straight=straight)) for cite in claim.cites)
        brief = with_claim(brief, index, replace(claim, cites=cites))
    assert _supports(brief, ground.texts) == _classes(place)


def _retold(quote: str | None, blank: str, *, straight: bool) -> str | None:
    if quote is None:
        return None
    if straight:
        for old, new in (("’", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("–", "-")):
            quote = quote.replace(old, new)
    return quote.replace(" ", blank)
