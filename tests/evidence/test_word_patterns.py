"""Word patterns: the set of words that decides whether to search never hides a match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.evidence.languages import table
from briefing.evidence.words.cues import cue_patterns, negative_particles
from briefing.evidence.words.prose import Prose
from briefing.evidence.words.word_pattern import PatternIndex, WordPattern

ENGLISH = table("en")
TAGS = ("en", "de", "fr", "es")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They Might sign", "Might", id="a word, in capitals"),
        pytest.param("It is as if nothing was", "as if", id="a phrase"),
        pytest.param("An allegedly new one", "alleged", id="the beginning of a word"),
        pytest.param("some 5% more", "%", id="a sign"),
        pytest.param("They signed", None, id="none"),
    ],
)
def test_the_first_match_is_found(text: str, expected: str | None) -> None:
    known = WordPattern("might|as if|alleged|%", ("might", "as if"), beginnings=("alleged",), signs=("%",))
    found = known.search(Prose(text, ENGLISH))
    assert (found.group() if found is not None else None) == expected


@pytest.mark.parametrize("text", ["mightily done", "as for me", "if not", "already"])
def test_a_text_without_the_words_of_a_match_is_not_searched(text: str) -> None:
    known = WordPattern("might|if ever|alleged", ("might", "if ever"), beginnings=("alleged",))
    assert not known.may_stand_in(Prose(text, ENGLISH))


def words_of(tag: str) -> list[str]:
    """Return words and phrases that the patterns of a language have, and others."""
    language = table(tag)
    known = (
        *language.doubt,
        *language.denial,
        *language.negation,
        *language.intent,
        *language.softer,
        *language.weaker,
    )
    return [*known, *language.discourse.conditions, "didn't", "cannot", "signed", "Kelland", "12", "-", "'", "«", "ı"]


@pytest.mark.parametrize("tag", TAGS)
@given(st.data())
def test_no_match_is_hidden(tag: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(words_of(tag)), max_size=6))
    text = "".join(f"{word}{data.draw(st.sampled_from([' ', ' ', ', ', '-', '']))}" for word in words)
    language = table(tag)
    known = cue_patterns(language)
    for one in (
        known.doubt,
        known.conditions,
        known.intent,
        known.idiom,
        known.named,
        known.denial,
        known.inner_denial,
        known.softer,
        known.weaker,
        negative_particles(language),
    ):
        for written in (text, text.upper(), text.capitalize()):
            prose = Prose(written, language)
            assert list(map(re.Match.span, one.finditer(prose))) == list(
                map(re.Match.span, one.pattern.finditer(written))
            )


@pytest.mark.parametrize("tag", TAGS)
@given(st.data())
def test_an_index_finds_the_patterns_that_may_match(tag: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(words_of(tag)), max_size=6))
    prose = Prose(" ".join(words), table(tag))
    known = cue_patterns(prose.language)
    patterns = (known.doubt, known.conditions, known.forms, known.denial, known.negation, known.softer)
    assert PatternIndex(patterns).possible_in(prose) == {one for one in patterns if one.may_stand_in(prose)}
