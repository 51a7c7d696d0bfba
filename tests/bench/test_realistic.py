"""The realistic library is what it says it is: the same on every run and at every size."""

from __future__ import annotations

from pathlib import Path

from briefing.evidence.result import Support
from briefing.library.briefs import open_library
from tests.support.realistic import RARE, SCARCE, UNCOMMON, UNIQUE, head_of, made, write_realistic_library


def test_a_brief_is_the_same_whatever_the_size_of_the_library(tmp_path: Path) -> None:
    few = write_realistic_library(tmp_path / "few", 5)
    many = write_realistic_library(tmp_path / "many", 20)
    content = [path.read_bytes() for path in few]
    assert content == [path.read_bytes() for path in many[:5]]
    assert [path.relative_to(tmp_path / "few") for path in few] == [
        path.relative_to(tmp_path / "many") for path in many[:5]
    ]


def test_no_two_of_50_000_briefs_have_the_same_title_or_the_same_file() -> None:
    heads = [head_of(number) for number in range(50_000)]
    assert len({head.title for head in heads}) == len({(head.folder, head.name) for head in heads}) == len(heads)


def test_rare_words_are_in_as_many_briefs_as_is_said() -> None:
    found = [word for number in range(11_000) for word in head_of(number).words]
    assert [found.count(word) for word in (UNIQUE, RARE, SCARCE, UNCOMMON)] == [1, 2, 11, 110]
    assert UNIQUE in made(head_of(777)).yaml


def test_most_claims_are_verified_and_only_what_is_meant_has_errors(tmp_path: Path) -> None:
    write_realistic_library(tmp_path, 251)
    library = open_library([tmp_path])
    readings = [library.read(entry) for entry in library.entries]
    evidence = [found for entry in library.entries[::4] if (found := library.evidence(entry))]
    claims = sum(sum(found.counts.of(support) for support in Support) for found in evidence)
    assert len([reading for reading in readings if reading.problems]) == 1
    assert {finding.code for found in evidence for finding in found.findings} <= {
        "quote-not-found",
        "number-not-in-quote",
        "language-unknown",
        "date-not-reckoned",
        "number-not-cited",
    }
    assert len(evidence) >= 60
    assert sum(found.counts.of(Support.VERIFIED) for found in evidence) > 0.7 * claims


def test_texts_are_between_2_and_60_kb(tmp_path: Path) -> None:
    write_realistic_library(tmp_path, 200)
    sizes = sorted(path.stat().st_size for path in tmp_path.rglob("*.txt"))
    assert 1_500 < sizes[0] < 3_000
    assert 4_000 < sizes[100] < 8_000
    assert sizes[-1] < 70_000
