"""The terminal's own clipboard: the sequence OSC 52, also through tmux."""

from __future__ import annotations

import base64

LIMIT = 74_994
"""Bytes of a text in base64 that most terminals take; a longer one is dropped or cut by some, without a word."""


def base64_size(text: str) -> int:
    """Return how many bytes a text has in base64."""
    return (len(text.encode("utf-8", "replace")) + 2) // 3 * 4


def osc52(text: str) -> str:
    """Return what makes a terminal put the text on its clipboard."""
    coded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    return f"\x1b]52;c;{coded}\a"


def through_tmux(sequence: str) -> str:
    """Return what makes tmux pass a sequence on to the terminal that it runs in, if `allow-passthrough` is on."""
    doubled = sequence.replace("\x1b", "\x1b\x1b")
    return f"\x1bPtmux;{doubled}\x1b\\"
