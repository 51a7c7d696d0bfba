"""Words as they are looked for: letters without a key of their own, and numbers whose thousands are parted."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.base.words import (
    fold,
    fold_letters,
    group_signs,
    has_trigrams,
    inner_trigrams,
    searchable,
    searchable_if_plain,
    tokens,
)
from briefing.query import parse_query
from briefing.query.highlight import highlights, is_in_text
from briefing.query.match import item_conditions
from briefing.query.nodes import Words
from briefing.render.lines import Run, Sheet
from briefing.render.text.find import find


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz Đorđević", "lukasz dordevic"),
        ("Tromsø", "tromso"),
        ("ISPARTA ısparta", "isparta isparta"),
        ("Ægir Œuvre", "aegir oeuvre"),
        ("Straße", "strasse"),
        ("Þingvellir", "thingvellir"),
        ("Seyðisfjörður", "seydisfjordur"),
        ("Ħamrun", "hamrun"),
        ("Əliyev", "eliyev"),
        ("11,000", "11000"),
        ("11 000", "11000"),
        ("11\u00a0000", "11000"),
        ("11\u202f000", "11000"),
        ("11.000", "11000"),
        ("11'000", "11000"),
        ("1,234,567.5", "1234567.5"),
        ("1,20,000", "120000"),
        ("0.125", "0.125"),
        ("2020 300", "2020 300"),
        ("1,2,3", "1,2,3"),
        ("12 May 2024", "12 may 2024"),
        ("11,0001", "11,0001"),
        ("11\n000", "11\n000"),
        ("1111,000 111,000", "1111,000 111000"),
        ("0,234,567", "0,234567"),
        ("1,234,5678", "1234,5678"),
        ("12,345,678,90", "12345678,90"),
        ("1,23,456 — 7’890", "123456 — 7890"),
        ("1?234 1—234", "1?234 1—234"),
    ],
)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(alphabet=st.sampled_from("01,. '’\u00a0aŁß\n"), max_size=20))
def test_signs_of_numbers_are_all_that_folding_of_letters_leaves(text: str) -> None:
    letters = fold_letters(text)
    left = set(group_signs(letters))
    assert fold(text) == "".join(character for at, character in enumerate(letters) if at not in left)


def folded_at_once(text: str) -> str:
    """Fold the whole text as Unicode says, with the letters that it does not take apart, however plain the text is."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    folded = unicodedata.normalize("NFC", bare).casefold()
    for letter, typed in zip("łđøıħŧðŋƀɓɖɗɨƙƴəɛɔɲĸ", "ldoihtdnbbddikyeeonk", strict=True):
        folded = folded.replace(letter, typed)
    return folded.replace("æ", "ae").replace("œ", "oe").replace("þ", "th")


def test_every_character_folds_in_a_text_as_unicode_says() -> None:
    every = [chr(number) for number in range(0x3200) if not 0xD800 <= number < 0xE000]
    texts = [f"Ab{one}C{one}{one} {other}e" for one, other in zip(every, every[1:] + every[:1], strict=True)]
    assert [text for text in texts if fold_letters(text) != folded_at_once(text)] == []


@given(st.text(alphabet=st.one_of(st.sampled_from("AbEe'éÉ“’ßÅŁæ–\u0301\u0308\u212bµſʼn각ᄀ\ud800"), st.characters())))
def test_any_text_is_folded_as_unicode_says(text: str) -> None:
    assert fold_letters(text) == folded_at_once(text)


NUMBERS = ("11000", "11,000", "11 000", "11\u202f000", "11.000")


@pytest.mark.parametrize("query", NUMBERS)
@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_is_found_and_lit_however_it_is_grouped(query: str, text: str) -> None:
    (words,) = item_conditions(parse_query(query).node)
    assert isinstance(words, Words)
    whole = f"some {text} men in 2011"
    assert is_in_text(words, whole)
    assert [whole[start:end] for start, end in highlights(words, whole)] == [text]


@pytest.mark.parametrize("query", NUMBERS)
@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_is_found_in_what_is_shown_however_it_is_grouped(query: str, text: str) -> None:
    (hit,) = find((Sheet(((Run(f"some {text} men"),),)),), query)
    assert [(span.start, span.end) for span in hit.spans] == [(5, 5 + len(text))]


def test_a_number_is_one_word_of_a_query() -> None:
    assert [
        part.tokens for part in item_conditions(parse_query("title:11 000 troops").node) if isinstance(part, Words)
    ] == [
        ("11000",),
        ("troops",),
    ]


def test_letters_behind_a_longer_one_are_lit_in_their_place() -> None:
    (words,) = item_conditions(parse_query("uvre").node)
    assert isinstance(words, Words)
    assert highlights(words, "Œ uvre") == [(2, 6)]
    assert tokens(fold("Œuvre")) == ["oeuvre"]


@given(st.text(alphabet=st.sampled_from("0123,. 'a"), max_size=24))
def test_numbers_are_the_same_in_ascii_and_beside_other_letters(text: str) -> None:
    assert fold(f"{text}a—") == f"{fold(text + 'a')}—"


def test_a_text_of_plain_characters_has_the_same_tokens_without_being_split() -> None:
    """Words of plain characters are given to FTS5 as they are: it has to split them as `tokens` does."""
    connection = sqlite3.connect(":memory:")
    splitting = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
    connection.execute(f'CREATE VIRTUAL TABLE one USING fts5(body, tokenize="{splitting}")')
    connection.execute("CREATE VIRTUAL TABLE found USING fts5vocab(one, instance)")
    every = [f"ab{chr(number)}cd {chr(number) * 3}" for number in range(0x2100) if not 0x250 <= number < 0x1E00]
    connection.executemany("INSERT INTO one (rowid, body) VALUES (?, ?)", enumerate(map(searchable, every)))
    split: defaultdict[int, list[str]] = defaultdict(list)
    for row, term in connection.execute("SELECT doc, term FROM found ORDER BY doc, offset"):
        split[row].append(term)
    assert [text for row, text in enumerate(every) if split[row] != tokens(fold(text))] == []
    inside = {text: [token for token in tokens(fold(text)) if has_trigrams(token)] for text in every}
    assert [text for text, found in inside.items() if bool(found) != bool(inner_trigrams([text]))] == []
    connection.close()


@given(
    st.lists(
        st.text(alphabet=st.sampled_from("aA1,0 ’—éßŁ\n\0") | st.characters(), max_size=12), min_size=1, max_size=5
    )
)
def test_plain_texts_that_are_folded_together_give_what_each_gives(texts: list[str]) -> None:
    together = searchable_if_plain(texts)
    if together is not None:
        assert (together, "") == (list(map(searchable, texts)), inner_trigrams(texts))


def test_most_texts_in_latin_letters_are_folded_together() -> None:
    assert searchable_if_plain(("Øre — 11,000", "", "Łódź")) == ["ore — 11000", "", "lodz"]
    assert searchable_if_plain(("Øre", "порт")) is None
