"""What the program writes is whole and for nobody else, whatever happens: the short form of that attack."""

from __future__ import annotations

import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.attacks import own_files
from tests.attacks.own_files import Tally, appended_to, deleted, replace_text, replaced
from tests.attacks.own_files import changed_while_mending as changed

HOW = (appended_to, replaced, deleted)

SHORT: tuple[tuple[str, Callable[[Path], Tally]], ...] = (
    ("fix, killed", partial(own_files.killed_while_mending, number=signal.SIGKILL, step=79)),
    ("fix, the file is replaced", partial(changed, how=replaced, step=79)),
    ("writing, killed", partial(own_files.killed_while_mending, number=signal.SIGKILL, step=9, mend=replace_text)),
    ("writing, interrupted", partial(own_files.killed_while_mending, number=signal.SIGINT, step=7, mend=replace_text)),
    *((f"writing, the file is {how.__name__}", partial(changed, how=how, step=7, mend=replace_text)) for how in HOW),
    ("fix, umasks", partial(own_files.mended_under_umasks, modes=(0o640,))),
    ("fix, links and read-only files", own_files.mended_where_it_may_not),
    ("fix, no room", partial(own_files.full_while_mending, step=70)),
    ("new, no room", partial(own_files.full_while_making, step=400)),
    ("new, killed", partial(own_files.killed_while_making, number=signal.SIGKILL, step=11)),
    ("new, something is there", own_files.made_over_something),
    ("a kept frame, killed", partial(own_files.killed_while_keeping, step=13)),
    ("a kept frame and a log, umasks", own_files.kept_under_umasks),
    ("a kept frame and a log, links", own_files.kept_through_links),
)


@pytest.mark.parametrize("attack", [attack for _, attack in SHORT], ids=[name for name, _ in SHORT])
def test_an_attack_on_what_is_written_does_no_harm(attack: Callable[[Path], Tally], tmp_path: Path) -> None:
    tally = attack(tmp_path / "ground")
    assert tally.tries > 2
    assert tally.wrong == []
