"""Quotes are compared letter by letter: white space and typography do not count, everything else does."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence import Exactness, QuoteState
from briefing.evidence.quotes.folding import fold, fold_words
from briefing.evidence.quotes.locate import locate
from briefing.evidence.quotes.paragraphs import paragraphs

PROPERTY = settings(deadline=None, max_examples=80)

TEXT = """The title of the text

It cost 3,100 troops and short-range missiles — "many of them", Russia's envoy said — in 2024-25.

A temperature of -5 degrees; a share of 2.5 %; 11 000 men; the people's vote, 10–15 days.
"""


@pytest.mark.parametrize(
    ("quote", "exactness"),
    [
        pytest.param("3,100 troops and short-range missiles", Exactness.EXACT, id="exact"),
        pytest.param("3,100  troops\nand short-range missiles", Exactness.WHITE_SPACE, id="white space"),
        pytest.param("missiles - “many of them”, Russia’s envoy", Exactness.TYPOGRAPHY, id="marks"),
        pytest.param("missiles—'many of them'", Exactness.TYPOGRAPHY, id="dash without spaces"),
        pytest.param("11\u00a0000 men", Exactness.WHITE_SPACE, id="hard space"),
        pytest.param("short\u2011range", Exactness.TYPOGRAPHY, id="hard hyphen"),
        pytest.param("mis\u00adsiles", Exactness.TYPOGRAPHY, id="soft hyphen"),
        pytest.param('many of them", Russia', Exactness.EXACT, id="before an apostrophe"),
        pytest.param("3,100 troops", Exactness.EXACT, id="a whole number"),
        pytest.param("10-15 days", Exactness.TYPOGRAPHY, id="a whole range"),
        pytest.param("many of them", Exactness.EXACT, id="between quote marks"),
    ],
)
def test_a_quote_is_found_with_its_exactness(quote: str, exactness: Exactness) -> None:
    verdict = locate(quote, TEXT)
    assert (verdict.state, verdict.exactness) == (QuoteState.FOUND, exactness)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("The bridge **opened** to traffic.", "bridge opened to traffic", id="strong"),
        pytest.param("The *bridge*, he said, _opened_.", "The bridge, he said, opened", id="emphasis"),
        pytest.param("The ***bridge*** opened.", "The bridge opened", id="strong emphasis"),
        pytest.param("The **$410 million** bridge.", "The $410 million bridge", id="a sum that is strong"),
        pytest.param("The [bridge](https://example.org/b_(x)) opened.", "The bridge opened", id="link"),
        pytest.param('The [bridge](/b "The bridge") opened.', "The bridge opened", id="link with a title"),
        pytest.param("The [old\nbridge][1] opened.", "The old bridge opened", id="link by name"),
        pytest.param("The [**bridge**](b.html) opened.", "The bridge opened", id="strong in a link"),
        pytest.param("> The bridge\n> opened.", "The bridge opened", id="block quote"),
        pytest.param("> > The bridge\n> > opened.", "The bridge opened", id="block quote in a block quote"),
        pytest.param("The bridge\n\fopened.", "The bridge opened", id="form feed"),
        pytest.param("The bridge\u200e opened\u200f.", "The bridge opened", id="direction marks"),
        pytest.param("The \u061cbridge opened.", "The bridge opened", id="Arabic letter mark"),
        pytest.param("Le « pont » est ouvert.", "Le «pont» est ouvert", id="spaces in guillemets"),
        pytest.param("Le «\u00a0pont\u00a0» est ouvert.", 'Le "pont" est ouvert', id="hard spaces in guillemets"),
        pytest.param("Die »Brücke« ist offen.", "Die „Brücke“ ist offen", id="guillemets turned round"),
        pytest.param("4,000[2](#note) troops left.", "4,000[2] troops left", id="a note mark that is a link"),
    ],
)
def test_the_marks_of_markdown_and_of_pages_are_no_words(text: str, quote: str) -> None:
    assert locate(quote, f"Title\n\n{text}").state is QuoteState.FOUND


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("The file a_b_c is 3*4*5 long.", "The file abc", id="underscores in a name"),
        pytest.param("It is 3*4*5 long.", "It is 345 long", id="asterisks between numbers"),
        pytest.param("It cost\n> 100 million.", "It cost 100 million", id="greater than"),
        pytest.param("4,000[2](#note) troops left.", "4,0002 troops", id="a note mark"),
    ],
)
def test_what_only_looks_like_markdown_stays(text: str, quote: str) -> None:
    assert locate(quote, f"Title\n\n{text}").state is QuoteState.NOT_FOUND


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("100 troops", id="part of a number"),
        pytest.param("3,100 troop", id="part of a word"),
        pytest.param("ost 3,100", id="end of a word"),
        pytest.param("It cost 3", id="number cut at its comma"),
        pytest.param("000 men", id="number cut at its space"),
        pytest.param("range missiles", id="part of a compound"),
        pytest.param("and short", id="beginning of a compound"),
        pytest.param("5 degrees", id="sign cut off"),
        pytest.param("a share of 2", id="decimals cut off"),
        pytest.param("a share of 2.5", id="percent cut off"),
        pytest.param("15 days", id="one end of a range"),
        pytest.param("s envoy said", id="after an apostrophe"),
        pytest.param("in 2024", id="one year of two"),
        pytest.param("it cost 3,100", id="another case"),
        pytest.param("It cost 3.100 troops", id="another mark in a number"),
        pytest.param("11000 men", id="a space of a number left out"),
        pytest.param("", id="empty"),
        pytest.param("\u00ad ", id="nothing but typography"),
    ],
)
def test_what_is_not_there_word_for_word_is_not_found(quote: str) -> None:
    assert locate(quote, TEXT).state is QuoteState.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("over-\nwhelmed by it", "overwhelmed by it", id="hyphen of the line"),
        pytest.param("a large-\nscale war", "large-scale war", id="hyphen of the word"),
        pytest.param("over-\r\n  whelmed and a large-\r\nscale war", "overwhelmed and a large-scale war", id="both"),
        pytest.param("over\u00ad\nwhelmed by it", "overwhelmed by it", id="soft hyphen"),
        pytest.param("from 1990-\n1995 it", "from 1990-1995 it", id="range of years"),
        pytest.param("short-\nand long-range", "short- and long-range", id="hung hyphen"),
        pytest.param("\ufeffThe very\r\nfirst\tword", "The very first word", id="byte order mark"),
        pytest.param("wait … so . . . long", "wait... so... long", id="ellipses"),
        pytest.param("the ﬁrst oﬃce", "the first office", id="ligatures"),
        pytest.param("the caf\u00e9 was", "the cafe\u0301 was", id="combining marks"),
        pytest.param("北京派出三千名士兵前往", "三千名士兵", id="no spaces between words"),
        pytest.param("``so'' it was", '"so" it was', id="marks of typewriters"),
    ],
)
def test_typography_does_not_matter(text: str, quote: str) -> None:
    assert locate(quote, text).state is QuoteState.FOUND


ELIDED = [
    ("Le groupe dit qu’il envisage une hausse.", "il envisage une hausse"),
    ("L'incendie n'est pas terminé.", "incendie n'est pas terminé"),
    ("Il faudra jusqu'à demain, d'après lui.", "après lui"),
    ("Lorsqu'on a vu les flammes, on est parti.", "on a vu les flammes"),
    ("Il livello dell'acqua è sceso ieri.", "acqua è sceso"),
    ("Un'altra nave è partita ieri.", "altra nave è partita"),
]


@pytest.mark.parametrize(("text", "quote"), ELIDED)
def test_a_quote_may_begin_behind_a_word_that_has_lost_its_vowel(text: str, quote: str) -> None:
    assert locate(quote, text).state is QuoteState.FOUND


CONTRACTED = [
    ("Russia's envoy said so.", "s envoy said so"),
    ("They didn't go there.", "t go there"),
    ("The O'Brien report is out.", "Brien report is out"),
    ("Vitamin C's role is small.", "s role is small"),
    ("Quoth l'homme", "homm"),
]


@pytest.mark.parametrize(("text", "quote"), CONTRACTED)
def test_an_apostrophe_inside_a_word_is_no_place_to_begin(text: str, quote: str) -> None:
    assert locate(quote, text).state is QuoteState.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("about 10² men", "about 102 men", id="power"),
        pytest.param("over-\nwhelmed", "over whelmed", id="hyphen is no space"),
        pytest.param("1990-\n1995", "19901995", id="years do not join"),
        pytest.param("3½ years", "31/2 years", id="fraction"),
    ],
)
def test_folding_never_makes_another_word_or_number(text: str, quote: str) -> None:
    assert locate(quote, text).state is QuoteState.NOT_FOUND


PARAGRAPHS = f"Title\nof two lines\n\nIt is so.\n\n{'It is long. ' * 20}\nIt was so.\n\n\n \nIt is so.\n"


@pytest.mark.parametrize(
    ("quote", "at", "state", "paragraph"),
    [
        pytest.param("of two lines", None, QuoteState.FOUND, 0, id="title"),
        pytest.param("It is so.", None, QuoteState.AMBIGUOUS, None, id="twice"),
        pytest.param("It is so.", 1, QuoteState.FOUND, 1, id="first"),
        pytest.param("It was so.", None, QuoteState.FOUND, 3, id="a long line is a paragraph"),
        pytest.param("It is so.", 4, QuoteState.FOUND, 4, id="last"),
        pytest.param("It is so.", 3, QuoteState.MISPLACED, None, id="elsewhere"),
        pytest.param("It is so.", 9, QuoteState.MISPLACED, None, id="no such paragraph"),
        pytest.param("It is long.", 2, QuoteState.AMBIGUOUS, None, id="often in one paragraph"),
        pytest.param("It is new.", 1, QuoteState.NOT_FOUND, None, id="nowhere"),
    ],
)
def test_a_paragraph_settles_where_a_quote_stands(
    quote: str, at: int | None, state: QuoteState, paragraph: int | None
) -> None:
    verdict = locate(quote, PARAGRAPHS, at)
    assert (verdict.state, verdict.paragraph) == (state, paragraph)


def test_a_verdict_is_said_in_words() -> None:
    assert [locate("It is so.", PARAGRAPHS, at).words for at in (None, 1, 3)] == [
        "found 2 times: para 1, para 4",
        "found in para 1, exact",
        "not in that paragraph, but in para 1, para 4",
    ]


VOCABULARY = (
    "the army sent 3,100 men to short-range sites; Russia's envoy (who said “no”) paid 2.5 % — in May 2024 – twice"
)
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, min_size=6, max_size=30).map(lambda words: " ".join(["say", *words]))
SPACES = st.sampled_from([" ", "  ", "\n", "\r\n", "\t", "\u00a0", " \n "])
MARKS = [("“", '"'), ("”", '"'), ("'", "’"), ("–", "-"), ("—", "–"), ("-", "\u2011"), ("a", "\u00ada")]


def noisy(text: str, spaces: list[str], marks: list[bool]) -> str:
    for (old, new), wanted in zip(MARKS, marks, strict=True):
        text = text.replace(old, new) if wanted else text
    words = text.split(" ")
    return "".join(word + spaces[index % len(spaces)] for index, word in enumerate(words)).rstrip()


NOISE = st.tuples(
    st.lists(SPACES, min_size=1, max_size=9), st.lists(st.booleans(), min_size=len(MARKS), max_size=len(MARKS))
)


@PROPERTY
@given(sentence=SENTENCES, noise=NOISE, ends=st.tuples(st.integers(0, 30), st.integers(1, 12)))
def test_noise_in_white_space_and_typography_never_changes_a_verdict(
    sentence: str, noise: tuple[list[str], list[bool]], ends: tuple[int, int]
) -> None:
    words = sentence.split(" ")
    quote = " ".join(words[ends[0] % len(words) :][: ends[1]])
    plain = locate(quote, sentence)
    assert locate(quote, noisy(sentence, *noise)).state is plain.state
    assert locate(noisy(quote, *noise), sentence).state is plain.state


@PROPERTY
@given(sentence=SENTENCES, noise=NOISE, ends=st.tuples(st.integers(0, 30), st.integers(1, 12)))
def test_offsets_cut_the_words_of_the_quote_from_the_original(
    sentence: str, noise: tuple[list[str], list[bool]], ends: tuple[int, int]
) -> None:
    words = sentence.split(" ")
    quote = " ".join(words[ends[0] % len(words) :][: ends[1]])
    text = noisy(sentence, *noise)
    span = locate(quote, text).span
    assert span is None or fold(text[span.start : span.end]).text.strip() == fold(quote).text.strip()


@PROPERTY
@given(sentence=SENTENCES, place=st.integers(0, 200), instead=st.sampled_from("qzX79"))
def test_one_changed_letter_or_digit_is_never_found(sentence: str, place: int, instead: str) -> None:
    places = [index for index, character in enumerate(sentence) if character.isalnum()]
    at = places[place % len(places)]
    changed = sentence[:at] + instead + sentence[at + 1 :]
    assert (locate(changed, sentence).state is QuoteState.FOUND) == (changed == sentence)


@PROPERTY
@given(sentence=SENTENCES, place=st.integers(0, 200))
def test_one_letter_or_digit_less_is_never_found(sentence: str, place: int) -> None:
    places = [index for index, character in enumerate(sentence) if character.isalnum()]
    at = places[place % len(places)]
    assert locate(sentence[:at] + sentence[at + 1 :], sentence).state is QuoteState.NOT_FOUND


@PROPERTY
@given(sentence=SENTENCES, width=st.integers(8, 60))
def test_a_text_that_is_wrapped_anew_holds_the_same_words(sentence: str, width: int) -> None:
    assert locate(sentence, textwrap.fill(sentence, width)).state is QuoteState.FOUND


@PROPERTY
@given(st.text(max_size=40))
def test_every_offset_of_a_folded_text_leads_into_the_original(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(offset) for offset in range(len(folded.text))]
    assert origins == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins)


@PROPERTY
@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text.replace("-", " ")).text
    assert fold(once).text == once


@pytest.mark.parametrize("mark", ["'", '"', "“", "…", ".", "-", " "])
def test_a_run_of_one_mark_is_folded_at_once(mark: str) -> None:
    assert len(fold(f"a {mark * 1000} b").starts) <= 4


def test_a_text_of_changes_without_end_is_folded_as_far_as_work_allows() -> None:
    assert len(fold("a\u00ad" * 1_000_000).starts) < 500_000


def test_paragraphs_are_counted_as_lines_between_blank_lines_and_long_lines() -> None:
    text = f"\n \nTitle\r\nmore\r\n\r\n{'x' * 161}\none\ntwo\n{'y' * 161}\n\t\n\nlast"
    assert [text[block.start : block.end].strip()[:8] for block in paragraphs(text)] == [
        "Title\r\nm",
        "x" * 8,
        "one\ntwo",
        "y" * 8,
        "last",
    ]


@given(text=st.text("ab1 -.\n'\"*_>[](,“”’\u00ad", max_size=12))
def test_words_of_several_lines_are_folded_as_a_text_is(text: str) -> None:
    assert fold_words(text) == fold(text).text.strip()
