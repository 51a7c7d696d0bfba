from __future__ import annotations

from tests.attacks import streams


def test_streams_that_are_full_closed_or_cut_change_no_exit_code_but_their_own_and_leave_no_traceback() -> None:
    runs = [streams.Run(*each) for each in streams.SHORT]
    assert list(streams.attack(runs)) == []


def test_every_state_of_the_streams_is_tried_with_every_command() -> None:
    assert {arguments for _, arguments in streams.SHORT} <= set(streams.COMMANDS)
    assert {state for state, _ in streams.SHORT} <= set(streams.STATES)
