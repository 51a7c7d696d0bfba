"""Owns a number in words: grouped, with the digits its author wrote, behind its hedge, before its unit.

How it is drawn, with signs instead of words, is decided by `typesetting`.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.format.model import Amount, Hedge

MINUS = "\N{MINUS SIGN}"


def grouped_number(value: Decimal) -> str:
    """Return a number with its thousands grouped and every digit that was written."""
    text = f"{value:,f}"
    return f"{MINUS}{text[1:]}" if text.startswith("-") else text


def amount_words(amount: Amount, hedge: Hedge | None, unit: str | None) -> str:
    """Return number or interval with hedge and unit: "about 3,000 people", "at least 2 to 3", "68 (61 to 74) %"."""
    number = (
        f"{grouped_number(amount.low)} to {grouped_number(amount.high)}"
        if amount.is_interval
        else grouped_number(amount.high)
    )
    if amount.is_interval and amount.central is not None:
        number = f"{grouped_number(amount.central)} ({number})"
    return " ".join(part for part in (hedge, number, unit) if part)
