"""The guard: what the saved text carries comes through untouched, everything else is withheld, with its reason."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.base.problems import Severity
from briefing.draft.guard import Guarded, GuardError, Vouched, guard
from briefing.evidence.check import check_brief
from briefing.format.dates import parse_date
from briefing.format.model import Brief, Claim, Figure, SourceText
from briefing.format.parse import read_brief_text
from tests.evidence.lies.kinds import lies
from tests.evidence.lies.lie import Lie, with_claim
from tests.support.corpus import Part, corpus
from tests.support.evidence import held, texts_of
from tests.support.grounds import Ground
from tests.support.written import written

TEXT = """\
Harbour strike ends in Port Selby

Crane drivers in Port Selby returned to work on 14 March 2024 after a strike of nine days.

About 4,200 containers are waiting on the quay, said Maren Holt, the harbour master. The port handled 311,000 containers
in 2023. The backlog may take three weeks to clear, Holt said.

The dockers' union rejected an earlier offer of 3.5 percent. Talks on pay are planned for April.

The cranes were switched on again at once.
"""
HONEST = """\
# Drafted by hand.
briefing: 1
title: Harbour strike ends in Port Selby
lede: Crane drivers in Port Selby returned to work on 14 March 2024 after a strike of nine days.
status: draft
marking: TLP:GREEN
tags: [harbour, port-selby]
entities:
  - {name: Maren Holt, kind: person, aliases: [Holt]}

