"""Dates in the Extended Date/Time Format (EDTF): parsing, ordering, and putting them in words.

The format is ISO 8601-2:2019 in the profile of the Library of Congress (https://www.loc.gov/standards/datetime/,
4 February 2019), levels 0, 1 and 2. Docstrings call this profile the specification. They name its headings, as it has
no section numbers.
"""

from __future__ import annotations

from briefing.format.dates.calendar import Day
from briefing.format.dates.parsing import parse_date
from briefing.format.dates.values import DateError, Edtf, Order, order, sort_key

__all__ = ["DateError", "Day", "Edtf", "Order", "order", "parse_date", "sort_key"]
