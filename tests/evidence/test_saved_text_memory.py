"""What was read in saved texts is kept for a few of them only, however many briefs are read one after the other."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from briefing.evidence.languages import table
from briefing.evidence.quotes.folding import Folded, fold
from briefing.evidence.saved_text import MOST_CHARACTERS_KEPT, MOST_KEPT, SavedText, saved_text
from briefing.library.briefs import Library
from briefing.library.entries import entries_of
from tests.support.generated import write_library

TEXT = "The ferry carried 30 people on Monday.\n\nIt left the quay at {number} in the evening."
ENGLISH = table("en")


def held() -> list[SavedText]:
    """Return the saved texts of which anything is in memory."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, SavedText)]


def test_what_was_read_is_kept_for_the_last_texts_only() -> None:
    read = [saved_text(TEXT.format(number=number), ENGLISH) for number in range(3 * MOST_KEPT)]
    last = read[-MOST_KEPT:]
    del read
    assert len(held()) <= MOST_KEPT
    for number, one in enumerate(last, 2 * MOST_KEPT):
        assert saved_text(TEXT.format(number=number), ENGLISH) is one


def test_of_long_texts_fewer_are_kept_and_the_last_one_however_long_it_is() -> None:
    sentence = "The ferry carried 30 people on Monday. "
    for number in range(MOST_KEPT):
        saved_text(f"{number} {sentence * (MOST_CHARACTERS_KEPT // (4 * len(sentence)))}", ENGLISH)
    assert len(held()) == 4
    last = saved_text(sentence * (2 * MOST_CHARACTERS_KEPT // len(sentence)), ENGLISH)
    assert held() == [last]
    assert saved_text(last.folded.original, ENGLISH) is last


def test_a_text_that_is_used_again_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(text: str) -> Folded:
        made.append(text)
        return fold(text)

    monkeypatch.setattr("briefing.evidence.saved_text.fold", counted)
    for number in range(3 * MOST_KEPT):
        saved_text("A text that every brief cites.", ENGLISH)
        saved_text(TEXT.format(number=f"{number} again"), ENGLISH)
    assert made.count("A text that every brief cites.") == 1


def test_briefs_that_are_checked_one_after_the_other_leave_few_texts(tmp_path: Path) -> None:
    files = [path.name for path in write_library(tmp_path / "library", 2 * MOST_KEPT)]
    library = Library(list(entries_of(tmp_path / "library", files)))
    for entry in library.entries:
        evidence = library.evidence(entry)
        assert evidence is not None
        assert evidence.claims
    assert 0 < len(held()) <= MOST_KEPT
