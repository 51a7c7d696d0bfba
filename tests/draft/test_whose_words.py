"""Whose words a draft takes for whose: quotations of several sentences, those who are told, "they", and documents."""

from __future__ import annotations

import pytest

from briefing.draft.draft_text import DraftError, draft_text
from briefing.draft.items import point_item
from briefing.evidence.facts.text import text_facts
from briefing.evidence.languages import table
from briefing.evidence.saved_text import saved_text
from briefing.format.dates import parse_date

HEAD = "The title of it\n\n"


def points_of(text: str, language: str) -> list[tuple[str, str]]:
    """Return every sentence as a point: its text and who says it, "?" where it cannot be one."""
    saved = saved_text(HEAD + text, table(language))
    held = draft_text(saved, text_facts(saved, parse_date("2018-03-06")))
    found = []
    for sentence in held.facts.sentences:
        try:
            item = point_item(sentence, held)
        except DraftError:
            found.append((held.text[sentence.span.start : sentence.span.end], "?"))
        else:
            found.append((str(item["text"]), str(item.get("by", "-"))))
    return found


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "en",
            "“We need to keep our teachers in the classroom now. They start there and leave,” Ann Cooper said.",
            "cc",
        ),
        ("en", "“We need action right now,” Ann Cooper said. “The state has the money for it today.”", "cc"),
        ("en", "“The state has the money for all of this today. The issue is only the funding of it.”", "??"),
        ("de", "„Die Hängepartie wird noch lange andauern. Das Interesse ist groß“, sagt Anna Huber.", "hh"),
        ("de", "„Wir haben viele Aufträge“, sagte Anna Huber. „Das Interesse ist heute wieder sehr groß.“", "hh"),
        ("fr", "« Le marché est fort cette année. Les prix sont très bas », a déclaré Jean Dupont.", "dd"),
        ("es", "«El mercado está fuerte este año. Los precios son muy bajos», dijo Juan Pérez.", "pp"),
    ],
)
def test_every_sentence_of_a_quotation_is_by_whoever_says_it(language: str, text: str, speakers: str) -> None:
    assert "".join(who[0] for _, who in points_of(text, language)) == speakers


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "en",
            "Ann Cooper told a few thousand teachers who covered the Statehouse lawn that the state should pay for it.",
            "Ann Cooper told a few thousand teachers who covered the Statehouse lawn that the state should pay for it.",
        ),
        (
            "en",
            "The friend told investigators he saw the plane in the air a short time later.",
            "The friend told investigators he saw the plane in the air a short time later.",
        ),
        ("en", "Ann Cooper told cheering teachers that the state should pay for it.", "The state should pay for it."),
        ("en", "Ann Cooper told reporters that the state should pay for schools.", "The state should pay for schools."),
    ],
)
def test_those_who_are_told_something_are_no_part_of_it(language: str, text: str, wanted: str) -> None:
    assert [words for words, _ in points_of(text, language)] == [wanted]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Findings of cause are contained in final reports, which take 18 months to complete."),
        ("en", "The unions said that prices rose.\n\nLeaders met in May. However, they said no action is planned."),
    ],
)
def test_what_nobody_says_is_by_nobody(language: str, text: str) -> None:
    assert points_of(text, language)[-1][1] == "-"


def test_a_title_before_a_name_is_a_role() -> None:
    text = f"{HEAD}“Firms of all sizes are joining,” NASA Administrator Jim Bridenstine said in a statement."
    speaker = text_facts(saved_text(text, table("en")), None).speakers[0]
    assert (speaker.name, speaker.role, speaker.kind) == ("Jim Bridenstine", "NASA Administrator", "person")


def test_a_title_in_capitals_shows_no_names() -> None:
    text = "NASA Picks SpaceX and More to Join the Project\n\nNASA announced on Monday that five firms were chosen."
    (speaker,) = text_facts(saved_text(text, table("en")), None).speakers
    assert speaker.name == "NASA"
