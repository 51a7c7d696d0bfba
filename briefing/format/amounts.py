"""Amounts in words: "about 3,000 people". `render/parts/amounts.py` writes them with signs instead of words."""

from __future__ import annotations

from decimal import Decimal

from briefing.format.model import Amount, Hedge

MINUS = "\N{MINUS SIGN}"


def grouped_number(value: Decimal) -> str:
    """Return a number with its thousands grouped and all digits that the author wrote."""
    text = f"{value:,f}"
    return f"{MINUS}{text[1:]}" if text.startswith("-") else text


def amount_words(amount: Amount, hedge: Hedge | None, unit: str | None) -> str:
    """Return a number or an interval with hedge and unit: "about 3,000 people", "2 to 3", "68 (61 to 74) %"."""
    number = (
        f"{grouped_number(amount.low)} to {grouped_number(amount.high)}"
        if amount.is_interval
        else grouped_number(amount.high)
    )
    if amount.is_interval and amount.central is not None:
        number = f"{grouped_number(amount.central)} ({number})"
    return " ".join(part for part in (hedge, number, unit) if part)
