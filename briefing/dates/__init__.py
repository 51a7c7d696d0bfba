"""Owns dates: reads, orders and words the Extended Date/Time Format (ISO 8601-2:2019). Nobody else reads a date."""

from __future__ import annotations

from briefing.dates.parsing import parse
from briefing.dates.values import DateError, Day, Edtf, Order, order, sort_key
from briefing.dates.wording import short_words, words

__all__ = ["DateError", "Day", "Edtf", "Order", "order", "parse", "short_words", "sort_key", "words"]
