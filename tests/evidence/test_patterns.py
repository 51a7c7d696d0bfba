"""A pattern that is compiled when it is first used, or for the words of some texts, finds what the whole one finds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.evidence.dates.date_patterns import date_patterns
from briefing.evidence.languages import table
from briefing.evidence.patterns import NEVER, GrowingPattern, LazyPattern, WordChoice, expect_texts, phrases
from briefing.evidence.words.cues import cue_patterns

_SOURCE = rf"(?P<word>{phrases(['km', 'square miles', 'miles', '%'])})\s?"


@given(st.lists(st.sampled_from(["km", "Miles", "square", " ", "%", "x", "-", "é"])).map("".join))
def test_it_finds_what_the_compiled_pattern_finds(text: str) -> None:
    lazy, compiled = LazyPattern(_SOURCE, re.IGNORECASE), re.compile(_SOURCE, re.IGNORECASE)
    assert [one.span() for one in lazy.finditer(text)] == [one.span() for one in compiled.finditer(text)]
    assert repr(lazy.search(text)) == repr(compiled.search(text))
    assert repr(lazy.match(text, 1)) == repr(compiled.match(text, 1))
    assert repr(lazy.fullmatch(text)) == repr(compiled.fullmatch(text))
    assert lazy.sub("_", text) == compiled.sub("_", text)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the sources of the patterns that are compiled from now on."""
    sources: list[str] = []
    compile_as_usual = re.compile

    def counted(source: str, flags: re.RegexFlag) -> re.Pattern[str]:
        sources.append(source)
        return compile_as_usual(source, flags)

    monkeypatch.setattr(re, "compile", counted)
    return sources


def test_it_is_compiled_once_and_only_if_it_is_used(compiled: list[str]) -> None:
    lazy = LazyPattern("a+")
    assert compiled == []
    assert lazy.search("baa") is not None
    assert lazy.match("baa") is None
    assert compiled == ["a+"]


def test_it_has_no_other_names() -> None:
    with pytest.raises(AttributeError):
        _ = LazyPattern("a").pattern


_WORDS = ["km", "square miles", "Mile", "$", "per cent", "kilo", "ski", "b.c."]
_SIGNS = "'$€–"
_GLUE = ["", " ", "-", "–", "'", "€", "5", "\u00bd", ", ", "x", "_"]


def _written(choice: WordChoice) -> str:
    """Return a pattern that uses each way to write the words of a choice."""
    return (
        rf"(?<!\w)(?P<whole>{choice.phrases(_WORDS)})|(?<=[\d\u00bd])(?P<unit>{choice.phrases(_WORDS)})"
        rf"|(?P<part>{choice.parts(['kilo', 'mile'])})|(?<!\w)(?P<any>{choice.starred(['sk*', 'mil*'])})(?!\w)"
        rf"|(?P<inside>{choice.phrases_inside(_WORDS)})"
        rf"|{choice.characters('-€')}*(?P<sign>{choice.characters(_SIGNS)})"
        rf"|(?<!\w)(?P<there>{'|'.join(choice.parts_there(['ski', 'km'])) or NEVER})"
    )


@contextmanager
def _expecting(texts: Sequence[str]) -> Iterator[None]:
    expect_texts(texts)
    try:
        yield
    finally:
        expect_texts(())


def _matches(
    pattern: GrowingPattern | re.Pattern[str], text: str
) -> list[tuple[tuple[int, int], dict[str, str | None]]]:
    return [(one.span(), one.groupdict()) for one in pattern.finditer(text)]


_TEXTS = st.lists(st.sampled_from([*_WORDS, "M\u0130LE", "\u017fkier", "\u212am", "kilos"]), max_size=4).flatmap(
    lambda words: st.lists(st.sampled_from(_GLUE), min_size=len(words), max_size=len(words)).map(
        lambda glue: "".join(part for pair in zip(glue, words, strict=True) for part in pair)
    )
)


@given(st.lists(_TEXTS, min_size=1, max_size=2), st.lists(_TEXTS, max_size=3), st.sampled_from([str, str.upper]))
def test_a_pattern_for_the_words_of_some_texts_finds_what_the_whole_one_finds(
    expected: list[str], others: list[str], put: type[str]
) -> None:
    whole = re.compile(_written(WordChoice(None)), re.IGNORECASE)
    with _expecting(expected):
        growing = GrowingPattern(_written, re.IGNORECASE)
        for text in map(put, [*expected, *others]):
            for some in (text, text[1:], text[:-1]):
                assert _matches(growing, some) == _matches(whole, some)
                assert repr(growing.search(some, 1)) == repr(whole.search(some, 1))
                assert growing.sub("_", some) == whole.sub("_", some)


def _words_of(tag: str) -> list[str]:
    """Return words that the patterns of a language are made of."""
    language = table(tag)
    dates = (*language.months, *language.seasons, *language.ordinals, *language.eras_before, *language.century)
    joins = (*language.date_to, *language.date_and, *language.week_words, *language.time_units, *language.in_year)
    cues = (*language.doubt, *language.denial, *language.discourse.says, *language.negation, *language.clause_breaks)
    capital = (word.capitalize() for word in (*language.months, *language.century_before, *language.decade_words))
    return [
        *dates,
        *joins,
        *cues,
        *capital,
        "FY",
        "1990s",
        "12",
        "2024",
        "XIX",
        "3",
        "476",
        "5\uc6d4 2\uc77c",
        "-",
        ",",
    ]


@pytest.mark.parametrize("tag", ["en", "de", "fr", "es", "nl"])
@given(st.data())
def test_the_patterns_of_a_language_find_the_same_for_the_words_of_one_text(tag: str, data: st.DataObject) -> None:
    words = st.lists(st.sampled_from(_words_of(tag)), min_size=1, max_size=8).map(" ".join)
    first, second = data.draw(words), data.draw(words)
    dates, cues = date_patterns(table(tag)), cue_patterns(table(tag))
    whole = [dates.digits, dates.words, cues.stop, cues.pause, cues.tail, cues.doubt.pattern, cues.denial.pattern]
    with _expecting([first]):
        own, own_cues = date_patterns.__wrapped__(table(tag)), cue_patterns.__wrapped__(table(tag))
        for text in (first, second):
            every = [own.digits, own.words, own_cues.stop, own_cues.pause, own_cues.tail]
            every += [own_cues.doubt.pattern, own_cues.denial.pattern]
            found = [[(one.span(), one.lastgroup) for one in pattern.finditer(text)] for pattern in every]
            assert found == [[(one.span(), one.lastgroup) for one in pattern.finditer(text)] for pattern in whole]


def test_a_pattern_is_compiled_for_the_expected_words_and_once_more_if_a_text_has_others(
    compiled: list[str],
) -> None:
    with _expecting(["two miles"]):
        growing = GrowingPattern(lambda choice: choice.phrases(["miles", "km", "feet"]))
        assert growing.search("ten miles") is not None
        assert growing.search("ten leagues") is None
        assert growing.search("ten km") is not None
        assert growing.search("ten feet") is not None
    assert compiled == [r"miles(?!\w)", r"(?:miles|feet|km)(?!\w)"]


def test_without_expected_texts_a_pattern_is_compiled_with_all_words() -> None:
    growing = GrowingPattern(lambda choice: choice.phrases(["miles", "km"]))
    assert growing.of("a").pattern == phrases(["miles", "km"])
