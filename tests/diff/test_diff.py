"""What changed by meaning: nothing for what only looks different, one plain line for each thing that is."""

from __future__ import annotations

import random
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.diff import Section, change_sentence, changes, same_meaning, strictest_marking
from briefing.format.amounts import amount_words
from briefing.format.dates import Edtf, parse_date
from briefing.format.model import (
    Amount,
    Brief,
    Figure,
    Hedge,
    Marking,
    Point,
    Source,
    SourceKind,
    Status,
    Unknown,
)
from briefing.format.parse import read_brief_text
from briefing.render.parts.amounts import amount_text
from briefing.render.symbols import Look
from tests.support.render_samples import BRIDGE, EVERYTHING, TROOPS
from tests.support.terminal import SAMPLES

TALKS = """\
briefing: 1
title: Talks on the harbour
tags: [harbour, talks]
summary:
  - {text: The talks go on., cites: {source: paper, quote: the talks go on, at: para 2}}
  - {text: They will end soon., likelihood: likely, confidence: moderate, cites: paper}
figures:
  - {id: dead, label: killed or injured, value: "4,000", approx: about, cites: {source: paper, quote: about 4 000}}
  - {id: sent, label: Sent, value: 11000}
  - {label: Share, derived: dead / sent}
timeline:
  - {text: The talks begin., when: 2024-10-21, figures: [sent]}
sources:
  paper: {kind: article, title: Talks resume, publisher: The Paper, url: "https://example.org/talks"}
  envoy: {kind: person, name: The envoy, via: paper, cites: {quote: an envoy says}}
open: [Who is to chair the meeting., What it costs.]
related: [{brief: ferry, as: see-also}]
x-desk: {row: [one, two], flag: yes}
"""


def read(text: str, name: str = "talks") -> Brief:
    reading = read_brief_text(text, Path(f"{name}.yaml"))
    assert reading.brief is not None
    assert reading.problems == ()
    return reading.brief


def said(before: str | Brief, after: str | Brief) -> list[str]:
    briefs = [one if isinstance(one, Brief) else read(one) for one in (before, after)]
    return [change_sentence(change) for change in changes(briefs[0], briefs[1])]


def edited(old: str, new: str) -> list[str]:
    assert old in TALKS
    return said(TALKS, TALKS.replace(old, new))


# what is no change

REWRITTEN = """\
# Written again, by another hand: other order, other quotes, other line ends.
x-desk:
  flag: "yes"
  row: [two, one]
related:
  - as: see-also
    brief: ferry
open:
  - >-
    What it
    costs.
  - 'Who is to chair the meeting.'
sources:
  says-so: {cites: {quote: "an envoy says", source: news}, via: news, name: "The  envoy", kind: person}
  news:
    url: https://example.org/talks
    publisher: The Paper
    title: |
      Talks
      resume
    kind: article
timeline:
  - figures: [all]
    when: "2024-10-21"
    text: "The talks begin."
figures:
  - {derived: lost÷all, label: Share}
  - {value: 11 000, label: Sent, id: all}
  - label: killed or injured
    id: lost
    approx: about
    value: 4000
    cites: [{quote: about 4\u00a0000, source: news}]
summary:
  - cites: [news]
    confidence: moderate
    likelihood: likely
    text: They will end soon.
  - text: |
      The talks
      go on.
    cites:
      - {at: para 2, source: news, quote: "the talks go on"}
tags: [talks, harbour]
status: final
title: 'Talks on the harbour'
briefing: 1
"""


def test_a_brief_that_was_written_again_has_not_changed() -> None:
    assert said(TALKS, REWRITTEN) == []
    assert same_meaning(read(TALKS), read(REWRITTEN))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“quoted”", '"quoted"'),
        ("a – b", "a—b"),
        ("1900–1930", "1900-1930"),
        ("it’s…", "it's..."),
        ("co\u00adoperation", "cooperation"),
        ("é", "e\u0301"),
        ("two\u00a0words", "two  words"),
        ("large-\nscale", "large-scale"),
    ],
)
def test_typography_is_no_change(before: str, after: str) -> None:
    assert said(replace(BRIDGE, note=before), replace(BRIDGE, note=after)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Pluto – nine years", "Pluto-nine years"),
        ("5'", '5"'),
        ("10²", "102"),
        ("us", "US"),
        ("re-cover", "recover"),
        ("3 May", "3 March"),
    ],
)
def test_what_only_looks_like_typography_is_a_change(before: str, after: str) -> None:
    assert len(said(replace(BRIDGE, note=before), replace(BRIDGE, note=after))) == 1


