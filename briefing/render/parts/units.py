"""Units as a column of figures shows them: short forms where there is little room, and none where the label says it."""

from __future__ import annotations

import re

from briefing.render.symbols import Look
from briefing.render.text.cell_width import tidy

_SHORT = {
    "millimetres": "mm",
    "centimetres": "cm",
    "metres": "m",
    "kilometres": "km",
    "square metres": "m²",
    "square kilometres": "km²",
    "cubic metres": "m³",
    "cubic kilometres": "km³",
    "hectares": "ha",
    "grams": "g",
    "kilograms": "kg",
    "tonnes": "t",
    "litres": "l",
    "degrees Celsius": "°C",
    "kilometres per hour": "km/h",
    "metres per second": "m/s",
    "kilowatts": "kW",
    "megawatts": "MW",
    "gigawatts": "GW",
    "kilowatt-hours": "kWh",
    "megawatt-hours": "MWh",
    "gigawatt-hours": "GWh",
    "terawatt-hours": "TWh",
    "per cent": "%",
    "percent": "%",
}
"""Symbols of the SI (BIPM, SI Brochure, tables 2 to 8) for units in words."""
_SCALES = {"million": "mn", "billion": "bn", "trillion": "tn"}
"""Short forms of scales, as in "EUR mn"."""
_SCALE = rf"\b(?:{'|'.join(_SCALES)})\b"
_AMERICAN = r"(?<=met|lit)er(?=s?\b)"
_POWERS = str.maketrans("²³", "23")


def short_unit(unit: str, look: Look) -> str:
    """Return the short form of a unit, itself if it has none: "mm", "km²", "EUR mn"."""
    if look.plain:
        return unit
    british = re.sub(_AMERICAN, "re", unit) if "er" in unit else unit
    short = _SHORT.get(british) or _SHORT.get(f"{british}s") or unit
    if "illion" in short:
        short = re.sub(_SCALE, lambda found: _SCALES[found.group()], short)
    short = short.translate(_POWERS) if look.ascii else short
    return short if short.isascii() or not look.ascii else unit


def label_says(label: str, unit: str) -> bool:
    """Tell whether a label has the words of a unit, so that the unit need not be said again."""
    words = _words(unit)
    if not words or words[0] not in label.casefold():
        return False
    return f" {' '.join(words)} " in f" {' '.join(_words(label))} "


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", tidy(text).casefold())
