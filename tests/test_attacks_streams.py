from __future__ import annotations

import os

import pytest

from tests.attacks import streams


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no file that is always full")  # noqa: PTH110
def test_streams_that_are_full_closed_or_cut_change_no_exit_code_but_their_own_and_leave_no_traceback() -> None:
    runs = [streams.Run(*each) for each in streams.SHORT]
    assert list(streams.attack(runs)) == []


def test_every_state_of_the_streams_is_tried_with_every_command() -> None:
    assert {arguments for _, arguments in streams.SHORT} <= set(streams.COMMANDS)
    assert {state for state, _ in streams.SHORT} <= set(streams.STATES)
