"""What a text has that a brief could have, and how much of it is in the brief."""

from __future__ import annotations

from briefing.draft.briefed_text import ThingKind, thing_words
from briefing.evidence.result import Span
from tests.support.briefed import brief_of, briefed_of, evidence_of, in_work
from tests.support.editing import ARTICLE, BRIEF


def words(span: Span) -> str:
    return " ".join(ARTICLE[slice(*span)].split())


def test_the_things_of_a_text_are_in_its_order_and_outside_the_title() -> None:
    things = briefed_of().things
    assert [one.span for one in things] == sorted(one.span for one in things)
    assert {words(one.span) for one in things} >= {"7.4 percent", "$1.26 billion", "1968", "6 December"}
    assert all(one.place.paragraph for one in things)


def test_what_items_quote_is_in_the_brief() -> None:
    work = in_work()
    left = {words(one.span) for one in work.progress.left}
    assert "7.4 percent" not in left
    assert {"$1.14 billion", "$96.3 million", "1968", "6 December"} <= left
    done, every = work.progress.found[ThingKind.NUMBER]
    assert (done, every - done) == (4, sum(one.kind is ThingKind.NUMBER for one in work.progress.left))


def test_without_evidence_nothing_counts_as_quoted() -> None:
    progress = briefed_of().progress(brief_of(), None)
    assert progress.quoted == ()
    assert progress.totals[0] == 0


def test_words_that_are_not_found_count_as_nothing() -> None:
    brief = brief_of(BRIEF.replace("runs 41 vessels", "runs 42 vessels"))
    progress = briefed_of().progress(brief, evidence_of(brief))
    assert "41" in {words(one.span) for one in progress.left}


def test_the_item_that_quotes_a_place_is_known() -> None:
    progress = in_work().progress
    at = ARTICLE.index("41 vessels")
    assert progress.items_at(Span(at, at + 2)) == [("figures", 0)]
    assert progress.first_of(("figures", 0)) == Span(at - 5, at + 10)
    assert progress.items_at(Span(0, 1)) == []


def test_a_speaker_is_in_the_brief_once_it_is_a_source() -> None:
    briefed = briefed_of()
    holt = next(one for one in briefed.things if one.kind is ThingKind.SPEAKER and "Holt" in words(one.span))
    new = briefed.new_item(holt)
    assert new.item["name"] == "Maren Holt"
    text = BRIEF.replace("\nopen:", f"\n  {new.key}: {{kind: person, name: Maren Holt, via: article}}\n\nopen:")
    brief = brief_of(text)
    progress = briefed_of(ARTICLE, brief).progress(brief, evidence_of(brief))
    assert holt.span not in {one.span for one in progress.left}


def test_an_added_item_needs_no_review_and_quotes_the_text() -> None:
    briefed = briefed_of()
    for thing in briefed.things:
        if thing.is_key:
            new = briefed.new_item(thing, "Forecast")
            assert "reviewed" not in new.item
            cite = new.item["cites"]
            assert isinstance(cite, dict)
            assert " ".join(str(cite["quote"]).split()) in " ".join(ARTICLE.split())


def test_the_words_beside_a_thing_say_what_it_is() -> None:
    said = {words(one.span): thing_words(one) for one in briefed_of().things}
    assert said["$96.3 million"] == "Net profit"
    assert said["6 December"] == "6 December 2024"
