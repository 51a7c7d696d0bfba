"""Owns the longer lists of the table of English: its measures, and words that say little by themselves."""

from __future__ import annotations

from briefing.evidence.languages.table import words

MEASURES = {
    "%": ("%", "percent", "per cent", "pct"),
    "pp": ("pp", "ppt", "percentage point", "percentage points"),
    "bp": ("bp", "bps", "basis point", "basis points"),
    "miles": ("mile", "miles", "mi"),
    "m": ("m", "metre", "metres", "meter", "meters", "million", "mn"),
    "km": ("km", "kilometre", "kilometres", "kilometer", "kilometers"),
    "cm": ("cm", "centimetre", "centimetres", "centimeter", "centimeters"),
    "mm": ("mm", "millimetre", "millimetres", "millimeter", "millimeters"),
    "km²": ("km²", "km2", "square kilometre", "square kilometres", "square kilometers", "sq km"),
    "kg": ("kg", "kilogram", "kilograms", "kilo", "kilos"),
    "t": ("t", "ton", "tons", "tonne", "tonnes"),
    "h": ("h", "hour", "hours", "hr", "hrs"),
    "min": ("min", "mins", "minute", "minutes"),
    "s": ("s", "second", "seconds", "sec"),
    "EUR": ("eur", "€", "euro", "euros"),
    "USD": ("usd", "$", "us$", "dollar", "dollars"),
    "GBP": ("gbp", "£", "pound", "pounds", "sterling"),
    "JPY": ("jpy", "¥", "yen"),
    "CNY": ("cny", "¥", "yuan", "renminbi", "rmb"),
    "RUB": ("rub", "₽", "rouble", "roubles", "ruble", "rubles"),
    "CHF": ("chf", "franc", "francs"),
    "MW": ("mw", "megawatt", "megawatts"),
    "GW": ("gw", "gigawatt", "gigawatts"),
    "kWh": ("kwh", "kilowatt-hour", "kilowatt-hours", "kilowatt hours"),
    "°C": ("°c", "celsius", "degrees", "c"),
}

TITLES = frozenset(
    words(
        "president vice prime minister ministry ministers foreign defence defense interior finance health army navy"
        " air force police government governments parliament court supreme senate congress council state states"
        " republic kingdom federation union western eastern northern southern north south east west central general"
        " secretary chancellor governor mayor king queen prince princess pope lord lady sir doctor professor"
        " colonel major captain admiral church university bank company group committee commission agency office"
        " christmas easter ramadan internet covid monday english"
    )
)

DEMONYMS = (
    ("France", "French"),
    ("Spain", "Spanish"),
    ("Netherlands", "Dutch"),
    ("Poland", "Polish"),
    ("Denmark", "Danish"),
    ("Greece", "Greek"),
    ("Wales", "Welsh"),
    ("Switzerland", "Swiss"),
    ("Finland", "Finnish"),
    ("Norway", "Norwegian"),
    ("Ireland", "Irish"),
    ("Peru", "Peruvian"),
    ("Philippines", "Filipino"),
)

SOFTER = words(
    "would should can suspect presum provision prelim"
    " expect plan hope fear risk believ estimat forecast project potential possib threat chance"
    " think thought assess unclear unknown question whether if about unconfirmed doubt plausib report charg accus rumour"
    " rumor alleg seek sought"
)

WEAKER = words(
    "without fail refus lack unable avoid prevent stop halt reject rule zero nothing hardly barely against oppos"
    " cannot yet unclear unknown unchanged missing absen except instead rather far less stay remain unlikely"
    " impossib unsuccess out"
)

EMPTY = frozenset(
    words(
        "the and that this these those have has had been being was were are will its their his her they them there"
        " also already even soon still now well then than with from into over for all any one two who which"
    )
)

PERSONS = words(
    "people persons person individuals men women children civilians residents inhabitants dead deaths killed died"
    " injured wounded others victims casualties survivors soldiers troops workers patients passengers"
)

INTENT = (
    "expected",
    "expecting",
    "expects",
    "expect",
    "projected",
    "projects",
    "forecast",
    "forecasts",
    "supposed to",
    "plans to",
    "planned to",
    "planned for",
    "intends to",
    "aims to",
    "hopes to",
    "scheduled",
    "proposed",
    "set to",
    "suspected",
    "presumed",
    "provisional",
    "preliminary",
    "threatened to",
)

OPPOSITES = (
    (words("kill dead death died dies perish fatal lives"), words("injur wound hurt")),
    (
        words("increas rise rises rising rose risen grew grow higher raise climb"),
        words("decreas reduc fall falls falling fell fallen drop declin lower cut cuts shrank shrink sank slump"),
    ),
)
