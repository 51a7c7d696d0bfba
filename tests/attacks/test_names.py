from __future__ import annotations

from pathlib import Path

from tests.attacks import names


def test_hostile_names_arguments_and_texts_are_only_shown_and_no_path_looks_like_an_option() -> None:
    found = names.attack(names.NAMES[:1] + names.NAMES[9:12], [names.OBEYED + names.UNSEEN], step=20)
    assert list(found) == []


def test_the_attack_finds_what_it_looks_for() -> None:
    """Guards the test above."""
    case = names.Case(("list", "."))
    outputs = [names.Output(0, text) for text in ("-rf  a\n", "a\x1b[2J\n", "a\u200bb\n", "\U000e0041\n")]
    folder = Path()
    assert all(list(names.wrong(case, output, folder, is_terminal=False)) for output in outputs)
    assert list(names.wrong(names.Case(("search", "a")), names.Output(0, "-x.yaml:1: a\n"), folder, is_terminal=False))
    alone = names.Case(("list", "-0"), names_alone=True)
    assert list(names.wrong(alone, names.Output(0, "-x\0"), folder, is_terminal=False))
