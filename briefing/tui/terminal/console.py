"""The signs that the Linux console can show: its fonts have the characters of code page 437.

Each other sign of ours has one of them in its place, of the same width, so that nothing moves. Letters stay: a console
may have a font for them.
"""

from __future__ import annotations

from collections.abc import Mapping

CONSOLE = "linux"
"""The value of $TERM there."""

_SIGNS = str.maketrans(
    {"✓": "√", "✗": "x", "◇": "♦", "∅": "0", "●": "*", "○": "o", "━": "=", "★": "+", "Δ": "^", "▾": "v", "▴": "^"}
    | {"ʳ": "r", "ᵉ": "e", "…": "»", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'"}
    | {"“": '"', "”": '"', "„": '"', "▏": "│", "▎": "│", "▍": "▌", "▋": "▌", "▊": "█", "▉": "█"}
    | dict(zip("⁰¹³⁴⁵⁶⁷⁸⁹", "013456789", strict=True))
)


def is_console(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal is the Linux console."""
    return environment.get("TERM") == CONSOLE


def console_signs(text: str) -> str:
    """Return terminal output in signs of the console."""
    return text if text.isascii() else text.translate(_SIGNS)
