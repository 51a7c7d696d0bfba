"""Dates that are typed as options of a command."""

from __future__ import annotations

from briefing.base.safe_text import visible
from briefing.cli.exits import UsageError
from briefing.format.dates import DateError, Edtf, parse_date


def typed_date(text: str, option: str, otherwise: str = "") -> Edtf:
    """Return the date that an option gives. `otherwise`: what else it takes, for the sentence of the error.

    Raises:
        UsageError: it is no date.
    """
    try:
        return parse_date(text.strip())
    except DateError as error:
        hint = f"; {error.hint}" if error.hint else ""
        raise UsageError(f"{option}: {visible(error.sentence)}{visible(hint)}{otherwise}") from error
