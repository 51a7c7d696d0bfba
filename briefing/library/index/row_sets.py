"""Many rows at once: in the parameters of a statement, and fetched from SQLite as one text.

A query that yields row after row takes Python's lock for each; with one text, which is decoded without a Python step
for each row, the thread that draws is not held up.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence

from briefing.base.static_types import TypeVar
from briefing.library.index.checked_values import damage_error

_OFFSET = 10_000_000
"""Added to each row so that it has eight digits, up to row 89,999,999."""
_DIGITS = 8
_PIECE = (_DIGITS + 1) * 8192
"""Characters decoded at a time: all of 100,000 rows at once would take some megabytes more."""
ROWS_SQL = f"group_concat(row + {_OFFSET})"
"""SQL expression for the rows of a query with a column `row`, as one text for `decoded_rows`."""
_Value = TypeVar("_Value", int, str)
_ROWS_PER_STATEMENT = 500
"""SQLite allows 999 values in a statement."""


def in_lists(values: Sequence[_Value]) -> Iterator[tuple[str, list[_Value]]]:
    """Yield rows or texts in lists that one statement can take, each with its SQL to put after IN: "(?, ?, ?)"."""
    for first in range(0, len(values), _ROWS_PER_STATEMENT):
        some = list(values[first : first + _ROWS_PER_STATEMENT])
        yield f"({', '.join('?' * len(some))})", some


def decoded_rows(text: str | None) -> array[int]:
    """Return the rows in a text made by `ROWS_SQL`, in the same order.

    Raises:
        IndexDamagedError: the text holds something other than rows.

    """
    try:
        return _decoded(text or "")
    except (ValueError, OverflowError) as error:
        raise damage_error("rows in it are damaged") from error


def _decoded(text: str) -> array[int]:
    if not text:
        return array("I")
    if len(text) % (_DIGITS + 1) != _DIGITS:  # a row has more than eight digits
        return array("I", (int(number) - _OFFSET for number in text.split(",")))
    rows = array("I")
    for at in range(0, len(text), _PIECE):
        rows += _of_digits(bytes.fromhex(text[at : at + _PIECE].replace(",", " ")))
    return rows


def _of_digits(digits: bytes) -> array[int]:
    """Return the numbers that the bytes hold as decimal digits, eight digits in each four bytes.

    They are all converted together, as parts of one long integer.
    """
    size = len(digits)
    every = int.from_bytes(digits)
    # Pairs of digits: 16 h + l becomes 10 h + l. Then pairs of these, 256 to 100, and of these, 65,536 to 10,000.
    every -= 6 * (every >> 4 & int.from_bytes(b"\x0f" * size))
    every -= 156 * (every >> 8 & int.from_bytes(b"\x00\xff" * (size // 2)))
    every -= 55_536 * (every >> 16 & int.from_bytes(b"\x00\x00\xff\xff" * (size // 4)))
    every -= int.from_bytes(_OFFSET.to_bytes(4) * (size // 4))
    rows = array("I")
    rows.frombytes(every.to_bytes(size))
    if sys.byteorder == "little":
        rows.byteswap()
    return rows
