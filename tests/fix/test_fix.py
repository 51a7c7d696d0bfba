from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.evidence.check import check_brief
from briefing.fix import CheckedBrief, FixResult, fix_text
from briefing.format.model import SourceText, TextState
from briefing.format.parse import read_brief_text
from tests.support.terminal import SAMPLES

SAVED = """\
Harbour talks

The harbour master’s office — closed since May — “will reopen” on Monday.

Around 11,000 people… came to the quay.
"""
SUM = hashlib.sha256(SAVED.encode()).hexdigest()
HEAD = "briefing: 1\ntitle: Talks\n"
SOURCES = "sources:\n  article: {kind: article, file: talks.txt}\n"
BLOCK_SOURCES = """\
sources:
  article:
    kind: article
    file: talks.txt  # saved by hand
    note: ours
"""


def checker(saved: str = SAVED) -> Callable[[str], CheckedBrief]:
    held = SourceText(state=TextState.HELD, text=saved)

    def check(text: str) -> CheckedBrief:
        reading = read_brief_text(text, Path("talks.yaml"))
        if reading.brief is None:
            return CheckedBrief(None, reading.problems, {})
        texts = {source.id: held for source in reading.brief.sources if source.file}
        findings = check_brief(reading.brief, texts, Path("talks.yaml")).findings
        return CheckedBrief(reading.brief, (*reading.problems, *findings), texts)

    return check


def mended(text: str, *, pin: bool = False, saved: str = SAVED) -> FixResult:
    return fix_text(text, checker(saved), pin=pin)


def quoting(quote: str) -> str:
    return f"{HEAD}summary:\n  - text: The office opens.\n    cites:\n      quote: {quote}\n{SOURCES}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("The harbour master's office", "The harbour master’s office", id="plain"),
        pytest.param("'The harbour master''s office' # why", "'The harbour master’s office' # why", id="single quotes"),
        pytest.param('"The harbour master\'s office"', '"The harbour master’s office"', id="double quotes"),
        pytest.param('office - closed since May - "will', "office — closed since May — “will", id="dashes"),
        pytest.param(
            ">-\n        The harbour master's\n        office",
            ">-\n        The harbour master’s\n        office",
            id="block",
        ),
        pytest.param("The harbour\n        master's office", "The harbour\n        master’s office", id="two lines"),
        pytest.param("Around 11,000 people... came", "Around 11,000 people… came", id="ellipsis"),
        pytest.param("Around 11,000 people. . . came", '"Around 11,000 people… came"', id="other number of words"),
        pytest.param('"the harbour"', '"the harbour"', id="words that differ stay"),
    ],
)
def test_a_quote_takes_the_typography_of_the_text(before: str, after: str) -> None:
    assert mended(quoting(before)).text == quoting(after)


def test_only_the_quote_changes() -> None:
    before = f"# first\n{quoting('office - closed since May').replace('text:', 'text:   ')}# last\n"
    after = before.replace("office - closed", "office — closed")
    assert mended(before).text == after


def test_a_quote_over_a_broken_line_keeps_its_hyphenation() -> None:
    text = quoting("the new construction works")
    assert mended(text, saved="Talks\n\nThen the new con-\nstruction works began.\n").text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "{text: a, cites: {quote: a, b and c}}", '{text: a, cites: {quote: "a, b and c"}}', id="one comma"
        ),
        pytest.param(
            "{text: a, b, cites: {quote: In May, it, said, at: para 2}}",
            '{text: "a, b", cites: {quote: "In May, it, said", at: para 2}}',
            id="several",
        ),
        pytest.param(
            '{cites: {quote: a "b", it\'s}, text: a}', "{cites: {quote: 'a \"b\", it''s'}, text: a}", id="quote marks"
        ),
    ],
)
def test_a_text_that_commas_have_cut_is_put_in_quotes(before: str, after: str) -> None:
    assert mended(f"{HEAD}summary:\n- {before}\n{SOURCES}").text == f"{HEAD}summary:\n- {after}\n{SOURCES}"


