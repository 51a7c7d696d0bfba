from __future__ import annotations

from pathlib import Path

import pytest

from briefing.base.problems import BriefingError
from briefing.evidence import QuoteState
from briefing.library.briefs import Library, open_library
from briefing.library.open import open_indexed

BRIEF = """\
briefing: 1
title: Talks
summary:
  - text: The office opens on Monday.
    cites:
      quote: The office opens on Monday
sources:
  article: {kind: article, file: talks.txt}
related: [other]
"""
TEXT = "Talks\n\nThe office opens on Monday.\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "talks.yaml").write_text(BRIEF)
    (tmp_path / "talks.txt").write_text(TEXT)
    return open_library([tmp_path])


def first_state(library: Library) -> QuoteState:
    evidence = library.evidence(library.entries[0])
    assert evidence is not None
    return evidence.cites[0][0].state


def codes(library: Library) -> set[str]:
    evidence = library.evidence(library.entries[0])
    assert evidence is not None
    return {finding.code for finding in evidence.findings}


def test_a_quote_is_found_in_the_text_of_the_library(library: Library) -> None:
    assert first_state(library) is QuoteState.FOUND


def test_a_brief_is_checked_once_while_nothing_changes(library: Library) -> None:
    entry = library.entries[0]
    assert library.evidence(entry) is library.evidence(entry)


def test_an_edit_to_the_text_is_seen(library: Library, tmp_path: Path) -> None:
    assert first_state(library) is QuoteState.FOUND
    (tmp_path / "talks.txt").write_text("Talks\n\nThe office is shut.\n")
    assert first_state(library) is QuoteState.NOT_FOUND


def test_an_edit_to_the_brief_is_seen(library: Library, tmp_path: Path) -> None:
    assert first_state(library) is QuoteState.FOUND
    (tmp_path / "talks.yaml").write_text(BRIEF.replace("quote: The office opens", "quote: The quay opens"))
    assert first_state(library) is QuoteState.NOT_FOUND


def test_a_text_that_appears_is_seen(library: Library, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").unlink()
    assert first_state(library) is QuoteState.NOT_HELD
    (tmp_path / "talks.txt").write_text(TEXT)
    assert first_state(library) is QuoteState.FOUND


def test_a_related_brief_that_the_library_does_not_have_is_named(library: Library) -> None:
    assert "related-unknown" in codes(library)


def test_titles_of_related_briefs_are_read_for_a_reader_only(library: Library, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("briefing: 1\ntitle: The other talks\n")
    for_a_reader = open_library([tmp_path])
    for_a_reader.gives_titles = True
    entry = library.entries[0]
    titles = [evidence.titles for one in (library, for_a_reader) if (evidence := one.evidence(entry))]
    assert titles == [{}, {"other": "The other talks"}]


def test_what_a_file_by_itself_relates_to_is_not_asked(library: Library, tmp_path: Path) -> None:
    assert library.entries
    assert "related-unknown" not in codes(open_library([tmp_path / "talks.yaml"]))


def test_a_file_that_is_no_brief_has_no_evidence(tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("- one\n")
    library = open_library([tmp_path])
    assert library.evidence(library.entries[0]) is None


def test_what_is_known_is_known_only_after_a_check(library: Library) -> None:
    entry = library.entries[0]
    assert library.cached_evidence(entry) is None
    evidence = library.evidence(entry)
    assert library.cached_evidence(entry) is evidence


def test_what_was_known_is_forgotten_when_a_text_changes(library: Library, tmp_path: Path) -> None:
    entry = library.entries[0]
    library.evidence(entry)
    (tmp_path / "talks.txt").write_text("Talks\n\nThe office stays shut.\n")
    assert library.cached_evidence(entry) is None


def test_stamps_change_with_the_text_and_are_none_without_the_brief(library: Library, tmp_path: Path) -> None:
    entry = library.entries[0]
    before = library.stamps(entry)
    (tmp_path / "talks.txt").write_text("Talks\n\nThe office stays shut.\n")
    after = library.stamps(entry)
    (tmp_path / "talks.yaml").unlink()
    assert before != after
    assert library.stamps(entry) is None


def test_a_brief_that_the_index_does_not_know_yet_is_known_by_its_file(tmp_path: Path) -> None:
    for name in ("a.yaml", "b/c.yml", ".d.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("briefing: 1\ntitle: T\n")
    opened = open_indexed([tmp_path], {"XDG_CACHE_HOME": str(tmp_path / ".cache")})
    ids = ("a", "b/c", "b", ".d", f"../{tmp_path.name}/a", "/etc/passwd", "a\0", "")
    assert [one in opened.library for one in ids] == [True, True, *[False] * 6]
    opened.brief_index.store.close()


def test_more_texts_than_can_be_read_together_are_said_and_verify_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.briefs._TEXTS_LIMIT", len(TEXT))
    sources = "".join(f"  s{at}: {{kind: article, file: t{at // 2}.txt}}\n" for at in range(4))
    cite = "{source: s@, quote: The office opens on Monday}"
    points = "".join(f"  - {{text: It opens., cites: {cite.replace('@', str(at))}}}\n" for at in range(4))
    (tmp_path / "b.yaml").write_text(f"briefing: 1\ntitle: T\nsummary:\n{points}sources:\n{sources}")
    for number in range(2):
        (tmp_path / f"t{number}.txt").write_text(TEXT)
    evidence = (library := open_library([tmp_path])).evidence(library.entries[0])
    assert evidence is not None
    assert [one[0].state for one in evidence.cites.values()] == [QuoteState.FOUND] * 2 + [QuoteState.NOT_HELD] * 2
    assert any("more than can be read together" in finding.sentence for finding in evidence.findings)


def test_a_check_pauses_before_each_step_and_is_given_up_by_what_the_pause_raises(library: Library) -> None:
    entry, steps = library.entries[0], list[str]()

    def raises_at_the_third() -> None:
        steps.append("")
        if len(steps) == 3:
            raise BriefingError

    with pytest.raises(BriefingError):
        library.evidence(entry, raises_at_the_third)
    assert library.cached_evidence(entry) is None
    evidence = library.evidence(entry)
    assert evidence is not None
    assert evidence.cites[0][0].state is QuoteState.FOUND
