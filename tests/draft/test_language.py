from __future__ import annotations

import pytest

from briefing.draft.language import language_of
from tests.draft.articles import ROOT

CORPUS = ROOT / "tests" / "evidence" / "corpus"


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("mill-fire", "en"),
        ("greve-rail", "fr"),
        ("hafen-lauen", "de"),
        ("embalse-ronda", "es"),
        ("kaasfabriek", "nl"),
        ("most-verkhova", "ru"),
    ],
)
def test_the_language_of_an_article_is_told_by_its_words(name: str, tag: str) -> None:
    assert language_of((CORPUS / f"{name}.txt").read_text(encoding="utf-8"), None) == tag


@pytest.mark.parametrize(
    ("text", "given", "told"),
    [
        pytest.param(
            "Le pont de la ville est fermé depuis le 4 mai, selon le maire et les habitants.", "en", "fr", id="wrong"
        ),
        pytest.param(
            "The dam of the town is to be closed in May, said the mayor of it.", "en-GB", "en-GB", id="region"
        ),
        pytest.param("Dam shut", "fr", "fr", id="too few words"),
        pytest.param("Dam shut", None, "und", id="nothing tells it"),
        pytest.param("2024年5月4日，大坝容纳了3000人。", None, "zh", id="signs"),
        pytest.param("ダムは5月に閉鎖される。", None, "ja", id="kana"),
        pytest.param("سد شهر در ماه مه بسته می‌شود", "fa", "fa", id="one of several languages of a script"),
        pytest.param("Міст через річку відкриють у жовтні, повідомив мер міста, який її збудував.", None, "uk", id="ї"),
        pytest.param("Мостът над реката ще бъде открит през октомври, съобщи кметът на града.", None, "bg", id="ъ"),
        pytest.param("Η γέφυρα θα κλείσει τον Μάιο", "en", "el", id="a script against a wrong tag"),
    ],
)
def test_what_names_the_language_counts_unless_the_words_clearly_say_no(
    text: str, given: str | None, told: str
) -> None:
    assert language_of(text, given) == told
