"""Owns how many rows come out of SQLite at once: as one text, taken apart without a step of Python for each of them.

SQLite gives up no lock of Python's between rows, so that whoever draws the screen meanwhile is not held up.
"""

from __future__ import annotations

import sys
from array import array

from briefing.library.index.checked_values import damage_error

_OFFSET = 10_000_000
"""Added to each row, which then has eight digits, up to row 89,999,999."""
_DIGITS = 8
_PIECE = (_DIGITS + 1) * 8192
"""Characters that are taken apart at once: all of 100,000 rows would take some megabytes on the way."""
ROWS_SQL = f"group_concat(row + {_OFFSET})"
"""SQL of all rows of a query that has a column `row`, as one text that `decoded_rows` reads."""


def decoded_rows(text: str | None) -> array[int]:
    """Return the rows of a text that `ROWS_SQL` has made, in its order.

    Raises:
        IndexDamagedError: some of them are no rows.

    """
    try:
        return _decoded(text or "")
    except (ValueError, OverflowError) as error:
        raise damage_error("it holds something else in place of rows") from error


def _decoded(text: str) -> array[int]:
    if not text:
        return array("I")
    if len(text) % (_DIGITS + 1) != _DIGITS:  # some row has more digits than eight
        return array("I", (int(number) - _OFFSET for number in text.split(",")))
    rows = array("I")
    for at in range(0, len(text), _PIECE):
        rows += _of_digits(bytes.fromhex(text[at : at + _PIECE].replace(",", " ")))
    return rows


def _of_digits(digits: bytes) -> array[int]:
    """Return the numbers of which each four bytes hold eight decimal digits: all of them as one number, in parallel."""
    size = len(digits)
    every = int.from_bytes(digits)
    every -= 6 * (every >> 4 & int.from_bytes(b"\x0f" * size))  # two digits: 16 h + l becomes 10 h + l
    every -= 156 * (every >> 8 & int.from_bytes(b"\x00\xff" * (size // 2)))  # 256 to 100
    every -= 55_536 * (every >> 16 & int.from_bytes(b"\x00\x00\xff\xff" * (size // 4)))  # 65,536 to 10,000
    every -= int.from_bytes(_OFFSET.to_bytes(4) * (size // 4))
    rows = array("I")
    rows.frombytes(every.to_bytes(size))
    if sys.byteorder == "little":
        rows.byteswap()
    return rows