@pytest.mark.parametrize("brief", [BRIDGE, TROOPS, EVERYTHING], ids=lambda brief: brief.id)
@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_items_is_no_change(brief: Brief, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same order on every run

    def mixed(value: object) -> object:
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple(chance.sample([mixed(one) for one in value], len(value)))
        if is_dataclass(value) and not isinstance(value, Edtf | Amount | type):
            return replace(value, **{one.name: mixed(getattr(value, one.name)) for one in fields(value) if one.init})
        return value

    other = mixed(brief)
    assert isinstance(other, Brief)
    numbered = tuple(replace(source, number=at) for at, source in enumerate(other.sources, 1))
    assert said(brief, replace(other, sources=numbered)) == []


@pytest.mark.parametrize("value", ["11 000", "'11,000'", "11000.0", "+11000"])
def test_the_same_number_is_no_change(value: str) -> None:
    assert edited("value: 11000", f"value: {value}") == []


def test_items_that_share_their_words_are_told_apart_by_the_rest() -> None:
    points = tuple(Point(text="He said so.", note=f"note {number}") for number in range(4))
    assert said(replace(BRIDGE, summary=points), replace(BRIDGE, summary=points[::-1])) == []


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_brief_has_not_changed_against_itself(title: str, note: str) -> None:
    brief = replace(EVERYTHING, title=title, note=note)
    assert changes(brief, replace(brief, id="elsewhere", tags=tuple(reversed(brief.tags)))) == ()


# what is a change

CHANGES = [
    ("4,000", "4,700", "killed or injured: about 4,000 → about 4,700"),
    ("approx: about", "approx: over", "killed or injured: about 4,000 → over 4,000"),
    ('"4,000", approx: about', '"4,000", unit: troops', "killed or injured: about 4,000 → 4,000 troops"),
    ("value: 11000", "low: 10000, high: 12000", "Sent: 11,000 → 10,000 to 12,000"),
    ("value: 11000", "value: 11000, low: 10000, high: 12000", "Sent: 11,000 → 11,000 (10,000 to 12,000)"),
    ("dead / sent", "sent / dead", "Share: derived: dead / sent → derived: sent / dead"),
    ("derived: dead / sent", "value: 36, unit: '%'", "Share: derived: dead / sent → 36 %"),
    ("confidence: moderate", "confidence: high", "They will end soon: confidence moderate → high"),
    (", confidence: moderate", "", "They will end soon: confidence removed: moderate"),
    ("likelihood: likely", "likelihood: unlikely", "They will end soon: likelihood likely → unlikely"),
    (
        "{text: The talks go on.,",
        "{text: The talks go on., standing: disputed,",
        "The talks go on: standing → disputed",
    ),
    (
        "{text: The talks go on.,",
        "{text: The talks go on., by: envoy,",
        "The talks go on: according to the article itself → The envoy",
    ),
    ("tags:", "status: withdrawn\ntags:", "status → withdrawn"),
    ("tags:", "marking: TLP:RED\ntags:", "marking added: TLP:RED"),
    ("tags:", "language: de\ntags:", "language en → de"),
    ("tags: [harbour,", "tags: [", "one tag removed: harbour"),
    ("tags:", "entities: [Rason]\ntags:", "one name added: Rason"),
    ("2024-10-21", "2024-10", "The talks begin: date 21 October 2024 → October 2024"),
    ("2024-10-21", "2024-10-21?", "The talks begin: date 21 October 2024 → 21 October 2024 (uncertain)"),
    (
        "when: 2024-10-21",
        "when: 2024-10-21, basis: reckoned",
        "The talks begin: where the date is from: in the quote → reckoned from the article’s own date",
    ),
    ("figures: [sent]", "figures: [sent, dead]", "The talks begin: now with the figure killed or injured"),
    ("The talks begin.", "The talks began.", "one event reworded: “The talks begin.” → “The talks began.”"),
    (
        "sources:\n",
        "sources:\n  wire: {kind: media, title: Reuters}\n",
        "one source added: Reuters",
    ),
    (", What it costs.]", "]", "no longer open: What it costs."),
    ("What it costs.]", "What it costs., When it ends.]", "now left open: When it ends."),
    ("as: see-also", "as: updates", "ferry: as see-also → updates"),
    ("brief: ferry", "brief: pier", "one related brief added: pier (see-also)"),
    ("flag: yes", "flag: no", "x-desk {row: [one, two], flag: yes} → {row: [one, two], flag: no}"),
    ("at: para 2", "at: para 3", "The talks go on: paragraph of the quote from Talks resume: 2 → 3"),
    (
        "quote: the talks go on",
        "quote: the talks went on",
        "The talks go on: quote from Talks resume: “the talks go on” → “the talks went on”",
    ),
    ("likely, confidence: moderate, cites: paper", "likely, confidence: moderate, cites: [paper, envoy]",
     "They will end soon: now rests also on The envoy"),
    (", cites: paper}", "}", "They will end soon: no longer rests on Talks resume"),
    ("moderate, cites: paper", "moderate, cites: [paper, {source: paper, quote: soon}]",
     "They will end soon: now also quotes Talks resume: “soon”"),
    ("publisher: The Paper", "publisher: The Post", "Talks resume: publisher “The Paper” → “The Post”"),
    ("publisher: The Paper", "reliability: B", "Talks resume: reliability added: B – usually reliable"),
    ("publisher: The Paper,", "publisher: The Paper, withdrawn: 2025-01-02,",
     "Talks resume: withdrawn: 2 January 2025"),
    ("publisher: The Paper,", "publisher: The Paper, published: unknown,",
     "Talks resume: date of publication added: unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), CHANGES, ids=[change[2][:50] for change in CHANGES])
def test_a_change_is_said_in_plain_words(old: str, new: str, wanted: str) -> None:
    assert wanted in edited(old, new)


def test_a_change_back_is_said_too() -> None:
    assert said(replace(BRIDGE, status=Status.DRAFT), BRIDGE) == ["status draft → final"]
    withdrawn = replace(BRIDGE.sources[0], withdrawn="a hoax")
    before = replace(BRIDGE, sources=(withdrawn, *BRIDGE.sources[1:]))
    (one,) = said(before, BRIDGE)
    assert one.endswith(": no longer withdrawn: “a hoax”")


def test_dates_that_are_said_alike_are_shown_as_written() -> None:
    first, second = (replace(BRIDGE, date=parse_date(text)) for text in ("2024-10-21?", "2024?-10?-21?"))
    for sentence_ in said(first, second):
        assert "(2024-10-21?) → " in sentence_


def test_a_few_words_in_a_long_text_are_shown_with_what_stands_around_them() -> None:
    text = "word " * 40 + "about 4,000 men " + "more " * 40
    (one,) = said(replace(BRIDGE, note=text), replace(BRIDGE, note=text.replace("4,000", "4,700")))
    assert one == (
        "note “… word word word about 4,000 men more more more …” → “… word word word about 4,700 men more more more …”"
    )


def test_long_texts_that_have_little_in_common_are_shown_whole() -> None:
    texts = "one " * 40, "two " * 40
    (one,) = said(replace(BRIDGE, note=texts[0]), replace(BRIDGE, note=texts[1]))
    assert one == f"note “{texts[0].strip()}” → “{texts[1].strip()}”"


def test_a_change_knows_its_item_in_the_later_brief() -> None:
    after = replace(BRIDGE, summary=(Point(text="Something quite new."), *BRIDGE.summary[1:]))
    new, gone = changes(BRIDGE, after)
    assert (new.section, new.item, gone.item) == (Section.SUMMARY, ("point", 0), None)


def test_a_renamed_id_changes_nothing_that_refers_to_it() -> None:
    renamed = TALKS.replace("  envoy:", "  other:").replace("dead", "lost")
    assert said(TALKS, renamed) == []


def test_the_strictest_marking_goes_along() -> None:
    marked = [replace(BRIDGE, marking=marking) for marking in (None, Marking.CLEAR, Marking.RED)]
    assert [strictest_marking(marked[1], one) for one in marked] == [Marking.CLEAR, Marking.CLEAR, Marking.RED]
    assert strictest_marking(marked[0], marked[0]) is None


def test_numbers_are_worded_as_text_without_signs_words_them() -> None:
    for figure in (*BRIDGE.figures, *TROOPS.figures, *EVERYTHING.figures):
        if figure.amount is not None:
            assert amount_words(figure.amount, figure.approx, figure.unit) == amount_text(figure, Look(plain=True))


def test_briefs_of_which_one_has_nothing_are_compared() -> None:
    empty = Brief(id="empty", title="Nothing")
    assert len(changes(empty, EVERYTHING)) > 15
    assert len(changes(EVERYTHING, empty)) > 15


@pytest.mark.parametrize("name", ["bridge", "partnership", "troops"])
def test_a_sample_is_the_same_as_itself(name: str) -> None:
    text = (SAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    assert said(text, f"# a comment\n{text}") == []


def test_a_figure_without_a_number_can_change() -> None:
    figures = [Figure(text="Cost", unit=unit, approx=approx) for unit, approx in (("EUR", None), ("USD", Hedge.ABOUT))]
    assert said(*(replace(BRIDGE, figures=(one,)) for one in figures)) == [
        "Cost: no number (EUR) → no number (about USD)"
    ]


def test_a_date_may_become_unknown() -> None:
    sources = [
        Source(id="s", number=1, kind=SourceKind.DATA, title="Data", published=published)
        for published in (parse_date("2024"), Unknown.UNKNOWN)
    ]
    assert said(*(replace(BRIDGE, sources=(one,)) for one in sources)) == ["Data: date of publication 2024 → unknown"]


def test_a_number_may_be_huge() -> None:
    amounts = [Amount(Decimal("1" * count), Decimal("1" * count)) for count in (39, 40)]
    assert len(said(*(replace(BRIDGE, figures=(Figure(text="Sand", amount=one),)) for one in amounts))) == 1
