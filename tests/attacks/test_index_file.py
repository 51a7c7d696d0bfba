"""No harm to an index comes out as anything but a sentence: see `attacks.index_file`, whose long form does far more."""

from __future__ import annotations

from pathlib import Path

from tests.attacks.index_file import attack, attack_reader


def test_commands_get_over_a_harmed_index(tmp_path: Path) -> None:
    counts, wrong = attack(tmp_path)
    assert wrong == []
    assert counts.total() >= 8


def test_the_reader_gets_over_a_harmed_index(tmp_path: Path) -> None:
    assert attack_reader(tmp_path, 1, seed=5)[1] == []
