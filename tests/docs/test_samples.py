"""The samples that every new user reads first: they are without fault, and say nothing that their text does not."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from briefing.evidence import Support
from briefing.evidence.check import check_brief
from briefing.format.json_schema import schema_text
from briefing.format.model import Brief, SourceKind, Unknown
from briefing.format.parse import read_brief_bytes
from briefing.format.template import SCHEMA_FILE
from briefing.library.briefs import open_library
from tests.support.terminal import SAMPLES

DIGEST = SAMPLES / "texts" / "bridge-digest.txt"
PATHS = sorted(SAMPLES.glob("*.yaml"))

each_sample = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PATHS])


def brief_at(path: Path) -> Brief:
    brief = read_brief_bytes(path.read_bytes(), path, path.stem).brief
    assert brief is not None
    return brief


def folded(text: str) -> str:
    return " ".join(text.split())


def test_there_are_three_samples() -> None:
    assert [path.stem for path in PATHS] == ["bridge", "partnership", "troops"]


def test_the_schema_beside_the_samples_is_the_one_that_is_printed() -> None:
    path = SAMPLES / SCHEMA_FILE
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        path.write_text(schema_text(), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == schema_text(), "BRIEFING_GOLDEN=write before pytest writes it anew"


@each_sample
def test_an_editor_finds_the_schema_of_a_sample(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA_FILE}"


def test_the_digest_has_a_title_and_seven_paragraphs() -> None:
    assert len(DIGEST.read_text(encoding="utf-8").split("\n\n")) == 1 + 7


def test_the_digest_says_that_it_is_one() -> None:
    assert "A digest in our own words" in DIGEST.read_text(encoding="utf-8").split("\n\n")[0]


@each_sample
def test_a_sample_reads_without_a_problem(path: Path) -> None:
    assert read_brief_bytes(path.read_bytes(), path, path.stem).problems == ()


@each_sample
def test_every_claim_of_a_sample_quotes_words_that_stand_in_the_digest(path: Path) -> None:
    text = folded(DIGEST.read_text(encoding="utf-8"))
    quotes = [[cite.quote or "" for cite in claim.cites] for claim in brief_at(path).claims()]
    assert all(quotes)
    assert [quote for cited in quotes for quote in cited if len(quote) < 12 or folded(quote) not in text] == []


@each_sample
def test_a_sample_is_borne_out_by_the_words_that_it_cites(path: Path) -> None:
    library = open_library([SAMPLES])
    entry = next(entry for entry in library.entries if entry.id == path.stem)
    brief = brief_at(path)
    texts = {source.id: library.text(entry, source) for source in brief.sources}
    evidence = check_brief(brief, texts, path, [entry.id for entry in library.entries])
    assert evidence.findings == ()
    assert {assessed.support for assessed in evidence.claims} <= {Support.VERIFIED, Support.WORDS_FOUND}


@each_sample
def test_a_sample_pins_the_digest_and_gives_no_link_and_no_date_of_publication(path: Path) -> None:
    (article,) = (source for source in brief_at(path).sources if source.kind is SourceKind.ARTICLE)
    assert article.sha256 == hashlib.sha256(DIGEST.read_bytes()).hexdigest()
    assert article.published is Unknown.UNKNOWN
    assert all(source.url is None for source in brief_at(path).sources)


@each_sample
def test_a_sample_lists_what_the_article_leaves_open(path: Path) -> None:
    assert brief_at(path).open
