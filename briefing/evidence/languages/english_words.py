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
    " think thought assess unclear unknown question whether about unconfirmed doubt plausib report charg accus rumour"
    " rumor alleg seek sought"
)

WEAKER = words(
    "without fail refus lack unable avoid prevent stop halt reject rule zero nothing hardly barely against oppos"
    " cannot yet unclear unknown unchanged missing absen except instead rather far less stay remain unlikely"
    " impossib unsuccess"
)

FUNCTION_WORDS = frozenset(
    words(
        "a an the this that these those such same own other another each every either both all any some one ones much"
        " many more most few less least several enough i me my mine we us our ours you your yours he him his she her"
        " hers it its they them their theirs who whom whose which what where when why how there here himself herself"
        " itself themselves each of in on at to for from by with without within into onto out off over under up down"
        " through across between among during before after since until till about around against along near beside"
        " besides behind beyond above below toward towards upon via per as than like despite except including"
        " and or but nor so yet if while whereas though although because unless whether then also too only just even"
        " still already again ever very quite rather well now once however meanwhile instead further moreover"
        " be is are was were been being am have has had having do does did done doing will would shall should may"
        " might can could must ought get gets got getting let lets not no never n't together apart respectively"
        " according said says say saying told tells tell added adds reported reports reporting stated states stating"
        " announced announces called calls named"
    )
)
"""Words of reporting are among them: who says what has rules of its own."""

IRREGULAR = {
    form: base
    for base, forms in (
        ("long", "length lengths longer longest"),
        ("high", "height heights higher highest"),
        ("wide", "width wider widest"),
        ("deep", "depth deeper deepest"),
        ("strong", "strength stronger strongest strengthen"),
        ("die", "died dies dead death deaths dying"),
        ("good", "better best"),
        ("bad", "worse worst"),
        ("far", "farther furthest"),
        ("man", "men"),
        ("woman", "women"),
        ("child", "children"),
        ("person", "people persons"),
        ("foot", "feet"),
        ("hot", "heat hotter hottest"),
        ("sell", "sold sale sales"),
        ("choose", "choice choices chose chosen"),
        ("lose", "lost loss losses losing"),
        ("grow", "grew grown growth"),
        ("begin", "began begun beginning beginnings"),
    )
    for form in forms.split()
}

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