summary:
  # The first one.
  - text: Crane drivers in Port Selby returned to work on 14 March 2024.
    cites:
      quote: Crane drivers in Port Selby returned to work on 14 March 2024  # word for word
  - text: The dockers' union rejected an earlier offer of 3.5 percent.
    reviewed: no
    cites: {quote: The dockers' union rejected an earlier offer of 3.5 percent}
  - {text: The cranes were switched on again at once., cites: [{quote: The cranes were switched on again at once}]}

figures:
  - id: waiting
    label: Containers waiting on the quay
    value: 4,200
    unit: containers
    approx: about
    by: holt
    cites: {quote: 'About 4,200 containers are waiting on the quay, said Maren Holt'}
  - {id: handled, label: Containers handled, value: '311,000', unit: containers, when: 2023,
     cites: {quote: 'The port handled 311,000 containers in 2023'}}
  - {label: 'Containers waiting, of those handled', derived: waiting / handled}

timeline:
  - text: Crane drivers return to work.
    when: 2024-03-14
    place: Port Selby
    cites: {quote: Crane drivers in Port Selby returned to work on 14 March 2024}

sources:
  article:
    kind: article
    title: Harbour strike ends in Port Selby
    language: en
    file: texts/strike.txt
    published: unknown
  holt:
    kind: person
    name: Maren Holt
    role: harbour master
    via: article
    cites: {quote: 'said Maren Holt, the harbour master'}

open:
  - Talks on pay are planned for April.
"""


def guarded(text: str, saved: str = TEXT, vouched: Vouched | None = None) -> Guarded:
    return guard(text, lambda brief: texts_of(brief, saved), vouched)


def changed(*edits: tuple[str, str]) -> str:
    """Return the honest brief with parts replaced, each of which occurs once."""
    text = HONEST
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def assert_holds(result: Guarded, texts: Mapping[str, SourceText], vouched: Vouched | None = None) -> Brief:
    """Fail unless what was passed on has no problem, no finding, and stays as it is when it is guarded again."""
    reading = read_brief_text(result.text, Path("brief.yaml"))
    assert reading.problems == ()
    assert reading.brief is not None
    known = {source.id: texts[source.id] for source in reading.brief.sources}
    findings = check_brief(reading.brief, known, Path("brief.yaml")).findings
    assert [str(one) for one in findings if one.severity is not Severity.NOTE] == []
    if known:
        again = guard(result.text, lambda brief: {one.id: texts[one.id] for one in brief.sources}, vouched)
        assert (again.text, again.withheld) == (result.text, ())
    return reading.brief


def test_what_the_text_carries_comes_through_byte_for_byte() -> None:
    result = guarded(HONEST)
    assert [(one.path, one.sentence) for one in result.withheld] == []
    assert result.text == HONEST
    assert_holds(result, {"article": held(TEXT), "holt": held("")})


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_line_ends_comments_and_byte_order_mark_stay(newline: str) -> None:
    text = "\ufeff" + changed(("3.5 percent.\n", "4.5 percent.\n")).replace("\n", newline)
    result = guarded(text)
    assert [one.path for one in result.withheld] == [("summary", 1)]
    gone = "  - text: The dockers' union rejected an earlier offer of 4.5 percent.\n    reviewed: no\n"
    gone += "    cites: {quote: The dockers' union rejected an earlier offer of 3.5 percent}\n"
    assert result.text == text.replace(gone.replace("\n", newline), "")


LIES = [
    ("words", "text: The dockers' union rejected", "text: The dockers' union accepted", ("summary", 1)),
    ("quote", "quote: The dockers' union rejected", "quote: The dockers' union accepted", ("summary", 1)),
    ("number", "value: '311,000'", "value: '411,000'", ("figures", 1)),
    ("hedge", "    approx: about\n", "", ("figures", 0)),
    ("unit", "unit: containers, when", "unit: ships, when", ("figures", 1)),
    ("date", "when: 2024-03-14", "when: 2024-03-15", ("timeline", 0)),
    ("year", "when: 2023", "when: 2022", ("figures", 1)),
    ("place", "place: Port Selby", "place: Lower Tarn", ("timeline", 0)),
    ("speaker", "    by: holt\n", "    by: article\n    standing: disputed\n", ("figures", 0)),
    ("own words", "were switched on again at once.,", "were sabotaged at once.,", ("summary", 2)),
    ("other order", "{text: The cranes were switched", "{text: Switched were the cranes", ("summary", 2)),
    ("no quote", ", cites: [{quote: The cranes were switched on again at once}]", "", ("summary", 2)),
    ("a source alone", "[{quote: The cranes were switched on again at once}]", "article", ("summary", 2)),
    ("a judgement", "at once., cites", "at once., likelihood: likely, cites", ("summary", 2)),
    ("editor's date", "    place: Port", "    basis: editor\n    note: I know.\n    place: Port", ("timeline", 0)),
    ("derived label", "Containers waiting, of those handled", "Containers stolen, of those handled", ("figures", 2)),
    ("derived unit", "derived: waiting / handled", "derived: waiting / handled, unit: deaths", ("figures", 2)),
    ("derived date", "derived: waiting / handled", "derived: waiting / handled, when: 1999", ("figures", 2)),
    ("wrong word", "approx: about", "approx: wildly", ("figures", 0)),
    ("name of a source", "    name: Maren Holt", "    name: Maren Holt-Stein", ("sources", "holt")),
    ("role of a source", "role: harbour master", "role: convicted fraudster", ("sources", "holt")),
    ("role of nobody", "role: harbour master", "role: nine harbour drivers", ("sources", "holt")),
    ("a part of the role", "role: harbour master", "role: master", ("sources", "holt")),
    ("source without cite", "    cites: {quote: 'said Maren Holt, the harbour master'}\n", "", ("sources", "holt")),
    ("source by id", "    name: Maren Holt\n    role: harbour master\n", "", ("sources", "holt")),
    ("title", "title: Harbour strike ends in Port Selby\nlede", "title: Harbour master resigns\nlede", ("title",)),
    ("title of a source", "    title: Harbour strike", "    title: Riots as strike", ("sources", "article", "title")),
    ("lede", "lede: Crane drivers", "lede: Armed crane drivers", ("lede",)),
    ("lede, one sentence of two", "of nine days.\n", "of nine days. Three died.\n", ("lede",)),
    ("tag", "[harbour, port-selby]", "[harbour, murder]", ("tags", 1)),
    ("entity", "name: Maren Holt, kind", "name: Otto Reiss, kind", ("entities", 0)),
    ("alias", "aliases: [Holt]", "aliases: [Holt, the liar]", ("entities", 0, "aliases")),
    ("kind of entity", "kind: person, al", "kind: terrorist, al", ("entities", 0, "kind")),
    ("open", "Talks on pay are planned", "Whether talks on pay were faked", ("open", 0)),
    ("note of a claim", "    place: Port", "    note: 12 died.\n    place: Port", ("timeline", 0, "note")),
    ("measure", "unit: containers, when", "unit: containers, measure: dead/all, when", ("figures", 1, "measure")),
    ("other figure", "    place: Port", "    figures: [handled]\n    place: Port", ("timeline", 0, "figures", 0)),
    ("kind", "unit: containers, when", "unit: containers, kind: change, when", ("figures", 1, "kind")),
    ("standing", "    reviewed: no\n", "    standing: planned\n", ("summary", 1)),
    ("dispute", "    reviewed: no\n", "    standing: disputed\n", ("summary", 1)),
    ("kind of a source", "kind: person\n    name", "kind: document\n    name", ("sources", "holt")),
    ("label of one part", "Containers waiting, of those handled", "Containers waiting on the quay", ("figures", 2)),
    ("twice one figure", "derived: waiting / handled", "derived: waiting + waiting", ("figures", 2)),
    ("denied label", "Containers waiting, of those handled", "No containers waiting, none handled", ("figures", 2)),
    ("grade", "{quote: The dockers'", "{credibility: 2, quote: The dockers'", ("summary", 1, "cites", "credibility")),
    ("note", "status: draft\n", "status: draft\nnote: 12 died.\n", ("note",)),
    ("author", "status: draft\n", "status: draft\nauthor: Reuters\n", ("author",)),
    ("related", "status: draft\n", "status: draft\nrelated: [minister-arrested]\n", ("related",)),
    ("other program", "status: draft\n", "status: draft\nx-deaths: 12\n", ("x-deaths",)),
    ("unknown key", "status: draft\n", "status: draft\ndeaths: 12\n", ("deaths",)),
    ("unknown key of a claim", "    place: Port", "    deaths: 12\n    place: Port", ("timeline", 0, "deaths")),
    ("publisher", "published: unknown\n", "publisher: Reuters\n", ("sources", "article", "publisher")),
    ("address", "published: unknown\n", "url: https://example.org/x\n", ("sources", "article", "url")),
    ("published", "published: unknown\n", "published: 2024-03-20\n", ("sources", "article", "published")),
    ("reliability", "published: unknown\n", "reliability: A\n", ("sources", "article", "reliability")),
    ("language of the text", "    language: en\n", "    language: de\n", ("sources", "article", "language")),
]  # fmt: skip
"""What is changed, before, after, and the path of the part that is withheld for it."""


@pytest.mark.parametrize(("old", "new", "path"), [pytest.param(*row[1:], id=row[0]) for row in LIES])
def test_what_the_text_does_not_carry_is_withheld(old: str, new: str, path: tuple[str | int, ...]) -> None:
    result = guarded(changed((old, new)))
    reasons = {one.path: one.sentence for one in result.withheld}
    assert path in reasons, reasons
    assert new not in result.text or new in HONEST
    assert_holds(result, {"article": held(TEXT), "holt": held("")})


MORE = """\
The minister's brother was arrested in Paris on 4 May 2024.

Supporters of Ana Reyes attacked the port on 5 May 2024. Police arrested a man who had shot Otto Reiss on 6 May 2024.

If the talks fail on 7 May 2024, the port closes on 8 May 2024. The port, which had handled 900 ships, closed on 9 May
2024, said Maren Holt.
"""
ARRESTED = "The minister's brother was arrested in Paris on 4 May 2024"
SHOT = "Police arrested a man who had shot Otto Reiss on 6 May 2024"
REDUCED = [
    ("whose", "The minister was arrested in Paris on 4 May 2024.", ARRESTED, "brother"),
    (
        "whose followers",
        "Ana Reyes attacked the port on 5 May 2024.",
        "of Ana Reyes attacked the port on 5 May 2024",
        "Supporters",
    ),
    ("by whom", "Police had shot Otto Reiss on 6 May 2024.", SHOT, "arrested"),
    ("whom", "Police arrested on 6 May 2024.", SHOT, "man"),
    ("on what condition", "The port closes on 8 May 2024.", "the port closes on 8 May 2024", "If"),
    ("where", "The minister's brother was arrested on 4 May 2024.", ARRESTED, None),
    ("when", "The minister's brother was arrested in Paris.", ARRESTED, None),
    ("an aside", "The port closed on 9 May 2024, said Maren Holt.", "closed on 9 May 2024, said Maren Holt", None),
]
"""What a point says, what it quotes, and a word of the reason why it is withheld. None: it is passed on."""


@pytest.mark.parametrize(("text", "quote", "word"), [pytest.param(*row[1:], id=row[0]) for row in REDUCED])
def test_words_are_left_out_only_where_the_rest_says_what_the_sentence_says(
    text: str, quote: str, word: str | None
) -> None:
    brief = (
        f'briefing: 1\ntitle: T\nsummary: [{{text: "{text}", cites: {{quote: "{quote}"}}}}]\n'
        "sources: {a: {kind: article, file: t.txt}}\n"
    )
    gone = {one.path: one.sentence for one in guarded(brief, f"T\n\n{MORE}").withheld}
    assert (word or "") in gone.get(("summary", 0), "")
    assert (("summary", 0) in gone) == (word is not None)


NUMBERS = """\
Two of 30 nurses were dismissed in 2023. The trial of 40 drugs failed in 2021. About 4,200 containers are waiting on the
quay. Of the workers, 60 percent stayed. The fund lost USD 4 billion in 2020. A total of 25 ships sank in 2019.
"""
COUNTED = [
    ("a part of it", "label: Nurses dismissed, value: 30", "Two of 30 nurses were dismissed", "Two"),
    ("all of it", "label: Nurses, value: 30", "Two of 30 nurses were dismissed", None),
    ("what it is of", "label: Drugs failed, value: 40", "The trial of 40 drugs failed", "trial"),
    ("its trial", "label: Trial of drugs, value: 40", "The trial of 40 drugs failed", None),
    ("a total", "label: Ships sunk, value: 25", "A total of 25 ships sank", None),
    ("where it is", "label: Quays waiting, value: '4,200', approx: about", "About 4,200 containers", "containers"),
    ("its unit", "label: Containers, unit: quay, value: '4,200', approx: about", "About 4,200 containers are", "quay"),
    ("a share", "label: Workers stayed, unit: '%', value: 60", "Of the workers, 60 percent stayed", None),
    ("money", "label: Lost by the fund, unit: USD billion, value: 4", "The fund lost USD 4 billion", None),
]
"""A figure, what it quotes, and a word of the reason why it is withheld. None: it is passed on."""


@pytest.mark.parametrize(("figure", "quote", "word"), [pytest.param(*row[1:], id=row[0]) for row in COUNTED])
def test_a_number_counts_what_its_label_says(figure: str, quote: str, word: str | None) -> None:
    brief = f"briefing: 1\ntitle: T\nfigures: [{{{figure}, cites: {{quote: '{quote}'}}}}]\n"
    result = guarded(f"{brief}sources: {{a: {{kind: article, file: t.txt}}}}\n", f"T\n\n{NUMBERS}")
    gone = {one.path: one.sentence for one in result.withheld}
    assert (("figures", 0) in gone) == (word is not None), gone
    assert (word or "") in gone.get(("figures", 0), "")


def test_what_rests_on_something_withheld_goes_with_it() -> None:
    result = guarded(changed(("    name: Maren Holt\n", "    name: Ana Reyes\n")))
    assert [(one.path, one.code) for one in result.withheld] == [
        (("figures", 0), "speaker-not-named"),
        (("figures", 2), "rests-on-withheld"),
        (("sources", "holt"), "source-not-named"),
    ]


def test_a_figure_that_goes_is_taken_out_of_its_events() -> None:
    event = (
        "  - text: The port handled 311,000 containers.\n    when: 2023\n    figures: [waiting, handled]\n"
        "    cites: {quote: 'The port handled 311,000 containers in 2023'}\n"
    )
    result = guarded(changed(("\nsources:", f"{event}\nsources:"), ("4,200\n", "4,300\n")))
    assert [one.path for one in result.withheld] == [
        ("figures", 0),
        ("figures", 2),
        ("timeline", 1, "figures", 0),
        ("sources", "holt"),
    ]
    assert "figures: [handled]" in result.text


def test_the_title_of_the_text_takes_the_place_of_one_that_it_does_not_carry() -> None:
    result = guarded(changed(("title: Harbour strike ends in Port Selby\nlede", "title: Riots\nlede")))
    assert result.text == HONEST


def test_a_brief_of_which_nothing_holds_is_still_a_brief() -> None:
    text = "briefing: 1\ntitle: Riots\nmarking: TLP:RED\nsummary: [Riots.]\nsources: {a: {kind: article, file: t}}\n"
    result = guarded(text)
    assert result.text == "briefing: 1\ntitle: Harbour strike ends in Port Selby\nmarking: TLP:RED\n"
    assert result.is_empty
    assert [one.path for one in result.withheld] == [("title",), ("summary", 0), ("sources", "a")]


def test_of_many_sources_of_one_name_nobody_can_tell_who_speaks() -> None:
    speaker = "  s{}: {{kind: person, name: Maren Holt, via: article, cites: {{quote: said Maren Holt}}}}\n"
    text = HONEST.replace("\nopen:", "".join(map(speaker.format, range(80))) + "\nopen:")
    gone = {one.path: one.sentence for one in guarded(text).withheld}
    assert "more sources than can be told apart have these names" in gone["figures", 0]
    assert ("summary", 1) not in gone


def test_a_long_chain_of_sources_goes_at_once() -> None:
    links = "".join(f"  s{at}: {{kind: person, name: Holt, via: s{at + 1}}}\n" for at in range(50))
    result = guarded(HONEST.replace("\nopen:", f"{links}\nopen:"))
    assert result.text == HONEST
    assert len(result.withheld) == 50


def test_the_place_of_what_is_withheld_is_that_of_the_brief_as_it_was_given() -> None:
    text = changed(("4,200\n", "4,300\n"), ("when: 2024-03-14", "when: 2024-03-15"))
    lines = text.splitlines()
    for one in guarded(text).withheld:
        line = lines[one.spot.line - 1][one.spot.column - 1 :]
        assert line.startswith(("id: waiting", "{label: 'Containers waiting", "text: Crane drivers return", "holt:"))


def test_a_reckoned_date_needs_a_date_of_publication_that_is_vouched_for() -> None:
    saved = TEXT.replace("on 14 March 2024", "on Thursday").replace("in 2023", "last year")
    event = "when: 2024-03-14\n    basis: reckoned\n"
    text = HONEST.replace("on 14 March 2024", "on Thursday").replace("in 2023", "last year")
    text = text.replace("when: 2024-03-14\n", event).replace("when: 2023", "when: 2023, basis: reckoned")
    text = text.replace("published: unknown", "published: 2024-03-15")
    vouched = Vouched(published=parse_date("2024-03-15"))
    assert [one.path for one in guarded(text, saved, vouched).withheld] == []
    assert ("timeline", 0) in [one.path for one in guarded(text, saved).withheld]
    assert ("timeline", 0) in [
        one.path for one in guarded(text, saved, Vouched(published=parse_date("2024-05-15"))).withheld
    ]


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("The year of “April”.", True),
        ("The year of “April”, “May”.", False),
        ("The year of “April”, and of the guilt of “April”.", False),
        ("The year of “14 March 2024”.", False),
    ],
)
def test_what_a_draft_of_the_text_leaves_open_comes_through(line: str, holds: bool) -> None:
    text = changed(("  - Talks on pay are planned for April.", f"  - '{line}'"))
    saved = TEXT.replace("planned for April", "planned in April")
    assert [one.path for one in guarded(text, saved).withheld] == ([] if holds else [("open", 0)])


def test_a_date_line_of_the_text_says_when_it_was_published() -> None:
    saved = TEXT.replace("Selby\n\n", "Selby\n\nPublished 15 March 2024\n\n", 1)
    text = changed(("published: unknown", "published: 2024-03-15"))
    assert guarded(text, saved).text == text


def test_the_tables_of_another_language_do_not_hide_a_hedge() -> None:
    text = changed(
        ("status: draft", "status: draft\nlanguage: de"), ("    approx: about\n", ""), ("language: en", "language: de")
    )
    assert guarded(text).is_empty


def test_a_text_in_a_language_without_a_table_carries_nothing() -> None:
    saved = "Staking in de haven voorbij\n\nDe mannen van de haven zijn weer aan het werk na een staking van 9 dagen.\n"
    text = """\
briefing: 1
title: Staking in de haven voorbij
language: nl
figures: [{label: Dagen, value: 9, unit: dagen, cites: {quote: een staking van 9 dagen}}]
sources: {artikel: {kind: article, file: t.txt, language: nl}}
"""
    result = guarded(text, saved)
    assert [one.path for one in result.withheld] == [("figures", 0), ("sources", "artikel")]
    assert "no rules for Dutch" in result.withheld[0].sentence


def test_an_alias_does_not_make_two_people_one() -> None:
    text = changed(
        ("name: Maren Holt, kind: person, aliases: [Holt]", "name: Ana Reyes, kind: person, aliases: [Maren Holt]"),
        ("    name: Maren Holt\n", "    name: Ana Reyes\n"),
    )
    assert "Reyes" not in guarded(text).text


def test_the_words_of_a_medium_are_not_taken_for_checked() -> None:
    medium = "  bbc: {kind: media, name: Maren Holt, via: article, cites: {quote: said Maren Holt}}\n"
    text = changed(("    by: holt\n", "    by: bbc\n"), ("\nopen:", f"{medium}\nopen:"))
    assert ("figures", 0) in [one.path for one in guarded(text).withheld]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("a: [", "not closed", id="no YAML"),
        pytest.param("- a\n- b\n", "this is a list", id="no keys"),
        pytest.param("", "the file is empty", id="nothing"),
        pytest.param("title: t\n", "“briefing” is missing", id="no brief"),
        pytest.param("briefing: 1\n", "“title” is missing", id="no title"),
        pytest.param("briefing: 9\ntitle: t\n", "version 9", id="a later version"),
        pytest.param("briefing: 1\ntitle: &a t\nlede: *a\n", "anchor", id="an anchor"),
        pytest.param("briefing: 1\ntitle: !!str t\n", "tag", id="a tag"),
        pytest.param("briefing: 1\ntitle: t\ntitle: u\n", "given twice", id="a key twice"),
        pytest.param("briefing: 1\ntitle: t\n---\ntitle: u\n", "second document", id="two documents"),
        pytest.param("[" * 5000, "deep", id="a deep list"),
        pytest.param("briefing: 1\ntitle: t\n#" + "x" * 2_000_000, "bytes", id="too long"),
        pytest.param("briefing: 1\ntitle: t\nopen: [" + "a," * 60_000 + "]\n", "parts", id="too many parts"),
        pytest.param("briefing: 1\ntitle: t\nmarking: TLP:PURPLE\n", "TLP", id="an unknown marking"),
        pytest.param("briefing: 1\ntitle: t\nsummary: [One.]\n", "no saved text", id="no text"),
    ],
)
def test_of_garbage_nothing_is_passed_on(text: str, words: str) -> None:
    with pytest.raises(GuardError, match=words):
        guarded(text)


def test_control_characters_are_not_passed_on() -> None:
    result = guarded(changed(("# Drafted by hand.", "# \x1b]52;c;aGk=\x07 by hand\x9b")))
    assert result.text.isprintable() or set(result.text) - set("\n") <= {
        one for one in result.text if one.isprintable()
    }


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, len(HONEST)),
    cut=st.integers(0, 40),
    put=st.sampled_from(["", " ", "\n", ": ", "- ", "7", "not ", "about ", "[", "'", "&", "\u202e"]),
)
def test_a_damaged_brief_is_refused_or_what_is_left_holds(at: int, cut: int, put: str) -> None:
    try:
        result = guarded(HONEST[:at] + put + HONEST[at + cut :])
    except GuardError:
        return
    reading = read_brief_text(result.text, Path("brief.yaml"))
    assert reading.brief is not None
    assert_holds(result, texts_of(reading.brief, TEXT))


def test_no_lie_over_an_honest_brief_comes_through() -> None:
    chance = random.Random(5)  # noqa: S311 - the same lies on every run
    grounds = corpus(Part.TUNED)
    told = [
        lie
        for lie in lies(grounds)
        if lie.claim is not None and not lie.kind.startswith(("digit of the text", "published"))
    ]
    for ground in grounds:
        mine = {
            number: lie
            for lie in chance.sample(told, len(told))
            if lie.ground is ground and (number := lie.claim) is not None
        }
        brief = ground.brief
        for number, lie in mine.items():
            brief = with_claim(brief, number, list(lie.brief.claims())[number])
        _assert_no_lie_is_left(brief, ground, mine)


def _assert_no_lie_is_left(brief: Brief, ground: Ground, told: Mapping[int, Lie]) -> None:
    try:
        result = guard(written(brief), lambda _: ground.texts)
    except GuardError as error:
        pytest.fail(f"{brief.title}: {error}")
    left = [_said(claim) for claim in assert_holds(result, ground.texts).claims()]
    for number, lie in told.items():
        assert _said(list(lie.brief.claims())[number]) not in left, f"{lie.kind}: {lie.words}"


def _said(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says."""
    number = (claim.amount, claim.unit, claim.approx, claim.kind) if isinstance(claim, Figure) else ()
    return (claim.text, claim.by, claim.standing, claim.when, claim.stated, *number)
