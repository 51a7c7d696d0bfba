"""The table of what is measured: to measure something else, add a function that yields rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.bench.bench import Bench, Rows
from tests.bench.commands import command_rows, library_check_rows, one_core_rows
from tests.bench.drafting import drafting_rows
from tests.bench.editing import editing_rows
from tests.bench.first_start import build_rows, change_rows, first_start_rows
from tests.bench.keys import key_rows
from tests.bench.memory import memory_rows, rest_rows
from tests.bench.peers import peer_rows
from tests.bench.starts import start_rows


class Section(NamedTuple):
    """Rows that belong together."""

    name: str
    rows: Callable[[Bench], Rows]
    is_once: bool = False
    """Does not depend on the library: measured with the first one only."""


SECTIONS = (
    Section("starts", start_rows),
    Section("keys", key_rows),
    Section("memory", memory_rows),
    Section("rest", rest_rows),
    Section("commands", command_rows),
    Section("check", library_check_rows),
    Section("one core", one_core_rows),
    Section("index", build_rows),
    Section("first start", first_start_rows),
    Section("change", change_rows),
    Section("peers", peer_rows),
    Section("drafting", drafting_rows, is_once=True),
    Section("editing", editing_rows, is_once=True),
)
