"""No harm to marks comes out as anything but a sentence: see `attacks.marks_file`, whose long form does far more."""

from __future__ import annotations

from pathlib import Path

from tests.attacks.marks_file import attack, attack_reader


def test_every_way_to_harmed_marks_ends_in_a_sentence_and_loses_nothing(tmp_path: Path) -> None:
    counts, wrong = attack(tmp_path)
    assert wrong == []
    assert counts.total() >= 8


def test_the_reader_gets_over_harmed_marks(tmp_path: Path) -> None:
    assert attack_reader(tmp_path, 1, seed=5)[1] == []
