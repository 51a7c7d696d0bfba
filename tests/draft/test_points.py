from __future__ import annotations

import pytest

from briefing.draft.compose import DraftOptions, compose
from briefing.format.model import Brief
from tests.draft.articles import article_of, brief_of


def drafted(sentence: str, before: str = "") -> Brief:
    """Draft an article of one paragraph."""
    return brief_of(compose(article_of(f"The town hall\n\n{before}{sentence}\n"), DraftOptions()))


@pytest.mark.parametrize(
    ("sentence", "text", "speaker"),
    [
        pytest.param(
            "Ada Holt, the mayor, said that the dam was safe and would stay closed.",
            "The dam was safe and would stay closed.",
            "holt",
            id="that",
        ),
        pytest.param(
            "The dam was safe and would stay closed, said Ada Holt, the mayor.",
            "The dam was safe and would stay closed.",
            "holt",
            id="behind",
        ),
        pytest.param(
            "According to the ministry, the dam of Orsk will be closed in May.",
            "The dam of Orsk will be closed in May.",
            "ministry",
            id="according to",
        ),
        pytest.param(
            "Mr. Reade, who has denied the charge, faces up to twelve years in prison.",
            "Mr. Reade, who has denied the charge, faces up to twelve years in prison.",
            None,
            id="in a relative clause",
        ),
        pytest.param(
            "With the work on the dam almost done, the town announced on Friday that it would open in May.",
            "With the work on the dam almost done, the town announced on Friday that it would open in May.",
            "town",
            id="what stands before it all",
        ),
        pytest.param(
            "“We will close it in May,” said Ada Holt, the mayor of the town.",
            "“We will close it in May,” said Ada Holt, the mayor of the town.",
            "holt",
            id="a quotation stays whole",
        ),
        pytest.param(
            "ORSK, 12 May 2024 (Agency) - The dam of the town was closed by the mayor.",
            "The dam of the town was closed by the mayor.",
            None,
            id="date line",
        ),
    ],
)
def test_a_point_says_a_sentence_in_the_words_of_the_article(sentence: str, text: str, speaker: str | None) -> None:
    assert [(point.text, point.by) for point in drafted(sentence).summary] == [(text, speaker)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He added that the dam was safe and that it would stay closed.",
        "But the dam of the town stayed closed for years after that.",
        "This was the first time that the dam of the town was closed.",
        "In his view the dam of the town was safe and well kept.",
        "Was the dam of the town closed by the mayor in May?",
        "“The dam of the town was closed by the mayor in May.",
    ],
)
def test_a_sentence_that_needs_the_one_before_it_is_no_point(sentence: str) -> None:
    brief = drafted(sentence, "Ada Holt has been the mayor of Orsk since 2009. ")
    assert [point.text for point in brief.summary] == ["Ada Holt has been the mayor of Orsk since 2009."]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("It was not immediately clear how many people were on the dam.", "How many people were on the dam."),
        ("The mayor declined to say when the dam would be opened again.", "When the dam would be opened again."),
        ("The claim could not be independently verified by the agency.", None),
    ],
)
def test_what_the_article_does_not_know_is_left_open(sentence: str, line: str | None) -> None:
    assert drafted(sentence, "The dam of Orsk fell.  ").open == (line or sentence,)


def test_a_date_without_a_year_is_left_open() -> None:
    assert drafted("The dam of the town was closed by the mayor on 4 May.").open == ("The year of “4 May”.",)


def test_an_event_that_leans_on_the_sentence_before_comes_with_it() -> None:
    brief = drafted("It was closed by the mayor in 2014.", "The dam of Orsk was built by the town in 1962. ")
    assert [(event.text, str(event.when and event.when.text)) for event in brief.timeline] == [
        ("The dam of Orsk was built by the town in 1962.", "1962"),
        ("The dam of Orsk was built by the town in 1962. It was closed by the mayor in 2014.", "2014"),
    ]


def test_the_same_figure_told_twice_is_one_with_two_cites() -> None:
    text = "The dam held 3,000 people on Monday.\n\nThe 3,000 people on the dam had come from Orsk."
    figures = brief_of(compose(article_of(f"The dam\n\n{text}\n"), DraftOptions())).figures
    assert [len(figure.cites) for figure in figures] == [2]
