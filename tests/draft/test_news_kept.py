"""What a draft must not drop or leave open: an aside that is the news, a report by its name, whose estimate it is."""

from __future__ import annotations

import pytest

from briefing.draft.compose import DraftOptions, compose
from briefing.format.model import Brief
from tests.draft.articles import article_of, brief_of

REST = "\n\nThe town of Orsk lies on the river, and its people have lived there for a very long time.\n"


def drafted(sentence: str, language: str = "en") -> Brief:
    options = DraftOptions(published="2018-03-06", language=language)
    return brief_of(compose(article_of(f"The title of the story\n\n{sentence}{REST}"), options))


def test_an_aside_behind_a_dash_is_kept_with_its_event() -> None:
    brief = drafted(
        "The safety board published on January 30 its first findings on the fall of the small plane in the county,"
        " but does not identify the pilot – who was killed."
    )
    assert brief.timeline[0].text.endswith("– who was killed.")


def test_a_date_of_a_relative_clause_without_its_pronoun_is_no_event() -> None:
    brief = drafted("The governor was waiting for a commission he appointed in February to make its recommendations.")
    assert not brief.timeline


@pytest.mark.parametrize(
    "sentence",
    [
        "A preliminary report lists information collected in the early stages of the investigation of the fall.",
        "Education advocacy groups estimated that a 9% funding increase was needed to boost the pay of teachers.",
        "Ann Cooper of the union estimated that a 9% funding increase was needed to boost the pay of teachers.",
    ],
)
def test_what_a_text_says_is_not_left_open(sentence: str) -> None:
    assert not drafted(sentence).open
