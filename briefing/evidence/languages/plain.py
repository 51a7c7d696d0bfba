"""Languages without a table of words: only how they write numbers in digits is known.

Sources: Unicode CLDR 44, numbers of each locale (decimal and group marks, native digits, minimum grouping aside).
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from briefing.evidence.languages.connectors import Connectors
from briefing.evidence.languages.table import Language, words

_COMMA_DECIMAL = (
    "ru uk be bg pl cs sk sl hr sr bs mk nl pt it ro da sv nb no nn fi et lv lt hu el tr id vi ca gl sq az ka hy is kk"
    " eu"
)
"""Languages with a comma before the decimals, and a point or a space between groups of three digits."""
_POINT_DECIMAL = "zh ja ko th he ms hi bn ta te ml kn mr ur pa gu sw fil ga cy mt"
"""Languages with a point before the decimals, and a comma between groups."""
_OWN_MARKS = MappingProxyType({"ar": (".,٬", "٫"), "fa": (".,٬", "٫"), "ur": (",٬", ".")})
"""Separators, thousands and decimal, of languages that have their own and also use the Western ones."""
_BY_TEN_THOUSANDS = MappingProxyType(
    {
        "zh": {"百": 100, "千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8},
        "ja": {"百": 100, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12},
        "ko": {"백": 100, "천": 10**3, "만": 10**4, "억": 10**8, "조": 10**12},
    }
)
"""Characters after digits that multiply them."""
_UNSPACED = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my", "yue"})
_SIGNS = MappingProxyType(
    {
        "%": ("%", "٪", "％"),
        "EUR": ("€", "eur"),
        "USD": ("$", "us$", "usd"),
        "GBP": ("£", "gbp"),
        "km": ("km",),
        "kg": ("kg",),
        "cm": ("cm",),
        "mm": ("mm",),
        "ha": ("ha",),
        "km²": ("km²", "km2"),
        "m²": ("m²", "m2"),
        "MW": ("mw",),
        "GW": ("gw",),
        "MWh": ("mwh",),
        "GWh": ("gwh",),
        "kWh": ("kwh",),
        "°C": ("°c",),
        "°F": ("°f",),
        "km/h": ("km/h",),
    }
)
"""Signs of units that are the same in every language."""
_OTHER_CALENDARS = frozenset(["th", "fa", "ps", "am", "ne", "ar", "he", "ja", "zh", "ku"])
"""Languages in which years may be of the Buddhist, Islamic, Ethiopian or another era, or of a reign."""
_INDIAN = frozenset({"hi", "bn", "ta", "te", "ml", "kn", "mr", "ur", "pa", "gu"})

MONTHS = words(
    "ene feb mar abr apr may mai mei maj jun jul ago aug sep set okt oct out nov dic dec des dez jan gen fev fév giu"
    " lug"
    " mag ott sty lut kwi cze lip sie wrz paź lis gru led úno dub kvě červ srp zář říj pro янв фев мар апр мая май июн"
    " июл авг сен окт ноя дек січ лют бер кві тра чер лип сер вер жов лис гру oca şub nis haz tem ağu eyl eki kas ara"
    " tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu ian iul"
)
"""How months begin in languages without a table: enough to know that the digits before them are a day."""
BEFORE_MONTH = ("de ", "d'", "di ", "of ", "del ")
"""Words that may lie between a day and such a month, with the space after them."""
_CONNECTORS = MappingProxyType(
    {
        "it": Connectors(
            date_line=words("di da il alle e"),
            publication=words("pubblicato aggiornato"),
            publication_labels=("data",),
        ),
        "nl": Connectors(
            date_line=words("van op om door en"),
            publication=words("gepubliceerd bijgewerkt"),
            publication_labels=("datum",),
        ),
    }
)
"""What is known of the date lines of texts in languages without a table."""
WITH_SMALL_WORDS = tuple(_CONNECTORS)


@lru_cache(maxsize=256)
def plain_language(tag: str) -> Language:
    """Return a language without a table, by the primary part of its tag."""
    thousands, decimal = _OWN_MARKS.get(tag, ("'.,", ".,"))
    if tag in _COMMA_DECIMAL.split():
        thousands, decimal = ".'", ","
    elif tag in _POINT_DECIMAL.split() and tag not in _OWN_MARKS:
        thousands, decimal = ",'", "."
    scales = {sign: Decimal(value) for sign, value in _BY_TEN_THOUSANDS.get(tag, {}).items()}
    return Language(
        tag=tag,
        complete=False,
        thousands=thousands,
        decimal=decimal,
        indian_groups=tag in _INDIAN,
        other_calendar=tag in _OTHER_CALENDARS,
        number_words={},
        scales=scales,
        joiners=(),
        fractions={},
        percent=("%", "٪", "％"),
        ranges=(),
        between=(),
        vague=(),
        hedges_before={},
        hedges_after={},
        months={},
        weekdays={},
        seasons={},
        ordinals={},
        ordinal_ends=(),
        century=(),
        decade_ends=(),
        about_dates=(),
        day_words={},
        last=(),
        this=(),
        next=(),
        time_units={},
        ago=(),
        future=(),
        doubt=(),
        doubt_tail=(),
        negation=(),
        denial=(),
        clause_breaks=(),
        measures=_SIGNS,
        connectors=_CONNECTORS.get(tag, Connectors()),
        has_spaces=tag not in _UNSPACED,
    )
