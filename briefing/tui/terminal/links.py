"""Links that a terminal opens by itself (OSC 8)."""

from __future__ import annotations


def linked(text: str, address: str) -> str:
    """Return a text that the terminal opens an address with, which has to be `linkable`.

    All parts of an address that is broken over lines have one id, so that the terminal lights them together.
    """
    from zlib import crc32  # few lines that are printed have a link

    return f"\x1b]8;id={crc32(address.encode()):08x};{address}\x1b\\{text}\x1b]8;;\x1b\\"