def test_a_number_that_a_comma_has_cut_is_put_in_quotes() -> None:
    before = f"{HEAD}figures:\n- {{label: a, value: 11,000}}\n"
    assert mended(before).text == before.replace("11,000", '"11,000"')


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("summary:\n- {text: 'a', b}\n", id="in quotes already"),
        pytest.param("summary:\n- {text: a, he said: b}\n", id="a colon in the text"),
        pytest.param("figures:\n- {label: a, value: 11, about}\n", id="no number"),
    ],
)
def test_what_a_comma_has_cut_in_another_way_stays(text: str) -> None:
    assert mended(HEAD + text).text == HEAD + text


def test_a_misspelt_key_is_spelt() -> None:
    before = f"{HEAD}ledge: Talks resume. # the lede\n"
    assert mended(before).text == before.replace("ledge", "lede")


def test_a_misspelt_key_in_quote_marks_keeps_them() -> None:
    assert mended(f'{HEAD}"ledge": Talks resume.\n').text == f'{HEAD}"lede": Talks resume.\n'


def test_a_key_that_may_be_two_others_stays() -> None:
    text = f"{HEAD}x: 1\nte: Talks resume.\n"
    assert mended(text).text == text


def test_a_mend_that_brings_a_new_problem_is_refused() -> None:
    text = f"{HEAD}staus: finished\n"
    result = mended(text)
    assert (result.text, [one.sentence for one in result.refused]) == (text, ["the key “staus” becomes “status”"])


def test_misspelt_keys_inside_each_other_are_all_spelt() -> None:
    good = f"{HEAD}summary:\n  - text: It opens. # why\n    cites: {{quote: The harbour master’s office}}\n{SOURCES}"
    bad = good.replace("summary", "sumary").replace("text:", "txet:").replace("quote", "qoute").replace("’", "'")
    assert mended(bad).text == good


def test_a_mend_whose_new_problems_stay_is_refused_with_all_that_followed() -> None:
    text = f"{HEAD}sumary:\n  - txet: It opens.\n    standing: perhaps\n"
    assert mended(text).text == text


def test_a_refused_mend_does_not_stop_the_others() -> None:
    result = mended(f"{HEAD}staus: finished\nledge: Talks resume.\n")
    assert result.text == f"{HEAD}staus: finished\nlede: Talks resume.\n"


def test_a_quote_under_a_misspelt_key_is_mended_as_well() -> None:
    text = quoting("The harbour master's office").replace("quote:", "qoute:")
    assert mended(text).text == quoting("The harbour master’s office")


def test_a_missing_checksum_is_noted_below_the_file() -> None:
    before = HEAD + BLOCK_SOURCES
    after = before.replace("by hand\n", f"by hand\n    sha256: {SUM}\n")
    assert mended(before, pin=True).text == after


def test_a_missing_checksum_is_noted_in_braces() -> None:
    assert mended(HEAD + SOURCES, pin=True).text == HEAD + SOURCES.replace("talks.txt", f"talks.txt, sha256: {SUM}")


@pytest.mark.parametrize("old", ["0" * 64, f"'{'0' * 64}'", "12ab", ""])
def test_an_outdated_checksum_is_replaced(old: str) -> None:
    before = HEAD + BLOCK_SOURCES.replace("    note", f"    sha256: {old}\n    note")
    result = mended(before, pin=True)
    assert SUM in result.text
    assert mended(result.text, pin=True).done == ()


def test_a_checksum_is_left_alone_unless_asked_for() -> None:
    assert mended(HEAD + BLOCK_SOURCES).done == ()


def test_line_ends_and_byte_order_mark_are_kept() -> None:
    before = "\ufeff" + quoting("The harbour master's office").replace("\n", "\r\n")
    result = mended(before, pin=True).text
    assert result.startswith("\ufeff")
    assert result.count("\n") == result.count("\r\n") == before.count("\r\n")


def test_a_file_that_is_no_yaml_is_left_alone() -> None:
    text = f"{HEAD}ledge: [\n"
    assert mended(text).text == text


