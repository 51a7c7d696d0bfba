"""Language tags: the shortest code of a known language, and what may stand behind it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.format.language_tags import (
    codes_of_two_letters,
    is_language_tag,
    language_name,
    language_names,
    with_two_letters,
)


@pytest.mark.parametrize(
    "tag",
    [
        *(
            "en",
            "EN",
            "en-GB",
            "uk-UA",
            "pt-BR",
            "es-419",
            "zh-Hans-CN",
            "sr-Latn",
            "de-1996",
            "zh-yue",
            "en-US-x-desk",
        ),
        *("haw", "fil", "yue", "gsw", "ast", "ckb", "und", "de-CH-u-co-phonebk", "sl-rozaj-biske"),
    ],
)
def test_a_tag_of_a_known_language_is_one(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "text",
    ["", "e", "em", "eng", "english", "en_US", "en-", "-en", "en--GB", "en-GBR-", "de-x", "qq", "xyz", "en GB", "e n"],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_language_tag(text)


@pytest.mark.parametrize(
    ("tag", "name"),
    [("ru", "Russian"), ("pt-BR", "Portuguese"), ("ZH-Hant", "Chinese"), ("yue", "Cantonese"), ("em", "em")],
)
def test_a_language_has_an_english_name(tag: str, name: str) -> None:
    assert language_name(tag) == name


@pytest.mark.parametrize(("tag", "shorter"), [("eng", "en"), ("GER-at", "de-at"), ("deu", "de"), ("haw", None)])
def test_the_shortest_code_is_the_tag(tag: str, shorter: str | None) -> None:
    assert with_two_letters(tag) == shorter


def test_every_code_has_a_name_and_no_long_code_is_a_tag() -> None:
    assert len(language_names()) > 500
    assert all(re.fullmatch("[a-z]{2,3}", code) and name for code, name in language_names().items())
    assert all(len(code) == 3 and code not in language_names() for code in codes_of_two_letters())
    assert set(codes_of_two_letters().values()) == {code for code in language_names() if len(code) == 2}


@given(st.text(max_size=60))
def test_any_text_has_a_name_or_is_its_own(text: str) -> None:
    assert language_name(text) == text or language_name(text) in language_names().values()
