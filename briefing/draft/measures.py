"""Units of figures: money, shares and measures, apart from things that are counted."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.evidence.languages import Language

_MONEY = re.compile(r"[$€£¥]|\b[A-Z]{3}\b")


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, with its scale or what it is paid per."""
    return _MONEY.search(unit) is not None


@lru_cache(maxsize=1024)
def is_measured(unit: str, language: Language) -> bool:
    """Whether a unit is money, a share or a measure."""
    small = unit.lower()
    return (
        is_money(unit)
        or any(small == key.lower() or small in words for key, words in language.measures.items())
        or small.startswith("%")
    )