def test_many_mends_with_one_that_is_refused_need_few_checks() -> None:
    asked: list[str] = []
    check = checker()

    def counted(text: str) -> CheckedBrief:
        asked.append(text)
        return check(text)

    cites = "".join("      - quote: The harbour master's office\n" for _ in range(60))
    text = f"{HEAD}staus: finished\nsummary:\n  - text: It opens.\n    cites:\n{cites}{SOURCES}"
    result = fix_text(text, counted)
    assert (len(result.done), len(result.refused)) == (60, 1)
    assert len(asked) < 30


def test_a_quote_of_somebody_the_article_names_is_looked_for_in_the_article() -> None:
    sources = "sources:\n  article: {kind: article, file: talks.txt}\n  master: {kind: person, via: article}\n"
    before = f"{HEAD}summary: [{{text: A, cites: {{source: master, quote: The harbour master's office}}}}]\n{sources}"
    assert mended(before).text == before.replace("'", "’")


def test_a_quote_in_braces_that_needs_quote_marks_gets_them() -> None:
    before = f"{HEAD}summary: [{{text: A, cites: {{quote: the pier - it said}}}}]\n{SOURCES}"
    saved = "Talks\n\nAbout the pier — it said so.\n"
    assert mended(before, saved=saved).text == before.replace(" - ", " — ")


@pytest.mark.parametrize("name", ["partnership", "troops"])
def test_a_sample_with_other_typography_is_mended_to_the_sample(name: str) -> None:
    sample = (SAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    saved = (SAMPLES / "texts" / "bridge-digest.txt").read_text(encoding="utf-8")
    noisy = re.sub(r"(?<=quote: )[^>\n].*", lambda found: found.group().replace("'", "’").replace("-", "‑"), sample)
    assert noisy != sample
    assert mended(noisy, saved=saved).text == sample


LINES = st.sampled_from(
    [
        "ledge: Talks resume. # why",
        "staus: final",
        "open: [What it costs.]",
        "# a comment of its own",
        "",
        "tgas: [harbour]",
    ]
)
QUOTES = st.sampled_from(
    [
        "The harbour master's office",
        '"office - closed since May"',
        "'\"will reopen\" on Monday'",
        ">\n          Around 11,000\n          people... came",
        "Around 11,000 people",
    ]
)


@settings(max_examples=40, deadline=None)
@given(
    lines=st.lists(LINES, max_size=4, unique=True),
    quotes=st.lists(QUOTES, max_size=4),
    sources=st.sampled_from([SOURCES, BLOCK_SOURCES]),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_mending_twice_is_mending_once(lines: list[str], quotes: list[str], sources: str, newline: str) -> None:
    cites = "".join(
        f"      - quote: {quote} # kept\n" if quote[0] != ">" else f"      - quote: {quote}\n" for quote in quotes
    )
    summary = f"summary:\n  - text: It opens.\n    cites:\n{cites}" if quotes else ""
    text = (HEAD + "".join(f"{line}\n" for line in lines) + summary + sources).replace("\n", newline)
    once = mended(text, pin=True)
    twice = mended(once.text, pin=True)
    assert (twice.text, twice.done) == (once.text, ())
    assert once.text.count("#") == text.count("#")
    assert once.text.count("\n") - text.count("\n") in {0, 1}


def test_a_misspelt_key_is_guessed_once_however_often_it_stands_there() -> None:
    items = "".join(f"  - {{text: Point {at}, standng: planned}}\n" for at in range(500))
    after = mended(f"{HEAD}summary:\n{items}")
    assert (len(after.done), after.is_all) == (500, True)


def test_a_long_brief_with_more_to_mend_than_is_done_at_once_says_so() -> None:
    items = "  - {text: A, standng: no word of the format}\n" * 20  # each mend would bring a mistake
    tried: list[str] = []

    def check(text: str) -> CheckedBrief:
        tried.append(text)
        return checker()(text)

    assert not fix_text(f"{HEAD}note: {'x ' * 350_000}\nsummary:\n{items}", check).is_all
    assert len(tried) < 20
